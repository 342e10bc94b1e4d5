"""vliegwiel importeer: files or folders of messages, read in as a colleague of the backoffice would on the page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import CommandError

from vliegwiel.gemeenschap.kijker import Kijker, find_kijker
from vliegwiel.gemeenschap.werk import OPEN, run
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.codes import Purpose, Rol
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.models import Account, Gemeente, Werk
from vliegwiel.project.opdracht import Opdracht
from vliegwiel.uitwisseling.actions.ontvangen import Ontvangen, add_files, ask_to_read, begin
from vliegwiel.uitwisseling.actions.tabel import confirm_table, receive_table
from vliegwiel.uitwisseling.models import Bestand, Inlezing
from vliegwiel.uitwisseling.queries.inlezen import Telling, counts
from vliegwiel.uitwisseling.rules.bestand import MEGABYTE, MOST_MEGABYTES

ENDINGS = (".xml", ".csv")
AT_ONCE = 100  # files in a transaction: who stops half-way has given those


class Command(Opdracht):
    help = "Leest berichten (XML) en tabellen (CSV) in uit bestanden of mappen, als een collega met de rol backoffice."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("paden", nargs="+", metavar="PAD", type=Path, help="een bestand of een map")
        parser.add_argument("--gemeente", required=True, metavar="SLUG", help="zoals in het adres: lindebeek")
        parser.add_argument("--als", required=True, metavar="E-MAIL", help="het account dat inleest")
        parser.add_argument(
            "--wet", choices=("wmo", "jeugd"), default="", help="voor een tabel zonder kolom wet"
        )
        parser.add_argument(
            "--niet-wachten",
            action="store_false",
            dest="wacht",
            help="laat het lezen aan het werk op de achtergrond",
        )
        parser.add_argument(
            "--wacht", action="store_true", default=True, help="lees meteen en wacht (standaard)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        files = list(_files(options["paden"]))
        if not files:
            raise CommandError("Er is geen bestand gevonden dat eindigt op .xml of .csv.")
        gemeente, account = _who(options["gemeente"], options["als"])
        given = [*self._give_messages(gemeente, account, [it for it in files if _is_xml(it)])]
        tables = (it for it in files if not _is_xml(it))
        given += [_give_table(gemeente, account, it, options["wet"]) for it in tables]
        if not options["wacht"]:
            self.stdout.write(f"{len(files)} bestanden staan klaar om gelezen te worden.")
            return
        told = [self._read(gemeente, account, pk) for pk in given]
        self._summary(told)

    def _give_messages(self, gemeente: Gemeente, account: Account, files: list[Path]) -> Iterator[UUID]:
        if not files:
            return
        with as_gemeente(gemeente.pk, account.pk):
            inlezing = begin(by=_by(gemeente, account), now=now(), soort=Inlezing.Soort.BERICHTEN)
        for at in range(0, len(files), AT_ONCE):
            with as_gemeente(gemeente.pk, account.pk):
                some = map(_received, files[at : at + AT_ONCE])
                add_files(
                    by=_by(gemeente, account), now=now(), inlezing=inlezing, bestanden=some, first=at + 1
                )
            self._say(f"{min(at + AT_ONCE, len(files))} van {len(files)} bestanden klaargezet")
        with as_gemeente(gemeente.pk, account.pk):
            ask_to_read(by=_by(gemeente, account), now=now(), inlezing=inlezing)
        yield inlezing.pk

    def _read(self, gemeente: Gemeente, account: Account, inlezing: UUID) -> Telling:
        """Do the work here, or see that the worker does it."""
        while True:
            with as_gemeente(gemeente.pk, account.pk):
                row = Werk.objects.filter(gemeente_id=gemeente.pk, object=inlezing).latest("gemaakt_op")
                told = counts(_by(gemeente, account), [inlezing])[inlezing]
            self._say(f"{told.klaar} van {told.aantal} bestanden gelezen")
            if row.status == Werk.Status.GEPARKEERD or (row.status not in OPEN):
                break
            before = row.stap, row.status
            run(gemeente.pk, row.pk)
            with as_gemeente(gemeente.pk, account.pk):
                row.refresh_from_db()
            if (row.stap, row.status) == before:
                time.sleep(1)  # the worker has it, or it waits to be tried again
        if row.status == Werk.Status.GEPARKEERD:
            raise CommandError(
                f"Het inlezen staat stil ({row.fout}). Er is niets verloren. "
                "Probeer het opnieuw op de pagina ‘Werk op de achtergrond’."
            )
        return told

    def _summary(self, told: list[Telling]) -> None:
        every = {it: sum(one.per_status.get(it, 0) for one in told) for it in Bestand.Status.values}
        self.stdout.write("Klaar.")
        for status in Bestand.Status:
            if every[status]:
                self.stdout.write(f"  {WORDS[status]}: {every[status]}")
        if every[Bestand.Status.AFGEKEURD]:
            raise CommandError("Er zijn bestanden afgekeurd. Het verslag staat op de pagina Berichten.")

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


WORDS = {
    Bestand.Status.WACHT: "wacht nog",
    Bestand.Status.VERWERKT: "verwerkt",
    Bestand.Status.MET_OPMERKINGEN: "verwerkt met opmerkingen",
    Bestand.Status.TERZIJDE: "wacht op een ander bericht of op een antwoord",
    Bestand.Status.AL_BEKEND: "al bekend",
    Bestand.Status.AFGEKEURD: "afgekeurd",
}


def _files(given: list[Path]) -> Iterator[Path]:
    """In order of name. A link out of a folder is not followed; what is named itself is."""
    for path in given:
        if path.is_dir():
            home = path.resolve()
            inside = (it for it in sorted(path.rglob("*")) if it.suffix.lower() in ENDINGS and it.is_file())
            yield from (it for it in inside if it.resolve().is_relative_to(home))
        elif path.is_file() and path.suffix.lower() in ENDINGS:
            yield path
        else:
            raise CommandError(f"{path} is geen map en geen bestand dat eindigt op .xml of .csv.")


def _is_xml(path: Path) -> bool:
    return path.suffix.lower() == ".xml"


def _received(path: Path) -> Ontvangen:
    """No more of it is read than we would take."""
    most = MOST_MEGABYTES * MEGABYTE
    try:
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError:
        raise CommandError(f"{path.name} is niet te lezen.") from None
    return Ontvangen(path.name, content if len(content) <= most else None, len(content))


def _who(slug: str, email: str) -> tuple[Gemeente, Account]:
    gemeente = Gemeente.objects.filter(slug=slug).first()
    account = Account.objects.filter(email__iexact=email, is_active=True).first()
    if gemeente is None:
        raise CommandError(f"Er is geen gemeente {slug}.")
    if account is None:
        raise CommandError("Er is geen account met dit e-mailadres.")
    with as_gemeente(gemeente.pk, account.pk):
        _by(gemeente, account)
    return gemeente, account


def _by(gemeente: Gemeente, account: Account) -> Kijker:
    """As the page would know this colleague; the role is asked again each time."""
    by = find_kijker(account, gemeente.slug, Purpose.BERICHTEN, today())
    if by is None or not by.has(Rol.BACKOFFICE):
        raise CommandError("Dit account heeft in deze gemeente de rol backoffice niet.")
    if not by.aan("berichten"):
        raise CommandError("Berichten inlezen staat in deze gemeente uit.")
    return by


def _give_table(gemeente: Gemeente, account: Account, path: Path, wet: str) -> UUID:
    with as_gemeente(gemeente.pk, account.pk):
        by = _by(gemeente, account)
        inlezing = receive_table(by=by, now=now(), bestanden=[_received(path)])
        pk: UUID = confirm_table(by=by, now=now(), inlezing=inlezing.pk, wet=wet).pk
        return pk
