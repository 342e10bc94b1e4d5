"""Which Doelen of the gemeente the goals of plans contribute to: a link is read by who reads its goal, and nobody else.

Who may see numbers and no people gets how many households there were at the end of a quarter (`koppeling_tellen`).
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.database import rows_as_json
from vliegwiel.koers.public import PRAKTIJK_KOERS, Doel, lopend
from vliegwiel.koers.public import doelen as doelen_van_de_gemeente
from vliegwiel.ondersteuning.models import Doelkoppeling, Plandoel
from vliegwiel.ondersteuning.queries.plan_blad import Bijdraagt
from vliegwiel.privacy.public import Onderdeel, Zicht

MOST = 300  # a gemeente has about thirty doelen


def of_goals(zicht: Zicht) -> Q:
    """Links whose goal may be read."""
    return zicht.q(
        Onderdeel.DOEL,
        domein="plandoel__domein",
        persoon="plandoel__persoon_id",
        afgesloten="plandoel__afgesloten",
    )


def koppelingen(kijker: Kijker, zicht: Zicht) -> QuerySet[Doelkoppeling]:
    """The links this kijker may read; none where the gemeente does not work with doelen."""
    if not kijker.aan(PRAKTIJK_KOERS):
        return Doelkoppeling.objects.none()
    rows = Doelkoppeling.objects.filter(of_goals(zicht), gemeente_id=kijker.gemeente_id)
    return rows.select_related("doel", "plandoel").order_by("moment", "id")


def with_doelen(kijker: Kijker, goals: QuerySet[Plandoel]) -> QuerySet[Plandoel]:
    """Goals the kijker may read, each with the doelen it contributes to (see `doelen_of`), in the same question."""
    if not kijker.aan(PRAKTIJK_KOERS):
        return goals
    links = Doelkoppeling.objects.filter(
        gemeente_id=OuterRef(OuterRef("gemeente_id")), plandoel_id=OuterRef(OuterRef("pk"))
    )
    rows = Doel.objects.filter(gemeente_id=OuterRef("gemeente_id"), pk__in=links.values("doel_id"))
    return goals.annotate(draagt_bij=rows_as_json(rows.order_by("naam", "id").values("id", "naam")))


def doelen_of(goal: Plandoel) -> list[Bijdraagt]:
    """Of a goal from `with_doelen`: the doelen of the gemeente it contributes to."""
    found: Any = getattr(goal, "draagt_bij", None) or []
    return [Bijdraagt(UUID(str(pk)), naam) for pk, naam in found]


def to_choose(kijker: Kijker, today: date) -> list[Doel]:
    """The doelen that are pursued today, from a good life down to what we put in."""
    if not kijker.aan(PRAKTIJK_KOERS):
        return []
    rows = list(lopend(doelen_van_de_gemeente(kijker), today)[:MOST])
    places = {soort: place for place, soort in enumerate(Doel.Soort.values)}
    return sorted(rows, key=lambda it: (places[it.soort], it.naam, it.pk))
