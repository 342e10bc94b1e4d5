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
    # The bare row first: PostgreSQL gives who waited the new row with the old one of what is joined to it, here its
    # Voorstel, and an opdracht that lies before the table would look like a concept.
    list(Opdracht.objects.select_for_update().filter(gemeente_id=by.gemeente_id, pk=opdracht_id))
    rows = queries.with_rights(queries.opdrachten(by, today), by, today)
    row = rows.filter(pk=opdracht_id).first()
    if row is None:
        raise CannotWriteHere
    access.require_can_write(by, row)
    return row


def index(opdracht: Opdracht) -> None:
    """What it can be found by: its title and all its paragraphs."""
    texts = [text for it in queries.paragrafen(opdracht) for text in (it.kop, it.tekst)]
    opdracht.zoektekst = stems_of(opdracht.titel, *texts)
    opdracht.save(update_fields=["zoektekst"])
