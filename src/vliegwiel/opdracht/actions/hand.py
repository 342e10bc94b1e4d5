"""An opdracht as it is now, held until the end of the transaction, for who may write on it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.search import stems_of
from vliegwiel.opdracht import access, queries
from vliegwiel.opdracht.models import Opdracht
from vliegwiel.opdracht.refusals import CannotWriteHere


def at_hand(by: Kijker, now: datetime, opdracht_id: UUID) -> Opdracht:
    """Whoever may not read it may not write it either; two writers wait for each other.

    Raises:
        CannotWriteHere: the kijker does not read it, does not sit there, makes no policy, or works for a bidder.
    """
    today = day_of(now)
    rows = queries.with_rights(queries.opdrachten(by, today), by, today)
    row = rows.select_for_update(of=("self",)).filter(pk=opdracht_id).first()
    if row is None:
        raise CannotWriteHere
    access.require_can_write(by, row)
    return row


def index(opdracht: Opdracht) -> None:
    """What it can be found by: its title and all its paragraphs."""
    texts = [text for it in queries.paragrafen(opdracht) for text in (it.kop, it.tekst)]
    opdracht.zoektekst = stems_of(opdracht.titel, *texts)
    opdracht.save(update_fields=["zoektekst"])
