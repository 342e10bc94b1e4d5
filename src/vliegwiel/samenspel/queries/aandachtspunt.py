"""What asks attention: whose it is, and (for the policy) with which dossiers that gives somebody work."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker, Teamlid, active
from vliegwiel.kern.clock import day_of
from vliegwiel.privacy.public import closed_dossiers, closed_persons, role_sees, team_ids
from vliegwiel.samenspel import aandachtregels
from vliegwiel.samenspel.models import Aandachtspunt


def attends_to(kijker: Kijker, today: date) -> QuerySet[Aandachtspunt]:
    """What asks this colleague, or a team of theirs, for attention about a dossier: for the policy their own work.

    Only by a rule that says so (`opens`): a card about what somebody once did there gives nobody a way back in.

    Also while it is put off: whoever put it off still has it.
    """
    if kijker.medewerker is None:
        return Aandachtspunt.objects.none()
    teams = Teamlid.objects.filter(
        active(today), gemeente_id=kijker.gemeente_id, medewerker_id=kijker.medewerker.pk
    )
    mine = Q(medewerker_id=kijker.medewerker.pk) | Q(team_id__in=teams.values("team_id"))
    return Aandachtspunt.objects.filter(
        mine,
        gemeente_id=kijker.gemeente_id,
        code__in=aandachtregels.opening(),
        dossier__isnull=False,
        weg_op__isnull=True,
        vanaf__lte=today,
    )


def own_attention(kijker: Kijker, now: datetime) -> QuerySet[Aandachtspunt]:
    """What asks attention of this colleague, of a team of theirs or of a role they have; put off or not.

    Never about a dossier or a person that is closed to them, whoever gave it to them; and about no dossier at all for
    who manages, controls or imports, also not with a second role.
    """
    if kijker.medewerker is None:
        return Aandachtspunt.objects.none()
    mine = Q(medewerker_id=kijker.medewerker.pk) | Q(team_id__in=team_ids(kijker, now))
    if kijker.rollen:
        mine |= Q(rol__in=sorted(kijker.rollen))
    rows = Aandachtspunt.objects.filter(
        mine, gemeente_id=kijker.gemeente_id, weg_op__isnull=True, vanaf__lte=day_of(now)
    )
    known = Q(dossier__isnull=True) | ~Q(dossier_id__in=closed_dossiers(kijker, now))
    known &= Q(persoon__isnull=True) | ~Q(persoon_id__in=closed_persons(kijker, now))
    return _without_dossiers(kijker, rows.filter(known))


def _without_dossiers(kijker: Kijker, rows: QuerySet[Aandachtspunt]) -> QuerySet[Aandachtspunt]:
    """The same for who may know of people by their roles; for others only what is about no dossier."""
    return rows if role_sees(kijker.rollen) else rows.filter(dossier__isnull=True)
