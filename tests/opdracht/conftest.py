from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cast import Cast
from tests.opdracht.speelveld import Speelveld, lay_out
from tests.samenspel.table import START
from vliegwiel.kern import clock


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The clock stands still on the day the table starts."""
    with clock.at(START):
        yield


@pytest.fixture
def veld(cast: Cast) -> Speelveld:
    """A besloten table, an opgave, and an opdracht in concept; Welzijn de Brug may bid."""
    return lay_out(cast)
