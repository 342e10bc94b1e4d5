"""Corrections a colleague holds, or of a household of which they keep the overview."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.models import Correctieverzoek, Overdracht
from vliegwiel.privacy.public import (
    HEEFT_WERK,
    Inzage,
    Onderdeel,
    closed_dossiers,
    closed_persons,
    dossier_ids,
    role_sees,
    team_ids,
    toon,
    zicht_op,
)


def corrections(kijker: Kijker, now: datetime) -> QuerySet[Correctieverzoek]:
    """Those this colleague may answer: as holder of the question, or as who keeps the overview of the household."""
    rows = Correctieverzoek.objects.filter(gemeente_id=kijker.gemeente_id)
    if kijker.medewerker is None or not role_sees(kijker.rollen) or kijker.rollen.isdisjoint(HEEFT_WERK):
        return rows.none()
    overview = dossier_ids(kijker, now, Onderdeel.VRAAG)
    return (
        rows.filter(_held_by(kijker, now) | Q(dossier_id__in=overview))
        .exclude(vraag__status="vernietigd")
        .exclude(persoon_id__in=closed_persons(kijker, now))
        .exclude(dossier_id__in=closed_dossiers(kijker, now))
    )


def _held_by(kijker: Kijker, now: datetime) -> Q:
    """The holder; or who gave it away, or was offered it, while that is open."""
    assert kijker.medewerker is not None
    teams = team_ids(kijker, now)
    me = kijker.medewerker.pk
    offered = Overdracht.objects.filter(
        Q(naar_id=me) | Q(naar_team_id__in=teams) | Q(van_id=me),
        gemeente_id=OuterRef("gemeente_id"),
        vraag_id=OuterRef("vraag_id"),
        aangenomen_op__isnull=True,
        teruggegeven_op__isnull=True,
    )
    return Q(vraag__houder_id=me) | Q(vraag__houder_team_id__in=teams) | Q(Exists(offered))


def to_answer(kijker: Kijker, now: datetime) -> QuerySet[Correctieverzoek]:
    """Open ones in the hands of this colleague or their team, the one with the nearest last day first."""
    if kijker.medewerker is None:
        return Correctieverzoek.objects.none()
    return (
        corrections(kijker, now)
        .filter(_held_by(kijker, now), besluit="")
        .select_related("vraag")
        .order_by("vraag__uiterlijk", "pk")
    )


@dataclass(frozen=True)
class Blad:
    """One correction as its holder reads it: the words always, the line only as far as they may."""

    correctie: Correctieverzoek
    regel: str
    mag_plan: bool


def read_correction(kijker: Kijker, row: Correctieverzoek, now: datetime) -> Blad:
    zicht = zicht_op(kijker, [row.dossier_id], now)
    toon(kijker, Inzage.Soort.VRAAG, [(row.persoon_id, row.dossier_id)])
    may = zicht.mag(Onderdeel.KADER, row.dossier_id)
    return Blad(row, _line(zicht, row), may)


def _line(zicht: object, row: Correctieverzoek) -> str:
    """The text of the line, when this colleague may read it; a sealed part never travels this way."""
    parts = (
        (row.plandeel, Onderdeel.INHOUD, "tekst"),
        (row.plandoel, Onderdeel.DOEL, "tekst"),
        (row.afspraak, Onderdeel.AFSPRAAK, "tekst"),
        (row.contactmoment, Onderdeel.INHOUD, "regel"),
    )
    for line, part, name in parts:
        if line is None or getattr(line, "verzegeld", False):
            continue
        if zicht.mag(part, row.dossier_id, line.domein, line.persoon_id, line.afgesloten):  # type: ignore[attr-defined]
            return str(getattr(line, name))
    return ""
