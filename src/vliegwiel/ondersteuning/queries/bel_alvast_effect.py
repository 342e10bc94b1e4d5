"""Wat kwam ervan: the last four quarters as they were counted once, and when the next one comes.

Nothing is counted here: who looks today and again after a late message sees the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.models import Kwartaalbeeld
from vliegwiel.ondersteuning.rules.bel_beeld import GETALLEN
from vliegwiel.ondersteuning.rules.bel_uitkomst import quarter_of
from vliegwiel.ondersteuning.rules.kwartaal import WACHTEN, counted_on, last_day, quarters
from vliegwiel.ondersteuning.sentences.voorziening import category_words

QUARTERS = 4


@dataclass(frozen=True)
class Regel:
    """One row of the table; None: too few people to show."""

    wat: str
    aantal: int | None
    op_tijd: int | None
    zonder_gat: int | None
    na_gat: int | None
    gat: int | None
    goed: int | None
    voortijdig: int | None


@dataclass(frozen=True)
class Kwartaal:
    """A quarter: the total, and per kind of help."""

    code: str
    totaal: Regel
    regels: tuple[Regel, ...]


@dataclass(frozen=True)
class Komt:
    """A quarter that is over and still waits for late messages; counted on `dag`."""

    code: str
    dag: date


@dataclass(frozen=True)
class Effect:
    """The page; `kwartalen` newest first, without any when nothing ended."""

    van: date
    tot: date
    kwartalen: tuple[Kwartaal, ...]
    komt: tuple[Komt, ...]


def what_came_of_it(kijker: Kijker, today: date) -> Effect:
    """The four quarters that are over, as far as they were counted. One query."""
    begins = quarters(today, QUARTERS)
    rows = Kwartaalbeeld.objects.filter(gemeente_id=kijker.gemeente_id, begin__in=begins)
    found: dict[date, Any] = dict(rows.values_list("begin", "beeld"))
    waiting = int(kijker.instellingen[WACHTEN])
    days = {begin: counted_on(begin, waiting) for begin in begins if begin not in found}
    return Effect(
        van=begins[-1],
        tot=last_day(begins[0]),
        kwartalen=tuple(
            _quarter(begin, found[begin]) for begin in begins if found.get(begin, {}).get("totaal")
        ),
        komt=tuple(
            Komt(quarter_of(begin), max(day, today)) for begin, day in days.items() if found or day >= today
        ),
    )


def _quarter(begin: date, beeld: Mapping[str, Any]) -> Kwartaal:
    rows = tuple(_row(it, category_words(*it["soort"].split(".", 1))) for it in beeld["regels"])
    return Kwartaal(quarter_of(begin), _row(beeld["totaal"], ""), rows)


def _row(numbers: Mapping[str, Any], wat: str) -> Regel:
    return Regel(wat, *(numbers[name] for name in GETALLEN))
