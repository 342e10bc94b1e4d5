"""The quarter koers on the page of the whole wheel: what we strive for, what we want, what we mean by our words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Wieldeel, Wielregel
from vliegwiel.koers import queries
from vliegwiel.koers.home.begrip import PRAKTIJK
from vliegwiel.koers.home.draad import doel_pairs
from vliegwiel.koers.models import Doel, Koerszin
from vliegwiel.ui import sentences

SENTENCES = {
    "wiel.koers": _("Waar we voor gaan"),
    "wiel.koers.leeg": _("Er is nog geen ambitie vastgesteld."),
    "wiel.doelen": _("Wat we willen bereiken"),
    "wiel.doelen.leeg": _("Er zijn nog geen doelen."),
    "wiel.begrippen": _("Wat we bedoelen met onze woorden"),
    "wiel.begrippen.leeg": _("Nog geen woord heeft een betekenis die jullie samen aannamen."),
    "doelsoort.leven": pgettext_lazy("soort doel", "Prettig leven"),
    "doelsoort.effect": pgettext_lazy("soort doel", "Effect in de samenleving"),
    "doelsoort.resultaat": pgettext_lazy("soort doel", "Resultaat"),
    "doelsoort.inspanning": pgettext_lazy("soort doel", "Inspanning"),
}
MOST = 4
HIGH = (Doel.Soort.LEVEN, Doel.Soort.EFFECT)


def parts(kijker: Kijker, now: datetime) -> list[Wieldeel]:
    """What of koers stands in the wheel; what is off is not there."""
    day = day_of(now)
    ambitie = queries.koerszinnen(kijker, day).filter(soort=Koerszin.Soort.AMBITIE)
    words = queries.adopted(kijker)
    words = words if kijker.aan(PRAKTIJK) else words.none()
    high = queries.lopend(queries.doelen(kijker), day).filter(soort__in=HIGH).order_by("-soort", "naam")
    zinnen, doelen, begrippen = at_once(
        ambitie.values_list("tekst")[:MOST],
        high.values_list("naam", "pk")[:MOST],
        words.values_list("woord", "sleutel")[:MOST],
    )
    found = [_koers(kijker, zinnen), _doelen(kijker, doelen)] if queries.reads(kijker) else []
    return [*found, _begrippen(kijker, begrippen)] if kijker.aan(PRAKTIJK) else found


def _koers(kijker: Kijker, rows: Iterable[Any]) -> Wieldeel:
    href = reverse("de_koers", args=[kijker.gemeente.slug])
    lines = tuple(Wielregel(it.tekst, href) for it in rows)
    return Wieldeel("koers", "wiel.koers", lines, "wiel.koers.leeg", href)


def _doelen(kijker: Kijker, rows: Iterable[Any]) -> Wieldeel:
    lines = tuple(Wielregel(*pair) for pair in doel_pairs(kijker, rows))
    href = reverse("doelen", args=[kijker.gemeente.slug])
    return Wieldeel("koers", "wiel.doelen", lines, "wiel.doelen.leeg", href)


def _begrippen(kijker: Kijker, rows: Iterable[Any]) -> Wieldeel:
    slug = kijker.gemeente.slug
    lines = tuple(Wielregel(it.woord, reverse("begrip", args=[slug, it.sleutel])) for it in rows)
    return Wieldeel(
        "koers", "wiel.begrippen", lines, "wiel.begrippen.leeg", reverse("begrippen", args=[slug])
    )


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.wiel.add("koers", parts, order=10)
