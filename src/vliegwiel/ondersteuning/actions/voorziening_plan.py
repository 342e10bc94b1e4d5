"""A household that came in by a message gets its plan when somebody begins to work with it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.models import Huishouden, Plan
from vliegwiel.ondersteuning.queries.huishouden import household
from vliegwiel.ondersteuning.refusals.huishouden import CannotChange
from vliegwiel.ondersteuning.refusals.voorziening import PlanIsThere


@transaction.atomic
def begin_plan(*, by: Kijker, now: datetime, dossier_id: UUID) -> Plan:
    """An empty plan from today.

    Raises:
        CannotChange: the kijker does not work with this household.
        PlanIsThere: somebody was first.
    """
    found = household(by, dossier_id, now)
    if found is None:
        raise CannotChange
    Huishouden.objects.select_for_update().get(gemeente_id=by.gemeente_id, pk=found[0].pk)
    if Plan.objects.filter(gemeente_id=by.gemeente_id, dossier_id=dossier_id).exists():
        raise PlanIsThere
    plan: Plan = Plan.objects.create(
        gemeente_id=by.gemeente_id, dossier_id=dossier_id, begonnen_op=day_of(now)
    )
    record(by=by, action="plan.begonnen", subject=plan, now=now, dossier=str(dossier_id))
    return plan
