"""Tables and their texts on pages below: Vandaag, the home page, search, and when a colleague leaves."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, Medewerker, active
from vliegwiel.kern.clock import day_of, today
from vliegwiel.kern.registry import Aandacht, Blok, OpenWerk, Treffer, Zoekvraag
from vliegwiel.kern.search import matching
from vliegwiel.samenspel import access, queries
from vliegwiel.samenspel.actions import hand_over_seats
from vliegwiel.samenspel.home.eigen import SHOWN, eigen, teksten
from vliegwiel.samenspel.models import Zetel


def asks_me(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """Proposals that wait for this kijker's answer."""
    return [
        Aandacht(
            code="nog_niet_verwerkt" if it.eerder == "nog_niet" else "voorstel_vraagt",
            href=reverse("voorstel", args=[kijker.gemeente.slug, it.pk]),
            weight=20,
            kwart="koers",
            inwoner=True,
            params={"titel": it.titel, "versie": it.laatste, "tafel": it.tafel__naam, "icoon": "vraag"},
        )
        for it in teksten(kijker, now).vragen
    ]


def to_decide(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """Texts that nothing seems to hold back any more, for who may adopt them."""
    return [
        Aandacht(
            code="te_beslissen",
            href=reverse("voorstel", args=[kijker.gemeente.slug, it.pk]),
            weight=10,
            kwart="koers",
            inwoner=True,
            params={"titel": it.titel, "tafel": it.tafel__naam, "icoon": "vink"},
        )
        for it in teksten(kijker, now).beslissen
    ]


def due_again(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """Adopted texts of a resident's tables whose day to look back has come; a colleague gets an Aandachtspunt."""
    return [
        Aandacht(
            code="terugkijken",
            href=reverse("voorstel", args=[kijker.gemeente.slug, it.pk]),
            weight=30,
            kwart="koers",
            inwoner=True,
            params={"titel": it.titel, "tafel": it.tafel__naam, "icoon": "terugblik"},
        )
        for it in teksten(kijker, now).terugkijken
    ]


def waits(kijker: Kijker, now: datetime) -> bool:
    """Whether a text waits for my answer, or to be adopted."""
    day = day_of(now)
    return kijker.sees_content and (
        queries.asks_me(kijker, day).exists() or queries.to_decide(kijker, day).exists()
    )


def my_tafels(kijker: Kijker, now: datetime) -> Blok | None:
    """The tables where this kijker sits; for a resident a line on their own page."""
    if not kijker.sees_content:
        return None
    rows = eigen(kijker, now).tafels
    if not rows and kijker.inwoner:
        return None
    mag = access.can_start(kijker)
    return Blok(
        "samenspel/blok_tafels.html",
        {"tafels": rows, "mag_beginnen": mag},
        "werk" if kijker.inwoner else "context",
    )


def seats_of(kijker: Kijker, medewerker: Medewerker) -> OpenWerk | None:
    """How many seats a colleague who leaves has: a number for the beheerder, not which tables."""
    count = Zetel.objects.filter(
        active(today()), gemeente_id=kijker.gemeente_id, medewerker_id=medewerker.pk
    ).count()
    return OpenWerk("open_werk.zetels", count, {"aantal": count}) if count else None


def hand_over(*, medewerker: Medewerker, to: Medewerker | None, by: Kijker, now: datetime) -> None:
    """The seats of a colleague who leaves end, or go to somebody else."""
    hand_over_seats(by=by, now=now, medewerker_id=medewerker.pk, to=to)


def search(kijker: Kijker, question: str) -> list[Zoekvraag]:
    """Tables that hold every word of the question, among those the kijker may read."""
    slug = kijker.gemeente.slug
    rows = matching(queries.tafels(kijker, today()), question).order_by("-begindatum")
    return [
        Zoekvraag(
            rows.values_list("naam", "pk")[:SHOWN],
            lambda it: Treffer("treffer.tafel", it.naam, reverse("tafel", args=[slug, it.pk])),
        )
    ]
