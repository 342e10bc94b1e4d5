"""The quarter ondersteuning on the page of the whole wheel: numbers of households, never people, and where work is.

Plans are not read from here: the page is there to decide together, and about a household nothing is decided there.
"""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.registry import Wieldeel, Wielregel
from vliegwiel.ondersteuning.access.aantallen import sees_counts
from vliegwiel.ondersteuning.access.bel_alvast import can_read_effect
from vliegwiel.ondersteuning.queries.koppeling_tellen import plans_told
from vliegwiel.ondersteuning.sentences.kwartaal import end_words
from vliegwiel.privacy.public import HEEFT_WERK
from vliegwiel.ui import sentences

SENTENCES = {
    "wiel.plannen": _("Samen met inwoners"),
    "wiel.plannen.leeg": _("Plannen lees je alleen als je met een huishouden werkt."),
    "wiel.plannen.aantal": _("%(aantal)s of meer huishoudens met een plan"),
    "wiel.plannen.eind": _("geteld %(eind)s"),  # a line of its own: in the picture there is no room for both
    "wiel.mijn_mensen": _("Mijn mensen"),
    "wiel.wat_kwam_ervan": _("Wat er kwam van alvast bellen"),
}


def parts(kijker: Kijker, now: datetime) -> list[Wieldeel]:
    """How many plans ran at the end of the last quarter, for who may see numbers; and the ways to their own work."""
    lines = (*_plans(kijker), *_work(kijker))
    return [Wieldeel("ondersteuning", "wiel.plannen", lines, "wiel.plannen.leeg")]


def _plans(kijker: Kijker) -> list[Wielregel]:
    if not kijker.aan("plan") or not sees_counts(kijker):
        return []
    found = plans_told(kijker.gemeente_id)
    if found is None or not found.plannen:
        return []
    return [
        Wielregel(code="wiel.plannen.aantal", params={"aantal": found.plannen}),
        Wielregel(code="wiel.plannen.eind", params={"eind": end_words(found.begin)}),
    ]


def _work(kijker: Kijker) -> list[Wielregel]:
    slug = kijker.gemeente.slug
    found = []
    if kijker.aan("mijn_mensen") and not kijker.rollen.isdisjoint(HEEFT_WERK):
        found.append(Wielregel(href=reverse("mijn_mensen", args=[slug]), code="wiel.mijn_mensen"))
    if kijker.aan("bel_alvast") and can_read_effect(kijker):
        found.append(Wielregel(href=reverse("bel_effect", args=[slug]), code="wiel.wat_kwam_ervan"))
    return found


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.wiel.add("ondersteuning", parts, order=60)
