"""Background work of this gemeente: what runs, waits or is parked. Never what it is about."""

from __future__ import annotations

from django.db.models import Case, IntegerField, QuerySet, Value, When

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Werk

KEEPERS = frozenset({Rol.BACKOFFICE, Rol.BEHEERDER})


def background_work(kijker: Kijker) -> QuerySet[Werk]:
    """What is not finished: parked first, then busy, then waiting; the longest first."""
    if kijker.rollen.isdisjoint(KEEPERS) or kijker.purpose != Purpose.BEHEER:
        return Werk.objects.none()
    order = (Werk.Status.GEPARKEERD, Werk.Status.BEZIG, Werk.Status.WACHT)
    first = Case(
        *(When(status=status, then=Value(place)) for place, status in enumerate(order)),
        output_field=IntegerField(),
    )
    rows = Werk.objects.filter(gemeente_id=kijker.gemeente_id, status__in=order)
    return rows.order_by(first, "gemaakt_op", "id")


def parked(kijker: Kijker) -> QuerySet[Werk]:
    return background_work(kijker).filter(status=Werk.Status.GEPARKEERD)
