"""The quarter opdracht on the page of the whole wheel: what is asked of us, and what we ask."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Wieldeel, Wielregel
from vliegwiel.opdracht.queries import opdrachten, opgaven
from vliegwiel.opdracht.rules import PRAKTIJK
from vliegwiel.ui import sentences

SENTENCES = {
    "wiel.opgaven": _("Wat van ons gevraagd wordt"),
    "wiel.opgaven.leeg": _("Er is nog geen opgave."),
    "wiel.opdrachten": _("Wat wij vragen"),
    "wiel.opdrachten.leeg": _("Er is nog geen opdracht die je mag lezen."),
}
MOST = 4


def parts(kijker: Kijker, now: datetime) -> list[Wieldeel]:
    """The latest opgaven that still run, and the latest opdrachten this kijker may read."""
    if not kijker.aan(PRAKTIJK):
        return []
    slug = kijker.gemeente.slug
    href = reverse("opgaven", args=[slug])
    opgave_rows, opdracht_rows = at_once(
        opgaven(kijker).filter(einddatum__isnull=True).values_list("titel", "pk")[:MOST],
        opdrachten(kijker, day_of(now)).values_list("titel", "pk")[:MOST],
    )
    asked = tuple(Wielregel(titel, reverse("opgave", args=[slug, pk])) for titel, pk in opgave_rows)
    ours = tuple(Wielregel(titel, reverse("opdracht", args=[slug, pk])) for titel, pk in opdracht_rows)
    return [
        Wieldeel("opdracht", "wiel.opgaven", asked, "wiel.opgaven.leeg", href),
        Wieldeel("opdracht", "wiel.opdrachten", ours, "wiel.opdrachten.leeg", href),
    ]


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.wiel.add("opdracht", parts, order=50)
