from vliegwiel.samenspel.models.gesprek import Gesprek, Uitspraak
from vliegwiel.samenspel.models.tafel import Partij, Tafel, Zetel
from vliegwiel.samenspel.models.voorstel import Gevraagde, Houding, Onderbouwing, Versie, Voorstel

__all__ = [
    "Gesprek",
    "Gevraagde",
    "Houding",
    "Onderbouwing",
    "Partij",
    "Tafel",
    "Uitspraak",
    "Versie",
    "Voorstel",
    "Zetel",
]
