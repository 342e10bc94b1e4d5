"""Beoogde effecten where people search, and where a Voorstel is about one."""

from __future__ import annotations

from django.urls import reverse

from vliegwiel.effect import queries
from vliegwiel.effect.actions.klok import PRAKTIJK
from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import today
from vliegwiel.kern.registry import Over, Treffer
from vliegwiel.kern.search import matching
from vliegwiel.samenspel.public import Voorstel

SHOWN = 12


def search(kijker: Kijker, question: str) -> list[Treffer]:
    """Beoogde effecten that match the question."""
    if not kijker.aan(PRAKTIJK):
        return []
    slug = kijker.gemeente.slug
    rows = matching(queries.beoogd(kijker, today()), question)[:SHOWN]
    return [Treffer("treffer.beoogd", it.titel, reverse("beoogd", args=[slug, it.pk])) for it in rows]


def about(kijker: Kijker, voorstel: Voorstel) -> list[Over]:
    """The beoogd effect a Voorstel agrees on, if it does."""
    if not kijker.aan(PRAKTIJK):
        return []
    slug = kijker.gemeente.slug
    rows = queries.beoogd(kijker, today()).filter(voorstel_id=voorstel.pk)
    return [Over(it.titel, reverse("beoogd", args=[slug, it.pk])) for it in rows]
