"""What a kijker may read of tables, and nothing else."""

from vliegwiel.samenspel.queries.aandachtspunt import attends_to, own_attention
from vliegwiel.samenspel.queries.afspraak import (
    GIVEN,
    afspraken,
    asks_attention,
    at_home,
    colleagues_found,
    fact_of,
    given_to,
    same_team,
    sight_of,
)
from vliegwiel.samenspel.queries.afspraak import OPEN as OPEN_AFSPRAKEN
from vliegwiel.samenspel.queries.attention import asks_me, due_again, to_decide
from vliegwiel.samenspel.queries.bijdrage import bijdrage_feit, bijdragen, together
from vliegwiel.samenspel.queries.dossier import Dossier, dossier_of, own_seat, zetel_stand
from vliegwiel.samenspel.queries.erbij import beside, with_beside
from vliegwiel.samenspel.queries.familie import tables_of
from vliegwiel.samenspel.queries.people import parties_here, people_found
from vliegwiel.samenspel.queries.reading import (
    gesprekken,
    is_me,
    own_tables,
    own_zetels,
    partijen_of,
    recently_said,
    rests_on,
    shared_words,
    tables_apart,
    tafels,
    uitspraken,
    voorstellen,
    zetels_of,
    zetels_of_account,
    zetels_with_voice,
)
from vliegwiel.samenspel.queries.tafelafspraak import (
    afspraken_from,
    came_from,
    own_tafelafspraken,
    tafelafspraken,
)
from vliegwiel.samenspel.queries.terugblik import due_terugblikken, voorstelterugblikken

__all__ = [
    "GIVEN",
    "OPEN_AFSPRAKEN",
    "Dossier",
    "afspraken",
    "afspraken_from",
    "asks_attention",
    "asks_me",
    "at_home",
    "attends_to",
    "beside",
    "bijdrage_feit",
    "bijdragen",
    "came_from",
    "colleagues_found",
    "dossier_of",
    "due_again",
    "due_terugblikken",
    "fact_of",
    "gesprekken",
    "given_to",
    "is_me",
    "own_attention",
    "own_seat",
    "own_tables",
    "own_tafelafspraken",
    "own_zetels",
    "parties_here",
    "partijen_of",
    "people_found",
    "recently_said",
    "rests_on",
    "same_team",
    "shared_words",
    "sight_of",
    "tables_apart",
    "tables_of",
    "tafelafspraken",
    "tafels",
    "to_decide",
    "together",
    "uitspraken",
    "voorstellen",
    "voorstelterugblikken",
    "with_beside",
    "zetel_stand",
    "zetels_of",
    "zetels_of_account",
    "zetels_with_voice",
]
