"""What waited as long as it may be kept is destroyed; so is a table nobody confirmed. May run twice, or late.

Files that were given and not asked to be read (whoever gave them was stopped half-way) are asked to be read.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Werk
from vliegwiel.uitwisseling.actions.ontvangen import SOORT, ask_to_read
from vliegwiel.uitwisseling.actions.tabel import drop_unconfirmed
from vliegwiel.uitwisseling.actions.terzijde import Erbij, finish, follow, store_parts
from vliegwiel.uitwisseling.models import Inlezing, Terzijde
from vliegwiel.uitwisseling.queries.inlezen import lock
from vliegwiel.uitwisseling.queries.terzijde import expired
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst

AT_ONCE = 500
UNASKED = timedelta(days=1)
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
    unasked = _ask_unasked(gemeente_id, now)
    return len(rows) + unasked + drop_unconfirmed(gemeente_id, now - UNCONFIRMED, now)


def _ask_unasked(gemeente_id: UUID, now: datetime) -> int:
    """As who gave them; whether they still may is asked when it is done."""
    asked = Werk.objects.filter(gemeente_id=OuterRef("gemeente_id"), soort=SOORT, object=OuterRef("pk"))
    left = Inlezing.objects.filter(
        ~Exists(asked),
        gemeente_id=gemeente_id,
        soort=Inlezing.Soort.BERICHTEN,
        klaar_op__isnull=True,
        gemaakt_op__lt=now - UNASKED,
    )
    rows = list(left.select_related("door__account", "gemeente")[:AT_ONCE])
    for row in rows:
        by = Kijker(row.door.account, row.gemeente, Purpose.BERICHTEN, medewerker=row.door)
        ask_to_read(by=by, now=now, inlezing=row)
    return len(rows)
