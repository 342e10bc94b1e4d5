"""Afspraken: which of them a kijker may read, and how they stand to one. Everything starts at the policy."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker, Medewerker, Teamlid, active
from vliegwiel.privacy.public import Betrokkene, Onderdeel, Relatie, Zicht, dossier_ids, zicht_op
from vliegwiel.samenspel.models import Afspraak
from vliegwiel.samenspel.rules import afspraak as regels

GIVEN = (Afspraak.Status.GEVRAAGD, Afspraak.Status.LOOPT)
OPEN = (*GIVEN, Afspraak.Status.TERUGGEGEVEN)
MOST_FOUND = 20
SHORTEST = 2  # letters of a name before a search begins


def given_to(kijker: Kijker, today: date) -> QuerySet[Afspraak]:
    """What this colleague is asked to do, or does, in a dossier: for the policy their *eigen afspraak*."""
    if kijker.medewerker is None:
        return Afspraak.objects.none()
    return Afspraak.objects.filter(
        gemeente_id=kijker.gemeente_id,
        medewerker_id=kijker.medewerker.pk,
        status__in=GIVEN,
        dossier__isnull=False,
    )


def afspraken(kijker: Kijker, zicht: Zicht) -> QuerySet[Afspraak]:
    """The afspraken this kijker may read: what the policy gives, what was given to them, and, apart from any
    household, what they gave or do."""
    may = zicht.q(Onderdeel.AFSPRAAK)
    if kijker.medewerker is not None:
        me = kijker.medewerker.pk
        known = set(zicht.with_relation(Relatie.EIGEN_AFSPRAAK)) & zicht.dossiers(Onderdeel.PERSOON)
        may |= Q(medewerker_id=me, status__in=GIVEN, dossier_id__in=sorted(known))
        may |= Q(dossier__isnull=True) & (Q(medewerker_id=me) | Q(gever_id=me))
    rows = Afspraak.objects.filter(may, gemeente_id=kijker.gemeente_id)
    return rows.select_related("medewerker__deelname__organisatie", "gever", "persoon", "doet")


def sight_of(kijker: Kijker, afspraak_id: UUID, now: datetime) -> Zicht:
    """What the kijker may see of the dossier an afspraak belongs to, before it is known whether they may read it."""
    found = Afspraak.objects.filter(gemeente_id=kijker.gemeente_id, pk=afspraak_id)
    pk = found.values_list("dossier_id", flat=True).first()
    return zicht_op(kijker, [pk] if pk else [], now)


def fact_of(it: Afspraak) -> regels.AfspraakFeit:
    """An afspraak as the rules read it."""
    return regels.AfspraakFeit(
        regels.AfspraakStatus(it.status), regels.Wie(it.wie), it.gever_id, it.medewerker_id
    )


def same_team(gemeente_id: UUID, one: Medewerker | None, other: Medewerker | None, today: date) -> bool:
    """Whether two colleagues work in one team for one organisation: between them no border is crossed."""
    if one is None or other is None or one.deelname_id != other.deelname_id:
        return False
    teams = Teamlid.objects.filter(active(today), gemeente_id=gemeente_id)
    mine = teams.filter(medewerker_id=one.pk).values("team_id")
    return teams.filter(medewerker_id=other.pk, team_id__in=mine).exists()


def colleagues_found(kijker: Kijker, question: str, today: date) -> list[Medewerker]:
    """Colleagues by a part of their name, of any organisation."""
    if len(question) < SHORTEST:
        return []
    rows = Medewerker.objects.filter(active(today), gemeente_id=kijker.gemeente_id, naam__icontains=question)
    return list(rows.select_related("account", "deelname__organisatie").order_by("naam")[:MOST_FOUND])


def at_home(today: date) -> QuerySet[Betrokkene]:
    """For a row with a `persoon` and a `dossier`: whether that person lives there today. Only then they are named."""
    return Betrokkene.objects.filter(
        active(today),
        gemeente_id=OuterRef("gemeente_id"),
        persoon_id=OuterRef("persoon_id"),
        dossier_id=OuterRef("dossier_id"),
    )


def asks_attention(kijker: Kijker, now: datetime, today: date) -> QuerySet[Afspraak]:
    """Asked of me, or given by me and returned: of people I may know of."""
    if kijker.medewerker is None:
        return Afspraak.objects.none()
    me = kijker.medewerker.pk
    wants = Q(medewerker_id=me, status=Afspraak.Status.GEVRAAGD)
    wants |= Q(gever_id=me, status=Afspraak.Status.TERUGGEGEVEN)
    known = Q(dossier__isnull=True) | Q(dossier_id__in=dossier_ids(kijker, now, Onderdeel.PERSOON))
    rows = Afspraak.objects.filter(wants, known, gemeente_id=kijker.gemeente_id)
    rows = rows.annotate(woont=Exists(at_home(today)))
    return rows.select_related("persoon", "gever").order_by("wanneer", "id")
