"""Contact with a household: writing it down in a few taps, and reading what a resident said back."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import ZONE, day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.models import Contactmoment
from vliegwiel.ondersteuning.queries.contact import contacts, people_in, writable_domains
from vliegwiel.ondersteuning.queries.plan_lezen import works_with
from vliegwiel.ondersteuning.refusals.contact import CannotLog, NotHere, NotYet
from vliegwiel.privacy.public import Dossier, Zicht, zicht_op
from vliegwiel.samenspel.public import Afspraak, make_afspraak

NOON = time(12, 0)


@transaction.atomic
def log_contact(
    *,
    by: Kijker,
    now: datetime,
    dossier: Dossier,
    soort: str,
    uitkomst: str,
    regel: str = "",
    persoon: UUID | None = None,
    domein: str = "",
    dag: date | None = None,
    stap: str = "",
    stap_dag: date | None = None,
) -> Contactmoment:
    """Write down a call, a visit or a message: the outcome and one line. `dag`: an earlier day; else it was now.

    `stap`: what the colleague does next; becomes an Afspraak of their own.

    Raises:
        CannotLog: this colleague does not read what is written in this domain here.
        NotHere: that person does not live here.
        NotYet: a day that has still to come.
        NotYourAfspraak: a next step, by somebody who does not work with this household.
    """
    zicht = zicht_op(by, [dossier.pk], now)
    if by.medewerker is None or domein not in writable_domains(zicht, dossier.pk):
        raise CannotLog
    _require_lives_here(by, zicht, dossier, persoon, now)
    made: Contactmoment = Contactmoment.objects.create(
        gemeente_id=by.gemeente_id,
        dossier=dossier,
        domein=domein,
        persoon_id=persoon,
        medewerker=by.medewerker,
        soort=soort,
        uitkomst=uitkomst,
        regel=regel,
        moment=_moment(dag, now),
    )
    record(by=by, action="contact.genoteerd", subject=made, now=now, soort=soort, uitkomst=uitkomst)
    if stap:
        _make_step(by, now, dossier, domein, stap, stap_dag)
    return made


def _make_step(
    by: Kijker, now: datetime, dossier: Dossier, domein: str, tekst: str, wanneer: date | None
) -> None:
    assert by.medewerker is not None
    here = by.medewerker.deelname.organisatie.soort == "gemeente"
    make_afspraak(
        by=by,
        now=now,
        tekst=tekst,
        wie=Afspraak.Wie.GEMEENTE if here else Afspraak.Wie.PROFESSIONAL,
        dossier=dossier,
        domein=domein,
        medewerker=by.medewerker,
        wanneer=wanneer,
    )


def _require_lives_here(
    by: Kijker, zicht: Zicht, dossier: Dossier, persoon: UUID | None, now: datetime
) -> None:
    if persoon is None:
        return
    people = people_in(by, zicht, day_of(now), [dossier.pk]).get(dossier.pk, [])
    if persoon not in {mens.persoon for mens in people}:
        raise NotHere


def _moment(dag: date | None, now: datetime) -> datetime:
    """Now, or noon of an earlier day: nobody remembers the minute."""
    if dag is None or dag == day_of(now):
        return now
    if dag > day_of(now):
        raise NotYet
    return datetime.combine(dag, NOON, tzinfo=ZONE)


@transaction.atomic
def mark_read(*, by: Kijker, now: datetime, contact: Contactmoment) -> Contactmoment:
    """What a resident said back has been read; once is enough.

    Raises:
        CannotLog: not theirs to read.
    """
    zicht = zicht_op(by, [contact.dossier_id], now)
    seen = contacts(by, zicht).filter(pk=contact.pk, van_inwoner=True)
    # who only reads along leaves it for whom it was meant
    if not works_with(by, zicht, contact.dossier_id) or not seen.exists():
        raise CannotLog
    unread = seen.filter(uitkomst=Contactmoment.Uitkomst.NOG_TE_LEZEN).order_by()
    if unread.update(uitkomst=Contactmoment.Uitkomst.GELEZEN):
        record(by=by, action="contact.gelezen", subject=contact, now=now)
    return contact
