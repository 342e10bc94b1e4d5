"""The job that reads files in: so many at a time, each batch in one transaction, as the colleague who gave them.

A kill at any moment loses nothing and stores nothing twice: what a batch stored, its progress and the end of the
content of its files stand or fall together. One bad file never harms the others.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction

from vliegwiel.gemeenschap.public import Kijker, werk
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Werk
from vliegwiel.kern.refusals import Refusal
from vliegwiel.uitwisseling.actions.tabel import table_step
from vliegwiel.uitwisseling.actions.verwerken import Gelezen, store_read
from vliegwiel.uitwisseling.iwmo import configured, read_message
from vliegwiel.uitwisseling.iwmo.bericht import Kop, Uitslag
from vliegwiel.uitwisseling.models import Bestand, Inlezing
from vliegwiel.uitwisseling.models.zegel import unseal_file
from vliegwiel.uitwisseling.queries.inlezen import counts, lock
from vliegwiel.uitwisseling.queries.pakketten import parts_of
from vliegwiel.uitwisseling.rules.vondst import Vondst

BATCH = 100  # files in a step
BATCH_BYTES = 12 * 1024 * 1024  # ... unless they are big: what is open at once stays small
# Not the file's fault: the whole step is tried again.
NOT_THE_FILE = (OperationalError, InterfaceError, Refusal)

_log = logging.getLogger(__name__)


def read_step(row: Werk, by: Kijker, now: datetime) -> werk.Voortgang:
    """One step of the job: the next batch of files."""
    lock(by.gemeente_id)
    inlezing = Inlezing.objects.get(gemeente_id=by.gemeente_id, pk=row.object)
    step = table_step if inlezing.soort == Inlezing.Soort.VOORZIENINGEN else _message_step
    progress = step(row, by, now, inlezing)
    if progress.klaar:
        inlezing.klaar_op = now
        inlezing.save(update_fields=["klaar_op"])
        told = counts(by, [inlezing.pk])[inlezing.pk]
        record(by=by, action="berichten.ingelezen", subject=inlezing, now=now, **told.per_status)
    return progress


def _message_step(row: Werk, by: Kijker, now: datetime, inlezing: Inlezing) -> werk.Voortgang:
    batch = _next(by, inlezing.pk)
    if batch:
        _read(by, now, batch)
    told = counts(by, [inlezing.pk])[inlezing.pk]
    return werk.Voortgang(told.klaar, told.aantal, told.klaar == told.aantal)


def _next(by: Kijker, inlezing: UUID) -> list[Bestand]:
    waiting = Bestand.objects.filter(
        gemeente_id=by.gemeente_id, inlezing_id=inlezing, status=Bestand.Status.WACHT
    ).order_by("nummer")
    last = size = 0
    for nummer, grootte in waiting.values_list("nummer", "grootte")[:BATCH]:
        size += grootte
        if last and size > BATCH_BYTES:
            break
        last = nummer
    return list(waiting.filter(nummer__lte=last))


def _read(by: Kijker, now: datetime, batch: Sequence[Bestand]) -> None:
    """All together; when that breaks, one by one, so that only the one that breaks is refused."""
    contents = {row.pk: unseal_file(row) for row in batch}
    gelezen = [_gelezen(by, row, contents[row.pk]) for row in batch]
    try:
        with transaction.atomic():
            store_read(by=by, now=now, gelezen=gelezen)
    except NOT_THE_FILE:
        raise
    except Exception as error:
        _log.error("a batch of files: %s", type(error).__name__)
        for row in batch:
            _read_alone(by, now, row, contents[row.pk])


def _read_alone(by: Kijker, now: datetime, row: Bestand, content: bytes) -> None:
    try:
        with transaction.atomic():
            store_read(by=by, now=now, gelezen=[_gelezen(by, row, content)])
    except NOT_THE_FILE:
        raise
    except Exception as error:
        store_read(by=by, now=now, gelezen=[_broken(row, error)])


def _gelezen(by: Kijker, row: Bestand, content: bytes) -> Gelezen:
    """What is in one file. Whatever goes wrong in reading it is about this file alone."""
    row.feiten = 0
    try:
        found = read_message(content, configured())
        return _judged(by, row, found)
    except Exception as error:
        return _broken(row, error)


def _broken(row: Bestand, error: Exception) -> Gelezen:
    """Of what went wrong only the name is told: its text may hold what was read."""
    _log.error("a file could not be read: %s", type(error).__name__)
    row.wet = row.soort = row.berichtcode = row.afzender = row.ontvanger = ""
    row.identificatie = row.inhoud_hash = ""
    row.feiten = 0  # it may break while it is stored
    return Gelezen(row, [Vondst("onverwacht")])


def _judged(by: Kijker, row: Bestand, found: Uitslag) -> Gelezen:
    vondsten = list(found.vondsten)
    if found.soort is not None:
        row.wet, row.soort = found.soort.wet.value, str(found.soort.nummer)
    if found.bericht is None:
        return Gelezen(row, vondsten)
    kop = found.bericht.kop
    if kop.gemeente != by.gemeente.code:
        place = "Afzender" if kop.soort == 301 else "Ontvanger"
        return Gelezen(row, [*vondsten, Vondst("inlezen_andere_gemeente", f"/Bericht/Header/{place}")])
    _note(row, kop)
    return Gelezen(row, vondsten, list(parts_of(found.bericht, row.pk)))


def _note(row: Bestand, kop: Kop) -> None:
    """What makes it the same message as another."""
    row.berichtcode, row.afzender, row.ontvanger = kop.berichtcode, kop.afzender, kop.ontvanger
    row.identificatie, row.inhoud_hash = kop.identificatie, kop.inhoud_hash
