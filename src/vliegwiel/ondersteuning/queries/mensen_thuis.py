"""Mijn mensen beside Vandaag: names and the own next step only, because finding work needs no content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Purpose
from vliegwiel.ondersteuning.models import Contactmoment
from vliegwiel.ondersteuning.queries.mensen_stap import GIVEN
from vliegwiel.privacy.public import Betrokkene, Inzage, Onderdeel, dossier_ids, toon, zicht_op
from vliegwiel.samenspel.public import Afspraak

FEW = 5
MOST = 50  # messages that wait; more is a list nobody reads


@dataclass(frozen=True)
class Eerst:
    """A household and what this colleague does next for it."""

    dossier: UUID
    naam: str
    tekst: str
    wanneer: date | None


def first_steps(kijker: Kijker, now: datetime) -> list[Eerst]:
    """The first five things this colleague agreed to do, by day, and for whom."""
    if kijker.medewerker is None:
        return []
    known = dossier_ids(kijker, now, Onderdeel.PERSOON)
    own = Afspraak.objects.filter(
        gemeente_id=kijker.gemeente_id,
        medewerker_id=kijker.medewerker.pk,
        status__in=GIVEN,
        dossier_id__in=known,
    ).order_by(F("wanneer").asc(nulls_last=True), "pk")
    rows = list(own.values_list("dossier_id", "tekst", "wanneer")[:FEW])
    names = _addressed(kijker, day_of(now), [row[0] for row in rows])
    toon(kijker, Inzage.Soort.LIJST, [(persoon, dossier) for dossier, (persoon, _) in names.items()])
    return [Eerst(pk, names[pk][1], tekst, wanneer) for pk, tekst, wanneer in rows if pk in names]


def _addressed(kijker: Kijker, today: date, ids: list[UUID]) -> dict[UUID, tuple[UUID, str]]:
    """Who is addressed first in each of these dossiers."""
    rows = Betrokkene.objects.filter(active(today), gemeente_id=kijker.gemeente_id, dossier_id__in=ids)
    fields = ("dossier_id", "persoon_id", "persoon__voornaam", "persoon__achternaam")
    found: dict[UUID, tuple[UUID, str]] = {}
    for dossier, persoon, voornaam, achternaam in rows.order_by("volgorde", "pk").values_list(*fields):
        found.setdefault(dossier, (persoon, f"{voornaam} {achternaam}".strip()))
    return found


def unread(kijker: Kijker, now: datetime) -> int:
    """How much residents said that this colleague may read and nobody did: a number, not who nor what.

    Vandaag itself gives no content, so this asks as the list does where it is read.
    """
    if kijker.medewerker is None:
        return 0
    reader = replace(kijker, purpose=Purpose.ONDERSTEUNEN)
    waiting = Contactmoment.objects.filter(
        gemeente_id=kijker.gemeente_id,
        van_inwoner=True,
        uitkomst=Contactmoment.Uitkomst.NOG_TE_LEZEN,
        dossier_id__in=dossier_ids(reader, now, Onderdeel.INHOUD),
    )
    rows = list(waiting.values_list("dossier_id", "domein", "persoon_id", "afgesloten")[:MOST])
    zicht = zicht_op(reader, {row[0] for row in rows}, now)
    return sum(zicht.mag(Onderdeel.INHOUD, *row) for row in rows)
