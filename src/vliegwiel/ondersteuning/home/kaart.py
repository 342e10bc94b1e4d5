"""One card by link: answers on the Vandaag of who made it."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.registry import Aandacht
from vliegwiel.ondersteuning.models import Kaart
from vliegwiel.ondersteuning.queries import kaart
from vliegwiel.ondersteuning.queries.vandaag import Regel, rows_of


def answers(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """What was answered on cards this colleague made; not which task, nor for whom."""
    if not kijker.aan("kaart"):
        return []
    return [_card(kijker, it) for it in rows_of(kijker, now, "kaart")]


def something_answered(kijker: Kijker, now: datetime) -> bool:
    """Whether somebody answered on a card."""
    return kijker.aan("kaart") and kaart.answered(kijker).exists()


def _card(kijker: Kijker, it: Regel) -> Aandacht:
    href = reverse("kaart_maken", args=[kijker.gemeente.slug, it.ander])
    params = {"icoon": "vink" if it.tekst == Kaart.Antwoord.GEDAAN else "vraag"}
    if it.tekst == Kaart.Antwoord.GEDAAN:
        return Aandacht(code="kaart_gedaan", href=href, weight=25, kwart="ondersteuning", params=params)
    return Aandacht(code="kaart_lukt_niet", href=href, weight=15, kwart="ondersteuning", params=params)


def register() -> None:
    """Add this part to the pages below."""
    registry.wacht.add("ondersteuning.kaart", something_answered, order=25)
    registry.aandacht.add("ondersteuning.kaart", answers, order=25)
