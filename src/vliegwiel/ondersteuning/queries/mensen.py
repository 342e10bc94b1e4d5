"""Mijn mensen: the households a colleague works with, with what a day needs to know of each.

Everything on a row comes from what this kijker may see of that dossier, and so does the order: a contact in another
domain moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.prepared import ask
from vliegwiel.ondersteuning.models import Huishouden
from vliegwiel.ondersteuning.queries.contact import latest_and_unread, people_in, writable_domains
from vliegwiel.ondersteuning.queries.mensen_stap import next_steps
from vliegwiel.ondersteuning.queries.voorziening import ends_first
from vliegwiel.ondersteuning.rules.mensen import Rij, Van, Volgorde, holds, in_order, with_people
from vliegwiel.privacy.public import (
    Feit,
    Inzage,
    Onderdeel,
    Relatie,
    Zicht,
    betrokkenheden,
    dossier_ids,
    dossiers,
    remembered,
    toon,
    zicht_op,
)

PER_PAGE = 80


@dataclass(frozen=True)
class Vraag:
    """What was asked of the list: whose, in which order, with which words, and which page or row to open at."""

    van: Van | None = None
    volgorde: Volgorde = Volgorde.STILTE
    woorden: str = ""
    pagina: Any = None
    bij: UUID | None = None


@dataclass(frozen=True)
class Lijst:
    """One page of the list, and how many there are."""

    pagina: Page[Rij]
    van: Van
    volgorde: Volgorde
    van_mij: int
    van_team: int


def caseload(kijker: Kijker, now: datetime) -> QuerySet[Huishouden]:
    """The open households this colleague or a team of theirs works with; `eigen` says which are their own."""
    mine = betrokkenheden(kijker, day_of(now))
    assert kijker.medewerker is not None  # the page is for colleagues
    theirs = dossiers(kijker, now).filter(gesloten_op__isnull=True, pk__in=mine.values("dossier_id"))
    own = mine.filter(medewerker_id=kijker.medewerker.pk, dossier_id=OuterRef("dossier_id"))
    return Huishouden.objects.filter(
        gemeente_id=kijker.gemeente_id, dossier_id__in=theirs.values("pk")
    ).annotate(eigen=Exists(own))


def my_people(kijker: Kijker, now: datetime, vraag: Vraag) -> Lijst:
    """One page of Mijn mensen, logged as shown."""
    known = _known(kijker, now)
    van = vraag.van or (Van.MIJ if any(row[3] for row in known) or not known else Van.TEAM)
    rows = [Rij(pk, naam, nummer) for pk, naam, nummer, eigen in known if eigen == (van == Van.MIJ)]
    zicht = zicht_op(kijker, [rij.dossier for rij in rows], now)
    found = in_order(_with_work(kijker, zicht, now, rows), vraag.volgorde)
    if vraag.woorden:  # the people are looked through, not only shown
        found = [rij for rij in _with_people(kijker, zicht, now, found) if holds(rij, vraag.woorden)]
    pages = Paginator(found, PER_PAGE)
    page = pages.get_page(_page_of(found, vraag))
    if not vraag.woorden:
        page.object_list = _with_people(kijker, zicht, now, list(page.object_list))
    _show(kijker, list(page.object_list))
    own = sum(bool(row[3]) for row in known)
    return Lijst(page, van, vraag.volgorde, own, len(known) - own)


def _known(kijker: Kijker, now: datetime) -> list[tuple[UUID, str, str, bool]]:
    """(dossier, name, number, whether their own) of the caseload."""
    fields = ("dossier_id", "naam", "dossier__nummer")
    stand = remembered(kijker, now)
    if stand is None:
        return list(caseload(kijker, now).values_list(*fields, "eigen"))
    may = set(dossier_ids(kijker, now))
    involved = [pk for pk, facts in stand.feiten.items() if pk in may and _works(facts)]
    rows = ask(_homes, gemeente=kijker.gemeente_id, ids=involved)
    return [(pk, naam, nummer, pk in stand.zelf) for pk, naam, nummer in rows]


def _homes(*, gemeente: UUID, ids: list[UUID]) -> QuerySet[Any]:
    rows = Huishouden.objects.filter(
        gemeente_id=gemeente, dossier_id__among=ids, dossier__gesloten_op__isnull=True
    )
    return rows.values_list("dossier_id", "naam", "dossier__nummer")


def _works(facts: Iterable[Feit]) -> bool:
    return any(fact.relatie in (Relatie.IN_DIT_DOMEIN, Relatie.REGIE) for fact in facts)


def _page_of(rows: list[Rij], vraag: Vraag) -> Any:
    """The page with the row somebody comes back to, or the one that was asked for."""
    for place, rij in enumerate(rows):
        if rij.dossier == vraag.bij:
            return place // PER_PAGE + 1
    return vraag.pagina


def _show(kijker: Kijker, rows: list[Rij]) -> None:
    shown = [(mens.persoon, rij.dossier) for rij in rows for mens in rij.mensen]
    shown += [(rij.afloop.persoon, rij.dossier) for rij in rows if rij.afloop]
    toon(kijker, Inzage.Soort.LIJST, shown)


def _with_people(kijker: Kijker, zicht: Zicht, now: datetime, rows: list[Rij]) -> list[Rij]:
    people = people_in(kijker, zicht, day_of(now), [rij.dossier for rij in rows])
    return [with_people(rij, people.get(rij.dossier, ())) for rij in rows]


def _with_work(kijker: Kijker, zicht: Zicht, now: datetime, rows: list[Rij]) -> list[Rij]:
    ids = [rij.dossier for rij in rows]
    latest, unread = latest_and_unread(kijker, zicht, ids)
    steps = next_steps(kijker, zicht, ids)
    ends = ends_first(kijker, zicht, ids, now)
    readable = zicht.dossiers(Onderdeel.INHOUD)
    return [
        replace(
            rij,
            contact=latest.get(rij.dossier),
            berichten=tuple(unread.get(rij.dossier, ())),
            stap=steps.get(rij.dossier),
            afloop=ends.get(rij.dossier),
            ziet_contact=rij.dossier in readable,
            mag_noteren=bool(writable_domains(zicht, rij.dossier)),
        )
        for rij in rows
    ]
