"""What this room adds to pages below it: Vandaag, the home page, search."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of, today
from vliegwiel.kern.registry import Aandacht, Blok, Treffer
from vliegwiel.kern.search import matching
from vliegwiel.samenspel import access, queries

SHOWN = 12


def asks_me(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """Proposals that wait for this kijker's answer."""
    day = day_of(now)
    if not kijker.sees_content:
        return []
    return [
        Aandacht(
            code="voorstel_vraagt",
            href=reverse("voorstel", args=[kijker.gemeente.slug, it.pk]),
            weight=20,
            kwart="koers",
            params={"titel": it.titel, "versie": it.laatste, "tafel": it.tafel.naam, "icoon": "vraag"},
        )
        for it in queries.asks_me(kijker, day)[:SHOWN]
    ]


def due_again(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """Adopted texts of the kijker's tables whose day to look back has come."""
    day = day_of(now)
    if not kijker.sees_content:
        return []
    return [
        Aandacht(
            code="terugkijken",
            href=reverse("voorstel", args=[kijker.gemeente.slug, it.pk]),
            weight=30,
            kwart="koers",
            params={"titel": it.titel, "tafel": it.tafel.naam, "icoon": "terugblik"},
        )
        for it in queries.due_again(kijker, day)[:SHOWN]
    ]


def my_tafels(kijker: Kijker, now: datetime) -> Blok | None:
    """The tables where this kijker sits; for a resident a line on their own page."""
    day = day_of(now)
    if not kijker.sees_content:
        return None
    mine = queries.own_zetels(kijker, day).values("tafel_id")
    rows = list(queries.tafels(kijker, day).filter(pk__in=mine).order_by("einddatum", "-begindatum", "-id")[:SHOWN])
    if not rows and kijker.inwoner:
        return None
    mag = access.can_start(kijker)
    return Blok("samenspel/blok_tafels.html", {"tafels": rows, "mag_beginnen": mag}, "werk" if kijker.inwoner else "context")


def search(kijker: Kijker, question: str) -> list[Treffer]:
    """Tables that hold every word of the question, among those the kijker may read."""
    slug = kijker.gemeente.slug
    rows = matching(queries.tafels(kijker, today()), question).order_by("-begindatum")[:SHOWN]
    return [Treffer("treffer.tafel", it.naam, reverse("tafel", args=[slug, it.pk])) for it in rows]
