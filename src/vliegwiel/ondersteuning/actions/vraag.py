"""A question: taken, advised on, taken over from a team, made into a plan, done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker, Team
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.access.vraag import require_can_answer, require_can_make_plan
from vliegwiel.ondersteuning.actions.huishouden import open_household
from vliegwiel.ondersteuning.models import Overdracht, Vraag
from vliegwiel.ondersteuning.queries import vraag as reading
from vliegwiel.ondersteuning.queries import vraag_mensen
from vliegwiel.ondersteuning.refusals import vraag as refusals
from vliegwiel.ondersteuning.rules import vraag as rules
from vliegwiel.ondersteuning.rules.vraag import Daad, Houder, Stand
from vliegwiel.privacy.public import Dossier, Onderdeel, dossiers
from vliegwiel.samenspel.public import settle

HOUDEN, DOORGEVEN, KLAAR = "houden", "doorgeven", "klaar"


@dataclass(frozen=True)
class Buiten:
    """Whoever has no account here: somebody at the web form, or the clock."""

    gemeente_id: UUID
    account_id: UUID | None = None


@transaction.atomic
def take_question(
    *,
    by: Kijker,
    now: datetime,
    woorden: str,
    soort: str = Vraag.Soort.VRAAG,
    kanaal: str = Vraag.Kanaal.TELEFOON,
    namens: str = Vraag.Namens.ZELF,
    eerste_advies: str = "",
    persoon: str = "",
    daarna: str = HOUDEN,
    **words: str,
) -> Vraag:
    """Write down a question or a worry; whoever does holds it. `words`: namens_naam, naam, contact, organisaties.

    Raises:
        CannotAnswerQuestions: a role that answers none.
        NothingSaid, PersonUnknown, NothingAdvised: incomplete.
    """
    require_can_answer(by)
    if not woorden.strip():
        raise refusals.NothingSaid
    if daarna == KLAAR and not eerste_advies.strip():
        raise refusals.NothingAdvised
    known = vraag_mensen.person(by, persoon, now) if persoon else None
    if persoon and known is None:
        raise refusals.PersonUnknown
    vraag: Vraag = Vraag.objects.create(
        **_asked(by.gemeente_id, now, woorden, words),
        soort=soort,
        kanaal=kanaal,
        namens=namens,
        eerste_advies=eerste_advies,
        advies_op=now if eerste_advies.strip() else None,
        persoon=known,
        houder=by.medewerker,
        status=Vraag.Status.AFGEROND if daarna == KLAAR else Vraag.Status.OPEN,
        klaar_op=now if daarna == KLAAR else None,
    )
    record(by=by, action="vraag.opgeschreven", subject=vraag, now=now, kanaal=kanaal, daarna=daarna)
    return vraag


@transaction.atomic
def ask_openly(
    *, by: Buiten, now: datetime, team: Team | None, woorden: str, naam: str = "", contact: str = ""
) -> Vraag:
    """Somebody asks through the web form; the team the gemeente chose holds it.

    Raises:
        NoTeam: nobody would hold it.
        NothingSaid: there are no words.
    """
    if team is None:
        raise refusals.NoTeam
    if not woorden.strip():
        raise refusals.NothingSaid
    vraag: Vraag = Vraag.objects.create(
        **_asked(by.gemeente_id, now, woorden, {"naam": naam, "contact": contact}),
        kanaal=Vraag.Kanaal.WEB,
        houder_team=team,
    )
    record(by=by, action="vraag.gesteld", subject=vraag, now=now, team=str(team.pk))
    return vraag


def _asked(gemeente_id: UUID, now: datetime, woorden: str, words: dict[str, str]) -> dict[str, Any]:
    days = {"gesteld_op": now, "verloopt_op": rules.expires_on(day_of(now))}
    return {"gemeente_id": gemeente_id, "woorden": woorden, **words, **days}


def locked(by: Kijker, vraag: Vraag, now: datetime) -> tuple[Vraag, Overdracht | None]:
    """The question as it is now, and its open overdracht; whoever else acts on it waits until this one is done.

    Raises:
        NotYourQuestion: the kijker may not see it.
        NotNow: vraag_al_genomen {naam}.
    """
    if not reading.vragen(by, now).filter(pk=vraag.pk).exists():
        taken = reading.was_of_my_team(by, now).filter(pk=vraag.pk).first()
        if taken is None or taken.houder is None:
            raise refusals.NotYourQuestion
        raise refusals.NotNow("vraag_al_genomen", naam=taken.houder.naam)
    row = Vraag.objects.select_for_update().get(gemeente_id=by.gemeente_id, pk=vraag.pk)
    offers = Overdracht.objects.filter(reading.OPEN, gemeente_id=by.gemeente_id, vraag_id=row.pk)
    return row, offers.first()


def step(
    by: Kijker, row: Vraag, offer: Overdracht | None, daad: Daad, now: datetime, naar: Houder | None = None
) -> Stand:
    """What the rules make of this; nothing is stored yet.

    Raises:
        NotNow: with the code of the rules.
    """
    me, stand = reading.who(by, day_of(now)), reading.stand_of(row, offer)
    if code := rules.why_not(stand, daad, me, naar):
        holder = row.houder or row.houder_team
        raise refusals.NotNow(code, naam=holder.naam if holder else "")
    return rules.after(stand, daad, me, naar)


@transaction.atomic
def take_over(*, by: Kijker, now: datetime, vraag: Vraag) -> Vraag:
    """Become the holder: of a question of one's team, or of one that was offered. Of two at once, one gets it.

    Raises:
        CannotAnswerQuestions, NotYourQuestion: not theirs.
        NotNow: vraag_al_genomen {naam}, overdracht_voorbij, overdracht_niet_voor_jou, vraag_niet_meer_open.
    """
    require_can_answer(by)
    row, offer = locked(by, vraag, now)
    team = row.houder_team_id or (offer and offer.naar_team_id)
    after = step(by, row, offer, Daad.ACCEPT if offer else Daad.TAKE, now)
    row.houder_id, row.houder_team_id = after.houder.mens, after.houder.team
    row.save(update_fields=["houder", "houder_team"])
    if offer is not None:
        offer.aangenomen_op, offer.aangenomen_door = now, by.medewerker
        offer.save(update_fields=["aangenomen_op", "aangenomen_door"])
    settle(code="vraag_verloopt", object=row.pk, now=now, by=by)
    record(by=by, action="vraag.genomen", subject=row, now=now, team=str(team) if team else None)
    return row


@transaction.atomic
def advise(*, by: Kijker, now: datetime, vraag: Vraag, eerste_advies: str) -> Vraag:
    """Give first advice, or write it better.

    Raises:
        NotYourQuestion, NotNow: not the holder, or not open any more.
    """
    row, offer = locked(by, vraag, now)
    step(by, row, offer, Daad.ADVISE, now)
    row.eerste_advies, row.advies_op = eerste_advies, row.advies_op or now
    row.save(update_fields=["eerste_advies", "advies_op"])
    record(by=by, action="vraag.geadviseerd", subject=row, now=now)
    return row


@transaction.atomic
def link_person(*, by: Kijker, now: datetime, vraag: Vraag, persoon: str) -> Vraag:
    """Say that the question is about somebody we know already.

    Raises:
        NotYourQuestion, NotNow: not the holder, or not open any more.
        PersonUnknown: not somebody this colleague may know of.
    """
    row, offer = locked(by, vraag, now)
    step(by, row, offer, Daad.ADVISE, now)
    row.persoon = vraag_mensen.person(by, persoon, now)
    if row.persoon is None:
        raise refusals.PersonUnknown
    row.save(update_fields=["persoon"])
    record(by=by, action="vraag.persoon_gekozen", subject=row, now=now)
    return row


@transaction.atomic
def finish(*, by: Kijker, now: datetime, vraag: Vraag, afloop: str) -> Vraag:
    """Done without a plan; what came of it stands below the advice until the question is destroyed.

    Raises:
        NotYourQuestion, NotNow: not the holder, or not open any more.
        WrongCorrection: it waits for an answer.
    """
    row, offer = locked(by, vraag, now)
    after = step(by, row, offer, Daad.FINISH, now)
    _not_a_correction(row)
    row.status, row.klaar_op = after.status, now
    row.eerste_advies = "\n\n".join(filter(None, [row.eerste_advies.strip(), afloop.strip()]))
    row.save(update_fields=["status", "klaar_op", "eerste_advies"])
    settle(code="vraag_verloopt", object=row.pk, now=now, by=by)
    record(by=by, action="vraag.afgerond", subject=row, now=now)
    return row


def _not_a_correction(row: Vraag) -> None:
    if row.soort == Vraag.Soort.CORRECTIE:
        raise refusals.WrongCorrection


@transaction.atomic
def join_plan(*, by: Kijker, now: datetime, vraag: Vraag, dossier: Dossier) -> Vraag:
    """The question belongs to a household we know; its words stay with it.

    Raises:
        NotYourQuestion, NotNow, WrongCorrection: as `finish`.
    """
    row, offer = locked(by, vraag, now)
    after = step(by, row, offer, Daad.MAKE_PLAN, now)
    _not_a_correction(row)
    if not dossiers(by, now, Onderdeel.KADER).filter(pk=dossier.pk).exists():
        raise refusals.NotYourQuestion
    row.status, row.klaar_op, row.dossier = after.status, now, dossier
    row.save(update_fields=["status", "klaar_op", "dossier"])
    settle(code="vraag_verloopt", object=row.pk, now=now, by=by)
    record(by=by, action="vraag.naar_plan", subject=row, now=now, dossier=str(dossier.pk))
    return row


@transaction.atomic
def make_plan(
    *,
    by: Kijker,
    now: datetime,
    vraag: Vraag,
    naam: str,
    personen: list[dict[str, Any]],
    domeinen: list[str],
    vaste_contactpersoon: bool,
) -> Vraag:
    """Open a household for this question; whom it is about lives there when nobody else was named.

    Raises:
        CannotMakePlan, NotYourQuestion, NotNow, WrongCorrection: as `join_plan`, and those of `open_household`.
    """
    require_can_make_plan(by)
    dossier = open_household(
        by=by,
        now=now,
        naam=naam,
        personen=personen,
        domeinen=domeinen,
        vaste_contactpersoon=vaste_contactpersoon,
    )
    return join_plan(by=by, now=now, vraag=vraag, dossier=dossier)
