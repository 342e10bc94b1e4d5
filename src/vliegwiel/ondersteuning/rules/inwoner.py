"""Which three lines a resident sees first, and how lines of who looked fall together. Free of Django."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol, TypeVar
from uuid import UUID

ZELF, OMGEVING, GEMEENTE = (
    "zelf",
    "omgeving",
    "gemeente",
)  # u, somebody around you, whoever works for the gemeente
GROEPEN = (ZELF, OMGEVING, GEMEENTE)
EERST = 3
APART = frozenset({"plan", "vraag", "download", "kopie", "voorlezen", "spoed", "eigen"})


class Gepland(Protocol):
    """A line with a day, done by one of the three."""

    @property
    def groep(self) -> str: ...
    @property
    def wanneer(self) -> date | None: ...
    @property
    def hoe_laat(self) -> time | None: ...
    @property
    def vast(self) -> bool: ...


Line = TypeVar("Line", bound=Gepland)


def in_order(lines: Iterable[Line], today: date) -> list[Line]:
    """The nearest day that is still to come first, then what has no day, then what should have been done already."""

    def place(line: Line) -> tuple[int, date, time]:
        if line.wanneer is None:
            return 1, today, time.min
        return (0 if line.wanneer >= today else 2), line.wanneer, line.hoe_laat or time.max

    return sorted(lines, key=place)


def first_three(lines: Iterable[Line], today: date) -> tuple[list[Line], list[Line]]:
    """One line each of what they do themselves, what somebody around them does and what the gemeente does; the rest.

    Of the gemeente the vaste contactpersoon comes first. When one of the three has nothing, the next nearest fills it.
    """
    ordered = in_order(lines, today)
    chosen = [line for groep in GROEPEN if (line := _first_of(groep, ordered)) is not None]
    others = [line for line in ordered if not any(line is it for it in chosen)]
    extra = others[: EERST - len(chosen)]
    return chosen + extra, others[len(extra) :]


def _first_of(groep: str, ordered: Sequence[Line]) -> Line | None:
    mine = [line for line in ordered if line.groep == groep]
    return next((line for line in mine if line.vast), mine[0] if mine else None)


@dataclass(frozen=True)
class Blik:
    """Somebody of an organisation looked: at whom, when, for what, and in what kind of page."""

    id: int
    persoon: UUID
    moment: datetime
    dag: date
    organisatie: str
    doel: str
    soort: str


def fall_together(looks: Iterable[Blik]) -> list[Blik]:
    """Lists and searches of one organisation, for one purpose, on one day are one line; all else is its own line."""
    seen: set[tuple[UUID, date, str, str]] = set()
    found = []
    for look in looks:
        key = (look.persoon, look.dag, look.organisatie, look.doel)
        if look.soort in APART:
            found.append(look)
        elif key not in seen:
            seen.add(key)
            found.append(look)
    return found


def whole_days(looks: Sequence[Blik], full: bool) -> Sequence[Blik]:
    """Of a batch that was cut off, the days that are whole (so that a line never comes back on the next page)."""
    if not full or not looks:
        return looks
    last = looks[-1].dag
    return [look for look in looks if look.dag != last] or looks
