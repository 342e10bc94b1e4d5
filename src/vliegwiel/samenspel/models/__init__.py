from vliegwiel.samenspel.models.aandachtspunt import Aandachtspunt, Aandachtstand
from vliegwiel.samenspel.models.afspraak import Afspraak, Terugblik
from vliegwiel.samenspel.models.gesprek import Gesprek, Uitspraak
from vliegwiel.samenspel.models.tafel import Partij, Tafel, Zetel
from vliegwiel.samenspel.models.voorstel import Gevraagde, Houding, Onderbouwing, Versie, Voorstel

__all__ = [
    "Aandachtspunt",
    "Aandachtstand",
    "Afspraak",
    "Gesprek",
    "Gevraagde",
    "Houding",
    "Onderbouwing",
    "Partij",
    "Tafel",
    "Terugblik",
    "Uitspraak",
    "Versie",
    "Voorstel",
    "Zetel",
]
