"""How people come in: a beheerder invites, the invited choose a password or simply arrive."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from vliegwiel.gemeenschap.access import require_can_manage
from vliegwiel.gemeenschap.actions.roles import give_roles, give_teams, hold, require_here, require_within
from vliegwiel.gemeenschap.kijker import Kijker, active
from vliegwiel.gemeenschap.models import Deelname, Inwoner, Medewerker, Team
from vliegwiel.gemeenschap.queries import has_accepted
from vliegwiel.gemeenschap.refusals import AddressNotForWork, AlreadyColleague, AlreadyIn, LastDayPassed
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern import outbox
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.database import set_account, set_gemeente
from vliegwiel.kern.log import Actor, record
from vliegwiel.kern.models import Account


@transaction.atomic
def invite(
    *,
    by: Kijker,
    now: datetime,
    naam: str,
    email: str,
    organisatie: Deelname,
    functie: str = "",
    rollen: Collection[str] = (),
    teams: Iterable[Team] = (),
    einddatum: date | None = None,
) -> Medewerker:
    """Somebody is going to work here. An account that exists is tied, not made twice; nobody is told which.

    Raises:
        NotBeheerder, LastDayPassed, OrganisationLeaves
        AlreadyColleague: this address works here already.
        AddressNotForWork: the address is a resident's.
    """
    require_can_manage(by)
    if einddatum is not None and einddatum < day_of(now):
        raise LastDayPassed
    hold(by)
    require_within(organisatie, einddatum)
    account = account_for(naam, email, now)
    medewerker = _medewerker(by, account, naam, functie, organisatie, einddatum, now)
    record(by=by, action="uitgenodigd", subject=medewerker, now=now)
    give_roles(by, medewerker, {Rol(rol) for rol in rollen}, now)
    give_teams(by, medewerker, teams, now)
    send_invitation(by, medewerker, now)
    return medewerker


@transaction.atomic
def invite_again(*, by: Kijker, now: datetime, medewerker: Medewerker) -> Medewerker:
    """Send the invitation once more, with a fresh link. Raises NotBeheerder, HasLeft, AlreadyIn."""
    require_can_manage(by)
    require_here(medewerker, day_of(now))
    if has_accepted(medewerker):
        raise AlreadyIn
    send_invitation(by, medewerker, now)
    record(by=by, action="opnieuw_uitgenodigd", subject=medewerker, now=now)
    return medewerker


def send_invitation(by: Actor, medewerker: Medewerker, now: datetime) -> None:
    """The mail of an invitation. Which link it carries is decided when it is sent (`invitations.link`)."""
    account, gemeente = medewerker.account, medewerker.gemeente
    outbox.put(
        gemeente_id=by.gemeente_id,
        aan=account.email,
        soort="uitnodiging",
        now=now,
        taal=account.taal,
        pad=f"/{gemeente.slug}/welkom/",
        account=str(account.pk),
        gemeente=gemeente.naam,
    )


@transaction.atomic
def accept_invitation(*, account: Account, now: datetime, naam: str, wachtwoord: str) -> Account:
    """The invited person checks the name and chooses a password. With that the link has done its work."""
    account.naam = naam
    account.set_password(wachtwoord)
    account.save(update_fields=["naam", "password"])
    set_account(account.pk)
    model: type[Any] = Inwoner if account.soort == Account.Soort.INWONER else Medewerker
    for person in list(model.objects.filter(active(day_of(now)), account=account)):
        set_gemeente(person.gemeente_id)
        person.naam = naam
        person.save(update_fields=["naam"])
        record(by=person, action="uitnodiging_aangenomen", subject=person, now=now)
    return account


@transaction.atomic
def arrive(*, by: Kijker, now: datetime) -> Medewerker | None:
    """Somebody who could log in already answers the invitation of this gemeente by coming in."""
    if by.medewerker is not None and not has_accepted(by.medewerker):
        record(by=by, action="uitnodiging_aangenomen", subject=by.medewerker, now=now)
    return by.medewerker


def account_for(naam: str, email: str, now: datetime) -> Account:
    """The account with this address, for work: there already, or made now. Raises AddressNotForWork."""
    account = find_or_make(email, naam, Account.Soort.MEDEWERKER, now)
    if account.soort != Account.Soort.MEDEWERKER:
        raise AddressNotForWork
    return account


def find_or_make(email: str, naam: str, soort: Account.Soort, now: datetime) -> Account:
    """One account for an address, also when two gemeenten invite it at the same moment. It may be of the other kind."""
    known = Account.objects.filter(email=email.lower())
    if account := known.first():
        return account
    try:
        with transaction.atomic():
            return Account.objects.create(email=email, naam=naam, soort=soort, aangemaakt_op=now)
    except IntegrityError:
        return known.get()


def _medewerker(
    by: Kijker,
    account: Account,
    naam: str,
    functie: str,
    deelname: Deelname,
    einddatum: date | None,
    now: datetime,
) -> Medewerker:
    """A new Medewerker, or the old one of somebody who comes back: from today, under the name given now."""
    today = day_of(now)
    fields = {
        "naam": naam,
        "functie": functie,
        "deelname": deelname,
        "begindatum": today,
        "einddatum": einddatum,
    }
    known = Medewerker.objects.filter(gemeente_id=by.gemeente_id, account=account).first()
    if known is None:
        return Medewerker.objects.create(gemeente_id=by.gemeente_id, account=account, **fields)
    if known.einddatum is None or known.einddatum >= today:
        raise AlreadyColleague(naam=known.naam)
    before = {"begindatum": known.begindatum.isoformat(), "einddatum": known.einddatum.isoformat()}
    for name, value in fields.items():
        setattr(known, name, value)
    known.save(update_fields=list(fields))
    record(by=by, action="terug_van_weggeweest", subject=known, now=now, **before)
    return known
