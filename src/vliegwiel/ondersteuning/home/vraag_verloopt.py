"""A question that is destroyed within a week: its holder hears it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.access.vraag import can_answer
from vliegwiel.ondersteuning.models import Vraag
from vliegwiel.ondersteuning.rules.vraag import WAARSCHUWING
from vliegwiel.samenspel.public import Aandachtregel, Aandachtspunt, Gevonden

CODE = "vraag_verloopt"


def _soon(gemeente_id: UUID, now: datetime) -> QuerySet[Vraag]:
    rows = Vraag.objects.filter(
        gemeente_id=gemeente_id,
        status=Vraag.Status.OPEN,
        houder__isnull=False,
        verloopt_op__lte=day_of(now) + WAARSCHUWING,
    )
    return rows.exclude(soort=Vraag.Soort.CORRECTIE)


def _find(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterable[Gevonden]:
    known = Aandachtspunt.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), code=CODE, object=OuterRef("pk"), weg_op__isnull=True
    )
    return (_asks(row) for row in _soon(gemeente_id, now).filter(~Exists(known)).iterator(1000))


def _still(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    return [_asks(row) for row in _soon(gemeente_id, now).filter(pk__in=[it.object for it in rows])]


def _asks(row: Vraag) -> Gevonden:
    return Gevonden(
        sleutel=str(row.pk),
        object=row.pk,
        persoon=row.persoon_id,  # so that it is not shown to whom this person keeps out
        medewerker=row.houder_id,
        vanaf=row.verloopt_op - WAARSCHUWING,
        voor=row.verloopt_op,
        params={"dag": row.verloopt_op.isoformat()},
    )


VERLOOPT = Aandachtregel(
    code=CODE,
    kwart="ondersteuning",
    weight=13,
    icoon="klok",
    find=_find,
    still=_still,
    href=lambda slug, row: reverse("vraag", args=[slug, row.object]),
    sees=lambda kijker: can_answer(kijker) and kijker.aan("vraag"),
)
