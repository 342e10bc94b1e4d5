"""Writing in a plan: what it puts on Vandaag."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Aandacht
from vliegwiel.ondersteuning.queries.doel import due
from vliegwiel.ondersteuning.queries.vandaag import rows_of
from vliegwiel.privacy.public import Inzage, toon
from vliegwiel.ui.sentences import sentence


def look_back(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """Goals whose day to look back has come: of whom, and not what the goal says."""
    if kijker.medewerker is None or not kijker.aan("plan"):
        return []
    rows = rows_of(kijker, now, "doel")
    toon(kijker, Inzage.Soort.LIJST, [(it.persoon, it.ander) for it in rows if it.persoon])
    return [
        Aandacht(
            code="doel_terugkijken",
            href=reverse("terugblik", args=[kijker.gemeente.slug, it.pk]),
            weight=30,
            kwart="ondersteuning",
            params={
                "voor": it.tekst if it.vlag else sentence("voor_huishouden"),
                "icoon": "terugblik",
            },
        )
        for it in rows
    ]


def something_to_look_back_at(kijker: Kijker, now: datetime) -> bool:
    """Whether the day to look back at a goal has come."""
    return kijker.medewerker is not None and kijker.aan("plan") and due(kijker, now, day_of(now)).exists()


def register() -> None:
    """Add this part to the pages below."""
    registry.wacht.add("ondersteuning.terugblik", something_to_look_back_at, order=30)
    registry.aandacht.add("ondersteuning.terugblik", look_back, order=30)
