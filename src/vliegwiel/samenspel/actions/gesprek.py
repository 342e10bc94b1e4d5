"""Talking at a table: a Gesprek, and what people say in it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.refusals import NotAllowed
from vliegwiel.samenspel import access, queries
from vliegwiel.samenspel.actions.lock import locked
from vliegwiel.samenspel.models import Gesprek, Tafel, Uitspraak


@transaction.atomic
def start_gesprek(
    *, by: Kijker, now: datetime, tafel: Tafel, titel: str, vraag: str = "", datum: date | None = None
) -> Gesprek:
    """Open a talk at a table, for today or for a planned day.

    Raises:
        NoSeat, TableFinished: the kijker does not sit here, or the table is finished.
    """
    today = day_of(now)
    own = queries.own_seat(by, queries.zetels_of(tafel), today)
    access.require_can_speak(own, tafel, today)
    gesprek = Gesprek.objects.create(
        gemeente_id=by.gemeente_id, tafel=tafel, titel=titel, vraag=vraag, datum=datum or today
    )
    record(by=by, action="gesprek.begonnen", subject=gesprek, now=now)
    return gesprek


@transaction.atomic
def say(
    *,
    by: Kijker,
    now: datetime,
    gesprek: Gesprek,
    tekst: str,
    vorm: str = Uitspraak.Vorm.UITSPRAAK,
    delen: str = Uitspraak.Delen.TAFEL,
) -> Uitspraak:
    """Say something in a talk, in one's own words; nobody else changes them.

    Raises:
        NoSeat, TableFinished: the kijker does not sit here, or the table is finished.
    """
    today, tafel = day_of(now), locked(gesprek.tafel)
    own = access.require_can_speak(queries.own_seat(by, queries.zetels_of(tafel), today), tafel, today)
    said = Uitspraak.objects.create(
        gemeente_id=by.gemeente_id,
        gesprek=gesprek,
        zetel=own,
        tekst=tekst,
        vorm=vorm,
        delen=delen,
        moment=now,
    )
    record(by=by, action="uitspraak.gedaan", subject=said, now=now, vorm=vorm, delen=delen)
    return said


class NotYourWords(NotAllowed):
    """Only the speaker takes words back."""

    code = "niet_jouw_woorden"


@transaction.atomic
def take_back(*, by: Kijker, now: datetime, uitspraak: Uitspraak) -> Uitspraak:
    """Take one's own words back; they are shown nowhere any more.

    Raises:
        NotYourWords: somebody else said them.
    """
    own = queries.own_zetels(by, day_of(now)).filter(pk=uitspraak.zetel_id).exists()
    if not own:
        raise NotYourWords
    uitspraak.ingetrokken_op = now
    uitspraak.save(update_fields=["ingetrokken_op"])
    record(by=by, action="uitspraak.teruggenomen", subject=uitspraak, now=now)
    return uitspraak
