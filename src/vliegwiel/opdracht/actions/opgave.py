"""An opgave: writing down what is asked of us, and the wall for organisations that may bid on what comes of it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from vliegwiel.gemeenschap.public import Deelname, Gebied, Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.search import stems_of
from vliegwiel.opdracht import access, queries, rules
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opgave
from vliegwiel.opdracht.refusals import CannotKeepOpgave, CannotMark, CannotSteer, refuse

FIELDS = ("titel", "vraag", "gebied", "budget", "budget_toelichting", "klaar_op", "zoektekst")


@transaction.atomic
def write_opgave(
    *,
    by: Kijker,
    now: datetime,
    titel: str,
    vraag: str,
    gebied: Gebied | None = None,
    budget: int | None = None,
    budget_toelichting: str = "",
    klaar_op: date | None = None,
) -> Opgave:
    """Write down what is asked of us, with what there is for it and when it must stand.

    Raises:
        CannotSteer: this is for who makes the policy of the gemeente.
        CannotKeepOpgave: opgave_zonder_titel, opgave_zonder_vraag, budget_buiten.
    """
    access.require_can_steer(by)
    row = Opgave(gemeente_id=by.gemeente_id, medewerker=by.medewerker, aangemaakt_op=now)
    _fill(row, titel, vraag, gebied, budget, budget_toelichting, klaar_op)
    row.save(force_insert=True)
    record(by=by, action="opgave.geschreven", subject=row, now=now)
    return row


@transaction.atomic
def edit_opgave(
    *,
    by: Kijker,
    now: datetime,
    opgave: Opgave,
    nummer: int,
    titel: str,
    vraag: str,
    gebied: Gebied | None = None,
    budget: int | None = None,
    budget_toelichting: str = "",
    klaar_op: date | None = None,
) -> Opgave:
    """Change it. It was written on change `nummer`; when another came in between, nothing is overwritten.

    Raises:
        CannotSteer: for who makes the policy of the gemeente, and never for a possible bidder.
        CannotKeepOpgave: opgave_botsing {laatste}, and the codes of `write_opgave`.
    """
    row = _at_hand(by, now, opgave)
    if row.nummer != nummer:
        raise CannotKeepOpgave("opgave_botsing", laatste=row.nummer)
    _fill(row, titel, vraag, gebied, budget, budget_toelichting, klaar_op)
    row.nummer += 1
    row.save(update_fields=[*FIELDS, "nummer"])
    record(by=by, action="opgave.veranderd", subject=row, now=now, nummer=row.nummer)
    return row


def _fill(
    row: Opgave,
    titel: str,
    vraag: str,
    gebied: Gebied | None,
    budget: int | None,
    toelichting: str,
    klaar_op: date | None,
) -> None:
    refuse(CannotKeepOpgave, rules.opgave_lacks(titel, vraag, budget))
    row.titel, row.vraag, row.gebied = titel.strip(), vraag.strip(), gebied
    row.budget, row.budget_toelichting, row.klaar_op = budget, toelichting.strip(), klaar_op
    row.zoektekst = stems_of(row.titel, row.vraag)


@transaction.atomic
def mark_bidder(*, by: Kijker, now: datetime, opgave: Opgave, deelname: Deelname) -> MogelijkeInschrijver:
    """From now on the people of this organisation read no draft of what comes of this opgave.

    Raises:
        CannotSteer: for who makes the policy of the gemeente, and never for a possible bidder.
        CannotMark: al_inschrijver.
    """
    row = _at_hand(by, now, opgave)
    try:
        with transaction.atomic():
            mark = MogelijkeInschrijver.objects.create(
                gemeente_id=by.gemeente_id, opgave=row, deelname=deelname, begindatum=day_of(now)
            )
    except IntegrityError as error:
        raise CannotMark("al_inschrijver") from error
    record(by=by, action="inschrijver.gemerkt", subject=mark, now=now, opgave=str(row.pk))
    return mark


@transaction.atomic
def unmark_bidder(
    *, by: Kijker, now: datetime, inschrijver: MogelijkeInschrijver, reden: str
) -> MogelijkeInschrijver:
    """This organisation will not bid: from tomorrow its people read along again. Why is kept in the log, as a code.

    Raises:
        CannotSteer: for who makes the policy of the gemeente, and never for a possible bidder.
        CannotMark: al_geen_inschrijver.
    """
    _at_hand(by, now, inschrijver.opgave)
    rows = MogelijkeInschrijver.objects.select_for_update(of=("self",))
    rows = rows.filter(gemeente_id=by.gemeente_id, einddatum__isnull=True)
    mark = rows.filter(pk=inschrijver.pk).first()
    if mark is None:
        raise CannotMark("al_geen_inschrijver")
    assert reden in rules.WAAROM_NIET_MEER
    mark.einddatum = max(day_of(now), mark.begindatum)
    mark.save(update_fields=["einddatum"])
    record(by=by, action="inschrijver.niet_meer", subject=mark, now=now, reden=reden)
    return mark


def _at_hand(by: Kijker, now: datetime, opgave: Opgave) -> Opgave:
    """The opgave as it is now, held; for who may write it."""
    access.require_can_steer(by, queries.before_the_wall(by, opgave.pk, day_of(now)))
    held = queries.opgaven(by).select_for_update(of=("self",)).filter(pk=opgave.pk).first()
    if held is None:
        raise CannotSteer
    return held
