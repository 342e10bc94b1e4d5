"""The drawing of the doelennetwerk: four fixed columns, in each an order in which lines cross little. Free of Django.

From left to right: a good life, effect, resultaat, inspanning. A line that passes a column gets a place of its own in
it, so that it runs between the doelen and not behind one. The same network always gives the same drawing.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vliegwiel.koers.rules.doelennetwerk import BOTST, RANG, SOORTEN, Band, Id, Knoop, volgorde
from vliegwiel.koers.rules.kolommen import Kolommen, Plek, geordend

BREED, TUSSEN, RAND = (
    236,
    88,
    40,
)  # a box, between two columns, right of the last one (for lines inside a column)
KOP, RUIMTE, REGEL, BINNEN = 44, 16, 20, 12  # the heads, between two boxes, a line of text, inside a box
TEKENS, MEESTE_REGELS = 28, 5
DOORGANG = 8  # the height of the place where a line passes a column


@dataclass(frozen=True, slots=True)
class Vak:
    """A doel in the drawing: where its box stands and the text in it, line by line."""

    id: Id
    x: int
    y: int
    hoog: int
    regels: tuple[str, ...]
    breed: int = BREED


@dataclass(frozen=True, slots=True)
class Lijn:
    """A line: the way it goes (an SVG path), what it says, and where its sign stands."""

    pad: str
    botst: bool
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tekening:
    """All of the drawing: sizes, where each column begins, boxes and lines."""

    breed: int
    hoog: int
    kolommen: tuple[tuple[str, int], ...]
    vakken: tuple[Vak, ...]
    lijnen: tuple[Lijn, ...]


@dataclass(frozen=True, slots=True)
class _Spoor:
    """A line through the columns: its places from right to left, or two in the same column."""

    plekken: tuple[Plek, ...]
    botst: bool
    zelfde: bool = False


def teken(knopen: Iterable[Knoop], banden: Iterable[Band]) -> Tekening:
    """Where everything stands."""
    nodes = volgorde(knopen)
    sporen = _sporen(nodes, banden)
    kolommen = geordend(_begin(nodes, sporen), _stukken(sporen))
    hoogtes: dict[Plek, int] = {("doel", it.id): _hoog(_regels(it.naam)) for it in nodes}
    plaatsen = _plaatsen(kolommen, hoogtes)
    namen = {it.id: it.naam for it in nodes}
    vakken = tuple(
        Vak(place[1], x, round(y), hoogtes[place], _regels(namen[place[1]]))
        for place, (x, y) in plaatsen.items()
        if place[0] == "doel"
    )
    diep = max((y + hoogtes.get(place, DOORGANG) for place, (_, y) in plaatsen.items()), default=KOP)
    heads = tuple((soort, _x(rank)) for rank, soort in enumerate(SOORTEN))
    lines = _lijnen(sporen, plaatsen, hoogtes)
    return Tekening(_x(len(SOORTEN)) - TUSSEN + RAND, round(diep) + RUIMTE, heads, vakken, lines)


def _x(kolom: int) -> int:
    return kolom * (BREED + TUSSEN)


def _regels(naam: str) -> tuple[str, ...]:
    lines = textwrap.wrap(naam, TEKENS, max_lines=MEESTE_REGELS, placeholder=" …")
    return tuple(lines or [""])


def _hoog(regels: Sequence[str]) -> int:
    return 2 * BINNEN + REGEL * len(regels)


# -- lines through columns


def _sporen(nodes: Sequence[Knoop], banden: Iterable[Band]) -> list[_Spoor]:
    place = {it.id: number for number, it in enumerate(nodes)}
    rank = {it.id: RANG[it.soort] for it in nodes}
    known = {(it.van, it.naar, it.soort) for it in banden if it.van in place and it.naar in place}
    found = []
    for number, (van, naar, soort) in enumerate(
        sorted(known, key=lambda it: (place[it[0]], place[it[1]], it[2]))
    ):
        if soort == BOTST and rank[van] < rank[naar]:
            van, naar = naar, van  # a clash has no direction; lines run from right to left
        between = [("lijn", number, column) for column in range(rank[van] - 1, rank[naar], -1)]
        ways = (("doel", van), *between, ("doel", naar))
        found.append(_Spoor(ways, soort == BOTST, rank[van] == rank[naar]))
    return found


def _stukken(sporen: Iterable[_Spoor]) -> list[tuple[Plek, Plek]]:
    """The pieces between two neighbouring columns: (right, left)."""
    return [pair for it in sporen if not it.zelfde for pair in zip(it.plekken, it.plekken[1:], strict=False)]


def _begin(nodes: Sequence[Knoop], sporen: Iterable[_Spoor]) -> Kolommen:
    kolommen: Kolommen = [[("doel", it.id) for it in nodes if it.soort == soort] for soort in SOORTEN]
    for spoor in sporen:
        for plek in spoor.plekken[1:-1]:
            kolommen[plek[2]].append(plek)  # type: ignore[call-overload]
    return kolommen


# -- where it stands


def _plaatsen(kolommen: Kolommen, hoogtes: Mapping[Plek, int]) -> dict[Plek, tuple[int, float]]:
    """Every place with its corner; each column stands in the middle of the highest."""
    heights = [[hoogtes.get(plek, DOORGANG) for plek in plekken] for plekken in kolommen]
    totals = [sum(column) + RUIMTE * max(len(column) - 1, 0) for column in heights]
    found: dict[Plek, tuple[int, float]] = {}
    for column, plekken in enumerate(kolommen):
        y: float = KOP + (max(totals) - totals[column]) / 2
        for plek, high in zip(plekken, heights[column], strict=True):
            found[plek] = (_x(column), y)
            y += high + RUIMTE
    return found


def _lijnen(
    sporen: Sequence[_Spoor], plaatsen: Mapping[Plek, tuple[int, float]], hoogtes: Mapping[Plek, int]
) -> tuple[Lijn, ...]:
    doors = _deuren(sporen, plaatsen, hoogtes)
    return tuple(
        _boog(number, it, plaatsen, doors) if it.zelfde else _lijn(number, it, plaatsen, doors)
        for number, it in enumerate(sporen)
    )


def _deuren(
    sporen: Sequence[_Spoor], plaatsen: Mapping[Plek, tuple[int, float]], hoogtes: Mapping[Plek, int]
) -> dict[tuple[int, int], float]:
    """At which height each line leaves (0) and enters (1): beside one another, in the order of where they go."""
    sides: dict[tuple[Plek, bool], list[tuple[float, int, int]]] = {}
    for number, it in enumerate(sporen):
        first, last = it.plekken[0], it.plekken[-1]
        for end, plek, beside in ((0, first, it.plekken[1]), (1, last, it.plekken[-2])):
            right = it.zelfde or end == 1
            sides.setdefault((plek, right), []).append((plaatsen[beside][1], number, end))
    doors = {}
    for (plek, _right), ends in sides.items():
        step = hoogtes[plek] / (len(ends) + 1)
        for at, (_, number, end) in enumerate(sorted(ends), start=1):
            doors[number, end] = plaatsen[plek][1] + step * at
    return doors


def _lijn(
    number: int,
    it: _Spoor,
    plaatsen: Mapping[Plek, tuple[int, float]],
    doors: Mapping[tuple[int, int], float],
) -> Lijn:
    """From the left side of the right box, through its places, to the right side of the left box."""
    x, y = float(plaatsen[it.plekken[0]][0]), doors[number, 0]
    path = [f"M{x:.0f} {y:.1f}"]
    for plek in it.plekken[1:]:
        last = plek is it.plekken[-1]
        left, top = plaatsen[plek]
        end_x, end_y = left + BREED, doors[number, 1] if last else top + DOORGANG / 2
        middle = (x + end_x) / 2
        path.append(f"C{middle:.0f} {y:.1f} {middle:.0f} {end_y:.1f} {end_x:.0f} {end_y:.1f}")
        sign = (middle, (y + end_y) / 2)
        x, y = float(left), end_y
        if not last:
            path.append(f"H{x:.0f}")
    return Lijn("".join(path), it.botst, *sign)


def _boog(
    number: int,
    it: _Spoor,
    plaatsen: Mapping[Plek, tuple[int, float]],
    doors: Mapping[tuple[int, int], float],
) -> Lijn:
    """Inside one column: a bow at its right side."""
    x = plaatsen[it.plekken[0]][0] + BREED
    start, end = doors[number, 0], doors[number, 1]
    out = x + RAND - 10
    path = f"M{x} {start:.1f}C{out} {start:.1f} {out} {end:.1f} {x} {end:.1f}"
    return Lijn(path, it.botst, x + (RAND - 10) * 0.75, (start + end) / 2)
