"""Beoogde effecten where people search, and where a Voorstel is about one."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet
from django.urls import reverse

from vliegwiel.effect import queries
from vliegwiel.effect.actions.klok import PRAKTIJK
from vliegwiel.effect.models import BeoogdEffect
from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import today
from vliegwiel.kern.registry import Over, Treffer, Zoekvraag
from vliegwiel.kern.search import matching
from vliegwiel.samenspel.public import Voorstel, beside

SHOWN = 12


def search(kijker: Kijker, question: str) -> list[Zoekvraag]:
    """Beoogde effecten that match the question."""
    if not kijker.aan(PRAKTIJK):
        return []
    slug = kijker.gemeente.slug
    rows = matching(queries.beoogd(kijker, today()), question).values_list("titel", "pk")[:SHOWN]
    return [
        Zoekvraag(rows, lambda it: Treffer("treffer.beoogd", it.titel, reverse("beoogd", args=[slug, it.pk])))
    ]


def about(kijker: Kijker, voorstel: Voorstel) -> list[Over]:
    """The beoogd effect a Voorstel agrees on, if it does."""
    return [Over(*it, "lees.beoogd", vast=True) for it in agreed_by(kijker, voorstel, today())]


def keeps_text(voorstel: Voorstel) -> bool:
    """Whether this Voorstel agrees on a beoogd effect: what was fixed beforehand is not reworded."""
    return BeoogdEffect.objects.filter(gemeente_id=voorstel.gemeente_id, voorstel_id=voorstel.pk).exists()


def agreed_by(kijker: Kijker, voorstel: Voorstel, day: date) -> list[tuple[str, str]]:
    """The beoogd effect, with its address."""
    slug = kijker.gemeente.slug
    rows = beside(kijker, voorstel, "beoogd", day)
    return [(titel, reverse("beoogd", args=[slug, UUID(pk)])) for titel, pk in rows]


def beside_voorstel(kijker: Kijker, day: date) -> QuerySet[BeoogdEffect, Any] | None:
    """The beoogd effect a Voorstel agrees on."""
    if not kijker.aan(PRAKTIJK):
        return None
    return queries.beoogd(kijker, day).filter(voorstel_id=OuterRef("pk")).values("titel", "id")
