"""The quarter effect on the page of the whole wheel: what we hope to see, and the figures."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vliegwiel.effect import access
from vliegwiel.effect.actions.klok import PRAKTIJK
from vliegwiel.effect.queries import agreed, indicatoren
from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.registry import Wieldeel, Wielregel
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
    effects, measured = at_once(
        agreed(kijker).values_list("titel", "pk")[:MOST],
        indicatoren(kijker).filter(einddatum__isnull=True).values_list("naam", "pk")[:MOST],
    )
    hoped = tuple(Wielregel(titel, reverse("beoogd", args=[slug, pk])) for titel, pk in effects)
    figures = tuple(Wielregel(naam, reverse("indicator", args=[slug, pk])) for naam, pk in measured)
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
