from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from vliegwiel.kern import clock

START = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The clock stands still on a Tuesday morning."""
    with clock.at(START):
        yield
