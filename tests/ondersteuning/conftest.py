from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ondersteuning.gezin import NOW
from vliegwiel.kern import clock


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The clock stands still on a Tuesday."""
    with clock.at(NOW):
        yield
