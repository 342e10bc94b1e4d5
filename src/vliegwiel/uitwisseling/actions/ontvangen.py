"""Files are taken in: unreadable from the first moment they are stored, and a job is asked to read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker, werk
from vliegwiel.kern.log import record
from vliegwiel.privacy.public import require_messages
from vliegwiel.uitwisseling.models import Bestand, Bevinding, Inlezing
from vliegwiel.uitwisseling.models.zegel import seal_file
from vliegwiel.uitwisseling.refusals.berichten import NoFiles
from vliegwiel.uitwisseling.rules.bestand import MOST_MEGABYTES, shown_name

SOORT = "berichten_inlezen"
AT_ONCE = 4 * 1024 * 1024  # bytes in one statement: a database driver makes copies


@dataclass(frozen=True)
class Ontvangen:
    """A file somebody gave; without content when it was too big to be kept."""

    naam: str
    inhoud: bytes | None
    grootte: int = 0


@transaction.atomic
def receive_messages(*, by: Kijker, now: datetime, bestanden: Sequence[Ontvangen]) -> Inlezing:
    """Keep these files, unreadable, and ask for them to be read.

    Raises:
        OnlyForMessages: the kijker does not read messages in.
        NoFiles: there is nothing to read.
    """
    require_messages(by)
    if not bestanden:
        raise NoFiles
    inlezing = begin(by=by, now=now, soort=Inlezing.Soort.BERICHTEN)
    add_files(by=by, now=now, inlezing=inlezing, bestanden=bestanden)
    ask_to_read(by=by, now=now, inlezing=inlezing)
    return inlezing


def begin(*, by: Kijker, now: datetime, soort: str) -> Inlezing:
    assert by.medewerker is not None  # require_messages
    inlezing: Inlezing = Inlezing.objects.create(
        gemeente_id=by.gemeente_id, soort=soort, door=by.medewerker, gemaakt_op=now
    )
    record(by=by, action="berichten.gegeven", subject=inlezing, now=now, soort=soort)
    return inlezing


def ask_to_read(*, by: Kijker, now: datetime, inlezing: Inlezing) -> None:
    count = Bestand.objects.filter(gemeente_id=by.gemeente_id, inlezing_id=inlezing.pk).count()
    werk.ask(by=by, soort=SOORT, object=inlezing.pk, now=now, stappen=count)


def add_files(
    *, by: Kijker, now: datetime, inlezing: Inlezing, bestanden: Iterable[Ontvangen], first: int = 1
) -> None:
    """Seal and store, so many bytes a statement. Who was too big stands there as refused."""
    rows = [_row(by, now, inlezing, nummer, given) for nummer, given in enumerate(bestanden, first)]
    for chunk in _chunks(rows):
        Bestand.objects.bulk_create(chunk)
    Bevinding.objects.bulk_create(
        Bevinding(
            gemeente_id=by.gemeente_id,
            bestand_id=row.pk,
            nummer=1,
            ernst=Bevinding.Ernst.FOUT,
            code="bestand_te_groot",
            params={"hoogste": MOST_MEGABYTES},
        )
        for row in rows
        if row.status == Bestand.Status.AFGEKEURD
    )


def _row(by: Kijker, now: datetime, inlezing: Inlezing, nummer: int, given: Ontvangen) -> Bestand:
    row = Bestand(
        gemeente_id=by.gemeente_id, inlezing_id=inlezing.pk, nummer=nummer, naam=shown_name(given.naam)
    )
    if given.inhoud is None:
        row.grootte, row.status, row.verwerkt_op = given.grootte, Bestand.Status.AFGEKEURD, now
    else:
        seal_file(row, given.inhoud)
    return row


def _chunks(rows: Sequence[Bestand]) -> Iterator[list[Bestand]]:
    chunk: list[Bestand] = []
    size = 0
    for row in rows:
        if chunk and size + row.grootte > AT_ONCE:
            yield chunk
            chunk, size = [], 0
        chunk.append(row)
        size += row.grootte if row.inhoud is not None else 0
    if chunk:
        yield chunk
