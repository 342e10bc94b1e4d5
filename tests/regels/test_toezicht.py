"""What stands out in who looked, as arithmetic."""

from __future__ import annotations

from uuid import UUID

import pytest

from vliegwiel.privacy.rules.toezicht import (
    many_more,
    outside_hours,
    sample,
    searches_without_opening,
)

A, B, C, D = (UUID(int=n) for n in range(1, 5))
ROLE = {who: frozenset({"consulent"}) for who in (A, B, C, D)}


@pytest.mark.parametrize(
    ("counts", "stands_out"),
    [
        ({A: 90, B: 20, C: 30, D: 40}, [A]),
        ({A: 89, B: 20, C: 30, D: 40}, []),
        ({A: 19, B: 1, C: 1, D: 1}, []),  # few is few
        ({A: 900, B: 2}, []),  # one other says nothing
        ({A: 20, B: 0, C: 0}, [A]),
    ],
)
def test_many_more_than_is_usual(counts: dict[UUID, int], stands_out: list[UUID]) -> None:
    assert [it.wie for it in many_more(counts, ROLE)] == stands_out


def test_only_colleagues_with_the_same_role_are_compared() -> None:
    roles = {A: frozenset({"teamleider"}), B: frozenset({"consulent"}), C: frozenset({"consulent"})}
    assert many_more({A: 900, B: 2, C: 2}, roles) == []


@pytest.mark.parametrize(
    ("weekday", "hour", "outside"),
    [(1, 7, False), (5, 19, False), (1, 6, True), (3, 20, True), (6, 10, True), (7, 10, True)],
)
def test_working_hours(weekday: int, hour: int, outside: bool) -> None:
    assert outside_hours(weekday, hour) is outside


@pytest.mark.parametrize(("searches", "opened", "odd"), [(20, 1, True), (20, 2, False), (19, 0, False)])
def test_searching_without_opening(searches: int, opened: int, odd: bool) -> None:
    assert searches_without_opening(searches, opened) is odd


def test_the_same_month_draws_the_same_sample_and_more_rows_change_little() -> None:
    first = sample(range(1000), "a:2026-10", 25)
    assert first == sample(reversed(range(1000)), "a:2026-10", 25) and len(first) == 25
    assert first != sample(range(1000), "a:2026-11", 25)
    assert set(sample(range(1001), "a:2026-10", 25)) - {1000} <= set(first)
