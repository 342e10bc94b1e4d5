"""A table before it is read in: which columns we know, how full and how right they are, and no people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from vliegwiel.ondersteuning.public import Wet
from vliegwiel.uitwisseling.rules.vondst import Ernst
from vliegwiel.uitwisseling.rules.waarden import Wrong
from vliegwiel.uitwisseling.tabel import Tabeluitslag, open_table
from vliegwiel.uitwisseling.tabel.cellen import LEZERS, category_in, cleaned

FIRST = 10
# What may be shown of the first rows: no person, and no number that leads to one.
PLAIN = (
    "wet",
    "categorie",
    "code",
    "aanbieder",
    "ingangsdatum",
    "einddatum",
    "volume",
    "eenheid",
    "frequentie",
)
HIDDEN = "…"


@dataclass(frozen=True)
class Kolom:
    """A column we recognised."""

    naam: str
    gevuld: int
    fout: int

    @property
    def goed(self) -> int:
        return max(self.gevuld - self.fout, 0)


@dataclass(frozen=True)
class Voorproef:
    """What we would read in."""

    rijen: int
    kolommen: list[Kolom]
    onbekend: int
    fouten: int
    opmerkingen: int
    zonder_wet: bool
    koppen: list[str]
    eerste: list[list[str]]


def preview(content: bytes, found: Tabeluitslag) -> Voorproef:
    """From the file and what its check found."""
    rows = [cells for _, cells in open_table(content).rijen]
    without = "wet" not in found.kolommen
    wrong = [it for it in found.vondsten if it.ernst is Ernst.FOUT]
    if without:  # which kinds of help there are depends on the act, and that is still asked
        wrong = [it for it in wrong if it.params.get("kolom_naam") != "categorie"]
    cells = Counter(str(it.params.get("kolom_naam", "")) for it in wrong if it.params.get("rij") != 1)
    places = sorted(found.kolommen.items(), key=lambda item: item[1])
    plain = [(name, at) for name, at in places if name in PLAIN]
    return Voorproef(
        rijen=found.rijen,
        kolommen=[
            Kolom(name, sum(bool(row[at].strip()) for row in rows), cells[name]) for name, at in places
        ],
        onbekend=found.onbekend,
        fouten=len(wrong),
        opmerkingen=sum(it.ernst is Ernst.OPMERKING for it in found.vondsten),
        zonder_wet=without,
        koppen=[name for name, _ in plain],
        eerste=[[_shown(name, row[at]) for name, at in plain] for row in rows[:FIRST]],
    )


def _shown(name: str, cell: str) -> str:
    """What a cell of such a column can hold; of anything else, a name perhaps, only that it is there."""
    try:
        text = cleaned(cell, name)
        if text and name == "categorie":
            return text if any(_is_category(wet, text) for wet in Wet) else HIDDEN
        if text:
            LEZERS[name](text)
        return text
    except Wrong:
        return HIDDEN


def _is_category(wet: str, text: str) -> bool:
    try:
        return bool(category_in(wet, text))
    except Wrong:
        return False
