"""Help follows its person: who left a household and lives in another takes along what has not ended.

Who works with the household they left reads it no more; who works with the new one does. Somebody with two homes keeps
it where it is. What came of calls and the facts stay as they were written, and are read through the provision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.privacy.public import Betrokkene, record_many

LOOKS_BACK = timedelta(days=31)  # a klok that stood still for a month misses nobody


@dataclass(frozen=True)
class Klok:
    """Who moves help on the day that was written down beforehand."""

    gemeente_id: UUID
    account_id: UUID | None = None
    naam: str = "Vliegwiel"


def follow_moves(gemeente_id: UUID, now: datetime) -> int:
    """Of whoever's stay ended lately: what has not moved along yet. For how many people it was tried."""
    today = day_of(now)
    stays = Betrokkene.objects.filter(
        gemeente_id=gemeente_id, persoon_id=OuterRef("persoon_id"), dossier_id=OuterRef("dossier_id")
    )
    left = stays.filter(einddatum__lt=today, einddatum__gte=today - LOOKS_BACK)
    stay = stays.filter(Q(einddatum__isnull=True) | Q(einddatum__gte=today))
    rows = Voorziening.objects.filter(
        Q(eind__isnull=True) | Q(eind__gte=today), Exists(left), ~Exists(stay), gemeente_id=gemeente_id
    ).filter(ingetrokken=False)
    people = set(rows.values_list("persoon_id", flat=True))
    for persoon_id in people:
        move_help(by=Klok(gemeente_id), now=now, persoon_id=persoon_id)
    return len(people)


def move_help(*, by: Kijker | Klok, now: datetime, persoon_id: UUID) -> None:
    """Called in the transaction of whoever writes that this person comes or goes; does nothing when nothing moves."""
    today = day_of(now)
    stays = Betrokkene.objects.filter(gemeente_id=by.gemeente_id, persoon_id=persoon_id)
    here = stays.filter(
        einddatum__isnull=True, begindatum__lte=today, dossier__gesloten_op__isnull=True
    ).select_related("dossier")
    homes = {row.dossier_id: row.dossier for row in here}
    if len(homes) != 1:
        return
    ((home, dossier),) = homes.items()
    elsewhere = stays.exclude(dossier_id=home).values("dossier_id")
    still = stays.filter(Q(einddatum__isnull=True) | Q(einddatum__gt=today)).values("dossier_id")
    rows = Voorziening.objects.filter(
        Q(eind__isnull=True) | Q(eind__gte=today),
        gemeente_id=by.gemeente_id,
        persoon_id=persoon_id,
        ingetrokken=False,
        dossier_id__in=elsewhere,
    ).exclude(dossier_id__in=still)
    moving = list(rows.select_for_update(of=("self",)).select_related("dossier"))
    if not moving:
        return
    changes = [
        (row.dossier_id, row.domein, row, {"dossier": (row.dossier.nummer, dossier.nummer)}) for row in moving
    ]
    record_many(by=by, changes=changes, now=now)
    for row in moving:
        row.dossier, row.gewijzigd_op = dossier, now
        row.stand += 1
    Voorziening.objects.bulk_update(moving, ["dossier", "gewijzigd_op", "stand"])
    record(by=by, action="voorziening.verhuisd", subject=dossier, now=now, aantal=len(moving))
