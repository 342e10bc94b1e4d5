"""An opdracht as a whole: beginning it at a table, laying it before that table, opening it to all, who brings what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.search import stems_of
from vliegwiel.opdracht import access, queries, rules
from vliegwiel.opdracht.actions.hand import at_hand
from vliegwiel.opdracht.models import Opdracht, Opdrachtbijdrage, Opgave
from vliegwiel.opdracht.refusals import CannotLayBefore, CannotOpen, CannotStart, CannotWriteHere, refuse
from vliegwiel.samenspel.public import Bijdrage, Tafel, Voorstel, open_voorstel, own_tables

TITEL = 160


@transaction.atomic
def start_opdracht(*, by: Kijker, now: datetime, opgave: Opgave, tafel: Tafel, titel: str) -> Opdracht:
    """Begin a document at a table where one sits; who reads that table reads it, but for who may bid.

    Raises:
        CannotWriteHere: does not sit there, makes no policy, or works for a possible bidder.
        CannotStart: opdracht_zonder_titel.
    """
    today = day_of(now)
    access.require_can_start_at(by, queries.before_the_wall(by, opgave.pk, today))
    if not own_tables(by, today).filter(pk=tafel.pk).exists():
        raise CannotWriteHere
    if not titel.strip():
        raise CannotStart("opdracht_zonder_titel")
    row = Opdracht.objects.create(
        gemeente_id=by.gemeente_id,
        opgave=opgave,
        tafel=tafel,
        titel=titel.strip(),
        aangemaakt_op=now,
        zoektekst=stems_of(titel),
    )
    record(by=by, action="opdracht.begonnen", subject=row, now=now, opgave=str(opgave.pk))
    return row


@transaction.atomic
def lay_before(
    *,
    by: Kijker,
    now: datetime,
    opdracht: Opdracht,
    gevraagd: Iterable[Any] | None = None,
    sluitdatum: date | None = None,
) -> Voorstel:
    """Lay the text as it stands before its table. The Voorstel holds nothing of it, and asks who may read it:
    all of them, or whom of them the writer chose.

    Raises:
        CannotWriteHere: see `at_hand`.
        CannotLayBefore: opdracht_ligt_voor, opdracht_staat_vast, opdracht_zonder_tekst, niemand_te_vragen.
        samenspel's CannotPropose: niemand_gevraagd, sluitdatum_voorbij.
    """
    row = at_hand(by, now, opdracht.pk)
    refuse(CannotLayBefore, rules.cannot_write(queries.status_of(row)))
    asked = queries.seats_to_ask(row, day_of(now))
    if not queries.has_text(row):
        raise CannotLayBefore("opdracht_zonder_tekst")
    if not asked:
        raise CannotLayBefore("niemand_te_vragen")
    if gevraagd is not None:
        chosen = {seat.pk for seat in gevraagd}
        asked = [seat for seat in asked if seat.pk in chosen]
    made: Voorstel = open_voorstel(
        by=by,
        now=now,
        tafel=row.tafel,
        titel=f"De opdracht bij: {row.opgave.titel}"[:TITEL],
        tekst=rules.lays_before(queries.paragrafen(row).count()),
        sluitdatum=sluitdatum,
        gevraagd=asked,
    )
    row.voorstel = made
    row.save(update_fields=["voorstel"])
    record(by=by, action="opdracht.voorgelegd", subject=row, now=now, voorstel=str(made.pk))
    return made


@transaction.atomic
def open_up(*, by: Kijker, now: datetime, opdracht: Opdracht) -> Opdracht:
    """Everyone who works here reads the adopted text from this instant, possible bidders too, all at once.

    Raises:
        CannotWriteHere: see `at_hand`.
        CannotOpen: opdracht_niet_vastgesteld, opdracht_al_open.
    """
    row = at_hand(by, now, opdracht.pk)
    refuse(CannotOpen, rules.cannot_open(queries.status_of(row)))
    row.open_op = now
    row.save(update_fields=["open_op"])
    record(by=by, action="opdracht.geopend", subject=row, now=now)
    return row


@transaction.atomic
def link_bijdragen(
    *,
    by: Kijker,
    now: datetime,
    opdracht: Opdracht,
    bijdragen: Iterable[Bijdrage],
    stond: Iterable[Bijdrage] | None = None,
) -> Opdracht:
    """Who brings what to this opdracht: these, of those at its table that the kijker reads; others are let go.

    `stond`: what was linked when the kijker began to choose. Only what differs from that is done, so that what a
    colleague linked or let go in the meantime stays so.

    Raises:
        CannotWriteHere: see `at_hand`.
    """
    row = at_hand(by, now, opdracht.pk)
    here = {"gemeente_id": by.gemeente_id, "opdracht": row}
    offered = {it.pk for it in queries.bijdragen_to_link(by, row, day_of(now))}
    wanted = {it.pk for it in bijdragen} & offered
    links = Opdrachtbijdrage.objects.filter(**here, bijdrage_id__in=offered)
    known = set(links.values_list("bijdrage_id", flat=True))
    before = known if stond is None else {it.pk for it in stond}
    links.filter(bijdrage_id__in=before - wanted).delete()
    new = sorted(wanted - before - known)
    Opdrachtbijdrage.objects.bulk_create([Opdrachtbijdrage(**here, bijdrage_id=pk) for pk in new])
    record(by=by, action="opdracht.bijdragen", subject=row, now=now, aantal=len(wanted))
    return row
