"""What happens with time. Everything here may run twice, or late, and does no harm."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.sessions.models import Session
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from vliegwiel.gemeenschap.actions import klok as parts
from vliegwiel.gemeenschap.werk import where
from vliegwiel.kern import outbox, registry
from vliegwiel.kern.database import as_gemeente, request_transaction
from vliegwiel.kern.draft import drop_old
from vliegwiel.kern.log import start_trace
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Formuliersleutel, Gemeente
from vliegwiel.kern.tasks import send_mail

log = logging.getLogger(__name__)
KEYS_KEPT = timedelta(days=7)
JOBS_KEPT = timedelta(days=7)


def register() -> None:
    """The ground floor's own parts; rooms add theirs in their apps.py."""
    registry.klok.add("kern.mail", queue_mail, order=0)
    registry.klok.add("kern.concepten", drop_old, order=900)
    registry.klok.add("kern.sleutels", drop_keys, order=901)


def tick(now: datetime) -> int:
    """One turn of the clock: every part for every gemeente, each in a transaction of its own; how much was done.

    A part that fails stops no other part and no other gemeente: it stands on the page of background work until it
    goes well again.
    """
    done = 0
    for gemeente_id in Gemeente.objects.values_list("pk", flat=True):
        with as_gemeente(gemeente_id):
            failing = parts.failing_parts(gemeente_id)
        for key, part in registry.klok.items():
            done += _part(gemeente_id, key, part, now, parts.row_name(key) in failing)
    with request_transaction(writes=True):
        done += Session.objects.filter(expire_date__lt=now).delete()[0]
        done += DBTaskResult.objects.finished().filter(finished_at__lt=now - JOBS_KEPT).delete()[0]
        fallen = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - JOBS_KEPT)
        done += fallen.delete()[0]  # its worker was gone half-way; what had to be done was asked again
    return done


def _part(gemeente_id: UUID, key: str, part: Callable[..., int], now: datetime, failed: bool) -> int:
    start_trace()
    try:
        with as_gemeente(gemeente_id):
            done = part(gemeente_id, now)
            if failed:
                parts.part_is_well(gemeente_id, key, now)
            return done
    except Exception as error:
        log.error("klok %s: %s", key, where(error))
        with as_gemeente(gemeente_id):
            parts.part_failed(gemeente_id, key, error, now)
        return 0


def queue_mail(gemeente_id: UUID, now: datetime) -> int:
    """Ask the worker to send what is due, unless it was asked already. The job carries ids only."""
    if not outbox.waiting(gemeente_id, now).exists():
        return 0
    wanted = {"gemeente_id": str(gemeente_id), "actor": None, "purpose": Purpose.BEHEER.value}
    asked = (
        DBTaskResult.objects.ready()
        .filter(task_path=send_mail.module_path)
        .values_list("args_kwargs", flat=True)
    )
    if wanted in [said["kwargs"] for said in asked]:
        return 0
    send_mail.enqueue(**wanted)
    return 1


def drop_keys(gemeente_id: UUID, now: datetime) -> int:
    """A form that is still open after a week gets a new key anyway."""
    return Formuliersleutel.objects.filter(gemeente_id=gemeente_id, moment__lt=now - KEYS_KEPT).delete()[0]
