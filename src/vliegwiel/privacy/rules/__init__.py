"""Words and decisions of this room, free of Django."""

from vliegwiel.privacy.rules.woorden import DOMEINEN, Domein, Onderdeel, Relatie

__all__ = ["DOMEINEN", "Domein", "Onderdeel", "Relatie"]
