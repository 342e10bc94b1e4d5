"""Working days: weekends, holidays, and what a gemeente closes besides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.kern.werkdagen import add_working_days, feestdagen, is_open, on_or_after, on_or_before

days = st.dates(date(2024, 1, 1), date(2060, 12, 31))
closed = st.frozensets(st.dates(date(2030, 4, 15), date(2030, 5, 15)), max_size=20)


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(2026, 1, 1), False),  # Nieuwjaarsdag
        (date(2026, 4, 3), False),  # Goede Vrijdag
        (date(2026, 4, 6), False),  # tweede paasdag
        (date(2026, 4, 27), False),  # Koningsdag
        (date(2025, 4, 26), False),  # Koningsdag on the Saturday before Sunday the 27th
        (date(2025, 4, 28), True),
        (date(2025, 5, 5), False),  # Bevrijdingsdag, a lustrum
        (date(2026, 5, 5), True),
        (date(2026, 5, 14), False),  # Hemelvaartsdag
        (date(2026, 5, 15), True),  # the Friday after it: a gemeente may add it
        (date(2026, 5, 25), False),  # tweede pinksterdag
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2027, 12, 27), True),
        (date(2026, 11, 21), False),  # a Saturday
        (date(2028, 2, 29), True),
        (date(2150, 12, 25), True),  # further than the library looks: only weekends are closed
    ],
)
def test_is_open(day: date, opens: bool) -> None:
    assert is_open(day) is opens


def test_a_gemeente_closes_more() -> None:
    bridge = date(2026, 5, 15)
    assert not is_open(bridge, {bridge})
    assert on_or_before(date(2026, 5, 17), {bridge}) == date(2026, 5, 13)
    assert on_or_after(date(2026, 5, 14), {bridge}) == date(2026, 5, 18)


def test_over_christmas_and_new_year() -> None:
    assert on_or_before(date(2026, 12, 27)) == date(2026, 12, 24)
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert add_working_days(date(2027, 1, 4), -1) == date(2026, 12, 31)
    assert add_working_days(date(2026, 12, 25), 0) == date(2026, 12, 25)


@given(days, closed)
def test_the_nearest_working_day(day: date, extra: frozenset[date]) -> None:
    before, after = on_or_before(day, extra), on_or_after(day, extra)
    assert before <= day <= after
    assert is_open(before, extra) and is_open(after, extra)
    between = [before + timedelta(days=n) for n in range(1, (after - before).days)]
    assert not any(is_open(it, extra) for it in between)
    assert is_open(day, extra) == (before == after)


@given(days, st.integers(-30, 30), closed)
def test_working_days_are_counted(day: date, number: int, extra: frozenset[date]) -> None:
    there = add_working_days(day, number, extra)
    first, last = sorted((day, there))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert sum(is_open(it, extra) for it in days if it != day) == abs(number)
    assert number == 0 or is_open(there, extra)


def test_every_year_has_its_holidays() -> None:
    for year in range(2024, 2061):
        assert len(feestdagen(year)) == (11 if year % 5 == 0 else 10)
