"""Looking back: an expectation and a day fixed beforehand, and once, what became of it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.privacy.public import Dossier, Persoon
from vliegwiel.samenspel.models import Terugblik
from vliegwiel.samenspel.refusals import CannotLookBack, refuse
from vliegwiel.samenspel.rules import terugblik as regels


@transaction.atomic
def fix_terugblik(
    *,
    by: Kijker,
    now: datetime,
    verwachting: str,
    kijken_op: date | None,
    dossier: Dossier | None = None,
    domein: str = "",
    persoon: Persoon | None = None,
) -> Terugblik:
    """Write down beforehand what we expect and when we look back. Whether somebody may is for the room that asks.

    Raises:
        CannotLookBack: verwachting_ontbreekt, kijkdag_ontbreekt, kijkdag_niet_later.
    """
    refuse(CannotLookBack, regels.can_fix(verwachting, kijken_op, day_of(now)))
    assert kijken_op is not None
    row = Terugblik.objects.create(
        gemeente_id=by.gemeente_id,
        dossier=dossier,
        domein=domein,
        persoon=persoon,
        verwachting=verwachting.strip(),
        kijken_op=kijken_op,
    )
    record(by=by, action="terugblik.afgesproken", subject=row, now=now, dag=str(kijken_op))
    return row


@transaction.atomic
def look_back(
    *, by: Kijker, now: datetime, terugblik: Terugblik, gebeurd: str, oordeel: str, geleerd: str = ""
) -> Terugblik:
    """What happened, houden, aanpassen or stoppen, and what we learned: once.

    Raises:
        CannotLookBack: al_teruggekeken, gebeurd_ontbreekt, oordeel_ontbreekt.
    """
    row = Terugblik.objects.select_for_update().get(gemeente_id=by.gemeente_id, pk=terugblik.pk)
    refuse(CannotLookBack, regels.can_look_back(row.teruggekeken_op is not None, gebeurd, oordeel))
    row.gebeurd, row.oordeel, row.geleerd, row.teruggekeken_op = (
        gebeurd.strip(),
        oordeel,
        geleerd.strip(),
        now,
    )
    row.save(update_fields=["gebeurd", "oordeel", "geleerd", "teruggekeken_op"])
    record(by=by, action="terugblik.gedaan", subject=row, now=now, oordeel=oordeel)
    return row


@transaction.atomic
def look_back_now(
    *,
    by: Kijker,
    now: datetime,
    dossier: Dossier,
    verwachting: str,
    gebeurd: str,
    oordeel: str,
    geleerd: str = "",
) -> Terugblik:
    """At an end (closing a plan): what was hoped for at the beginning, and at once what became of it.

    Raises:
        CannotLookBack: verwachting_ontbreekt, gebeurd_ontbreekt, oordeel_ontbreekt.
    """
    if not verwachting.strip():
        raise CannotLookBack("verwachting_ontbreekt")
    row = Terugblik.objects.create(
        gemeente_id=by.gemeente_id, dossier=dossier, verwachting=verwachting.strip(), kijken_op=day_of(now)
    )
    return look_back(by=by, now=now, terugblik=row, gebeurd=gebeurd, oordeel=oordeel, geleerd=geleerd)
