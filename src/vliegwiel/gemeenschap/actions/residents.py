"""Residents who take part: invited under a name they choose, and their last day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from vliegwiel.gemeenschap.access import require_can_manage
from vliegwiel.gemeenschap.actions.invitations import find_or_make
from vliegwiel.gemeenschap.actions.roles import hold
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Inwoner
from vliegwiel.gemeenschap.refusals import AddressForWork, AlreadyResident, LastDayPassed, ResidentHasLeft
from vliegwiel.kern import outbox
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Account


@transaction.atomic
def invite_resident(*, by: Kijker, now: datetime, naam: str, email: str) -> Inwoner:
    """A resident is going to take part here. An account that exists is tied, not made twice; nobody is told which.

    Raises:
        NotBeheerder
        AlreadyResident: this address takes part here already.
        AddressForWork: the address is of an account for work (ADR 0005: those stay apart).
    """
    require_can_manage(by)
    hold(by)
    account = find_or_make(email, naam, Account.Soort.INWONER, now)
    if account.soort != Account.Soort.INWONER:
        raise AddressForWork
    known = Inwoner.objects.filter(gemeente_id=by.gemeente_id, account=account).first()
    if known is None:
        inwoner = Inwoner.objects.create(
            gemeente_id=by.gemeente_id, account=account, naam=naam, begindatum=day_of(now)
        )
        record(by=by, action="inwoner_uitgenodigd", subject=inwoner, now=now)
    else:
        inwoner = _again(by, known, naam, now)
    _send(by, inwoner, now)
    return inwoner


def _again(by: Kijker, inwoner: Inwoner, naam: str, now: datetime) -> Inwoner:
    """Somebody who took part before does so again from today; the log keeps when that was."""
    today = day_of(now)
    if inwoner.einddatum is None or inwoner.einddatum >= today:
        raise AlreadyResident(naam=inwoner.naam)
    before = {"begindatum": inwoner.begindatum.isoformat(), "einddatum": inwoner.einddatum.isoformat()}
    inwoner.naam, inwoner.begindatum, inwoner.einddatum = naam, today, None
    inwoner.save(update_fields=["naam", "begindatum", "einddatum"])
    record(by=by, action="inwoner_weer_uitgenodigd", subject=inwoner, now=now, **before)
    return inwoner


@transaction.atomic
def invite_resident_again(*, by: Kijker, now: datetime, inwoner: Inwoner) -> Inwoner:
    """Send the invitation once more, with a fresh link. Raises NotBeheerder, ResidentHasLeft."""
    require_can_manage(by)
    _require_here(inwoner, day_of(now))
    _send(by, inwoner, now)
    record(by=by, action="inwoner_opnieuw_uitgenodigd", subject=inwoner, now=now)
    return inwoner


@transaction.atomic
def end_resident(
    *, by: Kijker, now: datetime, inwoner: Inwoner, einddatum: date | None, meteen: bool = False
) -> Inwoner:
    """The last day on which this resident is let in, or None: no last day.

    `meteen` ends access at once (yesterday becomes the last day); who only began today is let in until midnight.

    Raises:
        NotBeheerder, ResidentHasLeft, LastDayPassed
    """
    require_can_manage(by)
    today = day_of(now)
    _require_here(inwoner, today)
    if meteen:
        einddatum = max(today - timedelta(days=1), inwoner.begindatum)
    elif einddatum is not None and einddatum < today:
        raise LastDayPassed
    inwoner.einddatum = einddatum
    inwoner.save(update_fields=["einddatum"])
    last = einddatum.isoformat() if einddatum else None
    record(by=by, action="inwoner_laatste_dag", subject=inwoner, now=now, einddatum=last)
    return inwoner


def _require_here(inwoner: Inwoner, today: date) -> None:
    """Raises ResidentHasLeft when the last day is over."""
    if inwoner.einddatum is not None and inwoner.einddatum < today:
        raise ResidentHasLeft


def _send(by: Kijker, inwoner: Inwoner, now: datetime) -> None:
    """The mail; which link it carries is decided when it is sent (`invitations.resident_link`)."""
    account = inwoner.account
    outbox.put(
        gemeente_id=by.gemeente_id,
        aan=account.email,
        soort="uitnodiging_inwoner",
        now=now,
        taal=account.taal,
        pad=f"/{by.gemeente.slug}/",
        account=str(account.pk),
        gemeente=by.gemeente.naam,
    )
