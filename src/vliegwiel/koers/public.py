"""Front door of koers for the rooms above.

`doelen(kijker)` are all doelen the kijker may read (everyone with content), `lopend(rows, today)` those pursued today;
`koerszinnen(kijker, today)` the sentences that hold, with `tekst`. `PRAKTIJK_KOERS` says whether the gemeente works
with a Koers and doelen; is it off, then nothing of a doel is on screen.
"""

from vliegwiel.koers.home import PRAKTIJK as PRAKTIJK_BEGRIPPEN
from vliegwiel.koers.home import PRAKTIJK_KOERS
from vliegwiel.koers.models import Begrip, Doel, Doelbegrip, Doelverband, Koerszin
from vliegwiel.koers.queries import adopted, begrippen, doelen, koerszinnen, lopend, verbanden

__all__ = [
    "PRAKTIJK_BEGRIPPEN",
    "PRAKTIJK_KOERS",
    "Begrip",
    "Doel",
    "Doelbegrip",
    "Doelverband",
    "Koerszin",
    "adopted",
    "begrippen",
    "doelen",
    "koerszinnen",
    "lopend",
    "verbanden",
]
