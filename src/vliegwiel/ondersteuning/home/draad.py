"""The rode draad through ondersteuning: from what the gemeente wants to a goal in a plan, and to who does what.

A plan is read on pages that are there to work on it, by who the policy lets. Everywhere else there is at most a number
of households: as it was at the end of the last quarter that was counted, in whole tens, from ten, and only for who may
see numbers (docs/huis/toegang.md).
"""

from __future__ import annotations

from collections.abc import Iterable
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
from vliegwiel.ondersteuning.queries.koppeling import doelen_of
from vliegwiel.ondersteuning.queries.koppeling_tellen import plans_told
from vliegwiel.ondersteuning.sentences.kwartaal import SENTENCES as QUARTERS
from vliegwiel.ondersteuning.sentences.kwartaal import end_words
from vliegwiel.privacy.public import zicht_op
from vliegwiel.samenspel.public import Afspraak
from vliegwiel.ui import sentences

SENTENCES = {
    "draad.plandoel": pgettext_lazy("rode draad", "Doel in het plan"),
    "draad.plannen": pgettext_lazy("rode draad", "In plannen"),
    "draad.plannen.aantal": _("Bij %(aantal)s of meer huishoudens, %(eind)s"),
}
LETTERS = 90


def steps(kijker: Kijker, thing: Any, now: datetime) -> list[Draad]:
    """What of ondersteuning a thing comes from or leads to."""
    if kijker.medewerker is None or not kijker.aan("plan"):
        return []
    if isinstance(thing, Doel):
        return _counted(kijker, thing)
    if isinstance(thing, Plandoel):
        return _of_goals(kijker, [thing])
    if isinstance(thing, Afspraak) and thing.dossier_id is not None:
        return _of_afspraak(kijker, thing, now)
    return []


def _counted(kijker: Kijker, doel: Doel) -> list[Draad]:
    if not sees_counts(kijker):
        return []
    found = plans_told(kijker.gemeente_id)
    if found is None or not (aantal := found.of_doel(doel.pk)):
        return []
    return [Draad("ondersteuning", "plannen", params={"aantal": aantal, "eind": end_words(found.begin)})]


def _of_goals(kijker: Kijker, goals: Iterable[Plandoel]) -> list[Draad]:
    """To what goals that were read through the policy contribute: a link is read by who reads its goal."""
    slug = kijker.gemeente.slug
    found = {it.doel: it.naam for goal in goals for it in doelen_of(goal)}
    pairs = [(naam, reverse("koersdoel", args=[slug, pk])) for pk, naam in found.items()]
    return stappen("koers", "doel", pairs, van=True)


def _of_afspraak(kijker: Kijker, afspraak: Afspraak, now: datetime) -> list[Draad]:
    """The goals it serves, and to what those contribute."""
    goals = goals_of(kijker, zicht_op(kijker, [afspraak.dossier_id], now), afspraak)
    slug = kijker.gemeente.slug
    pairs = [(Truncator(it.tekst).chars(LETTERS), reverse("doel", args=[slug, it.pk])) for it in goals]
    return [*_of_goals(kijker, goals), *stappen("ondersteuning", "plandoel", pairs, van=True)]


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add({**QUARTERS, **SENTENCES})
    registry.rode_draad.add("ondersteuning", steps, order=30)
