"""The years of our course: what was agreed, held on to and let go, year by year. Free of Django."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MEESTE_JAREN = 10


class Wat(StrEnum):
    """What happened with a sentence, in the order in which a year tells it."""

    AFGESPROKEN = "afgesproken"
    VASTGEHOUDEN = "vastgehouden"
    LOSGELATEN = "losgelaten"


@dataclass(frozen=True, slots=True)
class Feit:
    """One day on which something happened with a sentence."""

    zin: Hashable
    wat: Wat
    dag: date


@dataclass(frozen=True, slots=True)
class Jaar:
    """A year: each thing that happened with the sentences it happened with, each once, the earliest first."""

    jaar: int
    gebeurd: tuple[tuple[Wat, tuple[Hashable, ...]], ...]


def jaren(feiten: Iterable[Feit]) -> list[Jaar]:
    """The latest years first. Held on to twice in a year is told once."""
    found: dict[int, dict[Wat, dict[Hashable, None]]] = {}
    for it in sorted(feiten, key=lambda it: (it.dag, str(it.zin))):
        found.setdefault(it.dag.year, {}).setdefault(it.wat, {})[it.zin] = None
    latest = sorted(found, reverse=True)[:MEESTE_JAREN]
    return [
        Jaar(year, tuple((wat, tuple(found[year][wat])) for wat in Wat if wat in found[year]))
        for year in latest
    ]
