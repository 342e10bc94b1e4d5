"""The one clock. Instants are aware and in UTC; a day is a day in the Netherlands.

Rules never look here: `today` and `now` are passed to them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")

_fixed: ContextVar[datetime | None] = ContextVar("vliegwiel_clock", default=None)
_offset = timedelta(0)


def now() -> datetime:
    """This instant, in UTC."""
    return _fixed.get() or datetime.now(UTC) + _offset


def today() -> date:
    """The calendar day in Europe/Amsterdam; after 23.00 or 22.00 UTC that is tomorrow's date."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The Dutch calendar day on which an instant falls. Raises ValueError for a naive datetime."""
    return _aware(moment).astimezone(ZONE).date()


@contextmanager
def at(moment: datetime) -> Iterator[datetime]:
    """Stop the clock at `moment` inside this block (this thread or task only)."""
    token = _fixed.set(_aware(moment).astimezone(UTC))
    try:
        yield moment
    finally:
        _fixed.reset(token)


def set_offset(offset: timedelta) -> None:
    """Shift the clock of the whole process. Only demo and test processes call this."""
    global _offset
    _offset = offset


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return moment
