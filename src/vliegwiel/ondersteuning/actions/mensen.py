"""A colleague leaves: whom they work with gets somebody else, from today and nobody forgotten."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker, Medewerker, Roltoekenning, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.refusals.mensen import SuccessorDoesNotFit
from vliegwiel.privacy.public import HEEFT_WERK, WERKT, Betrokkene, Betrokkenheid, Blokkade, role_sees


def held_by(gemeente_id: UUID, medewerker_id: UUID, today: date) -> QuerySet[Betrokkenheid]:
    """What a colleague works with now or is going to, as themselves; a team's work stays with the team."""
    lasting = Q(einddatum__isnull=True) | Q(einddatum__gte=today)
    return Betrokkenheid.objects.filter(
        lasting, gemeente_id=gemeente_id, medewerker_id=medewerker_id, beeindigd_op__isnull=True
    )


@transaction.atomic
def hand_over_people(*, by: Kijker, now: datetime, medewerker_id: UUID, to: Medewerker | None) -> int:
    """End every Betrokkenheid of a colleague at once and begin the same for `to`; how many those were.

    Raises:
        SuccessorDoesNotFit: nobody, or somebody who would not see what they were given.
    """
    today = day_of(now)
    rows = list(held_by(by.gemeente_id, medewerker_id, today).order_by("pk"))
    if not rows:
        return 0
    if to is None or not _fits(to, rows, today):
        raise SuccessorDoesNotFit
    known = {
        (row.dossier_id, row.soort, row.domein)
        for row in held_by(by.gemeente_id, to.pk, today)
        if row.begindatum <= today and row.einddatum is None
    }
    for row in rows:
        row.beeindigd_op = now
        row.save(update_fields=["beeindigd_op"])
        record(by=by, action="betrokkenheid.overgedragen", subject=row, now=now, naar=str(to.pk))
        if (row.dossier_id, row.soort, row.domein) not in known:
            _begin(row, to, today)
    return len(rows)


def _begin(row: Betrokkenheid, to: Medewerker, today: date) -> Betrokkenheid:
    made: Betrokkenheid = Betrokkenheid.objects.create(
        gemeente_id=row.gemeente_id,
        dossier_id=row.dossier_id,
        medewerker=to,
        soort=row.soort,
        domein=row.domein,
        begindatum=max(today, row.begindatum),
        einddatum=row.einddatum,
    )
    return made


def _fits(to: Medewerker, rows: list[Betrokkenheid], today: date) -> bool:
    """Whether the successor works with people, keeps an overview where there was one, and is kept out of none."""
    granted = Roltoekenning.objects.filter(active(today), gemeente_id=to.gemeente_id, medewerker_id=to.pk)
    rollen = frozenset(granted.values_list("rol", flat=True))
    regie = any(row.soort != Betrokkenheid.Soort.UITVOERING for row in rows)
    if not role_sees(rollen) or rollen.isdisjoint(WERKT if regie else HEEFT_WERK):
        return False
    kept_out = Blokkade.objects.filter(
        Q(einddatum__isnull=True) | Q(einddatum__gte=today), gemeente_id=to.gemeente_id, medewerker_id=to.pk
    )
    closed = Betrokkene.objects.filter(
        gemeente_id=to.gemeente_id,
        persoon_id__in=kept_out.values("persoon_id"),
        dossier_id__in=[row.dossier_id for row in rows],
    )
    return not closed.exists()
