from vliegwiel.gemeenschap.models.gebied import CbsGebied, Gebied
from vliegwiel.gemeenschap.models.instelling import Instelling
from vliegwiel.gemeenschap.models.mensen import Inwoner, Mailvoorkeur, Medewerker, Roltoekenning
from vliegwiel.gemeenschap.models.organisatie import Agbcode, Deelname, Organisatie
from vliegwiel.gemeenschap.models.team import Team, Teamlid

__all__ = [
    "Agbcode",
    "CbsGebied",
    "Deelname",
    "Gebied",
    "Instelling",
    "Inwoner",
    "Mailvoorkeur",
    "Medewerker",
    "Organisatie",
    "Roltoekenning",
    "Team",
    "Teamlid",
]
