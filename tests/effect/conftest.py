from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cast import Cast
from tests.samenspel.table import START, Table, lay_table
from vliegwiel.kern import clock


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The clock stands still on the day the table starts: 2 March 2026."""
    with clock.at(START):
        yield


@pytest.fixture
def table(cast: Cast) -> Table:
    """A besloten table with six seats."""
    return lay_table(cast)
