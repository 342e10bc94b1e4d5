"""The rode draad through effect: from a doel and what we ask to what we hope to see, and back to the table."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from vliegwiel.effect import access
from vliegwiel.effect.actions.klok import PRAKTIJK
from vliegwiel.effect.home.beoogd import agreed_by
from vliegwiel.effect.models import BeoogdEffect, Bevinding, Indicator
from vliegwiel.effect.queries import agreed, beoogd, indicatoren
from vliegwiel.gemeenschap.public import Kijker, stappen
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Draad
from vliegwiel.koers.public import Doel, doelen
from vliegwiel.opdracht.public import Opdracht, opdrachten
from vliegwiel.samenspel.public import Afspraak, Gesprek, Voorstel, gesprekken
from vliegwiel.ui import sentences

SENTENCES = {
    "draad.beoogd": pgettext_lazy("rode draad", "Wat we hopen te zien"),
    "draad.indicator": pgettext_lazy("rode draad", "Cijfer"),
    "draad.bevinding": pgettext_lazy("rode draad", "Terug aan tafel"),
}
MOST = 10  # rows asked for; `stappen` shows the first of them


def steps(kijker: Kijker, thing: Any, now: datetime) -> list[Draad]:
    """What of effect a thing comes from or leads to; a resident sees nothing of figures here."""
    if not kijker.aan(PRAKTIJK) or not access.reads_figures(kijker):
        return []
    if isinstance(thing, BeoogdEffect):
        return _of_beoogd(kijker, thing, now)
    if isinstance(thing, Doel | Opdracht):
        key = "doel_id" if isinstance(thing, Doel) else "opdracht_id"
        return _listed(kijker, agreed(kijker).filter(**{key: thing.pk}))
    if isinstance(thing, Voorstel):
        found = agreed_by(kijker, thing, day_of(now))
        return stappen("effect", "beoogd", found, meer=reverse("effecten", args=[kijker.gemeente.slug]))
    if isinstance(thing, Indicator):
        return _hoped(kijker, now, van=True, indicator_id=thing.pk)
    return _found_from(kijker, thing, now)


def _hoped(kijker: Kijker, now: datetime, *, van: bool = False, **which: Any) -> list[Draad]:
    return _listed(kijker, beoogd(kijker, day_of(now)).filter(**which), van=van)


def _listed(kijker: Kijker, rows: QuerySet[BeoogdEffect], *, van: bool = False) -> list[Draad]:
    slug = kijker.gemeente.slug
    found = rows.values_list("titel", "pk")[:MOST]
    pairs = [(titel, reverse("beoogd", args=[slug, pk])) for titel, pk in found]
    return stappen("effect", "beoogd", pairs, van=van, meer=reverse("effecten", args=[slug]))


def _found_from(kijker: Kijker, thing: Any, now: datetime) -> list[Draad]:
    """A talk or a step that began with what was seen."""
    key = {Gesprek: "gesprek_id", Afspraak: "afspraak_id"}.get(type(thing))
    if key is None or getattr(thing, "dossier_id", None):
        return []
    rows = Bevinding.objects.filter(**{key: thing.pk}, gemeente_id=kijker.gemeente_id)
    return _hoped(kijker, now, van=True, pk__in=rows.values("beoogd_id"))


def _of_beoogd(kijker: Kijker, row: BeoogdEffect, now: datetime) -> list[Draad]:
    """The doel, what we ask and the figure it is about; then what came of it at a table or as a step."""
    slug, today = kijker.gemeente.slug, day_of(now)
    goals = doelen(kijker).filter(pk=row.doel_id)
    asked = opdrachten(kijker, today).filter(pk=row.opdracht_id) if row.opdracht_id else []
    figures = indicatoren(kijker).filter(pk=row.indicator_id)
    return [
        *stappen(
            "koers", "doel", [(it.naam, reverse("koersdoel", args=[slug, it.pk])) for it in goals], van=True
        ),
        *stappen(
            "opdracht",
            "opdracht",
            [(it.titel, reverse("opdracht", args=[slug, it.pk])) for it in asked],
            van=True,
        ),
        *stappen(
            "effect", "indicator", [(it.naam, reverse("indicator", args=[slug, it.pk])) for it in figures]
        ),
        *_back(kijker, row, now),
    ]


def _back(kijker: Kijker, row: BeoogdEffect, now: datetime) -> list[Draad]:
    """Back to koers: the talks at tables the kijker reads."""
    slug = kijker.gemeente.slug
    came = Bevinding.objects.filter(
        gemeente_id=kijker.gemeente_id, beoogd_id=row.pk, gesprek__isnull=False
    ).values("gesprek_id")
    rows = gesprekken(kijker, day_of(now)).filter(pk__in=came)[:MOST]
    return stappen("koers", "bevinding", [(it.titel, reverse("gesprek", args=[slug, it.pk])) for it in rows])


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.rode_draad.add("effect", steps, order=40)
