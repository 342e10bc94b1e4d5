"""docs/huis/toegang.md as something that answers: may this be seen, and which lines of the table say so.

Reads the table and the closed lists above it, and nothing of the program. A word that is not in the lists, a line with
too few cells, a number out of order: the table is refused whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

TOEGANG = Path(__file__).parents[2] / "docs/huis/toegang.md"
LISTS = ("wie", "pet", "betrokkenheid", "wat", "domein", "wanneer")
COLUMNS = ("nr", *LISTS, "uitkomst", "waarom", "bron")
UITKOMST = {"mag": True, "mag niet": False}
ANY = "*"


class Refused(ValueError):
    """The table is not one this program can follow to the letter."""


@dataclass(frozen=True)
class Regel:
    """One line of the table."""

    nr: int
    cells: tuple[frozenset[str], ...]  # in the order of LISTS; empty: anything
    mag: bool
    waarom: str
    bron: str

    def fits(self, facts: Feiten) -> bool:
        return all(
            not cell or not cell.isdisjoint(true) for cell, true in zip(self.cells, facts, strict=True)
        )


# What is true of one question, in the order of LISTS. Several words may be true at once (rule 4 of the page).
Feiten = tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]


@dataclass(frozen=True, eq=False)
class Tabel:
    """The lists and the lines."""

    words: dict[str, frozenset[str]]
    regels: tuple[Regel, ...]

    def deciding(self, facts: Feiten) -> tuple[bool, tuple[int, ...]]:
        """May it, and by which lines: a *mag niet* beats a *mag*, and no line at all means no."""
        fitting = [regel for regel in self._about(facts[0], facts[3]) if regel.fits(facts)]
        against = tuple(regel.nr for regel in fitting if not regel.mag)
        in_favour = tuple(regel.nr for regel in fitting if regel.mag)
        return (False, against) if against else (bool(in_favour), in_favour)

    @cache  # noqa: B019 - one table, for as long as the tests run
    def _about(self, wie: frozenset[str], wat: frozenset[str]) -> tuple[Regel, ...]:
        """The lines whose *wie* and *wat* fit: most lines fall off here."""
        return tuple(
            regel
            for regel in self.regels
            if all(not regel.cells[at] or regel.cells[at] & true for at, true in ((0, wie), (3, wat)))
        )


@lru_cache(maxsize=500_000)
def mag(facts: Feiten) -> bool:
    """Whether the table lets this be seen."""
    return toegang().deciding(facts)[0]


@cache
def toegang() -> Tabel:
    return read(TOEGANG.read_text(encoding="utf-8"))


def read(text: str) -> Tabel:
    """The table in this text, or Refused."""
    words = {name: _words(text, name) for name in LISTS}
    lines = _table(text, "## De tabel")
    if tuple(lines[0]) != COLUMNS:
        raise Refused(f"columns: {lines[0]}")
    regels = tuple(_regel(cells, words) for cells in lines[1:])
    if [regel.nr for regel in regels] != list(range(1, len(regels) + 1)):
        raise Refused("the numbers are not 1, 2, 3 …")
    return Tabel(words, regels)


def _words(text: str, name: str) -> frozenset[str]:
    section = _section(text, f"### {name}")
    table = [line for line in section.splitlines() if line.startswith("|")]
    source = "\n".join(line.split("|")[1] for line in table) if table else section
    found = re.findall(r"`([a-z0-9_]+)`", source)
    if not found or len(found) != len(set(found)):
        raise Refused(f"the list of {name} is empty, or says a word twice")
    return frozenset(found)


def _section(text: str, heading: str) -> str:
    parts = re.split(rf"^{re.escape(heading)}$", text, flags=re.MULTILINE)
    if len(parts) != 2:
        raise Refused(f"{heading!r} stands there {len(parts) - 1} times")
    return re.split(r"^##", parts[1], flags=re.MULTILINE)[0]


def _table(text: str, heading: str) -> list[list[str]]:
    lines = [line for line in _section(text, heading).splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return [rows[0], *rows[2:]]


def _regel(cells: list[str], words: dict[str, frozenset[str]]) -> Regel:
    if len(cells) != len(COLUMNS) or not all(cells):
        raise Refused(f"not {len(COLUMNS)} filled cells: {cells}")
    named = dict(zip(COLUMNS, cells, strict=True))
    if not named["nr"].isdigit() or named["uitkomst"] not in UITKOMST:
        raise Refused(f"number or uitkomst: {cells}")
    parsed = tuple(_cell(named[name], name, words[name]) for name in LISTS)
    return Regel(int(named["nr"]), parsed, UITKOMST[named["uitkomst"]], named["waarom"], named["bron"])


def _cell(text: str, name: str, known: frozenset[str]) -> frozenset[str]:
    if text == ANY:
        return frozenset()
    found = [word.strip() for word in text.split(",")]
    if strange := [word for word in found if word not in known]:
        raise Refused(f"{name} does not know {strange}")
    return frozenset(found)
