"""A text in versions: proposing, answering, the next version, adopting. The rules decide; this writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.samenspel import access, queries, rules
from vliegwiel.samenspel.actions.aandachtspunt import settle
from vliegwiel.samenspel.actions.lock import locked
from vliegwiel.samenspel.models import (
    Gevraagde,
    Houding,
    Onderbouwing,
    Tafel,
    Uitspraak,
    Versie,
    Voorstel,
    Zetel,
)
from vliegwiel.samenspel.queries import Dossier
from vliegwiel.samenspel.refusals import (
    CannotAdopt,
    CannotAnswer,
    CannotAsk,
    CannotKeep,
    CannotPropose,
    CannotPublish,
    CannotRelease,
    CannotRetract,
    refuse,
)


@transaction.atomic
def open_voorstel(
    *,
    by: Kijker,
    now: datetime,
    tafel: Tafel,
    titel: str,
    tekst: str,
    toelichting: str = "",
    sluitdatum: date | None = None,
    gevraagd: Iterable[Zetel] | None = None,
    rust_op: Iterable[Uitspraak] = (),
) -> Voorstel:
    """Put a first text on the table and ask who must say how they stand (everyone with a party, by default).

    Raises:
        NoSeat, TableFinished: the kijker does not sit here, or the table is finished.
        CannotPropose: tekst_leeg, niemand_gevraagd, sluitdatum_voorbij.
    """
    today, tafel = day_of(now), locked(tafel)
    seats = [zetel for zetel in queries.zetels_of(tafel) if access.sits(zetel, today)]
    own = access.require_can_speak(queries.own_seat(by, seats, today), tafel, today)
    asked = [zetel for zetel in seats if zetel.partij_id] if gevraagd is None else list(gevraagd)
    _check_proposal(tekst, asked, sluitdatum, today)
    voorstel = Voorstel.objects.create(
        gemeente_id=by.gemeente_id, tafel=tafel, titel=titel, sluitdatum=sluitdatum
    )
    record(
        by=by, action="voorstel.geopend", subject=voorstel, now=now, tafel=str(tafel.pk), gevraagd=len(asked)
    )
    _write_versie(voorstel, 1, own, tekst, toelichting, rust_op, now)
    _ask(voorstel, asked, now)
    return voorstel


def _check_proposal(tekst: str, asked: list[Zetel], sluitdatum: date | None, today: date) -> None:
    if not tekst.strip():
        raise CannotPropose("tekst_leeg")
    if not asked:
        raise CannotPropose("niemand_gevraagd")
    if sluitdatum is not None and sluitdatum < today:
        raise CannotPropose("sluitdatum_voorbij")


@transaction.atomic
def publish_versie(
    *,
    by: Kijker,
    now: datetime,
    voorstel: Voorstel,
    gebaseerd_op: int,
    tekst: str,
    toelichting: str = "",
    rust_op: Iterable[Uitspraak] = (),
) -> Versie:
    """Publish the next version. It was written on version `gebaseerd_op`; when another came in between,
    nothing is overwritten and the writer is shown both.

    Raises:
        NoSeat, TableFinished: the kijker does not sit here, or the table is finished.
        CannotPublish: versie_botsing {laatste, gebaseerd_op}, tekst_gelijk, tekst_leeg, al_aangenomen, al_ingetrokken,
        tekst_staat_elders.
    """
    it, own, today = _at_table(by, voorstel, now)
    if any(part(it.voorstel) for part in registry.vaste_tekst):
        raise CannotPublish("tekst_staat_elders")
    refuse(CannotPublish, rules.can_publish(it.feiten, own.pk, gebaseerd_op, tekst, today))
    versie = _write_versie(it.voorstel, it.feiten.laatste + 1, own, tekst, toelichting, rust_op, now)
    record(by=by, action="versie.gepubliceerd", subject=it.voorstel, now=now, nummer=versie.nummer)
    return versie


@transaction.atomic
def ask(*, by: Kijker, now: datetime, voorstel: Voorstel, gevraagd: Iterable[Zetel]) -> int:
    """Ask more seats how they stand, as long as the Voorstel is open. The number asked.

    Raises:
        CannotAsk: zetel_niet_actief, al_gevraagd, al_aangenomen, al_ingetrokken.
    """
    it, _own, today = _at_table(by, voorstel, now)
    seats = list(gevraagd)
    for zetel in seats:
        refuse(CannotAsk, rules.can_ask(it.feiten, zetel.pk, today))
    _ask(it.voorstel, seats, now)
    record(by=by, action="voorstel.gevraagd", subject=it.voorstel, now=now, aantal=len(seats))
    return len(seats)


@transaction.atomic
def answer(
    *, by: Kijker, now: datetime, voorstel: Voorstel, versie: int, keuze: str, want: str = ""
) -> Houding:
    """Say how one stands towards the latest version; a later answer takes the place of an earlier one.

    Raises:
        CannotAnswer: niet_gevraagd, versie_niet_de_laatste {laatste}, want_ontbreekt, zetel_niet_actief, al_….
    """
    it, own, today = _at_table(by, voorstel, now)
    choice = rules.Keuze(keuze)
    refuse(CannotAnswer, rules.can_answer(it.feiten, own.pk, versie, choice, want, today))
    return _stance(by, now, it.laatste, own, choice, want=want)


@transaction.atomic
def withdraw_nog_niet(*, by: Kijker, now: datetime, voorstel: Voorstel) -> Houding:
    """Take one's own open *nog niet* back without another answer: silent again, not agreed.

    Raises:
        CannotAnswer: geen_open_nog_niet, zetel_niet_actief, al_….
    """
    it, own, today = _at_table(by, voorstel, now)
    refuse(CannotAnswer, rules.can_withdraw_nog_niet(it.feiten, own.pk, today))
    return _stance(by, now, it.laatste, own, Houding.Keuze.INGETROKKEN)


@transaction.atomic
def release(*, by: Kijker, now: datetime, voorstel: Voorstel, zetel_id: UUID, reden: str) -> Houding:
    """Let go of the *nog niet* of somebody who left and whose party has nobody else, with the reason why.

    Raises:
        CannotRelease: niet_begeleider, geen_open_nog_niet, nog_niet_heeft_zetel, reden_ontbreekt.
    """
    it, own, today = _at_table(by, voorstel, now)
    refuse(CannotRelease, rules.can_release(it.feiten, own.pk, zetel_id, reden, today))
    seat = next(zetel for zetel in it.zetels if zetel.pk == zetel_id)
    return _stance(by, now, it.laatste, seat, Houding.Keuze.VRIJGEGEVEN, want=reden, door=own)


@transaction.atomic
def adopt(*, by: Kijker, now: datetime, voorstel: Voorstel, terugkijken_op: date | None = None) -> Voorstel:
    """Adopt the latest version: it never changes again, and asks to be looked at on `terugkijken_op`
    (six months later by default).

    Raises:
        CannotAdopt: nog_niet_open, moet_nog, niemand_akkoord, geen_mandaat, terugkijken_niet_later, al_….
    """
    it, own, today = _at_table(by, voorstel, now)
    refuse(CannotAdopt, rules.can_adopt(it.feiten, own.pk, today, terugkijken_op))
    row = it.voorstel
    row.status, row.aangenomen_op, row.aangenomen_door = Voorstel.Status.AANGENOMEN, now, own
    row.terugkijken_op = terugkijken_op or rules.look_back_default(today)
    row.save(update_fields=["status", "aangenomen_op", "aangenomen_door", "terugkijken_op"])
    record(by=by, action="voorstel.aangenomen", subject=row, now=now, versie=it.feiten.laatste)
    return row


@transaction.atomic
def retract(*, by: Kijker, now: datetime, voorstel: Voorstel, reden: str) -> Voorstel:
    """Take the whole Voorstel off the table, saying why. What was said about it stays.

    Raises:
        NotYourVoorstel: the kijker did not write on it, does not guide and has no mandaat.
        CannotRetract: reden_ontbreekt, al_aangenomen, al_ingetrokken.
    """
    it, own, today = _at_table(by, voorstel, now)
    access.require_can_retract(own, it.writers, today)
    refuse(CannotRetract, rules.can_retract(it.feiten, own.pk, today))
    if not reden.strip():
        raise CannotRetract("reden_ontbreekt")
    row = it.voorstel
    row.status, row.ingetrokken_op, row.waarom_ingetrokken = Voorstel.Status.INGETROKKEN, now, reden
    row.save(update_fields=["status", "ingetrokken_op", "waarom_ingetrokken"])
    record(by=by, action="voorstel.ingetrokken", subject=row, now=now)
    return row


@transaction.atomic
def keep_adopted(
    *, by: Kijker, now: datetime, voorstel: Voorstel, terugkijken_op: date | None = None
) -> Voorstel:
    """Looked at again, and it still holds: a new day to look back. Also at a table that is finished.

    Raises:
        NoSeat: the kijker does not sit at this table.
        CannotKeep: niet_aangenomen, terugkijken_niet_later {na}.
    """
    today = day_of(now)
    row = _locked(voorstel)
    if queries.own_seat(by, queries.zetels_of(row.tafel), today) is None:
        raise access.NoSeat
    if row.status != Voorstel.Status.AANGENOMEN:
        raise CannotKeep("niet_aangenomen")
    if terugkijken_op is not None and terugkijken_op <= today:
        raise CannotKeep("terugkijken_niet_later", na=today)
    row.terugkijken_op = terugkijken_op or rules.look_back_default(today)
    row.save(update_fields=["terugkijken_op"])
    settle(code="terugkijken", object=row.pk, now=now, by=by)
    record(by=by, action="voorstel.gehouden", subject=row, now=now)
    return row


def _locked(voorstel: Voorstel) -> Voorstel:
    """The Voorstel as it is now; whoever else writes on it waits until this transaction ends."""
    rows = Voorstel.objects.select_for_update(of=("self",)).filter(gemeente_id=voorstel.gemeente_id)
    return rows.select_related("tafel").get(pk=voorstel.pk)


def _at_table(by: Kijker, voorstel: Voorstel, now: datetime) -> tuple[Dossier, Zetel, date]:
    today = day_of(now)
    it = queries.dossier_of(_locked(voorstel))
    own = access.require_can_speak(it.own(by, today), it.voorstel.tafel, today)
    return it, own, today


def _write_versie(
    voorstel: Voorstel,
    nummer: int,
    own: Zetel,
    tekst: str,
    toelichting: str,
    rust_op: Iterable[Uitspraak],
    now: datetime,
) -> Versie:
    here = {"gemeente_id": voorstel.gemeente_id}
    versie = Versie.objects.create(
        **here,
        voorstel=voorstel,
        nummer=nummer,
        tekst=tekst.strip(),
        toelichting=toelichting.strip(),
        zetel=own,
        moment=now,
    )
    Onderbouwing.objects.bulk_create(
        [Onderbouwing(**here, versie=versie, uitspraak=said) for said in rust_op]
    )
    return versie


def _ask(voorstel: Voorstel, seats: Iterable[Zetel], now: datetime) -> None:
    here = {"gemeente_id": voorstel.gemeente_id}
    Gevraagde.objects.bulk_create(
        [Gevraagde(**here, voorstel=voorstel, zetel=zetel, moment=now) for zetel in seats]
    )


def _stance(
    by: Kijker,
    now: datetime,
    versie: Versie,
    zetel: Zetel,
    keuze: str,
    *,
    want: str = "",
    door: Zetel | None = None,
) -> Houding:
    houding = Houding.objects.create(
        gemeente_id=by.gemeente_id,
        versie=versie,
        zetel=zetel,
        keuze=keuze,
        want=want.strip(),
        door=door,
        moment=now,
    )
    record(by=by, action=f"houding.{keuze}", subject=houding, now=now, versie=versie.nummer)
    return houding
