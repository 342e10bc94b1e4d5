"""Words: bringing one, and starting a round at a table to give it its meaning."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.refusals import Refusal
from vliegwiel.kern.search import stems_of
from vliegwiel.kern.taal import slugify_nl
from vliegwiel.koers import access, queries
from vliegwiel.koers.models import Begrip, Betekenis
from vliegwiel.koers.rules import BegripStatus
from vliegwiel.samenspel.public import Tafel, Voorstel, open_voorstel, require_apart


class WordExists(Refusal):
    """This gemeente has the word already."""

    code = "woord_bestaat"
    field = "woord"


class WordEmpty(Refusal):
    """A word needs letters."""

    code = "woord_leeg"
    field = "woord"


class WordInDiscussion(Refusal):
    """A round about this word is still open."""

    code = "woord_in_gesprek"


@transaction.atomic
def bring_word(*, by: Kijker, now: datetime, woord: str, aanleiding: str = "") -> Begrip:
    """Put a word on the list of words to give meaning to, with what made it matter.

    Raises:
        NotAllowed: the kijker takes no part in the content.
        WordEmpty, WordExists.
    """
    access.require_can_bring_word(by)
    key = slugify_nl(woord)
    if not key:
        raise WordEmpty
    try:
        with transaction.atomic():
            begrip = Begrip.objects.create(
                gemeente_id=by.gemeente_id,
                woord=woord.strip(),
                sleutel=key,
                aanleiding=aanleiding,
                aangedragen_door=by.naam,
                aangemaakt_op=now,
                zoektekst=stems_of(woord, aanleiding),
            )
    except IntegrityError as error:
        raise WordExists from error
    record(by=by, action="begrip.aangedragen", subject=begrip, now=now)
    return begrip


@transaction.atomic
def give_meaning(
    *, by: Kijker, now: datetime, begrip: Begrip, tafel: Tafel, tekst: str, **fields: Any
) -> Voorstel:
    """Start a round: a first text for the meaning of the word, as a Voorstel at a table.

    Raises:
        WordInDiscussion: there is an open round about it.
        OfHousehold: what is adopted there would be for the whole gemeente.
        NoSeat, TableFinished, CannotPropose: see `samenspel.open_voorstel`.
    """
    require_apart(tafel)
    # The row is the lock: two rounds that start at once would both find none.
    locked = Begrip.objects.select_for_update().filter(gemeente_id=by.gemeente_id, pk=begrip.pk)
    list(locked)
    current = queries.with_meaning(queries.begrippen(by)).get(pk=begrip.pk)
    if queries.status_of(current, day_of(now)) is BegripStatus.IN_GESPREK:
        raise WordInDiscussion
    voorstel = open_voorstel(by=by, now=now, tafel=tafel, titel=begrip.woord, tekst=tekst, **fields)
    link = Betekenis.objects.create(gemeente_id=by.gemeente_id, begrip=begrip, voorstel=voorstel)
    record(by=by, action="betekenis.begonnen", subject=link, now=now, begrip=str(begrip.pk))
    return voorstel
