"""Geschiedenis: what a field said before and after, with the same rights and the same end as the dossier.

Shown only with the object it is about, to who may read that object (docs/huis/toegang.md, reading rule 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import models
from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.log import current_trace
from vliegwiel.privacy.models import Wijziging


class Schrijver(Protocol):
    """Whoever changes something: a kijker, or the klok."""

    @property
    def gemeente_id(self) -> UUID: ...
    @property
    def account_id(self) -> UUID | None: ...
    @property
    def naam(self) -> str: ...


def record_wijziging(
    *,
    by: Kijker,
    dossier_id: UUID,
    domein: str,
    subject: models.Model,
    veld: str,
    voor: Any,
    na: Any,
    now: datetime,
) -> Wijziging | None:
    """Write that one field changed; None when it says the same as before."""
    rows = record_wijzigingen(
        by=by, dossier_id=dossier_id, domein=domein, subject=subject, velden={veld: (voor, na)}, now=now
    )
    return rows[0] if rows else None


def record_wijzigingen(
    *,
    by: Kijker,
    dossier_id: UUID,
    domein: str,
    subject: models.Model,
    velden: Mapping[str, tuple[Any, Any]],
    now: datetime,
) -> list[Wijziging]:
    """Write every field of these (name: before, after) that differs, in one insert and the caller's transaction."""
    return record_many(by=by, changes=[(dossier_id, domein, subject, velden)], now=now)


Change = tuple[UUID, str, models.Model, Mapping[str, tuple[Any, Any]]]  # dossier, domein, subject, fields


def record_many(*, by: Schrijver, changes: Iterable[Change], now: datetime) -> list[Wijziging]:
    """The same for many objects at once, still in one insert."""
    return Wijziging.objects.bulk_create(row for change in changes for row in _rows(by, now, *change))


def _rows(
    by: Schrijver,
    now: datetime,
    dossier_id: UUID,
    domein: str,
    subject: models.Model,
    velden: Mapping[str, tuple[Any, Any]],
) -> Iterator[Wijziging]:
    said = {veld: (_text(voor), _text(na)) for veld, (voor, na) in velden.items()}
    for veld, (voor, na) in said.items():
        if voor != na:
            yield Wijziging(
                gemeente_id=by.gemeente_id,
                dossier_id=dossier_id,
                domein=domein,
                soort=subject._meta.model_name or "",
                object=subject.pk,
                veld=veld,
                voor=voor,
                na=na,
                door=by.naam,
                account=by.account_id,
                moment=now,
                spoor=current_trace(),
            )


def geschiedenis_van(kijker: Kijker, dossier_id: UUID | None, object_id: UUID) -> QuerySet[Wijziging]:
    """What changed about one object, newest first. The caller has shown that the kijker may read the object.

    `dossier_id` None: of something that moves along with a person, also what was written in an earlier dossier.
    """
    rows = Wijziging.objects.filter(gemeente_id=kijker.gemeente_id, object=object_id)
    rows = rows if dossier_id is None else rows.filter(dossier_id=dossier_id)
    return rows.order_by("-moment", "-pk")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)
