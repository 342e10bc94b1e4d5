"""What a kijker may read of doelen: everyone with content reads them all; nobody where the practice is off."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import Gebied, Kijker, active
from vliegwiel.kern.database import rows_as_json
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
    return rows.filter(_pursued(today))


def _pursued(today: date, doel: str = "") -> Q:
    return Q(**{f"{doel}einddatum__isnull": True}) | Q(**{f"{doel}einddatum__gt": today})


def verbanden(kijker: Kijker) -> QuerySet[Doelverband]:
    """Which doel contributes to which, and which clash."""
    if not reads(kijker):
        return Doelverband.objects.none()
    return Doelverband.objects.filter(gemeente_id=kijker.gemeente_id).order_by("id")


def lopende_verbanden(kijker: Kijker, today: date) -> QuerySet[Doelverband]:
    """Of those, what ties two doelen that are both pursued today: years of others must not stand before them."""
    return verbanden(kijker).filter(_pursued(today, "van__"), _pursued(today, "naar__"))


def banden_van(kijker: Kijker, doel_id: UUID, today: date) -> QuerySet[Doelverband]:
    """What ties this doel, itself pursued or not, to others that are pursued today."""
    there = Q(_pursued(today, "naar__"), van_id=doel_id) | Q(_pursued(today, "van__"), naar_id=doel_id)
    return verbanden(kijker).filter(there).select_related("van", "naar")


def gebieden(kijker: Kijker, today: date) -> QuerySet[Gebied]:
    """The wijken and then the buurten of today, to choose from: in a large town not every buurt."""
    return Gebied.objects.filter(active(today), gemeente_id=kijker.gemeente_id).order_by("-soort", "naam")[
        :GEBIEDEN
    ]


def with_words(kijker: Kijker, rows: QuerySet[Doel]) -> QuerySet[Doel]:
    """Each doel with the words it is about, in the same question (see `words_of`)."""
    links = Doelbegrip.objects.filter(gemeente_id=kijker.gemeente_id, doel_id=OuterRef(OuterRef("pk")))
    words = begrippen(kijker).filter(pk__in=links.values("begrip_id")).values("woord", "sleutel")
    return rows.annotate(woorden=rows_as_json(words))


def words_of(doel: Doel) -> list[tuple[str, str]]:
    """Of a doel from `with_words`: each word and its address."""
    found: Any = getattr(doel, "woorden", None) or []
    return [(woord, sleutel) for woord, sleutel in found]


def begrippen_of(kijker: Kijker, doel: Doel) -> QuerySet[Begrip]:
    """The words a doel is about."""
    links = Doelbegrip.objects.filter(gemeente_id=kijker.gemeente_id, doel_id=doel.pk)
    return begrippen(kijker).filter(pk__in=links.values("begrip_id"))
