"""Periode against the plainest oracle there is: the set of its days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.kern.periode import EindeVoorBegin, Periode

FIRST = date(2026, 1, 1)
HORIZON = 60
day = st.integers(0, HORIZON).map(lambda number: FIRST + timedelta(days=number))
periode = st.builds(
    lambda begin, length: Periode(begin, None if length is None else begin + timedelta(days=length)),
    day,
    st.none() | st.integers(0, HORIZON),
)


def days_of(it: Periode) -> set[date]:
    """All its days until well after every begin; an open period has them all."""
    last = it.einddatum or FIRST + timedelta(days=3 * HORIZON)
    return {it.begindatum + timedelta(days=number) for number in range((last - it.begindatum).days + 1)}


def test_both_ends_belong_to_it() -> None:
    it = Periode(date(2026, 2, 27), date(2026, 3, 1))
    assert [it.contains(FIRST.replace(month=2, day=26)), it.contains(it.begindatum)] == [False, True]
    assert [it.contains(date(2026, 3, 1)), it.contains(date(2026, 3, 2))] == [True, False]
    assert it.days == 3


def test_an_end_before_the_begin_is_refused_with_a_code() -> None:
    with pytest.raises(EindeVoorBegin) as refusal:
        Periode(date(2026, 3, 2), date(2026, 3, 1))
    assert (refusal.value.code, refusal.value.field) == ("einde_voor_begin", "einddatum")
    assert refusal.value.params == {"begindatum": date(2026, 3, 2), "einddatum": date(2026, 3, 1)}


def test_since_is_open() -> None:
    it = Periode.since(FIRST)
    assert it.is_open
    assert it.days is None
    assert it.contains(date.max)
    assert not it.is_over(date.max)


@given(periode, day)
def test_contains_and_is_over(it: Periode, on: date) -> None:
    assert it.contains(on) == (on in days_of(it))
    assert it.is_over(on) == (max(days_of(it)) < on)


@given(periode, periode)
def test_overlap_and_intersection(one: Periode, other: Periode) -> None:
    shared, both = days_of(one) & days_of(other), one.intersect(other)
    assert one.overlaps(other) == other.overlaps(one) == bool(shared) == (both is not None)
    assert both == other.intersect(one)
    if both is not None:
        assert both.is_open == (one.is_open and other.is_open)
        assert {on for on in days_of(both) if on <= max(shared)} == shared


@given(periode)
def test_days_counts_its_days(it: Periode) -> None:
    assert it.days == (None if it.is_open else len(days_of(it)))
