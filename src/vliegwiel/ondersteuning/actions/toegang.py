"""Letting colleagues in and keeping them out: involvement, disclosure, exclusion, toegang bij spoed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse

from vliegwiel.gemeenschap.public import Deelname, Kijker, Medewerker, Team
from vliegwiel.kern import outbox
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.queries import toegang as reading
from vliegwiel.ondersteuning.queries.plan_lezen import works_with
from vliegwiel.ondersteuning.refusals import toegang as refusals
from vliegwiel.ondersteuning.rules.spoed import A_DAY, DUUR, LANGSTE_DELING, NAKIJKEN, working_days_after
from vliegwiel.privacy.public import (
    Betrokkenheid,
    Blokkade,
    Deling,
    Dossier,
    Onderdeel,
    Persoon,
    Relatie,
    Spoedtoegang,
    role_sees,
    zicht_op,
)


def _require_about(by: Kijker, dossier_id: Any, domein: str, now: datetime) -> None:
    """Regie decides about everyone; who works in a domain about that domain."""
    zicht = zicht_op(by, [dossier_id], now)
    if Relatie.REGIE in zicht.relaties(dossier_id):
        return
    if domein and zicht.mag(Onderdeel.DOMEINVLAG, dossier_id, domein):
        return
    raise refusals.NotYours


@transaction.atomic
def involve(
    *, by: Kijker, now: datetime, dossier: Dossier, wie: Medewerker | Team, domein: str
) -> Betrokkenheid:
    """A colleague or a team starts to work with this household in one domain, from today.

    Who keeps the overview invites into every domain, and learns nothing by it: nobody lets themselves into a domain
    they do not work in, and that somebody works there already is told to who may know of that domain.

    Raises:
        NotYours: the kijker neither has the regie nor works in this domain.
        NotYourself: into another domain somebody else lets you in.
        AlreadyInvolved: they do so already.
    """
    _require_about(by, dossier.pk, domein, now)
    knows = zicht_op(by, [dossier.pk], now).mag(Onderdeel.DOMEINVLAG, dossier.pk, domein)
    if not knows and reading.is_mine(by, wie, day_of(now)):
        raise refusals.NotYourself
    person = {"medewerker": wie} if isinstance(wie, Medewerker) else {"team": wie}
    rows = Betrokkenheid.objects.filter(
        gemeente_id=by.gemeente_id, dossier=dossier, domein=domein, beeindigd_op__isnull=True, **person
    )
    if there := rows.filter(einddatum__isnull=True).first():
        if knows:
            raise refusals.AlreadyInvolved(naam=wie.naam)
        return there
    made = Betrokkenheid.objects.create(
        gemeente_id=by.gemeente_id, dossier=dossier, domein=domein, begindatum=day_of(now), **person
    )
    record(by=by, action="betrokkenheid.begonnen", subject=made, now=now, dossier=str(dossier.pk))
    return made


@transaction.atomic
def end_involvement(*, by: Kijker, now: datetime, betrokkenheid: Betrokkenheid) -> None:
    """An involvement ends at once: the next request is refused. One's own may always be ended.

    Raises:
        NotYours: neither one's own, nor in one's domain, nor regie.
        LastContact: a household is not left without a vaste contactpersoon.
    """
    mine = by.medewerker is not None and betrokkenheid.medewerker_id == by.medewerker.pk
    if betrokkenheid.soort == Betrokkenheid.Soort.VASTE_CONTACTPERSOON:
        raise refusals.LastContact
    if not mine:
        _require_about(by, betrokkenheid.dossier_id, betrokkenheid.domein, now)
    betrokkenheid.beeindigd_op = now
    betrokkenheid.einddatum = max(betrokkenheid.begindatum, day_of(now))
    betrokkenheid.save(update_fields=["beeindigd_op", "einddatum"])
    record(by=by, action="betrokkenheid.beeindigd", subject=betrokkenheid, now=now)


SHARED = {
    "deelt_doelen": Onderdeel.DOEL,
    "deelt_afspraken": Onderdeel.AFSPRAAK,
    "deelt_inhoud": Onderdeel.INHOUD,
    "deelt_adres": Onderdeel.ADRES,
}


@transaction.atomic
def share(
    *,
    by: Kijker,
    now: datetime,
    dossier: Dossier,
    aan: Medewerker | Deelname,
    domein: str,
    wat: list[str],
    waarvoor: str,
    grondslag: str,
    einddatum: date,
    getoonde_tekst: str = "",
    akkoord_van: str = "",
) -> Deling:
    """Share kinds of things of one domain, for a purpose, on a basis, with one colleague or organisation, until a day.

    Raises:
        NothingShared, WrongEnd: incomplete.
        CannotShare: the kijker may not see it either, or only reads along (by a Deling, or at spoed).
    """
    today = day_of(now)
    if not wat:
        raise refusals.NothingShared
    if not today <= einddatum <= today + LANGSTE_DELING:
        raise refusals.WrongEnd
    zicht = zicht_op(by, [dossier.pk], now)
    if not works_with(by, zicht, dossier.pk):  # else spoed, or a Deling, could be made to last by who has it
        raise refusals.CannotShare
    for kind in wat:
        place = "" if kind == "deelt_adres" else domein
        if not zicht.mag(SHARED[kind], dossier.pk, place):
            raise refusals.CannotShare
    made = Deling.objects.create(
        gemeente_id=by.gemeente_id,
        dossier=dossier,
        domein=domein,
        medewerker=aan if isinstance(aan, Medewerker) else None,
        deelname=aan if isinstance(aan, Deelname) else None,
        waarvoor=waarvoor,
        grondslag=grondslag,
        getoonde_tekst=getoonde_tekst,
        akkoord_van=akkoord_van,
        begindatum=today,
        einddatum=einddatum,
        **dict.fromkeys(wat, True),
    )
    record(by=by, action="deling.begonnen", subject=made, now=now, dossier=str(dossier.pk), wat=sorted(wat))
    return made


@transaction.atomic
def withdraw_share(*, by: Kijker, now: datetime, deling: Deling) -> None:
    """A disclosure ends at once.

    Raises:
        NotYours: neither regie nor in its domain.
    """
    _require_about(by, deling.dossier_id, deling.domein, now)
    deling.ingetrokken_op = now
    deling.save(update_fields=["ingetrokken_op"])
    record(by=by, action="deling.ingetrokken", subject=deling, now=now)


@transaction.atomic
def exclude(
    *, by: Kijker, now: datetime, dossier: Dossier, persoon: Persoon, medewerker: Medewerker, soort: str
) -> Blokkade:
    """A colleague stays out of every dossier of this person. Anybody says so of themselves; of others who has regie.

    Raises:
        NotYours: about somebody else, without regie.
        LastContact: the vaste contactpersoon hands over first.
    """
    if by.medewerker is None or medewerker.pk != by.medewerker.pk:
        _require_about(by, dossier.pk, "", now)
    if reading.is_contact(dossier, medewerker, day_of(now)):
        raise refusals.LastContact
    made = Blokkade.objects.create(
        gemeente_id=by.gemeente_id,
        persoon=persoon,
        medewerker=medewerker,
        soort=soort,
        begindatum=day_of(now),
    )
    record(by=by, action="blokkade.begonnen", subject=made, now=now, soort=soort)
    return made


@transaction.atomic
def end_exclusion(*, by: Kijker, now: datetime, blokkade: Blokkade, dossier: Dossier) -> None:
    """A colleague no longer stays out, from tomorrow when it began today.

    Raises:
        NotYours: without regie.
    """
    _require_about(by, dossier.pk, "", now)
    blokkade.einddatum = max(blokkade.begindatum, day_of(now) - timedelta(days=1))
    blokkade.save(update_fields=["einddatum"])
    record(by=by, action="blokkade.beeindigd", subject=blokkade, now=now)


@transaction.atomic
def open_urgent(
    *,
    by: Kijker,
    now: datetime,
    nummer: str,
    naam: str,
    geboortedatum: date | None,
    domein: str,
    categorie: str,
    reden: str,
) -> Spoedtoegang:
    """Open one domain of one dossier for sixty minutes. A second person is told at once and looks back at it.

    Raises:
        NotFound: no such dossier, or closed to this colleague.
        TooOften: this household is open already, or five were opened within a day.
        NobodyToTell: there is no second person.
    """
    today = day_of(now)
    dossier = reading.urgent_target(by, nummer, naam, geboortedatum, today)
    if dossier is None or not role_sees(by.rollen):  # who controls the system hears of no dossier
        raise refusals.NotFound
    if reading.opened_before(by, dossier.pk, now) or reading.opened_today(by, now) >= A_DAY:
        raise refusals.TooOften
    second = reading.second_person(by, dossier.pk, today)
    if second is None or by.medewerker is None:
        raise refusals.NobodyToTell
    made = Spoedtoegang.objects.create(
        gemeente_id=by.gemeente_id,
        dossier=dossier,
        medewerker=by.medewerker,
        domein=domein,
        categorie=categorie,
        reden=reden,
        begonnen_op=now,
        tot=now + DUUR,
        gemeld_aan=second,
        nakijken_voor=working_days_after(today, NAKIJKEN),
    )
    outbox.put(
        gemeente_id=by.gemeente_id,
        aan=second.account.email,
        soort="spoed",
        now=now,
        taal=second.account.taal,
        pad=reverse("spoed_nakijken", args=[by.gemeente.slug, made.pk]),
        gemeente=by.gemeente.naam,
    )
    record(by=by, action="spoed.geopend", subject=made, now=now, dossier=str(dossier.pk), categorie=categorie)
    return made


@transaction.atomic
def review_urgent(*, by: Kijker, now: datetime, spoed: Spoedtoegang, terecht: bool, oordeel: str) -> None:
    """The second person says whether opening it was right. What was not right ends at once.

    Raises:
        NotYours: somebody else was told.
        AlreadyReviewed: it was done.
    """
    if by.medewerker is None or spoed.gemeld_aan_id != by.medewerker.pk:
        raise refusals.NotYours
    if spoed.nagekeken_op is not None:
        raise refusals.AlreadyReviewed
    spoed.nagekeken_op, spoed.nagekeken_door = now, by.medewerker
    spoed.terecht, spoed.oordeel = terecht, oordeel
    if not terecht and spoed.tot > now:
        spoed.beeindigd_op = now
    spoed.save(update_fields=["nagekeken_op", "nagekeken_door", "terecht", "oordeel", "beeindigd_op"])
    record(by=by, action="spoed.nagekeken", subject=spoed, now=now, terecht=terecht)
