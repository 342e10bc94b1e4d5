"""A table of provisions: given, looked at, confirmed, and then read by the same job, so many rows a step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker, werk
from vliegwiel.kern.clock import ZONE
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Werk
from vliegwiel.ondersteuning.public import TERZIJDE, apply_facts
from vliegwiel.privacy.public import require_messages
from vliegwiel.uitwisseling.actions.ontvangen import SOORT, Ontvangen, add_files, begin
from vliegwiel.uitwisseling.actions.regels import line, remarks
from vliegwiel.uitwisseling.actions.terzijde import keep_aside, settle
from vliegwiel.uitwisseling.models import Bestand, Bevinding, Inlezing, Terzijde
from vliegwiel.uitwisseling.models.zegel import destroy_file, unseal_file
from vliegwiel.uitwisseling.queries.inlezen import lock
from vliegwiel.uitwisseling.queries.pakketten import Deel
from vliegwiel.uitwisseling.queries.terzijde import waiting_for
from vliegwiel.uitwisseling.refusals.berichten import NoFiles, NotConfirmable
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst
from vliegwiel.uitwisseling.tabel import Tabeluitslag, read_provisions

ROWS = 1_000  # in a step


@transaction.atomic
def receive_table(*, by: Kijker, now: datetime, bestanden: Sequence[Ontvangen]) -> Inlezing:
    """Keep this table, unreadable, until somebody looked at what we make of it.

    Raises:
        OnlyForMessages: the kijker does not read messages in.
        NoFiles: there is nothing to read.
    """
    require_messages(by)
    if not bestanden:
        raise NoFiles
    inlezing = begin(by=by, now=now, soort=Inlezing.Soort.VOORZIENINGEN)
    add_files(by=by, now=now, inlezing=inlezing, bestanden=bestanden[:1])
    return inlezing


@transaction.atomic
def confirm_table(*, by: Kijker, now: datetime, inlezing: UUID, wet: str = "") -> Inlezing:
    """Read it in as it was shown. `wet`: for a table that does not say it.

    Raises:
        OnlyForMessages: the kijker does not read messages in.
        NotConfirmable: it was begun already, or it is gone.
    """
    require_messages(by)
    lock(by.gemeente_id)
    rows = Inlezing.objects.filter(gemeente_id=by.gemeente_id, soort=Inlezing.Soort.VOORZIENINGEN)
    row: Inlezing | None = rows.filter(pk=inlezing, bevestigd_op__isnull=True, klaar_op__isnull=True).first()
    if row is None or not _files(by, row).filter(status=Bestand.Status.WACHT).exists():
        raise NotConfirmable
    row.bevestigd_op, row.kolommen = now, {"wet": wet} if wet else {}
    row.save(update_fields=["bevestigd_op", "kolommen"])
    record(by=by, action="tabel.bevestigd", subject=row, now=now)
    werk.ask(by=by, soort=SOORT, object=row.pk, now=now)
    return row


def _files(by: Kijker, inlezing: Inlezing):  # type: ignore[no-untyped-def]
    return Bestand.objects.filter(gemeente_id=by.gemeente_id, inlezing_id=inlezing.pk)


def read_again(file: Bestand, inlezing: Inlezing, wet: str = "") -> Tabeluitslag:
    """The whole table, checked; the same each time it is asked."""
    said = wet or str(inlezing.kolommen.get("wet", ""))
    given = inlezing.gemaakt_op.astimezone(ZONE)
    return read_provisions(
        unseal_file(file), bericht=file.pk, peildatum=given.date(), tijd=given.time(), wet=said
    )


def table_step(row: Werk, by: Kijker, now: datetime, inlezing: Inlezing) -> werk.Voortgang:
    """The next rows. The table is checked whole each time: with one fault nothing of it is stored."""
    file = _files(by, inlezing).filter(status=Bestand.Status.WACHT).first()
    if file is None:
        return werk.Voortgang(row.stap, row.stappen, True)
    found = read_again(file, inlezing)
    total = len(found.pakketten)
    vondsten = list(found.vondsten) if row.stap == 0 else []
    vondsten += _apply(by, now, file, [Deel(it, "") for it in found.pakketten[row.stap : row.stap + ROWS]])
    _tell(file, vondsten)
    stap = min(row.stap + ROWS, total)
    if stap == total:
        _finish(file, found, now)
    file.save(update_fields=["feiten", "status", "verwerkt_op", "inhoud", "sleutel_id"])
    return werk.Voortgang(stap, total, stap == total)


def _apply(by: Kijker, now: datetime, file: Bestand, delen: Sequence[Deel]) -> list[Vondst]:
    """These rows, and what of messages waited for their assignments."""
    if not delen:
        return []
    waiting = waiting_for(by, {deel.sleutel for deel in delen})
    every = [*delen, *(deel for deel, _ in waiting)]
    found = apply_facts(by=by, now=now, pakketten=[deel.pakket for deel in every])
    outcomes = found[: len(delen)]
    settle(by=by, now=now, settled=[(*it, how) for it, how in zip(waiting, found[len(delen) :], strict=True)])
    both = list(zip(delen, outcomes, strict=True))
    Terzijde.objects.bulk_create(keep_aside(by, now, *pair) for pair in both if pair[1].code in TERZIJDE)
    file.feiten += sum(outcome.feiten for outcome in outcomes)
    said = {it.code: it for _, outcome in both for it in remarks("", outcome)}
    return list(said.values())


def _tell(file: Bestand, vondsten: Sequence[Vondst]) -> None:
    known = set(file.bevindingen.filter(rij__isnull=True).values_list("code", flat=True))
    last = file.bevindingen.count()
    new = [it for it in vondsten if it.params.get("rij") is not None or it.code not in known]
    Bevinding.objects.bulk_create(line(file, number, it) for number, it in enumerate(new, last + 1))


def _finish(file: Bestand, found: Tabeluitslag, now: datetime) -> None:
    status = Bestand.Status
    if found.afgekeurd:
        file.status = status.AFGEKEURD
    elif file.terzijde.filter(klaar_op__isnull=True).exists():
        file.status = status.TERZIJDE
    else:
        file.status = status.MET_OPMERKINGEN if file.bevindingen.exists() else status.VERWERKT
    file.verwerkt_op = now
    destroy_file(file)


def drop_unconfirmed(gemeente_id: UUID, before: datetime, now: datetime) -> int:
    """A table nobody confirmed is destroyed; that it was there stays. For the clock."""
    rows = Bestand.objects.filter(
        gemeente_id=gemeente_id,
        inlezing__soort=Inlezing.Soort.VOORZIENINGEN,
        inlezing__bevestigd_op__isnull=True,
        inlezing__gemaakt_op__lt=before,
        status=Bestand.Status.WACHT,
    )
    files = list(rows[:100])
    for file in files:
        file.status, file.verwerkt_op = Bestand.Status.AFGEKEURD, now
        destroy_file(file)
        file.save(update_fields=["status", "verwerkt_op", "inhoud", "sleutel_id"])
        line(file, 1, Vondst("inlezen_niet_bevestigd", "", Ernst.FOUT)).save()
    Inlezing.objects.filter(gemeente_id=gemeente_id, pk__in={it.inlezing_id for it in files}).update(
        klaar_op=now
    )
    return len(files)
