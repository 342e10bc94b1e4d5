"""The next step of each household: the first open Afspraak that this kijker may see, and who has the ball."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.rules.mensen import Stap, who_has_the_ball
from vliegwiel.privacy.public import Dossier, Onderdeel, Relatie, Zicht
from vliegwiel.samenspel.public import Afspraak

OPEN = (Afspraak.Status.GEVRAAGD, Afspraak.Status.LOOPT, Afspraak.Status.TERUGGEGEVEN)
GIVEN = (Afspraak.Status.GEVRAAGD, Afspraak.Status.LOOPT)
_FIELDS = (
    *("dossier_id", "pk", "tekst", "wanneer", "status", "medewerker_id", "medewerker__naam"),
    *("gever_id", "gever__naam", "wie_naam", "doet_id"),
)


def open_steps(kijker: Kijker, zicht: Zicht) -> QuerySet[Afspraak]:
    """Open agreements this kijker may read: by their sight, or because one was given to them."""
    me = kijker.medewerker.pk if kijker.medewerker else None
    given = Q(
        medewerker_id=me,
        status__in=GIVEN,
        dossier_id__in=zicht.with_relation(Relatie.EIGEN_AFSPRAAK),
    )
    seen = zicht.q(Onderdeel.AFSPRAAK) | given
    rows = Afspraak.objects.filter(seen, gemeente_id=kijker.gemeente_id, status__in=OPEN)
    return rows.order_by(F("wanneer").asc(nulls_last=True), "pk")


def next_steps(kijker: Kijker, zicht: Zicht, ids: list[UUID]) -> dict[UUID, Stap]:
    """Per dossier the first open step; one query, whatever the number of agreements."""
    if not zicht.dossiers(Onderdeel.AFSPRAAK) and not zicht.with_relation(Relatie.EIGEN_AFSPRAAK):
        return {}
    first = open_steps(kijker, zicht).filter(dossier_id=OuterRef("pk")).values("pk")[:1]
    wanted = Dossier.objects.filter(gemeente_id=kijker.gemeente_id, pk__in=ids).annotate(
        eerste=Subquery(first)
    )
    rows = Afspraak.objects.filter(gemeente_id=kijker.gemeente_id, pk__in=wanted.values("eerste"))
    return {row[0]: _stap(kijker, row) for row in rows.values_list(*_FIELDS)}


def _stap(kijker: Kijker, row: tuple[Any, ...]) -> Stap:
    _, pk, tekst, wanneer, status, medewerker, naam, gever, gever_naam, wie_naam, doet = row
    assert kijker.medewerker is not None
    ball = who_has_the_ball(
        status=status,
        me=kijker.medewerker.pk,
        medewerker=medewerker,
        naam=naam or "",
        gever=gever,
        gever_naam=gever_naam or "",
        ander=wie_naam,
    )
    by_resident = doet if medewerker is None and status != Afspraak.Status.TERUGGEGEVEN else None
    return Stap(pk, tekst, wanneer, ball, by_resident)
