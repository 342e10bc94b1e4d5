"""Months and quarters, known by their first day and written as 2026-03 or 2026-K1."""

from __future__ import annotations

import re
from datetime import date, timedelta

MAAND, KWARTAAL = "maand", "kwartaal"
FIRST_YEAR, LAST_YEAR = 2000, 2100
_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})", re.ASCII)
_QUARTER = re.compile(r"([0-9]{4})-[KkQq]([1-4])", re.ASCII)


class Wrong(ValueError):
    """This is no period of this rhythm: a code."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def months_in(ritme: str) -> int:
    return 3 if ritme == KWARTAAL else 1


def begin_of(day: date, ritme: str) -> date:
    """The first day of the period this day is in."""
    month = day.month - (day.month - 1) % months_in(ritme)
    return date(day.year, month, 1)


def next_begin(begin: date, ritme: str, count: int = 1) -> date:
    """The first day of the period so many further on (or back)."""
    months = begin.year * 12 + begin.month - 1 + count * months_in(ritme)
    return date(months // 12, months % 12 + 1, 1)


def last_day(begin: date, ritme: str) -> date:
    return next_begin(begin, ritme) - timedelta(days=1)


def is_over(begin: date, ritme: str, today: date) -> bool:
    return last_day(begin, ritme) < today


def latest(today: date, ritme: str, count: int) -> list[date]:
    """The last so many periods that are over, newest first."""
    now = begin_of(today, ritme)
    return [next_begin(now, ritme, -back) for back in range(1, count + 1)]


def code_of(begin: date, ritme: str) -> str:
    if ritme == KWARTAAL:
        return f"{begin.year}-K{(begin.month + 2) // 3}"
    return f"{begin.year}-{begin.month:02d}"


def read_code(text: str, ritme: str) -> date:
    """The first day of what is written. Raises Wrong (periode_vorm, periode_ander_ritme)."""
    month, quarter = _MONTH.fullmatch(text.strip()), _QUARTER.fullmatch(text.strip())
    found = month or quarter
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise Wrong("periode_vorm")
    if (ritme == KWARTAAL) != (quarter is not None):
        raise Wrong("periode_ander_ritme")
    number = int(found[2]) * 3 - 2 if quarter else int(found[2])
    if not 1 <= number <= 12:
        raise Wrong("periode_vorm")
    return date(int(found[1]), number, 1)
