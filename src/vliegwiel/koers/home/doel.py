"""Doelen and sentences on pages below: search, what a Voorstel is about, the toetsvragen of the mensbeeld."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import pgettext

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.clock import today
from vliegwiel.kern.registry import Over, Treffer, Zoekvraag
from vliegwiel.kern.search import matching
from vliegwiel.koers import queries
from vliegwiel.koers.models import Koerszin
from vliegwiel.koers.queries.doel import PRAKTIJK as PRAKTIJK_KOERS
from vliegwiel.samenspel.public import Voorstel, beside

__all__ = ["PRAKTIJK_KOERS", "about", "register", "search", "toetsvragen"]

SHOWN = 12
QUESTIONS = 12  # beside a choice one reads a few questions, not a list


def search(kijker: Kijker, question: str) -> list[Zoekvraag]:
    """Doelen of this gemeente that match the question, also those that were stopped."""
    if not queries.reads(kijker):
        return []
    slug = kijker.gemeente.slug
    rows = matching(queries.doelen(kijker), question).values_list("naam", "pk")[:SHOWN]
    return [
        Zoekvraag(rows, lambda it: Treffer("treffer.doel", it.naam, reverse("koersdoel", args=[slug, it.pk])))
    ]


def about(kijker: Kijker, voorstel: Voorstel) -> list[Over]:
    """The page where a Voorstel comes to stand when it is a sentence of our course."""
    rows = beside(kijker, voorstel, "koerszin", today())
    slug = kijker.gemeente.slug
    adopted = voorstel.status == Voorstel.Status.AANGENOMEN
    return [
        Over(
            pgettext("menu", "Mensbeeld"),
            reverse("mensbeeld", args=[slug]),
            "lees.mensbeeld" if adopted else "",
        )
        if soort == Koerszin.Soort.MENSBEELD
        else Over(
            pgettext("menu", "De Koers"), reverse("de_koers", args=[slug]), "lees.koers" if adopted else ""
        )
        for soort in rows
    ]


def beside_voorstel(kijker: Kijker, day: date) -> QuerySet[Koerszin, Any] | None:
    """Which kind of sentence of our course a Voorstel is, if it is one."""
    if not queries.reads(kijker):
        return None
    rows = Koerszin.objects.filter(gemeente_id=kijker.gemeente_id, voorstel_id=OuterRef("pk"))
    return rows.values("soort")


def toetsvragen(kijker: Kijker, day: date) -> QuerySet[Koerszin, Any] | None:
    """The questions of the mensbeeld that holds, in their order."""
    if not queries.reads(kijker):
        return None
    rows = queries.koerszinnen(kijker, day).filter(soort=Koerszin.Soort.MENSBEELD)
    return rows.exclude(toetsvraag="").values("toetsvraag")[:QUESTIONS]


def register() -> None:
    """Add every part once, at start-up."""
    registry.zoeken.add("koers.doel", search, order=12)
    registry.over.add("koers.koerszin", about)
    registry.bij_voorstel.add("koerszin", beside_voorstel)
    registry.toetsvragen.add("koers.mensbeeld", toetsvragen)
