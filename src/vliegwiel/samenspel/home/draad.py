"""The rode draad through the table: from what was said to a text, from what somebody brings to who does what."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import pgettext_lazy

from vliegwiel.gemeenschap.public import Kijker, stappen
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Draad
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.models import Afspraak, Bijdrage, Bijdrageafspraak, Gesprek, Onderbouwing, Voorstel
from vliegwiel.ui import sentences

SENTENCES = {
    "draad.gesprek": pgettext_lazy("rode draad", "Gezegd in"),
    "draad.tafel": pgettext_lazy("rode draad", "Aan tafel"),
    "draad.voorstel": pgettext_lazy("rode draad", "Voorstel"),
    "draad.bijdrage": pgettext_lazy("rode draad", "Bijdrage"),
    "draad.afspraak": pgettext_lazy("rode draad", "Dit spreken we af"),
}
PRAKTIJK_BIJDRAGEN = "praktijk.bijdragen"
MOST = 10  # rows asked for; `stappen` shows the first of them
LETTERS = 90  # of a text that stands beside another page


def steps(kijker: Kijker, thing: Any, now: datetime) -> list[Draad]:
    """What of the table a thing comes from or leads to; everything from tables the kijker may read."""
    if isinstance(thing, Voorstel):
        return _said(kijker, thing, now)
    if isinstance(thing, Gesprek):
        return _texts(kijker, thing, now)
    if isinstance(thing, Bijdrage):
        return _of_bijdrage(kijker, thing, now)
    if isinstance(thing, Afspraak) and thing.dossier_id is None:
        return _brought(kijker, thing, now)
    return []


def short(tekst: str) -> str:
    return Truncator(tekst).chars(LETTERS)


def _said(kijker: Kijker, voorstel: Voorstel, now: datetime) -> list[Draad]:
    """The talks whose words a text rests on, in any of its versions."""
    slug = kijker.gemeente.slug
    rows = queries.beside(kijker, voorstel, "gesprek", day_of(now))
    pairs = [(titel, reverse("gesprek", args=[slug, UUID(pk)])) for titel, pk in rows]
    return stappen(
        "koers", "gesprek", pairs, van=True, meer=reverse("gesprekken", args=[slug, voorstel.tafel_id])
    )


def talks(kijker: Kijker, today: date) -> QuerySet[Gesprek, Any]:
    """Those a Voorstel rests on."""
    rests = Onderbouwing.objects.filter(
        gemeente_id=kijker.gemeente_id,
        versie__voorstel_id=OuterRef(OuterRef("pk")),
        uitspraak__ingetrokken_op=None,
    )
    rows = queries.gesprekken(kijker, today).filter(pk__in=rests.values("uitspraak__gesprek_id"))
    return rows.values("titel", "id")[:MOST]


def _texts(kijker: Kijker, gesprek: Gesprek, now: datetime) -> list[Draad]:
    rests = Onderbouwing.objects.filter(
        gemeente_id=kijker.gemeente_id, uitspraak__gesprek_id=gesprek.pk, uitspraak__ingetrokken_op=None
    )
    rows = queries.voorstellen(kijker, day_of(now)).filter(pk__in=rests.values("versie__voorstel_id"))
    slug = kijker.gemeente.slug
    pairs = [(it.titel, reverse("voorstel", args=[slug, it.pk])) for it in rows[:MOST]]
    return stappen("koers", "voorstel", pairs, meer=reverse("tafel", args=[slug, gesprek.tafel_id]))


def _of_bijdrage(kijker: Kijker, bijdrage: Bijdrage, now: datetime) -> list[Draad]:
    """The table it was offered at (the page shows it), and what was agreed from it."""
    slug = kijker.gemeente.slug
    table = reverse("tafel", args=[slug, bijdrage.tafel_id])
    came = Bijdrageafspraak.objects.filter(gemeente_id=kijker.gemeente_id, bijdrage_id=bijdrage.pk)
    rows = queries.tafelafspraken(kijker, day_of(now)).filter(pk__in=came.values("afspraak_id"))
    pairs = [
        (short(it.tekst), reverse("tafel_afspraak", args=[slug, it.pk]))
        for it in rows.order_by("gemaakt_op", "id")[:MOST]
    ]
    return [
        Draad("koers", "tafel", bijdrage.tafel.naam, table, van=True),
        *stappen("opdracht", "afspraak", pairs),
    ]


def _brought(kijker: Kijker, afspraak: Afspraak, now: datetime) -> list[Draad]:
    found = queries.came_from(kijker, afspraak, day_of(now)) if kijker.aan(PRAKTIJK_BIJDRAGEN) else None
    if found is None:
        return []
    href = reverse("bijdrage", args=[kijker.gemeente.slug, found.pk])
    return [Draad("opdracht", "bijdrage", short(found.inhoud), href, van=True)]


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.bij_voorstel.add("gesprek", talks)
    registry.rode_draad.add("samenspel", steps, order=5)
