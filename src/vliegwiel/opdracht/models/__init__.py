from vliegwiel.opdracht.models.opdracht import (
    Opdracht,
    Opdrachtbijdrage,
    Opdrachtterugblik,
    Paragraaf,
    Paragraafdoel,
    Paragraafuitspraak,
)
from vliegwiel.opdracht.models.opgave import MogelijkeInschrijver, Opgave

__all__ = [
    "MogelijkeInschrijver",
    "Opdracht",
    "Opdrachtbijdrage",
    "Opdrachtterugblik",
    "Opgave",
    "Paragraaf",
    "Paragraafdoel",
    "Paragraafuitspraak",
]
