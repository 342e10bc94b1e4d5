"""Mijn mensen and contact: the navigation, search, Vandaag, and what stays behind when a colleague leaves."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern import registry
from vliegwiel.kern.clock import now as this_moment
from vliegwiel.kern.clock import today
from vliegwiel.kern.registry import Aandacht, Blok, NavItem, OpenWerk, OpenWerkPart, Treffer
from vliegwiel.ondersteuning.actions.mensen import hand_over_people, held_by
from vliegwiel.ondersteuning.queries import mensen_thuis, zoeken
from vliegwiel.privacy.public import HEEFT_WERK

PRAKTIJK = "mijn_mensen"


def navigation() -> list[NavItem]:
    """Second, after Vandaag: on a phone the bottom bar shows the first two and search."""
    return [
        NavItem(
            code="nav.mijn_mensen",
            url_name="mijn_mensen",
            icoon="mensen",
            rollen=frozenset(HEEFT_WERK),
            praktijk=PRAKTIJK,
        )
    ]


def _works(kijker: Kijker) -> bool:
    return not kijker.rollen.isdisjoint(HEEFT_WERK) and kijker.aan(PRAKTIJK)


def said_back(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """Residents said something and nobody read it yet: a number, and where to read it."""
    if not _works(kijker):
        return []
    count = mensen_thuis.unread(kijker, now)
    href = reverse("mijn_mensen", args=[kijker.gemeente.slug])
    card = Aandacht(
        code="teruggezegd",
        href=href,
        weight=12,
        kwart="ondersteuning",
        params={"aantal": count, "icoon": "bericht"},
    )
    return [card] if count else []


def something_said(kijker: Kijker, now: datetime) -> bool:
    """Whether residents said something nobody read."""
    return _works(kijker) and mensen_thuis.unread(kijker, now) > 0


def my_people(kijker: Kijker, now: datetime) -> Blok | None:
    """Beside Vandaag: the five households with the first own step."""
    if not _works(kijker):
        return None
    return Blok("ondersteuning/mijn_mensen_blok.html", {"eerst": mensen_thuis.first_steps(kijker, now)})


def search(kijker: Kijker, question: str) -> list[Treffer]:
    """People, households and addresses that hold every word of the question."""
    slug = kijker.gemeente.slug
    if kijker.rollen.isdisjoint(HEEFT_WERK) or not kijker.aan("plan"):
        return []
    return [
        Treffer(f"treffer.{hit.soort}", hit.titel, reverse("plan", args=[slug, hit.dossier]), hit.onder)
        for hit in zoeken.find(kijker, question, this_moment())
    ]


def households_of(kijker: Kijker, medewerker: Medewerker) -> OpenWerk | None:
    """With how many households a colleague who leaves works: a number for the beheerder, not which."""
    count = held_by(kijker.gemeente_id, medewerker.pk, today()).count()
    return OpenWerk("open_werk.huishoudens", count, {"aantal": count}) if count else None


def hand_over(*, medewerker: Medewerker, to: Medewerker | None, by: Kijker, now: datetime) -> None:
    """The households of a colleague who leaves go to the successor."""
    hand_over_people(by=by, now=now, medewerker_id=medewerker.pk, to=to)


def register() -> None:
    """Add this part to the pages below."""
    registry.navigatie.add("ondersteuning.mijn_mensen", navigation, order=5)
    registry.aandacht.add("ondersteuning.teruggezegd", said_back, order=12)
    registry.wacht.add("ondersteuning.teruggezegd", something_said, order=12)
    registry.thuis.add("ondersteuning.mijn_mensen", my_people, order=10)
    registry.zoeken.add("ondersteuning.mensen", search, order=10)
    registry.open_werk.add(
        "ondersteuning.huishoudens", OpenWerkPart(count=households_of, hand_over=hand_over), order=40
    )
