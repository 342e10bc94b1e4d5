"""Front door of privacy for the rooms above."""

from vliegwiel.privacy.models import Betrokkene, Betrokkenheid, Deling, Dossier, Persoon
from vliegwiel.privacy.models.base import domein_field
from vliegwiel.privacy.rules import DOMEINEN, Domein, Onderdeel

__all__ = [
    "DOMEINEN",
    "Betrokkene",
    "Betrokkenheid",
    "Deling",
    "Domein",
    "Dossier",
    "Onderdeel",
    "Persoon",
    "domein_field",
]
