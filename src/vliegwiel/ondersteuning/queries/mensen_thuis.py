"""Mijn mensen beside Vandaag: names and the own next step only, because finding work needs no content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.prepared import ask
from vliegwiel.ondersteuning.queries.mensen_stap import GIVEN
from vliegwiel.ondersteuning.queries.vandaag import rows_of
from vliegwiel.privacy.public import Betrokkene, Inzage, Onderdeel, dossier_ids, toon, zicht_op
from vliegwiel.samenspel.public import Afspraak

FEW = 5


@dataclass(frozen=True)
class Eerst:
    """A household and what this colleague does next for it."""

    dossier: UUID
    naam: str
    tekst: str
    wanneer: date | None


def first_steps(kijker: Kijker, now: datetime) -> list[Eerst]:
    """The first five things this colleague agreed to do, by day, and for whom: who is addressed first there."""
    if kijker.medewerker is None:
        return []
    known, me, today = dossier_ids(kijker, now, Onderdeel.PERSOON), kijker.medewerker.pk, day_of(now)
    if isinstance(known, list):
        rows = ask(_steps, gemeente=kijker.gemeente_id, me=me, known=known, today=today)
    else:
        rows = list(_steps(gemeente=kijker.gemeente_id, me=me, known=known, today=today))
    shown = [(dossier, persoon, [first, last], it) for dossier, persoon, first, last, *it in rows if persoon]
    toon(kijker, Inzage.Soort.LIJST, [(persoon, dossier) for dossier, persoon, _, _ in shown])
    return [Eerst(dossier, " ".join(filter(None, naam)), *it) for dossier, _, naam, it in shown]


def _steps(*, gemeente: UUID, me: UUID, known: Any, today: date) -> QuerySet[Any]:
    among = {"dossier_id__among": known} if isinstance(known, list) else {"dossier_id__in": known}
    own = Afspraak.objects.filter(gemeente_id=gemeente, medewerker_id=me, status__in=GIVEN, **among)
    there = Betrokkene.objects.filter(
        active(today), gemeente_id=OuterRef("gemeente_id"), dossier_id=OuterRef("dossier_id")
    ).order_by("volgorde", "pk")
    names = {
        f"{name}_daar": Subquery(there.values(f"persoon__{name}")[:1])
        for name in ("id", "voornaam", "achternaam")
    }
    first = own.order_by(F("wanneer").asc(nulls_last=True), "pk").annotate(**names)
    return first.values_list("dossier_id", *names, "tekst", "wanneer")[:FEW]


def unread(kijker: Kijker, now: datetime) -> int:
    """How much residents said that this colleague may read and nobody did: a number, not who nor what.

    Vandaag itself gives no content, so this asks as the list does where it is read.
    """
    rows = rows_of(kijker, now, "gezegd")
    reader = replace(kijker, purpose=Purpose.ONDERSTEUNEN)
    zicht = zicht_op(reader, {row.ander for row in rows if row.ander}, now)
    return sum(
        zicht.mag(Onderdeel.INHOUD, row.ander, row.tekst, row.persoon, row.vlag) for row in rows if row.ander
    )
