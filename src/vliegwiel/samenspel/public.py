"""Front door of samenspel for the rooms above."""

from vliegwiel.samenspel.access import can_speak, can_start
from vliegwiel.samenspel.actions import keep_adopted, open_voorstel
from vliegwiel.samenspel.forms import VoorstelForm
from vliegwiel.samenspel.models import Afspraak, Tafel, Terugblik, Uitspraak, Versie, Voorstel
from vliegwiel.samenspel.queries import (
    own_zetels,
    recently_said,
    rests_on,
    shared_words,
    tafels,
    uitspraken,
    voorstellen,
    zetels_of,
)

__all__ = [
    "Afspraak",
    "Tafel",
    "Terugblik",
    "Uitspraak",
    "Versie",
    "Voorstel",
    "VoorstelForm",
    "can_speak",
    "can_start",
    "keep_adopted",
    "open_voorstel",
    "own_zetels",
    "recently_said",
    "rests_on",
    "shared_words",
    "tafels",
    "uitspraken",
    "voorstellen",
    "zetels_of",
]
