"""Warme overdracht: of a question, or of being the vaste contactpersoon. The giver holds until the other says yes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, Medewerker, Team
from vliegwiel.kern import outbox
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.access.vraag import can_make_plan, require_can_answer
from vliegwiel.ondersteuning.actions.vraag import locked, step
from vliegwiel.ondersteuning.models import Overdracht, Vraag
from vliegwiel.ondersteuning.queries import vraag as reading
from vliegwiel.ondersteuning.queries import vraag_mensen
from vliegwiel.ondersteuning.refusals import vraag as refusals
from vliegwiel.ondersteuning.rules.vraag import Daad, Houder
from vliegwiel.privacy.public import HEEFT_WERK, WERKT, Betrokkenheid, Dossier


def _goal(aan: Medewerker | Team) -> dict[str, Any]:
    return {"naar": aan} if isinstance(aan, Medewerker) else {"naar_team": aan}


def _require_day(gesprek_op: date | None, now: datetime) -> None:
    if gesprek_op is not None and gesprek_op < day_of(now):
        raise refusals.WrongDay


def _require_receiver(by: Kijker, now: datetime, aan: Medewerker | Team, *, rollen: frozenset[Any]) -> None:
    """Somebody who can do something with it."""
    if isinstance(aan, Medewerker):
        rows = vraag_mensen.with_role(by.gemeente_id, day_of(now), rollen)
        if not rows.filter(pk=aan.pk).exists():
            raise refusals.NotNow("overdracht_aan_niemand", "wie")


@transaction.atomic
def offer_question(
    *,
    by: Kijker,
    now: datetime,
    vraag: Vraag,
    aan: Medewerker | Team,
    uitleg: str,
    gesprek_op: date | None = None,
) -> Overdracht:
    """Ask a colleague or a team to take a question over, with a word of explanation.

    Raises:
        CannotAnswerQuestions, NotYourQuestion: not theirs.
        NotNow: vraag_niet_bij_jou, overdracht_loopt_al, overdracht_aan_niemand, vraag_niet_meer_open.
        WrongDay: the talk is in the past.
    """
    require_can_answer(by)
    _require_day(gesprek_op, now)
    row, offer = locked(by, vraag, now)
    person = isinstance(aan, Medewerker)
    naar = Houder(mens=aan.pk) if person else Houder(team=aan.pk)
    step(by, row, offer, Daad.OFFER, now, naar)
    _require_receiver(by, now, aan, rollen=HEEFT_WERK)
    made = _offered(by, now, aan, uitleg, gesprek_op, vraag=row)
    _tell(by, now, aan, reverse("vraag", args=[by.gemeente.slug, row.pk]))
    return made


def _offered(
    by: Kijker, now: datetime, aan: Medewerker | Team, uitleg: str, gesprek_op: date | None, **about: Any
) -> Overdracht:
    assert by.medewerker is not None
    made: Overdracht = Overdracht.objects.create(
        gemeente_id=by.gemeente_id,
        van=by.medewerker,
        uitleg=uitleg,
        gesprek_op=gesprek_op,
        gevraagd_op=now,
        **about,
        **_goal(aan),
    )
    ids = {name: str(row.pk) for name, row in {**about, "aan": aan}.items()}
    record(by=by, action="overdracht.gevraagd", subject=made, now=now, **ids)
    return made


def _tell(by: Kijker, now: datetime, aan: Medewerker | Team, pad: str) -> None:
    """A mail to a colleague that something waits; a team finds it on Vandaag."""
    if isinstance(aan, Medewerker):
        outbox.put(
            gemeente_id=by.gemeente_id,
            aan=aan.account.email,
            soort="overdracht",
            now=now,
            pad=pad,
            taal=aan.account.taal,
            gemeente=by.gemeente.naam,
        )


@transaction.atomic
def give_back(*, by: Kijker, now: datetime, vraag: Vraag, reden: str) -> Vraag:
    """Not for me, because… The giver held it all along.

    Raises:
        NotYourQuestion, NotNow: overdracht_niet_voor_jou, overdracht_voorbij.
        WithoutReason: say why.
    """
    if not reden.strip():
        raise refusals.WithoutReason
    row, offer = locked(by, vraag, now)
    step(by, row, offer, Daad.GIVE_BACK, now)
    assert offer is not None
    _ended(by, now, offer, "overdracht.teruggegeven", reden)
    return row


@transaction.atomic
def withdraw(*, by: Kijker, now: datetime, vraag: Vraag) -> Vraag:
    """The giver thinks again, before it is taken.

    Raises:
        NotYourQuestion, NotNow: vraag_niet_bij_jou, overdracht_voorbij.
    """
    row, offer = locked(by, vraag, now)
    step(by, row, offer, Daad.WITHDRAW, now)
    assert offer is not None
    _ended(by, now, offer, "overdracht.ingetrokken", "")
    return row


def _ended(by: Any, now: datetime, offer: Overdracht, action: str, reden: str) -> None:
    offer.teruggegeven_op, offer.reden = now, reden
    offer.save(update_fields=["teruggegeven_op", "reden"])
    record(by=by, action=action, subject=offer, now=now)


# -- being vaste contactpersoon of a household


@transaction.atomic
def offer_household(
    *,
    by: Kijker,
    now: datetime,
    dossier: Dossier,
    aan: Medewerker | Team,
    uitleg: str,
    gesprek_op: date | None = None,
) -> Overdracht:
    """Ask a colleague or a team to become the vaste contactpersoon of a household.

    Raises:
        NotContact: the kijker is not.
        NotNow: overdracht_loopt_al, overdracht_aan_niemand.
        WrongDay: the talk is in the past.
    """
    _require_day(gesprek_op, now)
    Dossier.objects.select_for_update().get(gemeente_id=by.gemeente_id, pk=dossier.pk)
    if vraag_mensen.own_regie(by, dossier.pk, day_of(now)) is None or not can_make_plan(by):
        raise refusals.NotContact
    if Overdracht.objects.filter(reading.OPEN, gemeente_id=by.gemeente_id, dossier=dossier).exists():
        raise refusals.NotNow("overdracht_loopt_al", naam="")
    if by.medewerker is not None and aan.pk == by.medewerker.pk:
        raise refusals.NotNow("overdracht_aan_niemand", "wie")
    _require_receiver(by, now, aan, rollen=WERKT)
    made = _offered(by, now, aan, uitleg, gesprek_op, dossier=dossier)
    _tell(by, now, aan, reverse("overdracht", args=[by.gemeente.slug, made.pk]))
    return made


def _locked_offer(by: Kijker, overdracht: Overdracht, now: datetime) -> Overdracht:
    """Raises NotNow (overdracht_voorbij) when it was taken, given back or withdrawn meanwhile."""
    rows = Overdracht.objects.select_for_update().filter(gemeente_id=by.gemeente_id, pk=overdracht.pk)
    row = rows.get()
    if not reading.overdrachten(by, now).filter(pk=row.pk, dossier__isnull=False).exists():
        raise refusals.NotNow("overdracht_voorbij", naam="")
    return row


@transaction.atomic
def accept_household(*, by: Kijker, now: datetime, overdracht: Overdracht) -> Overdracht:
    """Become the vaste contactpersoon: the old involvement ends at this instant and the new one begins.

    Raises:
        NotContact: a role that cannot be.
        NotNow: overdracht_niet_voor_jou, overdracht_voorbij (also when the giver no longer is contact).
    """
    row = _locked_offer(by, overdracht, now)
    _require_mine(by, row, now)
    if not can_make_plan(by):
        raise refusals.NotContact
    old = _regie_of(row, now)
    if old is None:
        raise refusals.NotNow("overdracht_voorbij", naam="")
    old.beeindigd_op, old.einddatum = now, max(old.begindatum, day_of(now))
    old.save(update_fields=["beeindigd_op", "einddatum"])
    record(by=by, action="betrokkenheid.beeindigd", subject=old, now=now, overdracht=str(row.pk))
    new = Betrokkenheid.objects.create(
        gemeente_id=by.gemeente_id,
        dossier_id=old.dossier_id,
        medewerker=by.medewerker,
        soort=old.soort,
        begindatum=day_of(now),
    )
    record(by=by, action="betrokkenheid.begonnen", subject=new, now=now, overdracht=str(row.pk))
    row.aangenomen_op, row.aangenomen_door = now, by.medewerker
    row.save(update_fields=["aangenomen_op", "aangenomen_door"])
    record(by=by, action="overdracht.aangenomen", subject=row, now=now)
    return row


def _require_mine(by: Kijker, row: Overdracht, now: datetime) -> None:
    me = reading.who(by, day_of(now))
    if row.van_id == me.mens or not me.is_for(Houder(row.naar_id, row.naar_team_id)):
        raise refusals.NotNow("overdracht_niet_voor_jou", naam="")


def _regie_of(row: Overdracht, now: datetime) -> Betrokkenheid | None:
    """The giver's own involvement, if it still counts."""
    return vraag_mensen.regie_of(row.gemeente_id, row.van_id, row.dossier_id, day_of(now))


