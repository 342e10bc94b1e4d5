"""The whole wheel of a gemeente at a glance: what every room shows in its quarter, and where that stands in a picture.

The picture and the outline are made of the same lines. Text in a picture does not wrap, so a long line is cut off
there; the outline has it whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from vliegwiel.gemeenschap.draad import KWARTEN
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.rules import POLICY_ROLES
from vliegwiel.kern import registry
from vliegwiel.kern.registry import Blok, Wieldeel
from vliegwiel.ui.sentences import sentence

# Clockwise from the top: which column and which row of the picture.
PLACES = {"koers": (1, 0), "opdracht": (1, 1), "ondersteuning": (0, 1), "effect": (0, 0)}
COLUMN, WHEEL, GAP = 300, 240, 20
WIDTH = 2 * COLUMN + WHEEL + 2 * GAP
LINE, HEAD, BETWEEN = 24, 30, 34  # height of a line, of a head, and between the rows of the picture
UNDER = 8  # what letters such as j and the line of a link need below the last line
LETTERS = 38  # of a line that fit in a column


@dataclass(frozen=True)
class Regel:
    """A line as it is read. `nl`: people wrote it, so it is Dutch in whatever language the page is."""

    tekst: str
    href: str
    nl: bool


@dataclass(frozen=True)
class Deel:
    """Under one head a few lines, or the sentence that there is nothing yet."""

    kop: str
    href: str
    regels: tuple[Regel, ...]
    leeg: str = ""


@dataclass(frozen=True)
class Kwart:
    kwart: str
    delen: tuple[Deel, ...]


@dataclass(frozen=True)
class Woord:
    """A line of the picture: `soort` is kwart, kop, regel or leeg."""

    soort: str
    kwart: str
    x: int
    y: int
    tekst: str
    href: str = ""
    nl: bool = False


@dataclass(frozen=True)
class Beeld:
    breed: int
    hoog: int
    midden: tuple[int, int]
    straal: int
    woorden: tuple[Woord, ...]


def wheel(kijker: Kijker, now: datetime) -> list[Kwart]:
    """The four quarters in their order, each with the parts of the rooms that stand in it."""
    parts = [it for part in registry.wiel for it in part(kijker, now)]
    return [Kwart(name, tuple(_deel(it) for it in parts if it.kwart == name)) for name in KWARTEN]


def beside_vandaag(kijker: Kijker, now: datetime) -> Blok | None:
    """Who has no menu of the quarters finds the wheel on Vandaag."""
    if not kijker.sees_content or kijker.medewerker is None or kijker.has(*POLICY_ROLES):
        return None
    return Blok("gemeenschap/wiel_blok.html")


def _deel(part: Wieldeel) -> Deel:
    lines = tuple(
        Regel(it.tekst or sentence(it.code, it.params), it.href, bool(it.tekst)) for it in part.regels
    )
    empty = "" if lines or not part.leeg else sentence(part.leeg)
    return Deel(sentence(part.code), part.href, lines, empty)


def picture(kwarten: Sequence[Kwart]) -> Beeld:
    """Where every line stands: two columns beside the wheel and two rows, each quarter at its own turn of the wheel."""
    heights = [0, 0]
    for it in kwarten:
        row = PLACES[it.kwart][1]
        heights[row] = max(heights[row], sum(step for step, *_ in _lines(it)))
    tall = max(sum(heights) + BETWEEN + UNDER, WHEEL + 2 * GAP)
    words = [word for it in kwarten for word in _placed(it, heights)]
    return Beeld(WIDTH, tall, (WIDTH // 2, tall // 2), WHEEL // 2, tuple(words))


def _placed(it: Kwart, heights: Sequence[int]) -> Iterator[Woord]:
    column, row = PLACES[it.kwart]
    x = column * (COLUMN + WHEEL + 2 * GAP)
    y = row * (heights[0] + BETWEEN)
    for step, soort, tekst, href, nl in _lines(it):
        y += step
        yield Woord(soort, it.kwart, x, y, _cut(tekst), href, nl)


def _lines(it: Kwart) -> Iterable[tuple[int, str, str, str, bool]]:
    """The height each line takes, what it is, its text and address."""
    yield HEAD, "kwart", it.kwart, "", False
    for deel in it.delen:
        yield HEAD, "kop", deel.kop, deel.href, False
        for line in deel.regels:
            yield LINE, "regel", line.tekst, line.href, line.nl
        if deel.leeg:
            yield LINE, "leeg", deel.leeg, "", False


def _cut(tekst: str) -> str:
    return tekst if len(tekst) <= LETTERS else f"{tekst[: LETTERS - 1].rstrip()}…"
