"""Ids: UUIDv7 of our own (RFC 9562 section 5.7), injectable like the clock.

An id sorts by the moment it was made, so rows made one after the other lie beside one another
in an index and a list by id is a list by time.
"""

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

Source = Callable[[], UUID]

_COUNTER_MAX = 0xFFF  # rand_a holds 12 bits
_COUNTER_SEED_BITS = (
    11  # leading bit free, so that a millisecond holds at least 2,048 ids (RFC 9562 section 6.2)
)


def _real_milliseconds() -> int:
    return time.time_ns() // 1_000_000


class Uuid7Generator:
    """Makes ids that only grow within one process, also when the machine's clock steps back.

    Within a millisecond the 12 bits of rand_a count; when they are used up the generator runs
    ahead of the clock by a millisecond. rand_b is 62 random bits each time, which is what keeps
    two processes (and a forked worker that copied this state) apart.
    """

    def __init__(
        self,
        milliseconds: Callable[[], int] = _real_milliseconds,
        randbits: Callable[[int], int] = secrets.randbits,
    ) -> None:
        self._milliseconds = milliseconds
        self._randbits = randbits
        self._lock = threading.Lock()
        self._last = -1
        self._counter = 0

    def __call__(self) -> UUID:
        with self._lock:
            self._step()
            moment, counter = self._last, self._counter
        return UUID(int=moment << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | self._randbits(62))

    def _step(self) -> None:
        moment = self._milliseconds()
        if moment <= self._last and self._counter < _COUNTER_MAX:
            self._counter += 1
            return
        self._last = max(moment, self._last + 1)
        self._counter = self._randbits(_COUNTER_SEED_BITS)


_of_this_process = Uuid7Generator()
_source: ContextVar[Source | None] = ContextVar("vliegwiel_id_source", default=None)


def new_id() -> UUID:
    """The id for a new row."""
    return (_source.get() or _of_this_process)()


def milliseconds_of(key: UUID) -> int:
    """Unix milliseconds at which an id of ours was made."""
    return key.int >> 80


@contextmanager
def source(generator: Source) -> Iterator[Source]:
    """Take ids from `generator` inside this block (this thread or task only)."""
    token = _source.set(generator)
    try:
        yield generator
    finally:
        _source.reset(token)
