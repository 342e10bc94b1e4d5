"""The next step of each household: the first open Afspraak that this kijker may see, and who has the ball."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.prepared import ask
from vliegwiel.ondersteuning.rules.mensen import Stap, who_has_the_ball
from vliegwiel.privacy.public import Dossier, Onderdeel, Relatie, Zicht, as_asked, sight_again
from vliegwiel.samenspel.public import Afspraak

OPEN = (Afspraak.Status.GEVRAAGD, Afspraak.Status.LOOPT, Afspraak.Status.TERUGGEGEVEN)
GIVEN = (Afspraak.Status.GEVRAAGD, Afspraak.Status.LOOPT)
_FIELDS = (
    *("dossier_id", "pk", "tekst", "wanneer", "status", "medewerker_id", "medewerker__naam"),
    *("gever_id", "gever__naam", "wie_naam", "doet_id"),
)


def next_steps(kijker: Kijker, zicht: Zicht, ids: list[UUID]) -> dict[UUID, Stap]:
    """Per dossier the first open step; one query, whatever the number of agreements."""
    given = zicht.with_relation(Relatie.EIGEN_AFSPRAAK)
    if not zicht.dossiers(Onderdeel.AFSPRAAK) and not given:
        return {}
    words, sight = as_asked(zicht, Onderdeel.AFSPRAAK)
    me = kijker.medewerker.pk if kijker.medewerker else None
    rows = ask(_first, words, gemeente=kijker.gemeente_id, me=me, given=given, ids=ids, **sight)
    return {row[0]: _stap(kijker, row) for row in rows}


def _open(gemeente: UUID, zicht: Zicht, me: UUID | None, given: list[UUID]) -> QuerySet[Afspraak]:
    """Open agreements this kijker may read: by their sight, or because one was given to them."""
    theirs = Q(medewerker_id=me, status__in=GIVEN, dossier_id__among=given)
    rows = Afspraak.objects.filter(
        zicht.q(Onderdeel.AFSPRAAK) | theirs, gemeente_id=gemeente, status__in=OPEN
    )
    return rows.order_by(F("wanneer").asc(nulls_last=True), "pk")


def _first(
    words: Any, *, gemeente: UUID, me: UUID | None, given: list[UUID], ids: list[UUID], **sight: Any
) -> QuerySet[Any]:
    rows = _open(gemeente, sight_again(words, sight), me, given)
    first = rows.filter(dossier_id=OuterRef("pk")).values("pk")[:1]
    wanted = Dossier.objects.filter(gemeente_id=gemeente, pk__among=ids).annotate(eerste=Subquery(first))
    found = Afspraak.objects.filter(gemeente_id=gemeente, pk__in=wanted.values("eerste"))
    return found.values_list(*_FIELDS)


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