@transaction.atomic
def give_back_household(*, by: Kijker, now: datetime, overdracht: Overdracht, reden: str) -> Overdracht:
    """Not for me, because… The giver was and stays the vaste contactpersoon.

    Raises:
        NotNow: overdracht_niet_voor_jou, overdracht_voorbij.
        WithoutReason: say why.
    """
    if not reden.strip():
        raise refusals.WithoutReason
    row = _locked_offer(by, overdracht, now)
    _require_mine(by, row, now)
    _ended(by, now, row, "overdracht.teruggegeven", reden)
    return row


@transaction.atomic
def withdraw_household(*, by: Kijker, now: datetime, overdracht: Overdracht) -> Overdracht:
    """The giver thinks again.

    Raises:
        NotNow: vraag_niet_bij_jou, overdracht_voorbij.
    """
    row = _locked_offer(by, overdracht, now)
    if by.medewerker is None or row.van_id != by.medewerker.pk:
        raise refusals.NotNow("overdracht_niet_voor_jou", naam="")
    _ended(by, now, row, "overdracht.ingetrokken", "")
    return row


# -- a colleague leaves


@transaction.atomic
def hand_over_questions(
    *, by: Kijker, now: datetime, medewerker_id: UUID, to: Medewerker | None, team: Team | None
) -> int:
    """The questions of a colleague who leaves go to `to`, or to `team` when `to` answers none; offers to them go back.

    The right to do this is the beheerder's (gemeenschap). The number of questions.
    """
    here = {"gemeente_id": by.gemeente_id}
    able = to is not None and vraag_mensen.with_role(by.gemeente_id, day_of(now)).filter(pk=to.pk).exists()
    for offer in Overdracht.objects.filter(
        reading.OPEN, Q(naar_id=medewerker_id) | Q(van_id=medewerker_id), **here
    ):
        _ended(by, now, offer, "overdracht.vervallen", "")
    rows = list(
        Vraag.objects.select_for_update().filter(
            **here, houder_id=medewerker_id, status__in=[Vraag.Status.OPEN]
        )
    )
    if rows and not able and team is None:
        raise refusals.NoTeam
    for row in rows:
        row.houder, row.houder_team = (to, None) if able else (None, team)
        row.save(update_fields=["houder", "houder_team"])
        record(by=by, action="vraag.overgegaan", subject=row, now=now)
    return len(rows)
