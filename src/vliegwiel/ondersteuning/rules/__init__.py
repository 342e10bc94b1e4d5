"""Rules of questions, households and plans, free of Django. The states are named here: diagrams are drawn from them."""

from vliegwiel.ondersteuning.rules.vraag import OVERDRACHT_STATES, VRAAG_STATES

__all__ = ["OVERDRACHT_STATES", "VRAAG_STATES"]
