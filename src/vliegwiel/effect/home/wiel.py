"""The quarter effect on the page of the whole wheel: what we hope to see, and the figures."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vliegwiel.effect import access
from vliegwiel.effect.actions.klok import PRAKTIJK
from vliegwiel.effect.queries import beoogd, indicatoren
from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Wieldeel, Wielregel
from vliegwiel.samenspel.public import Voorstel
from vliegwiel.ui import sentences

SENTENCES = {
    "wiel.beoogd": _("Wat we hopen te zien"),
    "wiel.beoogd.leeg": _("Er is nog geen effect afgesproken."),
    "wiel.indicatoren": _("Waaraan we het zien"),
    "wiel.indicatoren.leeg": _("Er is nog geen cijfer om naar te kijken."),
}
MOST = 4


def parts(kijker: Kijker, now: datetime) -> list[Wieldeel]:
    """What was agreed last, and the figures."""
    if not kijker.aan(PRAKTIJK) or not access.reads_figures(kijker):
        return []
    slug = kijker.gemeente.slug
    agreed = beoogd(kijker, day_of(now)).filter(voorstel__status=Voorstel.Status.AANGENOMEN)
    hoped = tuple(Wielregel(it.titel, reverse("beoogd", args=[slug, it.pk])) for it in agreed[:MOST])
    rows = indicatoren(kijker).filter(einddatum__isnull=True)
    figures = tuple(Wielregel(it.naam, reverse("indicator", args=[slug, it.pk])) for it in rows[:MOST])
    return [
        Wieldeel("effect", "wiel.beoogd", hoped, "wiel.beoogd.leeg", reverse("effecten", args=[slug])),
        Wieldeel(
            "effect",
            "wiel.indicatoren",
            figures,
            "wiel.indicatoren.leeg",
            reverse("indicatoren", args=[slug]),
        ),
    ]


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.wiel.add("effect", parts, order=80)
