"""The pages of koers: words, our course, doelen."""

from vliegwiel.koers.views.begrip import begrip, begrippen, betekenis, nieuw_begrip
from vliegwiel.koers.views.doel import doelen, koersdoel
from vliegwiel.koers.views.doel_schrijven import (
    koersdoel_bewerken,
    koersdoel_los,
    koersdoel_nieuw,
    koersdoel_stoppen,
    koersdoel_verbinden,
)
from vliegwiel.koers.views.koers import (
    de_koers,
    koerszin_loslaten,
    koerszin_nieuw,
    koerszin_tafel,
    mensbeeld,
)

__all__ = [
    "begrip",
    "begrippen",
    "betekenis",
    "de_koers",
    "doelen",
    "koersdoel",
    "koersdoel_bewerken",
    "koersdoel_los",
    "koersdoel_nieuw",
    "koersdoel_stoppen",
    "koersdoel_verbinden",
    "koerszin_loslaten",
    "koerszin_nieuw",
    "koerszin_tafel",
    "mensbeeld",
    "nieuw_begrip",
]
