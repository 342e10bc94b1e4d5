"""Where the points of a chart stand: in percents from the left and in units from the top. Free of Django.

Every period has its own place, so that one without a figure is a gap. Points are not joined: a line between two of
them would say more than they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vliegwiel.effect.rules.periode import months_in
from vliegwiel.effect.rules.zien import Punt

TOP, BOTTOM = 20.0, 180.0  # where the highest and the lowest value stand
LEFT, WIDE = 3.0, 94.0  # percents


@dataclass(frozen=True)
class Merk:
    """A point; `waarde` None: not shown, an open mark on the axis."""

    begin: date
    waarde: Decimal | None
    x: float
    y: float


@dataclass(frozen=True)
class Lijn:
    """A thin line with a word: `start` or `streef`."""

    code: str
    waarde: Decimal
    y: float


@dataclass(frozen=True)
class Beeld:
    merken: tuple[Merk, ...]
    lijnen: tuple[Lijn, ...]
    laagste: Decimal
    hoogste: Decimal


def draw(
    punten: Sequence[Punt], ritme: str, start: Decimal | None = None, streef: Decimal | None = None
) -> Beeld:
    """The points from old to new, and the start value and the aim where there are such."""
    row = sorted(punten, key=lambda it: it.begin)
    lines = [(code, value) for code, value in (("start", start), ("streef", streef)) if value is not None]
    values = [it.waarde for it in row if it.waarde is not None] + [value for _, value in lines]
    low, high = min([Decimal(0), *values]), max([Decimal(1), *values])

    def down(value: Decimal | None) -> float:
        share = float((value - low) / (high - low)) if value is not None else 0.0
        return round(BOTTOM - share * (BOTTOM - TOP), 1)

    places = [_place(it.begin, row[0].begin, ritme) for it in row]
    last = max([1, *places])
    merken = [
        Merk(it.begin, it.waarde, round(LEFT + WIDE * at / last, 2), down(it.waarde))
        for it, at in zip(row, places, strict=True)
    ]
    lijnen = [Lijn(code, value, down(value)) for code, value in lines]
    return Beeld(tuple(merken), tuple(lijnen), low, high)


def _place(begin: date, first: date, ritme: str) -> int:
    return ((begin.year - first.year) * 12 + begin.month - first.month) // months_in(ritme)
