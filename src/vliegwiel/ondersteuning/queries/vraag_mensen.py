"""Whom a question can go to, and whom it can be about."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from vliegwiel.gemeenschap.public import Kijker, Medewerker, Roltoekenning, Team, active
from vliegwiel.kern.codes import WITHOUT_CONTENT
from vliegwiel.kern.search import matching
from vliegwiel.ondersteuning.models import Huishouden, Vraag
from vliegwiel.privacy.public import (
    HEEFT_WERK,
    Betrokkene,
    Betrokkenheid,
    Blokkade,
    Inzage,
    Onderdeel,
    Persoon,
    blocked,
    dossiers,
    personen,
    toon,
)

SHORTEST = 2  # letters of a name before a search begins
MOST_FOUND = 20
MOST_TEAMS = 100


def _role(today: date, rollen: Collection[str]) -> Exists:
    rows = Roltoekenning.objects.filter(active(today), rol__in=list(rollen))
    return Exists(rows.filter(gemeente_id=OuterRef("gemeente_id"), medewerker_id=OuterRef("pk")))


def with_role(gemeente_id: UUID, today: date, rollen: Collection[str] = HEEFT_WERK) -> QuerySet[Medewerker]:
    """Who works here today with one of these roles, and with none that never sees content."""
    return Medewerker.objects.filter(
        active(today), _role(today, rollen), ~_role(today, WITHOUT_CONTENT), gemeente_id=gemeente_id
    )


def _kept_out(gemeente_id: UUID, today: date, persons: Collection[UUID]) -> QuerySet[Blokkade]:
    return Blokkade.objects.filter(active(today), gemeente_id=gemeente_id, persoon_id__in=list(persons))


def persons_of(gemeente_id: UUID, vraag: Vraag | None, dossier_id: UUID | None) -> list[UUID]:
    """Whom a question or a household is about, now or ever: who is closed to them is not asked."""
    found = [vraag.persoon_id] if vraag and vraag.persoon_id else []
    dossier_id = dossier_id or (vraag.dossier_id if vraag else None)
    if dossier_id is None:
        return found
    rows = Betrokkene.objects.filter(gemeente_id=gemeente_id, dossier_id=dossier_id)
    return [*found, *rows.values_list("persoon_id", flat=True)]


def colleagues_for(
    kijker: Kijker,
    today: date,
    question: str,
    *,
    about: Collection[UUID] = (),
    rollen: Collection[str] = HEEFT_WERK,
) -> list[Medewerker]:
    """Colleagues by a part of their name, of every organisation; not who is kept out of these people's dossiers."""
    if len(question) < SHORTEST:
        return []
    rows = with_role(kijker.gemeente_id, today, rollen).filter(naam__icontains=question)
    if kijker.medewerker is not None:
        rows = rows.exclude(pk=kijker.medewerker.pk)
    if about:
        rows = rows.exclude(pk__in=_kept_out(kijker.gemeente_id, today, about).values("medewerker_id"))
    return list(rows.select_related("account", "deelname__organisatie").order_by("naam", "pk")[:MOST_FOUND])


def teams(gemeente_id: UUID) -> list[Team]:
    return list(Team.objects.filter(gemeente_id=gemeente_id).order_by("naam")[:MOST_TEAMS])


def vraag_team(gemeente_id: UUID, chosen: object) -> Team | None:
    """The team that holds questions from outside: the one the gemeente chose (name or id), else the first by name."""
    rows = teams(gemeente_id)
    wanted = str(chosen or "").strip().casefold()
    named = (team for team in rows if wanted in (str(team.pk), team.naam.casefold()))
    return next(named, None) or next(iter(rows), None)


def people_found(kijker: Kijker, question: str, now: datetime) -> list[Persoon]:
    """People this colleague may know of already, by name."""
    if len(question) < SHORTEST:
        return []
    rows = list(
        matching(personen(kijker, now), question).order_by("achternaam", "voornaam", "id")[:MOST_FOUND]
    )
    toon(kijker, Inzage.Soort.ZOEKEN, [(row.pk, None) for row in rows])
    return rows


def person(kijker: Kijker, pk: str, now: datetime) -> Persoon | None:
    """One person this colleague may know of."""
    try:
        return personen(kijker, now).filter(pk=UUID(pk)).first()
    except ValueError:
        return None


def households_found(kijker: Kijker, question: str, now: datetime) -> list[Huishouden]:
    """Households this colleague may know of, by name or number."""
    if len(question) < SHORTEST:
        return []
    known = dossiers(kijker, now, Onderdeel.KADER).filter(gesloten_op__isnull=True)
    rows = Huishouden.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id__in=known.values("pk"))
    return list(matching(rows, question).select_related("dossier").order_by("naam", "id")[:MOST_FOUND])


def regie_of(gemeente_id: UUID, medewerker_id: Any, dossier_id: Any, today: date) -> Betrokkenheid | None:
    """The involvement by which a colleague is vaste contactpersoon (or else coordinator) of a household."""
    rows = Betrokkenheid.objects.filter(
        active(today),
        gemeente_id=gemeente_id,
        dossier_id=dossier_id,
        medewerker_id=medewerker_id,
        beeindigd_op__isnull=True,
    ).exclude(soort=Betrokkenheid.Soort.UITVOERING)
    return rows.order_by("-soort").first()  # vaste_contactpersoon before coordinator


def own_regie(kijker: Kijker, dossier_id: Any, today: date) -> Betrokkenheid | None:
    """The same of the kijker; None when the household is closed to them."""
    if kijker.medewerker is None or blocked(kijker, today).filter(dossier_id=dossier_id).exists():
        return None
    return regie_of(kijker.gemeente_id, kijker.medewerker.pk, dossier_id, today)
