"""What waited as long as it may be kept is destroyed; so is a table nobody confirmed. May run twice, or late."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from vliegwiel.uitwisseling.actions.tabel import drop_unconfirmed
from vliegwiel.uitwisseling.actions.terzijde import Erbij, finish, follow, store_parts
from vliegwiel.uitwisseling.models import Terzijde
from vliegwiel.uitwisseling.queries.inlezen import lock
from vliegwiel.uitwisseling.queries.terzijde import expired
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst

AT_ONCE = 500
UNCONFIRMED = timedelta(days=7)  # a table that somebody looked at and did not read in


def destroy_old(gemeente_id: UUID, now: datetime) -> int:
    """The content goes; that something waited, and until when, stays in the report of its file."""
    lock(gemeente_id)
    rows = expired(gemeente_id, now, AT_ONCE)
    told: dict[UUID, Erbij] = defaultdict(Erbij)
    for row in rows:
        finish(row, Terzijde.Uitkomst.VERNIETIGD, None, now)
        told[row.bestand_id].niet = True
        told[row.bestand_id].vondsten = [Vondst("inlezen_vernietigd", "", Ernst.OPMERKING)]
    store_parts(rows)
    follow(gemeente_id, told)
    return len(rows) + drop_unconfirmed(gemeente_id, now - UNCONFIRMED, now)
