"""What was kept aside: found by its assignment, unreadable until somebody must answer it."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.privacy.public import require_messages
from vliegwiel.uitwisseling.models import Terzijde
from vliegwiel.uitwisseling.models.zegel import blind_of, unseal_part
from vliegwiel.uitwisseling.queries.pakketten import Deel

Sleutel = tuple[str, str]  # (wet, toewijzing)
Reden = Terzijde.Reden
# What somebody answers; the rest waits for a message.
ASKS = (Reden.GEBOORTEDATUM_ANDERS, Reden.LIJKT_OP)


def open_parts(kijker: Kijker) -> QuerySet[Terzijde]:
    """What waits, the oldest first."""
    require_messages(kijker)
    rows = Terzijde.objects.filter(gemeente_id=kijker.gemeente_id, klaar_op__isnull=True)
    return rows.order_by("gekomen_op", "id")


def waiting_for(kijker: Kijker, keys: Collection[Sleutel]) -> list[tuple[Deel, Terzijde]]:
    """What waits for one of these assignments to come; one query. The caller holds the lock of the gemeente."""
    blind = {blind_of(kijker.gemeente_id, *key) for key in keys}
    if not blind:
        return []
    rows = open_parts(kijker).filter(blind__in=blind, reden=Reden.TOEWIJZING_ONBEKEND)
    return [(Deel(*unseal_part(row)), row) for row in rows]
