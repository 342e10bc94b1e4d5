"""Background work that is parked: one card for who has the role backoffice, with how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Min
from django.urls import reverse

from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Rol
from vliegwiel.kern.models import Werk
from vliegwiel.samenspel.models import Aandachtspunt
from vliegwiel.samenspel.rules.aandachtspunt import Aandachtregel, Gevonden

CODE = "werk_geparkeerd"


def _find(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterable[Gevonden]:
    parked = Werk.objects.filter(gemeente_id=gemeente_id, status=Werk.Status.GEPARKEERD)
    found: dict[str, Any] = parked.aggregate(aantal=Count("pk"), sinds=Min("gemaakt_op"))
    if not found["aantal"]:
        return []
    return [
        Gevonden(
            sleutel=CODE,
            object=gemeente_id,
            rol=Rol.BACKOFFICE,
            vanaf=day_of(found["sinds"]),
            params={"aantal": found["aantal"]},
        )
    ]


def _still(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    return _find(gemeente_id, now, None)


WERK_GEPARKEERD = Aandachtregel(
    code=CODE,
    kwart="",
    weight=8,
    icoon="let_op",
    find=_find,
    still=_still,
    href=lambda slug, row: reverse("werk", args=[slug]),
)
