"""The resident's own page: their three lines on their home, and corrections on a colleague's Vandaag."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.registry import Aandacht, Blok
from vliegwiel.ondersteuning.queries import correctie, inwoner
from vliegwiel.ondersteuning.queries.vandaag import rows_of
from vliegwiel.ui.filters import datum_kort


def who_does_what(kijker: Kijker, now: datetime) -> Blok | None:
    """The three lines and the button, on the home of a resident about whom something is known."""
    if kijker.inwoner is None or not kijker.aan("eigen_pagina"):
        return None
    blik = inwoner.sight_of(inwoner.as_resident(kijker), now)
    if not blik.bewoners:
        return None
    context = {"groepen": inwoner.groepen(blik), "eigen": blik.eigen}
    return Blok("ondersteuning/wie_doet_wat_blok.html", context, "werk")


def corrections(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """Corrections that wait for this colleague or their team, with the last day. Nobody's name or words."""
    return [
        Aandacht(
            code="correctie_vraagt",
            href=reverse("correctie", args=[kijker.gemeente.slug, it.ander]),
            weight=12,
            kwart="ondersteuning",
            params={"dag": datum_kort(it.dag), "icoon": "vraag"},
        )
        for it in rows_of(kijker, now, "correctie")
    ]


def something_to_correct(kijker: Kijker, now: datetime) -> bool:
    """Whether a correction waits for an answer."""
    return correctie.to_answer(kijker, now).exists()


def register() -> None:
    """Add this part to the pages below."""
    registry.thuis.add("ondersteuning.wie_doet_wat", who_does_what, order=5)
    registry.wacht.add("ondersteuning.correctie", something_to_correct, order=12)
    registry.aandacht.add("ondersteuning.correctie", corrections, order=12)
