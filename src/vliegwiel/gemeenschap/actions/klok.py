"""What the klok does with background work: ask again what waits or fell, and say which part of the klok fails."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django_tasks_db.models import DBTaskResult

from vliegwiel.gemeenschap import werk
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Werk

AT_ONCE = 100  # rows in one turn of the klok
KEPT = timedelta(days=30)  # finished work
MOST_COUNTED = 9999
NOBODY = UUID(int=0)


def ask_again(gemeente_id: UUID, now: datetime) -> int:
    """Put what is due in the queue, unless it stands there. For the klok."""
    ids = list(werk.due_rows(gemeente_id, now).order_by("volgende_op").values_list("pk", flat=True)[:AT_ONCE])
    if not ids:
        return 0
    standing = DBTaskResult.objects.ready().filter(task_path=werk.do_work.module_path)
    asked = {said["kwargs"]["werk_id"] for said in standing.values_list("args_kwargs", flat=True)}
    wanted = [pk for pk in ids if str(pk) not in asked]
    for pk in wanted:
        werk.do_work.enqueue(gemeente_id=str(gemeente_id), werk_id=str(pk))
    return len(wanted)


def drop_done(gemeente_id: UUID, now: datetime) -> int:
    """Finished work tells nobody anything after a while; what it made stays."""
    rows = Werk.objects.filter(gemeente_id=gemeente_id, status=Werk.Status.KLAAR, klaar_op__lt=now - KEPT)
    return rows.delete()[0]


# -- a part of the klok that fails stands among the parked work, until it goes well again


def failing_parts(gemeente_id: UUID) -> frozenset[str]:
    """The rows of the parts that failed the last time, by `row_name`."""
    rows = Werk.objects.filter(
        gemeente_id=gemeente_id, status=Werk.Status.GEPARKEERD, soort__startswith=werk.KLOK
    )
    return frozenset(rows.values_list("soort", flat=True))


def part_failed(gemeente_id: UUID, key: str, error: Exception, now: datetime) -> None:
    """One row for each part: since when, how often, and the name of what went wrong."""
    row, _made = Werk.objects.get_or_create(
        **_part_row(gemeente_id, key),
        defaults={"account": NOBODY, "doel": Purpose.BEHEER.value, "volgende_op": now, "gemaakt_op": now},
    )
    row.pogingen, row.fout = min(row.pogingen + 1, MOST_COUNTED), type(error).__name__[:80]
    row.save(update_fields=["pogingen", "fout"])


def part_is_well(gemeente_id: UUID, key: str, now: datetime) -> None:
    Werk.objects.filter(**_part_row(gemeente_id, key)).update(status=Werk.Status.KLAAR, klaar_op=now)


def _part_row(gemeente_id: UUID, key: str) -> dict[str, Any]:
    return {
        "gemeente_id": gemeente_id,
        "soort": row_name(key),
        "object": gemeente_id,
        "status": Werk.Status.GEPARKEERD,
    }


def row_name(key: str) -> str:
    """The `soort` of the row of a part."""
    return f"{werk.KLOK}{key}"[:40]
