"""What was kept aside: found by its assignment, unreadable until somebody must answer it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Min, QuerySet

from vliegwiel.gemeenschap.public import Kijker, values_for
from vliegwiel.kern.clock import day_of
from vliegwiel.privacy.public import require_messages
from vliegwiel.uitwisseling.models import Terzijde
from vliegwiel.uitwisseling.models.zegel import blind_of, unseal_part
from vliegwiel.uitwisseling.queries.pakketten import Deel

Sleutel = tuple[str, str]  # (wet, toewijzing)
Reden = Terzijde.Reden
# What somebody answers; the rest waits for a message.
ASKS = (Reden.GEBOORTEDATUM_ANDERS, Reden.LIJKT_OP)


def kept_aside(kijker: Kijker) -> QuerySet[Terzijde]:
    """Everything that was ever kept aside."""
    require_messages(kijker)
    return Terzijde.objects.filter(gemeente_id=kijker.gemeente_id)


def open_parts(kijker: Kijker) -> QuerySet[Terzijde]:
    """What waits, the oldest first."""
    return kept_aside(kijker).filter(klaar_op__isnull=True).order_by("gekomen_op", "id")


def waiting_for(kijker: Kijker, keys: Collection[Sleutel]) -> list[tuple[Deel, Terzijde]]:
    """What waits for one of these assignments to come; one query. The caller holds the lock of the gemeente."""
    blind = {blind_of(kijker.gemeente_id, *key) for key in keys}
    if not blind:
        return []
    rows = open_parts(kijker).filter(blind__in=blind, reden=Reden.TOEWIJZING_ONBEKEND)
    return [(Deel(*unseal_part(row)), row) for row in rows]


def waiting_with(kijker: Kijker, row: Terzijde) -> list[tuple[Deel, Terzijde]]:
    """What else waits about the same assignment, whatever the reason."""
    rows = open_parts(kijker).filter(blind=row.blind).exclude(pk=row.pk)
    found = [(Deel(*unseal_part(it)), it) for it in rows]
    return sorted(found, key=lambda pair: not pair[0].begint)


def somebody_alike(row: Terzijde) -> bool:
    """Whether it can be somebody we know: who looks alike may live nowhere here."""
    return row.reden != Reden.LIJKT_OP or row.kandidaat is not None


def waits_too_long(gemeente_id: UUID, now: datetime) -> tuple[int, datetime | None]:
    """How many wait longer than this gemeente wants, and since when the oldest does; for the clock."""
    days = values_for(gemeente_id, day_of(now))["terzijde_melden_dagen"]
    rows = Terzijde.objects.filter(
        gemeente_id=gemeente_id, klaar_op__isnull=True, gekomen_op__lt=now - timedelta(days=days)
    )
    said = rows.aggregate(number=Count("id"), oldest=Min("gekomen_op"))
    return said["number"], said["oldest"]


def expired(gemeente_id: UUID, now: datetime, most: int) -> list[Terzijde]:
    """What waited as long as it may be kept; for the clock."""
    days = values_for(gemeente_id, day_of(now))["terzijde_bewaren_dagen"]
    rows = Terzijde.objects.filter(
        gemeente_id=gemeente_id, klaar_op__isnull=True, gekomen_op__lt=now - timedelta(days=days)
    )
    return list(rows.order_by("gekomen_op", "id")[:most])
