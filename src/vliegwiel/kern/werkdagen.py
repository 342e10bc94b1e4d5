"""On which days somebody can be called: the working days of a gemeente. Free of Django; rules use it.

Closed are Saturdays, Sundays and the public holidays of the Netherlands as the library `holidays` counts them:
Nieuwjaarsdag, Goede Vrijdag, Pasen, Koningsdag (a day earlier when it falls on a Sunday), Bevrijdingsdag once in five
years, Hemelvaartsdag, Pinksteren and both days of Kerst. Goede Vrijdag counts as closed: the Algemene termijnenwet
makes it equal to a holiday, some gemeenten work on it and some do not, and of the two mistakes that are left, a call
a day early harms nobody. 5 May counts in lustrum years only (2025, 2030, …), as most collective agreements do, and
24 and 31 December are open. What else is closed (5 May every year, a bridge day, a local feast) a gemeente adds:
`extra`. After 2100 the library knows no holidays: only weekends are closed then.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta
from functools import cache

import holidays

DAY = timedelta(days=1)
NONE: Set[date] = frozenset()


def is_open(day: date, extra: Set[date] = NONE) -> bool:
    """Whether a gemeente works on this day; `extra` are days on which this one does not."""
    return day.weekday() < 5 and day not in feestdagen(day.year) and day not in extra


def on_or_before(day: date, extra: Set[date] = NONE) -> date:
    """This day when it is a working day, else the last working day before it."""
    while not is_open(day, extra):
        day -= DAY
    return day


def on_or_after(day: date, extra: Set[date] = NONE) -> date:
    """This day when it is a working day, else the first working day after it."""
    while not is_open(day, extra):
        day += DAY
    return day


def add_working_days(day: date, number: int, extra: Set[date] = NONE) -> date:
    """So many working days after `day` (before it, for a negative number). Zero is `day` itself, open or not."""
    step = DAY if number > 0 else -DAY
    for _ in range(abs(number)):
        day += step
        while not is_open(day, extra):
            day += step
    return day


@cache
def feestdagen(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    return frozenset(holidays.country_holidays("NL", years=year))
