"""Opgaven and opdrachten in search, and what a Voorstel is about: only what this kijker may read."""

from __future__ import annotations

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import today
from vliegwiel.kern.registry import Over, Treffer
from vliegwiel.kern.search import matching
from vliegwiel.opdracht import queries
from vliegwiel.opdracht.rules import PRAKTIJK
from vliegwiel.samenspel.public import Voorstel

SHOWN = 12


def search(kijker: Kijker, question: str) -> list[Treffer]:
    """What matches, opgaven first."""
    if not kijker.aan(PRAKTIJK):
        return []
    slug = kijker.gemeente.slug
    asked = matching(queries.opgaven(kijker), question)[:SHOWN]
    found = [Treffer("treffer.opgave", it.titel, reverse("opgave", args=[slug, it.pk])) for it in asked]
    texts = matching(queries.opdrachten(kijker, today()), question)[:SHOWN]
    return found + [
        Treffer("treffer.opdracht", it.titel, reverse("opdracht", args=[slug, it.pk]), it.opgave.titel)
        for it in texts
    ]


def about(kijker: Kijker, voorstel: Voorstel) -> list[Over]:
    """The opdracht a Voorstel lays before the table; nothing for who may not read it."""
    if not kijker.aan(PRAKTIJK):
        return []
    rows = queries.opdrachten(kijker, today()).filter(voorstel_id=voorstel.pk)[:1]
    return [Over(it.titel, reverse("opdracht", args=[kijker.gemeente.slug, it.pk])) for it in rows]
