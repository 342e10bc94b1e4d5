"""Front door of opdracht for the rooms above."""

from vliegwiel.opdracht.models import Opdracht, Opgave, Paragraaf, Paragraafdoel
from vliegwiel.opdracht.queries import opdrachten, opgaven, status_of
from vliegwiel.opdracht.rules import OpdrachtStatus

__all__ = [
    "Opdracht",
    "OpdrachtStatus",
    "Opgave",
    "Paragraaf",
    "Paragraafdoel",
    "opdrachten",
    "opgaven",
    "status_of",
]
