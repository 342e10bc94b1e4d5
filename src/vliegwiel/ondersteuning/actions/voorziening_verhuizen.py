"""Help follows its person: who left a household and lives in another takes along what has not ended.

Who works with the household they left reads it no more; who works with the new one does. Somebody with two homes keeps
it where it is. What came of calls and the facts stay as they were written, and are read through the provision.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.privacy.public import Betrokkene, record_many


def move_help(*, by: Kijker, now: datetime, persoon_id: UUID) -> None:
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
