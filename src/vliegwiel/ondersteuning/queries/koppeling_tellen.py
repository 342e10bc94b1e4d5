"""How many households have a plan, and a goal that contributes to a Doel: as it was at the end of a quarter.

Counted once a quarter (`actions/beeld.py`) and never as it is now: a colleague may link goals of their own households,
and would see in a number that moves how many others there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from vliegwiel.kern.clock import ZONE
from vliegwiel.kern.werkdagen import DAY
from vliegwiel.ondersteuning.models import Doelkoppeling, Kwartaalbeeld, Plan, Plandoel
from vliegwiel.ondersteuning.rules.koppeling import as_beeld
from vliegwiel.ondersteuning.rules.kwartaal import last_day


@dataclass(frozen=True)
class Plannenbeeld:
    """What may be told of the last quarter that was counted, in whole tens from ten."""

    begin: date
    plannen: int | None
    doelen: Mapping[str, int]

    def of_doel(self, doel_id: UUID) -> int | None:
        return self.doelen.get(str(doel_id))


def plans_of_quarter(gemeente_id: UUID, begin: date) -> dict[str, Any]:
    """What is kept of the plans as they were on the last day of a quarter. No persons are read."""
    last = last_day(begin)
    until = datetime.combine(last + DAY, time.min, ZONE)
    running = Q(gesloten_op__isnull=True) | Q(gesloten_op__gt=last)
    plans = Plan.objects.filter(running, gemeente_id=gemeente_id, begonnen_op__lte=last)
    held = ~Q(plandoel__status=Plandoel.Status.LOSGELATEN) | Q(plandoel__klaar_op__gte=until)
    links = Doelkoppeling.objects.filter(held, gemeente_id=gemeente_id, moment__lt=until)
    per_doel = links.values_list("doel_id").annotate(aantal=Count("dossier_id", distinct=True))
    return as_beeld(plans.count(), dict(per_doel))


def plans_told(gemeente_id: UUID) -> Plannenbeeld | None:
    """The last quarter that was counted; None before the first. One query."""
    rows = Kwartaalbeeld.objects.filter(gemeente_id=gemeente_id, beeld__has_key="plannen").order_by("-begin")
    found = rows.values_list("begin", "beeld").first()
    return Plannenbeeld(found[0], found[1]["plannen"], found[1]["doelen"]) if found else None
