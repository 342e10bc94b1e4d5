"""Somebody says about whom it is what could not be placed by itself; or that it is not to be read in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.public import TERZIJDE, Mens, Pakket, Status, Uitkomst, apply_facts, resolve
from vliegwiel.privacy.public import require_messages
from vliegwiel.uitwisseling.actions.terzijde import Erbij, finish, follow, settle, store_parts
from vliegwiel.uitwisseling.models import Terzijde
from vliegwiel.uitwisseling.models.zegel import unseal_part
from vliegwiel.uitwisseling.queries.inlezen import lock
from vliegwiel.uitwisseling.queries.pakketten import Deel
from vliegwiel.uitwisseling.queries.terzijde import open_parts, somebody_alike, waiting_with
from vliegwiel.uitwisseling.refusals.berichten import AlreadyAnswered, CannotBeOther, StillUnclear
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst

ZELFDE, ANDER, NIET = "zelfde", "ander", "niet"
OUTCOMES = {ZELFDE: Terzijde.Uitkomst.ZELFDE, ANDER: Terzijde.Uitkomst.ANDER}


@transaction.atomic
def answer(*, by: Kijker, now: datetime, terzijde: UUID, antwoord: str) -> Terzijde:
    """Apply what was kept aside as this colleague says, and what waited for it; or leave it out.

    Raises:
        OnlyForMessages: the kijker does not read messages in.
        AlreadyAnswered: it does not wait any more.
        CannotBeOther: its assignment is somebody's already.
        StillUnclear: who looks alike is another one now, or lives nowhere here.
    """
    require_messages(by)
    lock(by.gemeente_id)
    row: Terzijde | None = open_parts(by).filter(pk=terzijde).first()
    if row is None:
        raise AlreadyAnswered
    if antwoord == NIET:
        _leave_out(by, now, row)
    else:
        _take_in(by, now, row, antwoord)
    record(by=by, action="terzijde.beantwoord", subject=row, now=now, antwoord=antwoord, reden=row.reden)
    return row


def _leave_out(by: Kijker, now: datetime, row: Terzijde) -> None:
    finish(row, Terzijde.Uitkomst.AFGEWEZEN, by, now)
    store_parts([row])
    told = Vondst("inlezen_niet_ingelezen", "", Ernst.OPMERKING)
    follow(by.gemeente_id, {row.bestand_id: Erbij(vondsten=[told], niet=True)})


def _take_in(by: Kijker, now: datetime, row: Terzijde, antwoord: str) -> None:
    """This part, then everything else that waits about the same person and assignment: asked once is enough.

    What waits for this assignment under another spelling or number is applied as any message is, or asked about.
    """
    pakket, plaats = unseal_part(row)
    mens, outcome = (_same if antwoord == ZELFDE else _other)(by, now, row, pakket)
    if outcome.code in TERZIJDE:
        raise CannotBeOther if antwoord == ANDER else StillUnclear
    said = OUTCOMES[antwoord]
    settle(by=by, now=now, settled=[(Deel(pakket, plaats), row, outcome)], uitkomst=said, door=True)
    waits, unknown, who = waiting_with(by, row), Terzijde.Reden.TOEWIJZING_ONBEKEND, _who(pakket.persoon)
    after = [it for it in waits if it[1].reden == unknown or _who(it[0].pakket.persoon) == who]
    told = [
        replace(deel.pakket, persoon=mens) if _who(deel.pakket.persoon) == who else deel.pakket
        for deel, _ in after
    ]
    outcomes = apply_facts(by=by, now=now, pakketten=told) if told else []
    done = [(*it, out) for it, out in zip(after, outcomes, strict=True)]
    waited = [it for it in done if it[1].reden == unknown]
    settle(by=by, now=now, settled=waited)
    settle(by=by, now=now, settled=[it for it in done if it not in waited], uitkomst=said, door=True)


def _who(mens: Mens) -> tuple[object, ...]:
    return mens.bsn, mens.geboortedatum, mens.achternaam


def _same(by: Kijker, now: datetime, row: Terzijde, pakket: Pakket) -> tuple[Mens, Uitkomst]:
    """Of somebody with this number the birth date was wrong in the message; or it is who looked alike."""
    mens = replace(pakket.persoon, geboortedatum=None)
    if row.reden == Terzijde.Reden.LIJKT_OP:
        if not somebody_alike(row):  # nobody to be the same as: to `resolve` that would be somebody else
            raise StillUnclear
        return mens, resolve(by=by, now=now, pakket=pakket, zelfde=row.kandidaat)
    [outcome] = apply_facts(by=by, now=now, pakketten=[replace(pakket, persoon=mens)])
    if (
        outcome.code is Status.GEBOORTEDATUM_ANDERS
    ):  # the number is not theirs either: its assignment says who it is
        mens = replace(mens, bsn=None, voornaam="", voorvoegsel="", achternaam="")
        [outcome] = apply_facts(by=by, now=now, pakketten=[replace(pakket, persoon=mens)])
    return mens, outcome


def _other(by: Kijker, now: datetime, row: Terzijde, pakket: Pakket) -> tuple[Mens, Uitkomst]:
    """Somebody new. The number is another person's: then it is not theirs."""
    mens = pakket.persoon
    if row.reden == Terzijde.Reden.GEBOORTEDATUM_ANDERS:
        mens = replace(mens, bsn=None)
    return mens, resolve(by=by, now=now, pakket=replace(pakket, persoon=mens), zelfde=None)
