"""What a kijker may read of doelen: everyone with content reads them all; nobody where the practice is off."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.public import Gebied, Kijker, active
from vliegwiel.koers.models import Begrip, Doel, Doelbegrip, Doelverband
from vliegwiel.koers.queries.begrip import begrippen

PRAKTIJK = "praktijk.koers"
GEBIEDEN = 200  # wijken and buurten to choose from


def reads(kijker: Kijker) -> bool:
    """Whether the Koers and the doelen are on this kijker's screen at all."""
    return kijker.sees_content and kijker.aan(PRAKTIJK)


def doelen(kijker: Kijker) -> QuerySet[Doel]:
    """Every doel of this gemeente, also what is no longer pursued (`lopend` takes those away), by name."""
    if not reads(kijker):
        return Doel.objects.none()
    return Doel.objects.filter(gemeente_id=kijker.gemeente_id).order_by("naam", "id")


def lopend(rows: QuerySet[Doel], today: date) -> QuerySet[Doel]:
    """Of these doelen, those pursued today."""
    return rows.filter(Q(einddatum__isnull=True) | Q(einddatum__gt=today))


def verbanden(kijker: Kijker) -> QuerySet[Doelverband]:
    """Which doel contributes to which, and which clash."""
    if not reads(kijker):
        return Doelverband.objects.none()
    return Doelverband.objects.filter(gemeente_id=kijker.gemeente_id).order_by("id")


def gebieden(kijker: Kijker, today: date) -> QuerySet[Gebied]:
    """The wijken and buurten of today, to choose from."""
    return Gebied.objects.filter(active(today), gemeente_id=kijker.gemeente_id).order_by("soort", "naam")[
        :GEBIEDEN
    ]


def begrippen_of(kijker: Kijker, doel: Doel) -> QuerySet[Begrip]:
    """The words a doel is about."""
    links = Doelbegrip.objects.filter(gemeente_id=kijker.gemeente_id, doel_id=doel.pk)
    return begrippen(kijker).filter(pk__in=links.values("begrip_id"))
