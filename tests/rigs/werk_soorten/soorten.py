"""What the test's kinds of work do: slowly, so that a fall hits them half-way."""

from __future__ import annotations

import random
import time
from datetime import datetime, timedelta
from typing import Any

from vliegwiel.gemeenschap import werk
from vliegwiel.kern import outbox
from vliegwiel.kern.codes import Purpose, Rol
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Werk

STEPS = 12
SLOW = 0.04  # seconds a step takes on average, before and after it wrote


def declare() -> None:
    """And the waits of the product made short, or a test of an hour would be needed to see it try again."""
    for soort, handler in (("proef_stap", step), ("proef_mail", mail), ("proef_stuk", broken)):
        werk.declare(soort, handler, Purpose.BERICHTEN, rollen=frozenset({Rol.BACKOFFICE}))
    werk.FALLEN = timedelta(seconds=3)
    werk.WAITS = (timedelta(seconds=0.2),) * len(werk.WAITS)
    outbox.WAITS = (timedelta(0), *[timedelta(seconds=2 * n) for n in range(1, outbox.ATTEMPTS)])


def _slowly() -> None:
    time.sleep(random.uniform(0, SLOW))


def step(row: Werk, by: Any, now: datetime) -> werk.Voortgang:
    """One line in the log for each step."""
    _slowly()
    record(by=by, action="proef.stap", subject=row, now=now, stap=row.stap)
    _slowly()
    return werk.Voortgang(row.stap + 1, STEPS, row.stap + 1 >= STEPS)


def mail(row: Werk, by: Any, now: datetime) -> werk.Voortgang:
    """A mail in the outbox, in the transaction of the step."""
    _slowly()
    outbox.put(gemeente_id=row.gemeente_id, aan=f"{row.object}@proef.example", soort="er_wacht_iets", now=now)
    _slowly()
    return werk.Voortgang(1, 1, True)


def broken(row: Werk, by: Any, now: datetime) -> werk.Voortgang:
    """Writes, and fails: nothing of it may stand."""
    record(by=by, action="proef.stuk", subject=row, now=now)
    raise ValueError(str(row.object))
