"""The rode draad through koers: from a word and a sentence of our course to what we want, and from doel to doel.

Residents get none of the doelen: to them the koers is no menu, and at their own goal stands in words what it fits. The
word that a text at their table is about, they read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from vliegwiel.gemeenschap.public import Kijker, stappen
from vliegwiel.kern import registry
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Draad
from vliegwiel.koers import queries
from vliegwiel.koers.home.begrip import PRAKTIJK, words
from vliegwiel.koers.models import Begrip, Doel, Doelbegrip, Doelverband, Koerszin
from vliegwiel.samenspel.public import Voorstel, beside
from vliegwiel.ui import sentences

SENTENCES = {
    "draad.begrip": pgettext_lazy("rode draad", "Woord"),
    "draad.mensbeeld": pgettext_lazy("rode draad", "Mensbeeld"),
    "draad.koers": pgettext_lazy("rode draad", "De Koers"),
    "draad.doel": pgettext_lazy("rode draad", "Doel"),
    "draad.doel_boven": pgettext_lazy("rode draad", "Draagt bij aan"),
    "draad.doel_onder": pgettext_lazy("rode draad", "Daaraan draagt bij"),
}


def steps(kijker: Kijker, thing: Any, now: datetime) -> list[Draad]:
    """What of koers a thing comes from or leads to."""
    if isinstance(thing, Voorstel) and kijker.sees_content:
        return _of_voorstel(kijker, thing, now)
    if kijker.medewerker is None or not kijker.sees_content:
        return []
    if isinstance(thing, Begrip):
        return _doelen_about(kijker, thing, now)
    if isinstance(thing, Doel):
        return _of_doel(kijker, thing, now)
    return []


def doel_pairs(kijker: Kijker, rows: Iterable[Doel]) -> list[tuple[str, str]]:
    return [(it.naam, _doel_href(kijker, it.pk)) for it in rows]


def _running(kijker: Kijker, now: datetime) -> Any:
    return queries.lopend(queries.doelen(kijker), day_of(now))


def _doelen_about(kijker: Kijker, word: Begrip, now: datetime) -> list[Draad]:
    about = Doelbegrip.objects.filter(gemeente_id=kijker.gemeente_id, begrip_id=word.pk)
    rows = _running(kijker, now).filter(pk__in=about.values("doel_id"))[:10]
    return stappen("koers", "doel", doel_pairs(kijker, rows), meer=_all(kijker))


def _of_doel(kijker: Kijker, doel: Doel, now: datetime) -> list[Draad]:
    """The words and the sentence it comes from, the doelen above and below it; in one question."""
    slug = kijker.gemeente.slug
    words, zinnen, ties = at_once(
        _words(kijker, doel), _sentence(kijker, doel, now), _ties(kijker, doel, now)
    )
    pairs = [(it.woord, reverse("begrip", args=[slug, it.sleutel])) for it in words]
    return [
        *stappen("koers", "begrip", pairs, van=True, meer=reverse("begrippen", args=[slug])),
        *(_as_step(kijker, it, van=True) for it in zinnen),
        *_above_and_below(kijker, doel, ties),
    ]


def _words(kijker: Kijker, doel: Doel) -> QuerySet[Begrip, Any]:
    links = Doelbegrip.objects.filter(gemeente_id=kijker.gemeente_id, doel_id=doel.pk)
    rows = queries.begrippen(kijker).filter(pk__in=links.values("begrip_id"))
    rows = rows if kijker.aan(PRAKTIJK) else rows.none()
    return rows.values_list("woord", "sleutel")[:10]


def _sentence(kijker: Kijker, doel: Doel, now: datetime) -> QuerySet[Koerszin, Any]:
    rows = queries.koerszinnen(kijker, day_of(now)).filter(pk=doel.koerszin_id)
    return (rows if doel.koerszin_id else rows.none()).values_list("soort", "tekst")


def _ties(kijker: Kijker, doel: Doel, now: datetime) -> QuerySet[Doelverband, Any]:
    rows = queries.banden_van(kijker, doel.pk, day_of(now)).filter(soort=Doelverband.Soort.DRAAGT_BIJ)
    return rows.values_list("van_id", "van__naam", "naar_id", "naar__naam")[:40]


def _as_step(kijker: Kijker, zin: Any, *, van: bool) -> Draad:
    mensbeeld = zin.soort == Koerszin.Soort.MENSBEELD
    href = reverse("mensbeeld" if mensbeeld else "de_koers", args=[kijker.gemeente.slug])
    return Draad("koers", "mensbeeld" if mensbeeld else "koers", zin.tekst, href, van)


def _above_and_below(kijker: Kijker, doel: Doel, ties: Iterable[Any]) -> list[Draad]:
    """What it contributes to is where it comes from; what contributes to it is what it leads to."""
    above, below = [], []
    for van, van_naam, naar, naar_naam in ties:
        if van == doel.pk:
            above.append((naar_naam, _doel_href(kijker, naar)))
        if naar == doel.pk:
            below.append((van_naam, _doel_href(kijker, van)))
    return [
        *stappen("koers", "doel_boven", above, van=True, meer=_all(kijker)),
        *stappen("koers", "doel_onder", below, meer=_all(kijker)),
    ]


def _doel_href(kijker: Kijker, pk: UUID) -> str:
    return reverse("koersdoel", args=[kijker.gemeente.slug, pk])


def _all(kijker: Kijker) -> str:
    return reverse("doelen", args=[kijker.gemeente.slug])


def _of_voorstel(kijker: Kijker, voorstel: Voorstel, now: datetime) -> list[Draad]:
    """A text gives a word its meaning, or is a sentence of our course that doelen come from."""
    day = day_of(now)
    found = stappen("koers", "begrip", words(kijker, voorstel, day))
    if kijker.medewerker is None:
        return found
    slug = kijker.gemeente.slug
    rows = beside(kijker, voorstel, "doel", day)
    pairs = [(naam, reverse("koersdoel", args=[slug, UUID(pk)])) for naam, pk in rows]
    return [*found, *stappen("koers", "doel", pairs, meer=_all(kijker))]


def doelen_from(kijker: Kijker, day: date) -> QuerySet[Doel, Any] | None:
    """The doelen that come from a sentence that is a Voorstel."""
    if not queries.reads(kijker):
        return None
    rows = queries.lopend(queries.doelen(kijker), day).filter(koerszin__voorstel_id=OuterRef("pk"))
    return rows.values("naam", "id")[:10]


def register() -> None:
    """Add this part once, at start-up."""
    sentences.add(SENTENCES)
    registry.bij_voorstel.add("doel", doelen_from)
    registry.rode_draad.add("koers", steps, order=10)
