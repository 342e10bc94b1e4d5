"""Goals of plans that a kijker may read."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.models import Plandeel, Plandoel
from vliegwiel.privacy.public import (
    Onderdeel,
    Relatie,
    Zicht,
    betrokkenheden,
    dossier_ids,
    remembered,
    zicht_op,
)


def doelen(kijker: Kijker, zicht: Zicht) -> QuerySet[Plandoel]:
    """The goals this kijker may read."""
    rows = Plandoel.objects.filter(zicht.q(Onderdeel.DOEL), gemeente_id=kijker.gemeente_id)
    return rows.select_related("terugblik", "persoon", "dossier")


def running(kijker: Kijker, zicht: Zicht, dossier_id: UUID) -> list[Plandoel]:
    """The goals of one household that an afspraak can serve."""
    rows = doelen(kijker, zicht).filter(dossier_id=dossier_id, status=Plandoel.Status.LOOPT)
    return list(rows.order_by("gemaakt_op", "id"))


def sight_at(kijker: Kijker, model: type[Plandoel] | type[Plandeel], pk: UUID, now: datetime) -> Zicht:
    """What the kijker may see of the dossier a row belongs to, before it is known whether they may read that row."""
    rows = model._default_manager.filter(gemeente_id=kijker.gemeente_id, pk=pk)
    dossier = rows.values_list("dossier_id", flat=True).first()
    return zicht_op(kijker, [dossier] if dossier else [], now)


def due(kijker: Kijker, now: datetime, today: date) -> QuerySet[Plandoel]:
    """Goals whose day to look back has come: of who works in that domain, and general ones of who works there at all.

    What it is about does not come along: only that it is time.
    """
    rows = Plandoel.objects.filter(
        Q(domein="") | _in_my_domain(kijker, now, today),
        gemeente_id=kijker.gemeente_id,
        dossier_id__in=dossier_ids(kijker, now, Onderdeel.DEELNEMER),
        status=Plandoel.Status.LOOPT,
        terugblik__kijken_op__lte=today,
        terugblik__teruggekeken_op__isnull=True,
    )
    return rows.select_related("persoon").order_by("terugblik__kijken_op", "id")


def _in_my_domain(kijker: Kijker, now: datetime, today: date) -> Q:
    """Rows of a domain in which this colleague, or a team of theirs, works with that household."""
    stand = remembered(kijker, now)
    if stand is None:
        mine = betrokkenheden(kijker, today).filter(dossier_id=OuterRef("dossier_id"))
        return Q(Exists(mine.filter(domein=OuterRef("domein"))))
    found: dict[str, list[UUID]] = defaultdict(list)
    for dossier, facts in stand.feiten.items():
        for domein in {fact.domein for fact in facts if fact.relatie == Relatie.IN_DIT_DOMEIN} - {""}:
            found[domein].append(dossier)
    rows = [Q(domein=domein, dossier_id__in=sorted(ids)) for domein, ids in found.items()]
    return reduce(or_, rows, Q(pk__in=[]))
