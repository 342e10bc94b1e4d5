"""The rode draad through opdracht: from an opgave and the doelen to what we ask, and on to who brings what.

Every opdracht comes from `queries.opdrachten`: one that is not open yet is never a step for who may bid on it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from vliegwiel.gemeenschap.public import Kijker, stappen
from vliegwiel.kern import registry
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Draad
from vliegwiel.koers.public import Doel, doelen
from vliegwiel.opdracht.home.zoeken import laid_before
from vliegwiel.opdracht.models import Opdracht, Opdrachtbijdrage, Opgave, Paragraafdoel
from vliegwiel.opdracht.queries import opdrachten
from vliegwiel.opdracht.queries.blad import PRAKTIJK_BIJDRAGEN
from vliegwiel.opdracht.rules import PRAKTIJK
from vliegwiel.samenspel.public import Bijdrage, Voorstel, bijdragen
from vliegwiel.ui import sentences

SENTENCES = {
    "draad.opgave": pgettext_lazy("rode draad", "Opgave"),
    "draad.opdracht": pgettext_lazy("rode draad", "Opdracht"),
}
MOST = 10  # rows asked for; `stappen` shows the first of them
LETTERS = 90


def steps(kijker: Kijker, thing: Any, now: datetime) -> list[Draad]:
    """What of opdracht a thing comes from or leads to; nothing where the gemeente does not work with it."""
    if not kijker.aan(PRAKTIJK):
        return []
    if kijker.medewerker is None and isinstance(thing, Doel | Opgave):
        return []  # a resident at the table comes to an opdracht from there
    if isinstance(thing, Doel):
        return _asked_for(
            kijker, now, pk__in=_resting_on(kijker, doel_id=thing.pk).values("paragraaf__opdracht_id")
        )
    if isinstance(thing, Opgave):
        return _asked_for(kijker, now, opgave_id=thing.pk)
    if isinstance(thing, Voorstel):
        found = laid_before(kijker, thing, day_of(now))
        return stappen("opdracht", "opdracht", found, meer=reverse("opgaven", args=[kijker.gemeente.slug]))
    if isinstance(thing, Bijdrage):
        links = Opdrachtbijdrage.objects.filter(gemeente_id=kijker.gemeente_id, bijdrage_id=thing.pk)
        return _asked_for(kijker, now, pk__in=links.values("opdracht_id"))
    return _of_opdracht(kijker, thing, now) if isinstance(thing, Opdracht) else []


def _resting_on(kijker: Kijker, **which: Any) -> QuerySet[Paragraafdoel]:
    """Paragraphs as they stand, with a doel each rests on."""
    return Paragraafdoel.objects.filter(gemeente_id=kijker.gemeente_id, paragraaf__vervallen_op=None, **which)


def _asked_for(kijker: Kijker, now: datetime, **which: Any) -> list[Draad]:
    slug = kijker.gemeente.slug
    rows = opdrachten(kijker, day_of(now)).filter(**which).values_list("titel", "pk")[:MOST]
    pairs = [(titel, reverse("opdracht", args=[slug, pk])) for titel, pk in rows]
    return stappen("opdracht", "opdracht", pairs, meer=reverse("opgaven", args=[slug]))


def _of_opdracht(kijker: Kijker, opdracht: Opdracht, now: datetime) -> list[Draad]:
    """The opgave and the doelen it comes from, and what people bring; in one question."""
    slug = kijker.gemeente.slug
    goals, brought = at_once(_doelen(kijker, opdracht), _brought(kijker, opdracht, now))
    above = [(naam, reverse("koersdoel", args=[slug, pk])) for naam, pk in goals]
    pairs = [(_short(inhoud), reverse("bijdrage", args=[slug, pk])) for inhoud, pk in brought]
    return [
        *_opgave(kijker, opdracht),
        *stappen("koers", "doel", above, van=True, meer=reverse("doelen", args=[slug])),
        *stappen("opdracht", "bijdrage", pairs, meer=reverse("bijdragen", args=[slug, opdracht.tafel_id])),
    ]


def _opgave(kijker: Kijker, opdracht: Opdracht) -> list[Draad]:
    """A resident at its table reads the opdracht, and no opgaven."""
    if kijker.medewerker is None:
        return []
    href = reverse("opgave", args=[kijker.gemeente.slug, opdracht.opgave_id])
    return [Draad("opdracht", "opgave", opdracht.opgave.titel, href, van=True)]


def _doelen(kijker: Kijker, opdracht: Opdracht) -> QuerySet[Doel, Any]:
    rests = _resting_on(kijker, paragraaf__opdracht_id=opdracht.pk)
    rows = doelen(kijker).filter(pk__in=rests.values("doel_id"))
    return (rows if kijker.medewerker else rows.none()).values_list("naam", "pk")[:MOST]


def _brought(kijker: Kijker, opdracht: Opdracht, now: datetime) -> QuerySet[Bijdrage, Any]:
    links = Opdrachtbijdrage.objects.filter(gemeente_id=kijker.gemeente_id, opdracht_id=opdracht.pk)
    rows = bijdragen(kijker, day_of(now)).exclude(status=Bijdrage.Status.INGETROKKEN)
    rows = rows.filter(pk__in=links.values("bijdrage_id"))
    return (rows if kijker.aan(PRAKTIJK_BIJDRAGEN) else rows.none()).values_list("inhoud", "pk")[:MOST]


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= LETTERS else f"{tekst[: LETTERS - 1].rstrip()}…"


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.rode_draad.add("opdracht", steps, order=20)
