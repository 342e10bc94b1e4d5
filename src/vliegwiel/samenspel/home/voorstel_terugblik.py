"""Looking back on an adopted text: the day that was fixed beforehand has come, for each who sits at its table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import Aandacht
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.actions.voorstel_terugblik import TERUGBLIK
from vliegwiel.samenspel.home.eigen import teksten
from vliegwiel.samenspel.models import Aandachtspunt, Voorstelterugblik
from vliegwiel.samenspel.rules.aandachtspunt import Aandachtregel, Gevonden, Woorden


def due(kijker: Kijker, now: datetime) -> list[Aandacht]:
    """For a resident; a colleague gets an Aandachtspunt."""
    slug = kijker.gemeente.slug
    return [
        Aandacht(
            code=TERUGBLIK,
            href=reverse("voorstel_terugkijken", args=[slug, it.voorstel_id, it.terugblik_id]),
            weight=30,
            kwart="koers",
            inwoner=True,
            params={"titel": it.voorstel__titel, "tafel": it.voorstel__tafel__naam, "icoon": "terugkijken"},
        )
        for it in teksten(kijker, now).terugblik
    ]


def _due(gemeente_id: UUID, now: datetime) -> QuerySet[Voorstelterugblik, Any]:
    """(look back, its text, its day, who sits there), a row for each colleague. The joins of the filter are those of
    the columns: one seat a row."""
    today, seat = day_of(now), "voorstel__tafel__zetels__"
    rows = Voorstelterugblik.objects.filter(
        active(today, seat),
        gemeente_id=gemeente_id,
        terugblik__kijken_op__lte=today,
        terugblik__teruggekeken_op__isnull=True,
        **{f"{seat}medewerker__isnull": False},
    )
    who = rows.annotate(wie=F(f"{seat}medewerker_id"), dag=F("terugblik__kijken_op"))
    return who.values_list("terugblik_id", "voorstel_id", "dag", "wie")


def _find(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterable[Gevonden]:
    known = Aandachtspunt.objects.filter(
        gemeente_id=OuterRef("gemeente_id"),
        code=TERUGBLIK,
        object=OuterRef("terugblik_id"),
        medewerker_id=OuterRef("wie"),
        weg_op__isnull=True,
    )
    return (_asks(*row) for row in _due(gemeente_id, now).filter(~Exists(known)).distinct().iterator(1000))


def _still(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    found = _due(gemeente_id, now).filter(terugblik_id__in=[row.object for row in rows])
    return [_asks(*row) for row in found.distinct()]


def _asks(terugblik: UUID, voorstel: UUID, dag: Any, medewerker: UUID) -> Gevonden:
    return Gevonden(
        sleutel=f"{terugblik}:{medewerker}",
        object=terugblik,
        medewerker=medewerker,
        vanaf=dag,
        params={"voorstel": str(voorstel)},
    )


def _describe(kijker: Kijker, rows: Sequence[Aandachtspunt], now: datetime) -> Woorden:
    """What the text is called and where it lies, for who may read that table."""
    due = queries.due_terugblikken(kijker, day_of(now)).filter(terugblik_id__in=[row.object for row in rows])
    asked = due.values_list("terugblik_id", "voorstel__titel", "voorstel__tafel__naam")
    return Woorden(
        asked,
        lambda it: (it.terugblik_id, {"titel": it.voorstel__titel, "tafel": it.voorstel__tafel__naam}),
    )


TERUGBLIK_OP = Aandachtregel(
    code=TERUGBLIK,
    kwart="koers",
    weight=30,
    icoon="terugkijken",
    find=_find,
    still=_still,
    href=lambda slug, row: reverse("voorstel_terugkijken", args=[slug, row.params["voorstel"], row.object]),
    sees=lambda kijker: kijker.sees_content,
    describe=_describe,
)
