from vliegwiel.samenspel.models.aandachtspunt import Aandachtspunt, Aandachtstand
from vliegwiel.samenspel.models.afspraak import Afspraak, Terugblik
from vliegwiel.samenspel.models.bijdrage import Bijdrage, Bijdrageafspraak
from vliegwiel.samenspel.models.gesprek import Gesprek, Uitspraak
from vliegwiel.samenspel.models.tafel import Partij, Tafel, Zetel
from vliegwiel.samenspel.models.voorstel import (
    Gevraagde,
    Houding,
    Onderbouwing,
    Versie,
    Voorstel,
    Voorstelterugblik,
)

__all__ = [
    "Aandachtspunt",
    "Aandachtstand",
    "Afspraak",
    "Bijdrage",
    "Bijdrageafspraak",
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
    "Voorstelterugblik",
    "Zetel",
]
