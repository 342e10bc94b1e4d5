"""Instants in UTC, days in the Netherlands, and a clock that tests can stop."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from vliegwiel.kern import clock


@pytest.fixture
def moved_clock() -> Iterator[None]:
    yield
    clock.set_offset(timedelta(0))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 31, 22, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 2, 1)),  # winter: one hour ahead
        (datetime(2026, 7, 31, 21, 59, tzinfo=UTC), date(2026, 7, 31)),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),  # summer: two hours ahead
    ],
)
def test_a_day_begins_at_midnight_in_the_netherlands(moment: datetime, day: date) -> None:
    with clock.at(moment):
        assert clock.now() == moment
        assert clock.today() == clock.day_of(moment) == day


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().utcoffset() == timedelta(0)


def test_the_clock_runs_again_after_the_block() -> None:
    with clock.at(datetime(2001, 1, 1, tzinfo=UTC)):
        pass
    assert clock.now().year > 2001


def test_a_stopped_clock_gives_utc_also_when_stopped_in_dutch_time() -> None:
    with clock.at(datetime(2026, 7, 1, 0, 30, tzinfo=clock.ZONE)):
        assert clock.now().isoformat() == "2026-06-30T22:30:00+00:00"
        assert clock.today() == date(2026, 7, 1)


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"), clock.at(datetime(2026, 1, 1)):  # noqa: DTZ001
        pass


@pytest.mark.usefixtures("moved_clock")
def test_a_demo_moves_the_clock_of_its_process() -> None:
    before = clock.now()
    clock.set_offset(timedelta(days=180))
    assert timedelta(days=180) <= clock.now() - before < timedelta(days=180, minutes=1)
