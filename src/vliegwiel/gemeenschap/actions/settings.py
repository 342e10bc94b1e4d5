"""Teams, and which practices are on."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from vliegwiel.gemeenschap.access import require_can_manage
from vliegwiel.gemeenschap.instellingen import praktijken
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Instelling, Team
from vliegwiel.gemeenschap.refusals import TeamNameTaken, UnknownPraktijk
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record


@transaction.atomic
def create_team(*, by: Kijker, now: datetime, naam: str) -> Team:
    """A new team. Raises NotBeheerder, TeamNameTaken."""
    require_can_manage(by)
    team = _save(Team(gemeente_id=by.gemeente_id, naam=naam))
    record(by=by, action="team_gemaakt", subject=team, now=now)
    return team


@transaction.atomic
def rename_team(*, by: Kijker, now: datetime, team: Team, naam: str) -> Team:
    """Another name for a team. Raises NotBeheerder, TeamNameTaken."""
    require_can_manage(by)
    team.naam = naam
    _save(team)
    record(by=by, action="team_hernoemd", subject=team, now=now)
    return team


def _save(team: Team) -> Team:
    try:
        with transaction.atomic():
            team.save()
    except IntegrityError as error:
        raise TeamNameTaken from error
    return team


@transaction.atomic
def switch_practice(*, by: Kijker, now: datetime, code: str, aan: bool) -> Instelling:
    """Switch a practice on or off from today. Raises NotBeheerder, UnknownPraktijk."""
    require_can_manage(by)
    if code not in {declaration.code for declaration in praktijken()}:
        raise UnknownPraktijk
    setting, _ = Instelling.objects.update_or_create(
        gemeente_id=by.gemeente_id, code=code, vanaf=day_of(now), defaults={"waarde": aan}
    )
    record(by=by, action="onderdeel_aan" if aan else "onderdeel_uit", subject=setting, now=now, code=code)
    return setting
