"""Rules of an Opdracht: where it stands, when its text may change, and who stands before the wall. Free of Django."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

PRAKTIJK = "praktijk.opdracht"


class OpdrachtStatus(StrEnum):
    CONCEPT = "concept"
    LIGT_VOOR = "ligt_voor"
    VASTGESTELD = "vastgesteld"
    OPEN = "open"


# state -> {event: next state}; the diagram is drawn from this. Only a concept is written on. Once it is adopted the
# text never changes; opening it shows that text to everyone who works here at the same instant.
OPDRACHT_STATES: Mapping[str, Mapping[str, str]] = {
    "concept": {"lay_before": "ligt_voor"},
    "ligt_voor": {"adopt": "vastgesteld", "retract": "concept"},
    "vastgesteld": {"open_up": "open"},
    "open": {},
}


def opdracht_status(voorstel: str | None, is_open: bool) -> OpdrachtStatus:
    """Where it stands, from the status of the Voorstel it was laid before the table with (None: not yet)."""
    if voorstel == "aangenomen":
        return OpdrachtStatus.OPEN if is_open else OpdrachtStatus.VASTGESTELD
    return OpdrachtStatus.LIGT_VOOR if voorstel == "open" else OpdrachtStatus.CONCEPT


def cannot_write(status: OpdrachtStatus) -> str | None:
    """Why the text cannot change now, or None."""
    if status is OpdrachtStatus.CONCEPT:
        return None
    return "opdracht_ligt_voor" if status is OpdrachtStatus.LIGT_VOOR else "opdracht_staat_vast"


def cannot_open(status: OpdrachtStatus) -> str | None:
    """Why it cannot be opened to all now, or None: first the table adopts it."""
    if status is OpdrachtStatus.VASTGESTELD:
        return None
    return "opdracht_al_open" if status is OpdrachtStatus.OPEN else "opdracht_niet_vastgesteld"


def cannot_look_back(status: OpdrachtStatus) -> str | None:
    """Looking back is on something that was adopted."""
    decided = status in (OpdrachtStatus.VASTGESTELD, OpdrachtStatus.OPEN)
    return None if decided else "opdracht_niet_vastgesteld"


def paragraph_lacks(kop: str, tekst: str) -> str | None:
    """A paragraph has a head and a text."""
    if not kop.strip():
        return "paragraaf_zonder_kop"
    return None if tekst.strip() else "paragraaf_leeg"


@dataclass(frozen=True, slots=True)
class Inschrijver:
    """An organisation that was marked as a possible bidder; `tot` is the last day of that, if it said it will not."""

    deelname: UUID
    tot: date | None = None


def before_the_wall(marked: Iterable[Inschrijver], own: Collection[UUID], today: date) -> bool:
    """Whether somebody of these organisations may not read a draft today. A mark counts from when it is made."""
    return any(it.deelname in own and (it.tot is None or it.tot >= today) for it in marked)


def moved(order: Sequence[UUID], which: UUID, up: bool) -> list[UUID]:
    """The order with this one a place higher or lower; at the edge it stays."""
    rows = list(order)
    at = rows.index(which)
    to = at - 1 if up else at + 1
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
    return rows


def lays_before(aantal: int) -> str:
    """The text of the Voorstel, without a word of the opdracht: a possible bidder at the table reads it too."""
    hoeveel = "1 paragraaf" if aantal == 1 else f"{aantal} paragrafen"
    return f"Wij stellen de opdracht vast zoals zij nu op papier staat ({hoeveel})."
