"""Quarters that are over, by their first day, and when what they were is written down. Free of Django."""

from __future__ import annotations

from datetime import date, timedelta

from vliegwiel.kern.werkdagen import DAY

WACHTEN = "effect_wachten_dagen"  # setting: messages that come late are still counted until then
BACK = 8  # as far back as is counted the first time


def quarters(day: date, count: int) -> list[date]:
    """The last so many quarters that are over on this day, newest first."""
    months = day.year * 12 + (day.month - 1) // 3 * 3
    return [_begin(months - 3 * back) for back in range(1, count + 1)]


def last_day(begin: date) -> date:
    return _begin(begin.year * 12 + begin.month + 2) - DAY


def counted_on(begin: date, waiting: int) -> date:
    """The day a quarter is counted: messages that come late may still come until then."""
    return last_day(begin) + timedelta(days=1 + waiting)


def due(today: date, waiting: int) -> list[date]:
    """The quarters that are to be counted by today, oldest first."""
    return quarters(today - timedelta(days=waiting), BACK)[::-1]


def _begin(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)
