"""Bel alvast as a colleague sees it: the calls that wait for them or a team of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Belletje, Voorziening
from vliegwiel.ondersteuning.queries.bel_alvast_feiten import NOBODYS
from vliegwiel.ondersteuning.queries.bel_alvast_vinden import CODE
from vliegwiel.ondersteuning.sentences.voorziening import category_words
from vliegwiel.privacy.public import (
    HEEFT_WERK,
    Betrokkene,
    Inzage,
    Onderdeel,
    closed_dossiers,
    role_sees,
    team_ids,
    toon,
    zicht_op,
)
from vliegwiel.samenspel.public import Aandachtspunt

PER_PAGE = 80
REMEMBERED = timedelta(days=30)  # so long what came of a call can be mended on its card


class Wanneer(StrEnum):
    """Which calls: to make now, put off to later, or made."""

    NU = "nu"
    LATER = "later"
    GEBELD = "gebeld"


@dataclass(frozen=True)
class Poging:
    """A call that was made."""

    moment: datetime
    weg: str
    uitkomst: str
    regel: str
    wie: str


@dataclass(frozen=True)
class Belrij:
    """One line of the list."""

    punt: UUID
    dossier: UUID
    persoon: UUID
    naam: str
    voornaam: str
    telefoon: str
    wat: str
    eind: date
    waarom: str
    sinds: date
    van_team: str
    later: date | None
    laatste: Poging | None


@dataclass(frozen=True)
class Bellijst:
    """One page of the list, and how many wait where."""

    pagina: Page[Any]
    rijen: tuple[Belrij, ...]
    wanneer: Wanneer
    nu: int
    later: int
    bij_niemand: int


def theirs(kijker: Kijker, now: datetime) -> QuerySet[Aandachtspunt]:
    """Every card of this colleague or a team of theirs, open or settled, about somebody who lives there today.

    Never about a dossier that is closed to them, nor about who died.
    """
    rows = Aandachtspunt.objects.filter(gemeente_id=kijker.gemeente_id, code=CODE, vanaf__lte=day_of(now))
    if kijker.medewerker is None:
        return rows.none()
    lives = Betrokkene.objects.filter(
        active(day_of(now)),
        gemeente_id=OuterRef("gemeente_id"),
        dossier_id=OuterRef("dossier_id"),
        persoon_id=OuterRef("persoon_id"),
    )
    mine = Q(medewerker_id=kijker.medewerker.pk) | Q(team_id__in=team_ids(kijker, now))
    return rows.filter(mine, Exists(lives), persoon__overleden_op__isnull=True).exclude(
        dossier_id__in=closed_dossiers(kijker, now)
    )


def open_cards(kijker: Kijker, now: datetime) -> QuerySet[Aandachtspunt]:
    """The calls still to make, put off or not. The card itself lets them know who it is (`eigen_afspraak`)."""
    if kijker.rollen.isdisjoint(HEEFT_WERK) or not role_sees(kijker.rollen):
        return Aandachtspunt.objects.none()
    return theirs(kijker, now).filter(weg_op__isnull=True)


def made_cards(kijker: Kijker, now: datetime) -> QuerySet[Aandachtspunt]:
    """Their calls of the last month, of people with whom they still work: what came of it can be mended."""
    rows = theirs(kijker, now).filter(weg=Aandachtspunt.Weg.GEDAAN, weg_op__gt=now - REMEMBERED)
    zicht = zicht_op(kijker, set(rows.values_list("dossier_id", flat=True)), now)
    return rows.filter(zicht.q(Onderdeel.AFSPRAAK, afgesloten=None))


def cards(kijker: Kijker, now: datetime, wanneer: Wanneer) -> QuerySet[Aandachtspunt]:
    """One of the three lists, in the order of the end."""
    if wanneer == Wanneer.GEBELD:
        return made_cards(kijker, now).order_by("-weg_op", "pk")
    later = Q(uitgesteld_tot__gt=day_of(now))
    rows = open_cards(kijker, now).filter(
        later if wanneer == Wanneer.LATER else ~later | Q(uitgesteld_tot=None)
    )
    return (
        rows.order_by("uitgesteld_tot", "voor", "pk")
        if wanneer == Wanneer.LATER
        else rows.order_by("voor", "pk")
    )


def lijst(kijker: Kijker, now: datetime, wanneer: Wanneer, pagina: Any) -> Bellijst:
    """One page of the list, logged as shown."""
    counted = {it: cards(kijker, now, it).order_by().count() for it in (Wanneer.NU, Wanneer.LATER)}
    pages = Paginator(cards(kijker, now, wanneer).select_related("persoon", "team"), PER_PAGE)
    if wanneer in counted:
        pages.count = counted[wanneer]  # counted already
    page = pages.get_page(pagina)
    points = list(page.object_list)
    toon(kijker, Inzage.Soort.LIJST, [(it.persoon_id, it.dossier_id) for it in points if it.persoon_id])
    return Bellijst(
        pagina=page,
        rijen=tuple(_rows(kijker, points)),
        wanneer=wanneer,
        nu=counted[Wanneer.NU],
        later=counted[Wanneer.LATER],
        bij_niemand=_with_nobody(kijker),
    )


def _with_nobody(kijker: Kijker) -> int:
    """How many calls lie with a role, because there is no team: a number for who leads. Others do not ask."""
    rows = Aandachtspunt.objects.filter(gemeente_id=kijker.gemeente_id, code=CODE, weg_op__isnull=True)
    return rows.filter(rol=NOBODYS).count() if NOBODYS in kijker.rollen else 0


def _rows(kijker: Kijker, points: Iterable[Aandachtspunt]) -> Iterable[Belrij]:
    points = list(points)
    attempts = last_attempts(kijker, [it.object for it in points if it.object])
    for it in points:
        assert it.persoon is not None
        assert it.object is not None
        assert it.dossier_id is not None
        yield Belrij(
            punt=it.pk,
            dossier=it.dossier_id,
            persoon=it.persoon.pk,
            naam=it.persoon.naam,
            voornaam=it.persoon.voornaam,
            telefoon=it.persoon.telefoon,
            wat=category_words(it.params["wet"], it.params["categorie"]),
            eind=date.fromisoformat(it.params["dag_eind"]),
            waarom=it.params["waarom"],
            sinds=max(it.vanaf, day_of(it.gemaakt_op)),
            van_team=it.team.naam if it.team else "",
            later=it.uitgesteld_tot,
            laatste=attempts.get(it.object),
        )


def last_attempts(kijker: Kijker, ids: list[UUID]) -> dict[UUID, Poging]:
    """The last call about each of these, by anybody: whoever has the card may know what came of it."""
    rows = Belletje.objects.filter(gemeente_id=kijker.gemeente_id, voorziening_id__in=ids)
    found = rows.select_related("medewerker").order_by("moment", "pk")
    return {it.voorziening_id: poging(it) for it in found}


def poging(it: Belletje) -> Poging:
    return Poging(it.moment, it.weg, it.uitkomst, it.regel, it.medewerker.naam)


def provisions(kijker: Kijker) -> QuerySet[Voorziening]:
    """The help behind a card that was found by `open_cards` or `made_cards`."""
    rows = Voorziening.objects.filter(gemeente_id=kijker.gemeente_id)
    return rows.select_related("aanbieder__organisatie", "persoon", "dossier")


def calls_about(kijker: Kijker, voorziening: Voorziening) -> QuerySet[Belletje]:
    """Every call about this help, the last one first; for who was let in to it by a card."""
    rows = Belletje.objects.filter(gemeente_id=kijker.gemeente_id, voorziening_id=voorziening.pk)
    return rows.select_related("medewerker", "afspraak").order_by("-moment", "-pk")
