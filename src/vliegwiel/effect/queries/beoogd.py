"""Beoogde effecten: what was agreed is for every colleague; what lies before a table, for who reads that table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from vliegwiel.effect.models import BeoogdEffect, Bevinding
from vliegwiel.effect.queries.cijfer import Reeks, points, reads_figures
from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.samenspel.public import Voorstel, gesprekken, voorstellen

MOST_FOUND = 50


def beoogd(kijker: Kijker, today: date) -> QuerySet[BeoogdEffect]:
    """Newest first, each with whether its Voorstel may be read (`voorstel_leesbaar`); not what was taken off the
    table."""
    readable = voorstellen(kijker, today).order_by().filter(pk=OuterRef("voorstel_id"))
    rows = BeoogdEffect.objects.filter(gemeente_id=kijker.gemeente_id)
    rows = rows.annotate(voorstel_leesbaar=Exists(readable))
    may = Q(voorstel_leesbaar=True)
    if reads_figures(kijker):
        may |= Q(voorstel__status=Voorstel.Status.AANGENOMEN)
    rows = rows.filter(may)
    rows = rows.exclude(voorstel__status=Voorstel.Status.INGETROKKEN)
    return rows.select_related("doel", "indicator", "gebied", "voorstel__tafel").order_by("-id")


def agreed(kijker: Kijker) -> QuerySet[BeoogdEffect]:
    """Of those the ones that were adopted: for who reads figures, so no table needs to be looked at."""
    if not reads_figures(kijker):
        return BeoogdEffect.objects.none()
    rows = BeoogdEffect.objects.filter(gemeente_id=kijker.gemeente_id)
    return rows.filter(voorstel__status=Voorstel.Status.AANGENOMEN).order_by("-id")


@dataclass(frozen=True)
class Getoond:
    """A beoogd effect with its figures. The opdracht is shown by the rode draad, to who may read that."""

    rij: BeoogdEffect
    reeks: Reeks

    @property
    def afgesproken(self) -> bool:
        return bool(self.rij.voorstel.status == Voorstel.Status.AANGENOMEN)


def with_figures(kijker: Kijker, rows: Iterable[BeoogdEffect]) -> list[Getoond]:
    """Each with what is shown of its figure in its gebied."""
    every = list(rows)
    found = points(kijker, [(it.indicator, it.gebied_id) for it in every])
    return [Getoond(it, found[it.indicator_id, it.gebied_id]) for it in every]


def findings(kijker: Kijker, row: BeoogdEffect, today: date) -> Sequence[tuple[Bevinding, bool]]:
    """What came of it at tables and in steps, newest first, and whether this kijker may read it."""
    rows = Bevinding.objects.filter(gemeente_id=kijker.gemeente_id, beoogd_id=row.pk)
    listed = list(rows.select_related("medewerker", "afspraak").order_by("-moment", "-id")[:MOST_FOUND])
    talks = gesprekken(kijker, today).filter(pk__in=[it.gesprek_id for it in listed if it.gesprek_id])
    readable = set(talks.order_by().values_list("pk", flat=True))
    return [(it, it.gesprek_id is None or it.gesprek_id in readable) for it in listed]
