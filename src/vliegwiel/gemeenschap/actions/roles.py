"""Roles and teams of a colleague: given and taken as a whole list, so that sending twice changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.formats import date_format

from vliegwiel.gemeenschap.access import require_can_manage
from vliegwiel.gemeenschap.kijker import Kijker, active
from vliegwiel.gemeenschap.models import Deelname, Medewerker, Roltoekenning, Team, Teamlid
from vliegwiel.gemeenschap.queries import can_enter, lasting
from vliegwiel.gemeenschap.refusals import HasLeft, LastBeheerder, NotOwnRoles, OrganisationLeaves
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Gemeente


@transaction.atomic
def set_roles(*, by: Kijker, now: datetime, medewerker: Medewerker, rollen: Collection[str]) -> Medewerker:
    """Give this colleague exactly these roles from now on.

    Raises:
        NotBeheerder, HasLeft
        NotOwnRoles: nobody gives themselves a role; giving one up is possible.
        LastBeheerder: this takes the role from the last one who can manage the gemeente.
    """
    require_can_manage(by)
    today, wanted = day_of(now), {Rol(rol) for rol in rollen}
    require_here(medewerker, today)
    hold(by)
    current = _roles(medewerker, today)
    if medewerker.account_id == by.account_id and wanted - set(current):
        raise NotOwnRoles
    if Rol.BEHEERDER in current and Rol.BEHEERDER not in wanted:
        require_other_beheerder(medewerker, today)
    give_roles(by, medewerker, wanted - set(current), now)
    for rol in sorted(set(current) - wanted):
        stop(current[rol], today)
        record(by=by, action="rol_genomen", subject=medewerker, now=now, rol=rol)
    return medewerker


def give_roles(by: Kijker, medewerker: Medewerker, rollen: Iterable[Rol], now: datetime) -> None:
    """Part of a larger action: grant roles that are not there yet."""
    for rol in sorted(rollen):
        Roltoekenning.objects.create(
            gemeente_id=by.gemeente_id,
            medewerker=medewerker,
            rol=rol,
            begindatum=max(day_of(now), medewerker.begindatum),
            einddatum=medewerker.einddatum,
        )
        record(by=by, action="rol_gegeven", subject=medewerker, now=now, rol=rol)


@transaction.atomic
def set_teams(*, by: Kijker, now: datetime, medewerker: Medewerker, teams: Iterable[Team]) -> Medewerker:
    """Put this colleague in exactly these teams from now on. Raises NotBeheerder, HasLeft."""
    require_can_manage(by)
    today, wanted = day_of(now), {team.pk: team for team in teams}
    require_here(medewerker, today)
    hold(by)
    rows = Teamlid.objects.filter(active(today), gemeente_id=by.gemeente_id, medewerker=medewerker)
    current = {row.team_id: row for row in rows}
    give_teams(by, medewerker, [team for pk, team in wanted.items() if pk not in current], now)
    for pk, row in current.items():
        if pk not in wanted:
            stop(row, today)
            record(by=by, action="team_uit", subject=medewerker, now=now, team=str(pk))
    return medewerker


def give_teams(by: Kijker, medewerker: Medewerker, teams: Iterable[Team], now: datetime) -> None:
    """Part of a larger action: join teams this colleague is not in yet."""
    for team in teams:
        Teamlid.objects.create(
            gemeente_id=by.gemeente_id,
            team=team,
            medewerker=medewerker,
            begindatum=max(day_of(now), medewerker.begindatum),
            einddatum=medewerker.einddatum,
        )
        record(by=by, action="team_in", subject=medewerker, now=now, team=str(team.pk))


def hold(by: Kijker) -> None:
    """One change of people at a time in a gemeente: two beheerders cannot take each other's role at once."""
    Gemeente.objects.select_for_update().get(pk=by.gemeente_id)


def stop(row: Roltoekenning | Teamlid, today: date) -> None:
    """End it at once: yesterday was the last day. What began today is taken back whole; the log keeps both."""
    if row.begindatum >= today:
        row.delete()
        return
    row.einddatum = today - timedelta(days=1)
    row.save(update_fields=["einddatum"])


def require_here(medewerker: Medewerker, today: date) -> None:
    """Raises HasLeft when this colleague's last day is over."""
    if medewerker.einddatum is not None and medewerker.einddatum < today:
        raise HasLeft


def require_within(deelname: Deelname, einddatum: date | None) -> None:
    """Nobody works here for an organisation that has stopped. Raises OrganisationLeaves."""
    rows = Deelname.objects.filter(gemeente_id=deelname.gemeente_id, pk=deelname.pk)
    last = rows.values_list("einddatum", flat=True).get()
    if last is not None and (einddatum is None or einddatum > last):
        raise OrganisationLeaves(einddatum=date_format(last, "j F Y"))


def require_other_beheerder(medewerker: Medewerker, day: date) -> None:
    """Somebody else must still be able to manage the gemeente, and as lastingly as this one could.

    Raises:
        LastBeheerder
    """
    others = can_enter(medewerker.gemeente_id, day).exclude(pk=medewerker.pk)
    if not (lasting(others) if medewerker.einddatum is None else others).exists():
        raise LastBeheerder


def _roles(medewerker: Medewerker, today: date) -> dict[Rol, Roltoekenning]:
    rows = Roltoekenning.objects.filter(
        active(today), gemeente_id=medewerker.gemeente_id, medewerker=medewerker
    )
    return {Rol(row.rol): row for row in rows}
