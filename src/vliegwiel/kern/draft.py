"""Drafts on the server: what is typed survives a broken connection, an expired session, a closed lid."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from vliegwiel.kern.log import Actor
from vliegwiel.kern.models import Concept

KEPT = timedelta(days=30)
MOST = 50  # drafts of one account; the oldest makes room
LARGEST = 50_000  # characters in one draft; more is not something a person types


def _place(plek: str) -> str:
    return plek.replace("\x00", "")[:300]


def keep(*, by: Actor, plek: str, fields: Mapping[str, str], now: datetime) -> None:
    """Keep (or replace) the draft of this account at this place."""
    if by.account_id is None or sum(map(len, fields.values())) > LARGEST:
        return
    here = {"gemeente_id": by.gemeente_id, "account": by.account_id}
    clean = {name: value.replace("\x00", "") for name, value in fields.items()}
    Concept.objects.update_or_create(**here, plek=_place(plek), defaults={"velden": clean, "moment": now})
    old = Concept.objects.filter(**here).order_by("-moment").values_list("pk", flat=True)[MOST:]
    Concept.objects.filter(**here, pk__in=list(old)).delete()


def kept(*, by: Actor, plek: str) -> dict[str, str]:
    """What this account was writing at this place; empty when nothing was kept."""
    found = Concept.objects.filter(
        gemeente_id=by.gemeente_id, account=by.account_id, plek=_place(plek)
    ).first()
    return dict(found.velden) if found else {}


def drop(*, by: Actor, plek: str) -> None:
    """Forget the draft: what it said has been sent."""
    Concept.objects.filter(gemeente_id=by.gemeente_id, account=by.account_id, plek=_place(plek)).delete()


def drop_old(gemeente_id: UUID, now: datetime) -> int:
    """Destroy drafts nobody touched for thirty days; the number destroyed."""
    return Concept.objects.filter(gemeente_id=gemeente_id, moment__lt=now - KEPT).delete()[0]
