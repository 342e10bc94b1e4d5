"""An adopted text whose day to look back has come: for each colleague who sits at its table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.models import Aandachtspunt, Voorstel, Zetel
from vliegwiel.samenspel.rules.aandachtspunt import Aandachtregel, Gevonden, Woorden

CODE = "terugkijken"


def _due(gemeente_id: UUID, now: datetime) -> Any:
    """(text, its day, who sits there), a row for each colleague."""
    today = day_of(now)
    seats = Zetel.objects.filter(
        active(today),
        gemeente_id=gemeente_id,
        medewerker__isnull=False,
        tafel__voorstellen__status=Voorstel.Status.AANGENOMEN,
        tafel__voorstellen__terugkijken_op__lte=today,
    )
    return seats.annotate(
        tekst=F("tafel__voorstellen__id"), dag=F("tafel__voorstellen__terugkijken_op")
    ).values_list("tekst", "dag", "medewerker_id")


def _find(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterable[Gevonden]:
    known = Aandachtspunt.objects.filter(
        gemeente_id=OuterRef("gemeente_id"),
        code=CODE,
        object=OuterRef("tekst"),
        medewerker_id=OuterRef("medewerker_id"),
        weg_op__isnull=True,
    )
    return (_asks(*row) for row in _due(gemeente_id, now).filter(~Exists(known)).distinct().iterator(1000))


def _still(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    texts = [row.object for row in rows]
    return [_asks(*row) for row in _due(gemeente_id, now).filter(tekst__in=texts).distinct()]


def _asks(tekst: UUID, dag: Any, medewerker: UUID) -> Gevonden:
    return Gevonden(sleutel=f"{tekst}:{medewerker}", object=tekst, medewerker=medewerker, vanaf=dag)


def _describe(kijker: Kijker, rows: Sequence[Aandachtspunt], now: datetime) -> Woorden:
    """What the text is called and where it lies, for who may read that table."""
    texts = queries.due_again(kijker, day_of(now)).filter(pk__in=[row.object for row in rows])
    asked = texts.values_list("pk", "titel", "tafel__naam")
    return Woorden(asked, lambda it: (it.pk, {"titel": it.titel, "tafel": it.tafel__naam}))


TERUGKIJKEN = Aandachtregel(
    code=CODE,
    kwart="koers",
    weight=30,
    icoon="terugblik",
    find=_find,
    still=_still,
    href=lambda slug, row: reverse("voorstel", args=[slug, row.object]),
    sees=lambda kijker: kijker.sees_content,
    describe=_describe,
)
