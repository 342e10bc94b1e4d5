"""What this room adds to pages below it: meanings where words stand, search, what a Voorstel is about."""

from __future__ import annotations

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.registry import Betekenis as Shown
from vliegwiel.kern.registry import Over, Treffer
from vliegwiel.kern.search import matching
from vliegwiel.koers import queries
from vliegwiel.koers.models import Betekenis
from vliegwiel.samenspel.public import Voorstel

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


def search(kijker: Kijker, question: str) -> list[Treffer]:
    """Words of this gemeente that match the question."""
    if not kijker.aan(PRAKTIJK):
        return []
    slug = kijker.gemeente.slug
    rows = matching(queries.begrippen(kijker), question)[:SHOWN]
    return [Treffer("treffer.begrip", it.woord, reverse("begrip", args=[slug, it.sleutel])) for it in rows]


def about(kijker: Kijker, voorstel: Voorstel) -> list[Over]:
    """The word a Voorstel gives meaning to, if it does."""
    if not kijker.aan(PRAKTIJK):
        return []
    links = Betekenis.objects.filter(gemeente_id=kijker.gemeente_id, voorstel_id=voorstel.pk).select_related(
        "begrip"
    )
    slug = kijker.gemeente.slug
    return [Over(link.begrip.woord, reverse("begrip", args=[slug, link.begrip.sleutel])) for link in links]
