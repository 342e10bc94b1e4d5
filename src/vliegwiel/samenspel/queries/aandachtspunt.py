"""What asks attention: whose it is, and (for the policy) with which dossiers that gives somebody work."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker, Teamlid, active
from vliegwiel.samenspel.models import Aandachtspunt


def attends_to(kijker: Kijker, today: date) -> QuerySet[Aandachtspunt]:
    """What asks this colleague, or a team of theirs, for attention about a dossier: for the policy their own work.

    Also while it is put off: whoever put it off still has it.
    """
    if kijker.medewerker is None:
        return Aandachtspunt.objects.none()
    teams = Teamlid.objects.filter(
        active(today), gemeente_id=kijker.gemeente_id, medewerker_id=kijker.medewerker.pk
    )
    mine = Q(medewerker_id=kijker.medewerker.pk) | Q(team_id__in=teams.values("team_id"))
    return Aandachtspunt.objects.filter(
        mine, gemeente_id=kijker.gemeente_id, dossier__isnull=False, weg_op__isnull=True, vanaf__lte=today
    )
