"""Organisations that take part here. The Organisatie is one for everybody; what it does here is its Deelname."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from vliegwiel.gemeenschap.access import require_can_manage
from vliegwiel.gemeenschap.actions.roles import hold
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Deelname, Medewerker, Organisatie
from vliegwiel.gemeenschap.refusals import (
    AlreadyTakesPart,
    ColleaguesStillHere,
    LastDayPassed,
    OrganisationHasLeft,
)
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record


@transaction.atomic
def add_organisation(
    *, by: Kijker, now: datetime, naam: str, soort: str, niveaus: Collection[str] = ()
) -> Deelname:
    """An organisation takes part here from today. One that exists under exactly this name is tied, not made twice.

    `soort` counts only for an organisation that is new to the installation.

    Raises:
        NotBeheerder
        AlreadyTakesPart: it does already.
    """
    require_can_manage(by)
    hold(by)
    organisatie, _ = Organisatie.objects.get_or_create(naam=naam, defaults={"soort": soort})
    known = Deelname.objects.filter(gemeente_id=by.gemeente_id, organisatie=organisatie).first()
    if known is not None:
        return _again(by, known, niveaus, now)
    deelname = Deelname.objects.create(
        gemeente_id=by.gemeente_id,
        organisatie=organisatie,
        niveaus=in_order(niveaus),
        begindatum=day_of(now),
    )
    record(by=by, action="organisatie_erbij", subject=deelname, now=now, niveaus=deelname.niveaus)
    return deelname


def _again(by: Kijker, deelname: Deelname, niveaus: Collection[str], now: datetime) -> Deelname:
    """One that took part before does so again from today; the log keeps when that was."""
    today = day_of(now)
    if deelname.einddatum is None or deelname.einddatum >= today:
        raise AlreadyTakesPart(naam=str(deelname))
    before = {"begindatum": deelname.begindatum.isoformat(), "einddatum": deelname.einddatum.isoformat()}
    deelname.begindatum, deelname.einddatum = today, None
    deelname.niveaus = in_order(niveaus)
    deelname.save(update_fields=["begindatum", "einddatum", "niveaus"])
    record(by=by, action="organisatie_weer_erbij", subject=deelname, now=now, **before)
    return deelname


@transaction.atomic
def set_levels(*, by: Kijker, now: datetime, deelname: Deelname, niveaus: Collection[str]) -> Deelname:
    """The levels at which this organisation can speak, from now on. Tables it sits at keep theirs.

    Raises:
        NotBeheerder, OrganisationHasLeft
    """
    require_can_manage(by)
    _require_here(deelname, day_of(now))
    deelname.niveaus = in_order(niveaus)
    deelname.save(update_fields=["niveaus"])
    record(by=by, action="niveaus_bewaard", subject=deelname, now=now, niveaus=deelname.niveaus)
    return deelname


@transaction.atomic
def end_organisation(*, by: Kijker, now: datetime, deelname: Deelname, einddatum: date | None) -> Deelname:
    """The last day on which this organisation takes part, or None: it stays.

    Raises:
        NotBeheerder, OrganisationHasLeft, LastDayPassed
        ColleaguesStillHere: some of its people would work here after that day.
    """
    require_can_manage(by)
    today = day_of(now)
    hold(by)
    _require_here(deelname, today)
    if einddatum is not None:
        if einddatum < today:
            raise LastDayPassed
        _require_nobody_after(deelname, einddatum)
    deelname.einddatum = einddatum
    deelname.save(update_fields=["einddatum"])
    last = einddatum.isoformat() if einddatum else None
    record(by=by, action="organisatie_stopt", subject=deelname, now=now, einddatum=last)
    return deelname


def _require_nobody_after(deelname: Deelname, last: date) -> None:
    after = Q(einddatum__isnull=True) | Q(einddatum__gt=last)
    staying = Medewerker.objects.filter(after, gemeente_id=deelname.gemeente_id, deelname=deelname).count()
    if staying:
        raise ColleaguesStillHere(aantal=staying)


def _require_here(deelname: Deelname, today: date) -> None:
    """Raises OrganisationHasLeft when its last day is over."""
    if deelname.einddatum is not None and deelname.einddatum < today:
        raise OrganisationHasLeft


def in_order(niveaus: Collection[str]) -> list[str]:
    """From the work to the board, each once."""
    return [niveau for niveau in Deelname.NIVEAUS if niveau in niveaus]
