"""Organisations that take part here. Those of other gemeenten are nowhere to be seen."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.kijker import Kijker, active
from vliegwiel.gemeenschap.models import Deelname
from vliegwiel.gemeenschap.queries.people import manages


def organisations(kijker: Kijker, today: date) -> QuerySet[Deelname]:
    """Organisations that take part here today."""
    return _here(kijker).filter(active(today)).order_by("organisatie__naam")


def taking_part(kijker: Kijker, today: date) -> QuerySet[Deelname]:
    """Those that take part, with one that is going to stop; for a beheerder only."""
    if not manages(kijker):
        return Deelname.objects.none()
    rows = _here(kijker).filter(Q(einddatum__isnull=True) | Q(einddatum__gte=today))
    return rows.order_by("organisatie__naam")


def took_part(kijker: Kijker, today: date) -> QuerySet[Deelname]:
    """Those that stopped, the last one first; for a beheerder only."""
    if not manages(kijker):
        return Deelname.objects.none()
    return _here(kijker).filter(einddatum__lt=today).order_by("-einddatum", "organisatie__naam")


def organisation(kijker: Kijker, pk: UUID) -> Deelname | None:
    """One organisation that takes part here or did; None when there is no such one."""
    return _here(kijker).filter(pk=pk).first() if manages(kijker) else None


def _here(kijker: Kijker) -> QuerySet[Deelname]:
    return Deelname.objects.filter(gemeente_id=kijker.gemeente_id).select_related("organisatie")
