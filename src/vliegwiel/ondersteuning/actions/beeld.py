"""A quarter is counted once, and what may be shown of it is written down. May run twice, or late.

Also where nobody calls ahead: the figures of effect are about the same people, and what they show may not depend on
what is counted here later. Where there are plans and no help (yet), only the last quarter is: messages about help bring
the quarters before it with them.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import values_for
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.actions.vraag import Buiten
from vliegwiel.ondersteuning.models import Kwartaalbeeld, Plan, Voorziening
from vliegwiel.ondersteuning.queries.bel_alvast_tellen import beeld_of_quarter
from vliegwiel.ondersteuning.queries.koppeling_tellen import plans_of_quarter
from vliegwiel.ondersteuning.rules.kwartaal import WACHTEN, due


def quarters_due(gemeente_id: UUID, now: datetime) -> list[date]:
    """The quarters to be counted by now, oldest first."""
    day = day_of(now)
    return due(day, int(values_for(gemeente_id, day)[WACHTEN]))


def freeze_quarters(gemeente_id: UUID, now: datetime) -> int:
    """Count the quarters that are due and were not counted yet; their number. None where there is nothing to count."""
    begins = quarters_due(gemeente_id, now)
    if not Voorziening.objects.filter(gemeente_id=gemeente_id).exists():
        begins = begins[-1:] if Plan.objects.filter(gemeente_id=gemeente_id).exists() else []
    here = Kwartaalbeeld.objects.filter(gemeente_id=gemeente_id, begin__in=begins)
    done = set(here.values_list("begin", flat=True))
    wanted = [begin for begin in begins if begin not in done]
    return sum(_write(gemeente_id, begin, now) for begin in wanted)


@transaction.atomic
def _write(gemeente_id: UUID, begin: date, now: datetime) -> int:
    beeld = {**beeld_of_quarter(gemeente_id, begin), **plans_of_quarter(gemeente_id, begin)}
    made, new = Kwartaalbeeld.objects.get_or_create(
        gemeente_id=gemeente_id, begin=begin, defaults={"beeld": beeld, "moment": now}
    )
    if new:
        record(
            by=Buiten(gemeente_id),
            action="kwartaal.geteld",
            subject=made,
            now=now,
            begin=begin.isoformat(),
        )
    return int(new)
