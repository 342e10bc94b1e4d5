"""What happens to the afspraken of a colleague who leaves."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern.log import record
from vliegwiel.privacy.public import Betrokkenheid
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.actions.afspraak import tell
from vliegwiel.samenspel.models import Afspraak


@transaction.atomic
def hand_over_afspraken(*, by: Kijker, now: datetime, medewerker_id: UUID, to: Medewerker | None) -> int:
    """A colleague leaves: what they do is asked of the successor or goes back to who gave it; what they gave is
    held by the successor, or by the vaste contactpersoon. The number of afspraken."""
    rows = Afspraak.objects.filter(gemeente_id=by.gemeente_id, status__in=queries.OPEN_AFSPRAKEN)
    rows = rows.filter(Q(medewerker_id=medewerker_id) | Q(gever_id=medewerker_id))
    found = list(rows)
    for row in found:
        if row.gever_id == medewerker_id:
            row.gever = to or _keeper(row) or row.gever
        if row.medewerker_id == medewerker_id and row.status in queries.GIVEN:
            row.medewerker = to or row.medewerker
            row.status = Afspraak.Status.GEVRAAGD if to else Afspraak.Status.TERUGGEGEVEN
            row.aangenomen_op = None
        row.save(update_fields=["gever", "medewerker", "status", "aangenomen_op"])
        record(by=by, action="afspraak.overgedragen", subject=row, now=now, status=str(row.status))
        tell(by, now, row)
    return len(found)


def _keeper(row: Afspraak) -> Medewerker | None:
    """The vaste contactpersoon of the household, who keeps the overview."""
    if row.dossier_id is None:
        return None
    held = Betrokkenheid.objects.filter(
        gemeente_id=row.gemeente_id,
        dossier_id=row.dossier_id,
        soort=Betrokkenheid.Soort.VASTE_CONTACTPERSOON,
        medewerker__isnull=False,
        einddatum__isnull=True,
        beeindigd_op__isnull=True,
    )
    found = held.select_related("medewerker").first()
    keeper = found.medewerker if found else None
    return None if keeper is not None and keeper.pk == row.gever_id else keeper
