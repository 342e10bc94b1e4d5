"""Opgaven and opdrachten in search, and what a Voorstel is about: only what this kijker may read."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import today
from vliegwiel.kern.registry import Over, Treffer, Zoekvraag
from vliegwiel.kern.search import matching
from vliegwiel.opdracht import queries
from vliegwiel.opdracht.models import Opdracht
from vliegwiel.opdracht.rules import PRAKTIJK
from vliegwiel.samenspel.public import Voorstel, beside

SHOWN = 12
MOST = 10


def search(kijker: Kijker, question: str) -> list[Zoekvraag]:
    """What matches, opgaven first."""
    if not kijker.aan(PRAKTIJK):
        return []
    slug = kijker.gemeente.slug
    asked = matching(queries.opgaven(kijker), question).values_list("titel", "pk")
    texts = matching(queries.opdrachten(kijker, today()), question).values_list(
        "titel", "pk", "opgave__titel"
    )

    def opgave(it: Any) -> Treffer:
        return Treffer("treffer.opgave", it.titel, reverse("opgave", args=[slug, it.pk]))

    def opdracht(it: Any) -> Treffer:
        href = reverse("opdracht", args=[slug, it.pk])
        return Treffer("treffer.opdracht", it.titel, href, it.opgave__titel)

    return [Zoekvraag(asked[:SHOWN], opgave), Zoekvraag(texts[:SHOWN], opdracht)]


def about(kijker: Kijker, voorstel: Voorstel) -> list[Over]:
    """The opdracht a Voorstel lays before the table; nothing for who may not read it."""
    found = laid_before(kijker, voorstel, today())[:1]
    return [Over(titel, href, "lees.opdracht", vast=True) for titel, href in found]


def keeps_text(voorstel: Voorstel) -> bool:
    """Whether this Voorstel lays an opdracht before its table, whoever asks: its own text never changes."""
    return Opdracht.objects.filter(gemeente_id=voorstel.gemeente_id, voorstel_id=voorstel.pk).exists()


def laid_before(kijker: Kijker, voorstel: Voorstel, day: date) -> list[tuple[str, str]]:
    """The opdracht, with its address."""
    slug = kijker.gemeente.slug
    rows = beside(kijker, voorstel, "opdracht", day)
    return [(titel, reverse("opdracht", args=[slug, UUID(pk)])) for titel, pk in rows]


def beside_voorstel(kijker: Kijker, day: date) -> QuerySet[Opdracht, Any] | None:
    """The opdracht a Voorstel lays before the table."""
    if not kijker.aan(PRAKTIJK) or not kijker.sees_content:
        return None
    return queries.opdrachten(kijker, day).filter(voorstel_id=OuterRef("pk")).values("titel", "id")[:MOST]
