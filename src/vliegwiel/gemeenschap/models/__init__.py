from vliegwiel.gemeenschap.models.gebied import Gebied
from vliegwiel.gemeenschap.models.instelling import Instelling
from vliegwiel.gemeenschap.models.mensen import Inwoner, Medewerker, Roltoekenning
from vliegwiel.gemeenschap.models.organisatie import Deelname, Organisatie
from vliegwiel.gemeenschap.models.team import Team, Teamlid

__all__ = [
    "Deelname",
    "Gebied",
    "Instelling",
    "Inwoner",
    "Medewerker",
    "Organisatie",
    "Roltoekenning",
    "Team",
    "Teamlid",
]
