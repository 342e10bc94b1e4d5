"""What this room adds to pages below it: meanings where words stand, search, what a Voorstel is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import today
from vliegwiel.kern.registry import Betekenis as Shown
from vliegwiel.kern.registry import Over, Treffer, Zoekvraag
from vliegwiel.kern.search import matching
from vliegwiel.koers import queries
from vliegwiel.koers.models import Begrip, Betekenis
from vliegwiel.samenspel.public import Voorstel, beside

PRAKTIJK = "praktijk.begrippen"
SHOWN = 12
MOST_WORDS = 200  # a gemeente has a few dozen words; more would be a dictionary


def meanings(kijker: Kijker) -> list[Shown]:
    """Every adopted meaning of this gemeente; one query."""
    if not kijker.aan(PRAKTIJK):
        return []
    rows = queries.adopted(kijker)[:MOST_WORDS]
    slug = kijker.gemeente.slug
    return [Shown(it.woord, it.betekenis, reverse("begrip", args=[slug, it.sleutel])) for it in rows]  # type: ignore[attr-defined]


def search(kijker: Kijker, question: str) -> list[Zoekvraag]:
    """Words of this gemeente that match the question."""
    if not kijker.aan(PRAKTIJK):
        return []
    slug = kijker.gemeente.slug
    rows = matching(queries.begrippen(kijker), question).values_list("woord", "sleutel")[:SHOWN]
    return [
        Zoekvraag(
            rows, lambda it: Treffer("treffer.begrip", it.woord, reverse("begrip", args=[slug, it.sleutel]))
        )
    ]


def about(kijker: Kijker, voorstel: Voorstel) -> list[Over]:
    """The word a Voorstel gives meaning to, if it does."""
    return [Over(*it) for it in words(kijker, voorstel, today())]


def words(kijker: Kijker, voorstel: Voorstel, day: date) -> list[tuple[str, str]]:
    """The word, with its address."""
    slug = kijker.gemeente.slug
    rows = beside(kijker, voorstel, "begrip", day)
    return [(woord, reverse("begrip", args=[slug, sleutel])) for woord, sleutel in rows]


def beside_voorstel(kijker: Kijker, day: date) -> QuerySet[Begrip, Any] | None:
    """The word a Voorstel gives meaning to."""
    if not kijker.aan(PRAKTIJK):
        return None
    here = {"gemeente_id": kijker.gemeente_id}
    links = Betekenis.objects.filter(**here, voorstel_id=OuterRef(OuterRef("pk")))
    return Begrip.objects.filter(**here, pk__in=links.values("begrip_id")).values("woord", "sleutel")
