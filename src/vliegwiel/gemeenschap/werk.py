"""Background work that is nobody's click any more: progress that is kept, steps that are never done twice.

The row in `Werk` is the truth; a job of the queue carries two ids and may come twice, late or never. A room says in
`apps.py` how its kind of work is done (`declare`), an action asks for it (`ask`), the worker does it (`run`), and the
klok asks again for what waits or fell (`actions.klok`). Each step is one transaction, done as the colleague who asked:
what is read, written and stored of it stands or falls together.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet
from django_tasks import task

from vliegwiel.gemeenschap.kijker import Kijker, find_kijker
from vliegwiel.kern import log
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.clock import now as this_moment
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.models import Account, Werk

ATTEMPTS = 5
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=60))
FALLEN = timedelta(minutes=10)  # busy for longer than this without a step: whoever did it is gone
TURN = 20.0  # seconds; then the others in the queue go first
OPEN = (Werk.Status.WACHT, Werk.Status.BEZIG)
KLOK = "klok:"  # a part of the klok that failed stands among the parked work
ACTOR_GONE, FELL = "actor_weg", "viel_stil"

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Voortgang:
    """How far it is after one step."""

    stap: int
    stappen: int
    klaar: bool


Handler = Callable[[Werk, Kijker, datetime], Voortgang]
Around = Callable[..., AbstractContextManager[Any]]


class ActorGone(Exception):
    """Whoever asked for this does not work here any more, or lost the role it needs."""


class UnknownWork(Exception):
    """No room says how this kind of work is done."""


@contextmanager
def nothing(*, route: str) -> Iterator[None]:
    """For work that reads no person."""
    yield


@dataclass(frozen=True)
class Soort:
    """One kind of work. `around(route=…)` is what each step runs in: `privacy.collecting` for who reads persons."""

    handler: Handler
    purpose: Purpose
    rollen: frozenset[str]
    around: Around


_kinds: dict[str, Soort] = {}


def declare(
    soort: str,
    handler: Handler,
    purpose: Purpose,
    *,
    rollen: frozenset[str] = frozenset(),
    around: Around = nothing,
) -> None:
    """Make a kind of work known; called by a room at start-up.

    `handler(werk, by, now)` does a bounded step and may be called again for a step that was rolled back. It runs
    for colleagues with one of these roles (empty: whoever works here), also at the time it is done.
    """
    _kinds[soort] = Soort(handler, purpose, rollen, around)


def kinds() -> frozenset[str]:
    return frozenset(_kinds)


def ask(*, by: Kijker, soort: str, object: UUID, now: datetime, stappen: int = 0) -> Werk:
    """Ask for this work; asked already and not finished: that row. What was parked begins again."""
    kind, here = _kinds[soort], {"gemeente_id": by.gemeente_id, "soort": soort, "object": object}
    parked = Werk.objects.filter(**here, status=Werk.Status.GEPARKEERD).first()
    if parked is not None and not Werk.objects.filter(**here, status__in=OPEN).exists():
        return again(parked, by=by, now=now)
    row, made = Werk.objects.get_or_create(
        **here,
        status__in=OPEN,
        defaults={
            "account": by.account_id,
            "doel": kind.purpose.value,
            "volgende_op": now,
            "stappen": stappen,
            "gemaakt_op": now,
        },
    )
    if made:
        log.record(by=by, action="werk.gevraagd", subject=row, now=now, soort=soort)
        _when_committed(row)
    return row


def again(row: Werk, *, by: Kijker, now: datetime) -> Werk:
    """What was parked begins where it stopped."""
    row.status, row.pogingen, row.fout, row.volgende_op = Werk.Status.WACHT, 0, "", now
    kind = _kinds.get(row.soort)
    if kind is None or not kind.rollen or not by.rollen.isdisjoint(kind.rollen):
        row.account = by.account_id  # who asks it now does it, if they may; else who asked it first
    row.save(update_fields=["status", "pogingen", "fout", "volgende_op", "account"])
    log.record(by=by, action="werk.opnieuw", subject=row, now=now, soort=row.soort)
    _when_committed(row)
    return row


def _when_committed(row: Werk) -> None:
    """The worker never looks for a row that is not there yet. A crash right here: the klok asks again."""
    transaction.on_commit(
        partial(do_work.enqueue, gemeente_id=str(row.gemeente_id), werk_id=str(row.pk)), robust=True
    )


@task()
def do_work(gemeente_id: str, werk_id: str) -> None:
    """One turn at one piece of work."""
    run(UUID(gemeente_id), UUID(werk_id))


# -- by the worker


def run(gemeente_id: UUID, werk_id: UUID) -> None:
    """Take the work, if it is due and nobody has it, and do steps of it. Called outside a transaction."""
    log.start_trace()
    work = _claim(gemeente_id, werk_id)
    if work is None:
        return
    until = time.monotonic() + TURN
    try:
        while _step(work):
            if time.monotonic() > until:
                _let_others_first(work)
                return
    except ActorGone:
        _stop(work, ACTOR_GONE, park=True)
    except Exception as error:
        _log.error("werk %s: %s", work.soort, where(error))
        _stop(work, type(error).__name__)


def _claim(gemeente_id: UUID, werk_id: UUID) -> Werk | None:
    """Take it by counting the attempt, and saying when it is due again, before it is made."""
    moment = this_moment()
    with as_gemeente(gemeente_id):
        row = _locked(due_rows(gemeente_id, moment).filter(pk=werk_id))
        if row is None:
            return None
        if row.pogingen >= ATTEMPTS:  # each time whoever did it was gone half-way
            row.status, row.fout = Werk.Status.GEPARKEERD, row.fout or FELL
            row.save(update_fields=["status", "fout"])
            return None
        row.status, row.pogingen = Werk.Status.BEZIG, row.pogingen + 1
        row.begonnen_op, row.volgende_op = moment, moment + FALLEN
        row.save(update_fields=["status", "pogingen", "begonnen_op", "volgende_op"])
        return row


def _locked(rows: QuerySet[Werk]) -> Werk | None:
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    return rows.first()


def _step(work: Werk) -> bool:
    """One step in one transaction; whether more is to come. Nothing when somebody else took the work over."""
    with as_gemeente(work.gemeente_id, work.account):
        moment = this_moment()
        row = _held(work)
        if row is None:
            return False
        kind = _kinds.get(row.soort)
        if kind is None:
            raise UnknownWork
        by = _actor(row, kind, moment)
        with kind.around(route=f"werk:{row.soort}"):
            progress = kind.handler(row, by, moment)
        _keep(row, progress, moment)
        return not progress.klaar


def _held(work: Werk) -> Werk | None:
    """The row as it stands, locked for as long as the step takes, if this claim is still the last one."""
    return _locked(
        Werk.objects.filter(
            gemeente_id=work.gemeente_id,
            pk=work.pk,
            status=Werk.Status.BEZIG,
            begonnen_op=work.begonnen_op,
        )
    )


def _actor(row: Werk, kind: Soort, moment: datetime) -> Kijker:
    """Who asked, as they stand here at this moment."""
    account = Account.objects.filter(pk=row.account, is_active=True).first()
    by = account and find_kijker(account, row.gemeente.slug, kind.purpose, day_of(moment))
    if not by or by.medewerker is None or (kind.rollen and by.rollen.isdisjoint(kind.rollen)):
        raise ActorGone
    return by


def _keep(row: Werk, progress: Voortgang, moment: datetime) -> None:
    """Progress, in the transaction of the step. A step that was made ends the counting of attempts."""
    row.stap, row.stappen, row.pogingen, row.fout = progress.stap, progress.stappen, 1, ""
    row.volgende_op = moment + FALLEN
    if progress.klaar:
        row.status, row.klaar_op = Werk.Status.KLAAR, moment
    row.save(update_fields=["stap", "stappen", "pogingen", "fout", "volgende_op", "status", "klaar_op"])


def _let_others_first(work: Werk) -> None:
    with as_gemeente(work.gemeente_id):
        if (row := _held(work)) is not None:
            row.status, row.volgende_op, row.pogingen = Werk.Status.WACHT, this_moment(), 0
            row.save(update_fields=["status", "volgende_op", "pogingen"])
            _when_committed(row)


def _stop(work: Werk, fout: str, *, park: bool = False) -> None:
    """Of what went wrong only the name is kept: its text may hold what was read."""
    with as_gemeente(work.gemeente_id):
        row = _held(work)
        if row is None:
            return
        row.fout = fout[:80]
        if park or row.pogingen >= ATTEMPTS:
            row.status = Werk.Status.GEPARKEERD
        else:
            row.status, row.volgende_op = Werk.Status.WACHT, this_moment() + WAITS[row.pogingen - 1]
        row.save(update_fields=["fout", "status", "volgende_op"])


def where(error: Exception) -> str:
    """What went wrong and on which line of the code; never what it says."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {place}"


def due_rows(gemeente_id: UUID, now: datetime) -> QuerySet[Werk]:
    """What waits and may be tried, and what somebody took and did not come back from."""
    return Werk.objects.filter(gemeente_id=gemeente_id, status__in=OPEN, volgende_op__lte=now)
