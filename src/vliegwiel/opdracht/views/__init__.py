"""Pages of what we ask: a few lines each."""

from vliegwiel.opdracht.views.aan_tafel import (
    opdracht_bijdragen,
    opdracht_nieuw,
    opdracht_terugblik,
    opdracht_terugkijken,
    openen,
    voorleggen,
)
from vliegwiel.opdracht.views.blad import docx, opdracht
from vliegwiel.opdracht.views.opgave import (
    inschrijver_weg,
    inschrijvers,
    opgave,
    opgave_bewerken,
    opgave_nieuw,
    opgaven,
)
from vliegwiel.opdracht.views.paragraaf import (
    paragraaf,
    paragraaf_nieuw,
    paragraaf_omhoog,
    paragraaf_omlaag,
    paragraaf_weg,
)

__all__ = [
    "docx",
    "inschrijver_weg",
    "inschrijvers",
    "opdracht",
    "opdracht_bijdragen",
    "opdracht_nieuw",
    "opdracht_terugblik",
    "opdracht_terugkijken",
    "openen",
    "opgave",
    "opgave_bewerken",
    "opgave_nieuw",
    "opgaven",
    "paragraaf",
    "paragraaf_nieuw",
    "paragraaf_omhoog",
    "paragraaf_omlaag",
    "paragraaf_weg",
    "voorleggen",
]
