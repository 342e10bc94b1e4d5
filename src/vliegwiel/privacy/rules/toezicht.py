"""What stands out in who looked: numbers only. Whether something is wrong is for a human being to find out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from uuid import UUID

TIMES = 3  # this many times the median of colleagues with the same role
AT_LEAST = 20  # persons; below this nobody stands out
COMPARED_WITH = 2  # colleagues; fewer say nothing about what is usual
EARLY, LATE = 7, 20  # working hours in the Netherlands, on weekdays
SEARCHES = 20
OPENED = 10  # per hundred searches
REFUSALS = 5


@dataclass(frozen=True)
class Veel:
    """One colleague saw many more persons than is usual in this role."""

    wie: UUID
    aantal: int
    gebruikelijk: float


def many_more(counts: Mapping[UUID, int], roles: Mapping[UUID, frozenset[str]]) -> list[Veel]:
    """Who saw at least three times what the middle one of the others with a role in common saw."""
    found = []
    for wie, aantal in counts.items():
        mine = roles.get(wie, frozenset())
        others = [n for it, n in counts.items() if it != wie and mine & roles.get(it, frozenset())]
        if aantal < AT_LEAST or len(others) < COMPARED_WITH:
            continue
        usual = median(others)
        if aantal >= TIMES * usual:
            found.append(Veel(wie, aantal, usual))
    return sorted(found, key=lambda it: -it.aantal)


def outside_hours(weekday: int, hour: int) -> bool:
    """`weekday` counts from Monday, 1; `hour` is Dutch time."""
    return weekday > 5 or hour < EARLY or hour >= LATE


def searches_without_opening(searches: int, opened: int) -> bool:
    return searches >= SEARCHES and opened * 100 < searches * OPENED


def sample(ids: Iterable[int], month: str, size: int) -> list[int]:
    """The same choice for everybody who draws it: by the hash of month and number, so nobody steers it."""
    drawn = sorted(ids, key=lambda pk: hashlib.sha256(f"{month}:{pk}".encode()).digest())
    return sorted(drawn[:size])
