"""The tables on the page of the whole wheel: where people talk about what we mean and want."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Wieldeel, Wielregel
from vliegwiel.samenspel import queries
from vliegwiel.ui import sentences

SENTENCES = {
    "wiel.tafels": _("Aan tafel"),
    "wiel.tafels.leeg": _("Er loopt nog geen tafel die je mag lezen."),
}
MOST = 4


def parts(kijker: Kijker, now: datetime) -> list[Wieldeel]:
    """The tables that were begun last, of those the kijker may read; never that of a household."""
    slug = kijker.gemeente.slug
    rows = queries.tafels(kijker, day_of(now)).filter(einddatum__isnull=True, dossier__isnull=True)
    lines = tuple(
        Wielregel(it.naam, reverse("tafel", args=[slug, it.pk])) for it in rows.order_by("-id")[:MOST]
    )
    return [Wieldeel("koers", "wiel.tafels", lines, "wiel.tafels.leeg", reverse("tafels", args=[slug]))]


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.wiel.add("samenspel", parts, order=40)
