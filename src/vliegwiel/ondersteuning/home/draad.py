"""The rode draad through ondersteuning: from what the gemeente wants to a goal in a plan, and to who does what.

A plan is read on pages that are there to work on it, by who the policy lets. Everywhere else there is at most a number
of households: in whole tens, from ten, and only for who may see numbers (docs/huis/toegang.md).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.gemeenschap.public import Kijker, stappen
from vliegwiel.kern import registry
from vliegwiel.kern.registry import Draad
from vliegwiel.koers.public import Doel
from vliegwiel.ondersteuning.access.aantallen import sees_counts
from vliegwiel.ondersteuning.models import Plandoel
from vliegwiel.ondersteuning.queries.afspraak import goals_of
from vliegwiel.ondersteuning.queries.koppeling import households_per_doel, koppelingen
from vliegwiel.privacy.public import Zicht, zicht_op
from vliegwiel.samenspel.public import Afspraak
from vliegwiel.ui import sentences

SENTENCES = {
    "draad.plandoel": pgettext_lazy("rode draad", "Doel in het plan"),
    "draad.plannen": pgettext_lazy("rode draad", "In plannen"),
    "draad.plannen.aantal": _("Bij %(aantal)s of meer huishoudens"),
}
LETTERS = 90


def steps(kijker: Kijker, thing: Any, now: datetime) -> list[Draad]:
    """What of ondersteuning a thing comes from or leads to."""
    if kijker.medewerker is None or not kijker.aan("plan"):
        return []
    if isinstance(thing, Doel):
        return _counted(kijker, thing)
    if isinstance(thing, Plandoel):
        return _wanted(kijker, thing, zicht_op(kijker, [thing.dossier_id], now))
    if isinstance(thing, Afspraak) and thing.dossier_id is not None:
        return _goals(kijker, thing, zicht_op(kijker, [thing.dossier_id], now))
    return []


def _counted(kijker: Kijker, doel: Doel) -> list[Draad]:
    if not sees_counts(kijker):
        return []
    told = households_per_doel(kijker.gemeente_id, [doel.pk])
    return [Draad("ondersteuning", "plannen", params={"aantal": it}) for it in told.values()]


def _wanted(kijker: Kijker, goal: Plandoel, zicht: Zicht) -> list[Draad]:
    rows = koppelingen(kijker, zicht).filter(plandoel_id=goal.pk)
    slug = kijker.gemeente.slug
    pairs = [(it.doel.naam, reverse("koersdoel", args=[slug, it.doel_id])) for it in rows]
    return stappen("koers", "doel", pairs, van=True)


def _goals(kijker: Kijker, afspraak: Afspraak, zicht: Zicht) -> list[Draad]:
    slug = kijker.gemeente.slug
    pairs = [
        (Truncator(it.tekst).chars(LETTERS), reverse("doel", args=[slug, it.pk]))
        for it in goals_of(kijker, zicht, afspraak)
    ]
    return stappen("ondersteuning", "plandoel", pairs, van=True)


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.rode_draad.add("ondersteuning", steps, order=30)
