"""`kill -9` of the worker, the klok and the database during an import: the end is that of an undisturbed one.

Three hundred messages are given by `vliegwiel importeer --niet-wachten` and read by the worker as `serveer` starts it,
a few at a time so that many steps can be hit. Each cycle one of the three falls, at a random moment with the work under
way; when the import is done before the falls are, the next begins, in an empty gemeente of its own database.
Five falls in CI; `VLIEGWIEL_KILLS=40 pytest tests/rigs/test_importeer_kill.py` for forty, on SQLite too.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from tests.reizen.stad import vliegwiel
from tests.rigs.kill_victims import Postmaster, SqliteLedger
from tests.rigs.test_kill import say as say
from tests.rigs.test_werk_kill import Place, Process, _run, living
from tests.rigs.test_werk_kill import postgres as postgres
from tests.rigs.test_werk_kill import sqlite as sqlite
from tests.uitwisseling.maken import many

pytestmark = pytest.mark.rig
FALLS = int(os.environ.get("VLIEGWIEL_KILLS", "5"))
MESSAGES = 300
PATIENCE = 120.0

# The whole end state, apart from ids, moments and numbers of dossiers.
STATE = {
    "voorzieningen": "SELECT p.voornaam, p.achternaam, v.wet, v.toewijzing, v.categorie, v.begindatum, v.begonnen_op, "
    "v.gestopt_op, v.eind, v.reden, v.ingetrokken FROM ondersteuning_voorziening v "
    "JOIN privacy_persoon p ON p.id = v.persoon_id",
    "feiten": "SELECT v.wet, v.toewijzing, f.soort, f.hash FROM ondersteuning_voorzieningfeit f "
    "JOIN ondersteuning_voorziening v ON v.id = f.voorziening_id",
    "personen": "SELECT voornaam, achternaam, geboortedatum, telefoon FROM privacy_persoon",
    "dossiers": "SELECT count(*) FROM privacy_dossier",
    "nummers": "SELECT count(*) FROM privacy_bsn",
    "wacht": "SELECT reden, count(*) FROM uitwisseling_terzijde WHERE klaar_op IS NULL GROUP BY reden",
    "bestanden": "SELECT naam, status, feiten FROM uitwisseling_bestand",
    "over": "SELECT count(*) FROM uitwisseling_bestand WHERE inhoud IS NOT NULL",
}


def give(place: Place, folder: Path) -> None:
    vliegwiel(place.env, "importeer", str(folder), "--gemeente", "lindebeek",
              "--als", "bas@medewerker.example", "--niet-wachten")  # fmt: skip


def write(folder: Path) -> None:
    folder.mkdir()
    for at, it in enumerate(many(MESSAGES, seed=7)):
        (folder / f"{at:04d}-{it.naam}").write_bytes(it.xml())


def state(place: Place) -> dict[str, list[str]]:
    return {name: sorted(map(_line, place.ledger.ask(question))) for name, question in STATE.items()}


def _line(row: tuple[object, ...]) -> str:
    return " ".join(str(int(it) if isinstance(it, bool) else it) for it in row)


def progress(place: Place) -> tuple[str, int]:
    rows = place.ledger.ask("SELECT status, stap FROM kern_werk WHERE soort = 'berichten_inlezen'")
    return (str(rows[0][0]), int(str(rows[0][1]))) if rows else ("", 0)


class Database:
    """PostgreSQL itself, killed and started again."""

    name = "postgres"

    def __init__(self, place: Place, folder: Path) -> None:
        self.place, self.master = place, Postmaster(folder, _NoWeb())  # type: ignore[arg-type]

    def kill(self) -> None:
        self.master.kill()

    def start(self) -> None:
        with suppress(AttributeError):  # it waits for a web server, and here is none
            self.master.revive()
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                self.place.ledger.ask("SELECT 1")
                return
            except psycopg.OperationalError:
                time.sleep(0.1)


class _NoWeb:
    """Stands where Postmaster expects a web server."""


@contextmanager
def victims(place: Place) -> Iterator[list[Process | Database]]:
    folder = os.environ.get("VLIEGWIEL_TEST_PG_HOST", "")
    with living(place) as both:
        yield [*both, *([Database(place, Path(folder))] if folder else [])]


def revive(both: list[Process | Database]) -> None:
    """As `serveer` does: whoever fell with the database is started again."""
    for it in both:
        if isinstance(it, Process) and it.process is not None and it.process.poll() is not None:
            it.start()


def undisturbed(place: Place, folder: Path) -> dict[str, list[str]]:
    """The same import in a database of its own, by the command, without a fall."""
    env = {**place.env, "VLIEGWIEL_DATA": str(folder / "rust")}
    env = {name: value for name, value in env.items() if "_DATABASE" not in name}
    (folder / "rust").mkdir()
    vliegwiel(env, "migrate", "-v0")
    _run(env, "mensen")
    vliegwiel(
        env,
        "importeer",
        str(folder / "berichten"),
        "--gemeente",
        "lindebeek",
        "--als",
        "bas@medewerker.example",
    )
    calm = Place("SQLite", env, SqliteLedger(folder / "rust/vliegwiel.sqlite3"), place.box, place.log)
    return state(calm)


def fall_often(place: Place, folder: Path, tell: Callable[[str], None]) -> None:
    write(folder / "berichten")
    wanted = undisturbed(place, folder)
    give(place, folder / "berichten")
    place.env["DJANGO_SETTINGS_MODULE"] = "tests.rigs.importeer_instellingen"
    fell: dict[str, int] = {}
    with victims(place) as them:
        while sum(fell.values()) < FALLS and progress(place)[0] != "klaar":
            time.sleep(random.uniform(0.2, 1.8))
            victim = random.choices(them, [6, 1, 3][: len(them)])[0]
            victim.kill()
            fell[victim.name] = fell.get(victim.name, 0) + 1
            victim.start()
            time.sleep(0.3)
            revive(them)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            revive(them)
            if progress(place)[0] == "klaar":
                break
            time.sleep(0.3)
        found = state(place)
    log = place.log.read_text()[-3000:] if place.log.exists() else ""
    for name in wanted:
        assert found[name] == wanted[name], (name, progress(place), log)
    assert fell, "never anything under way: this proves nothing"
    tell(f"{place.engine}: {MESSAGES} messages, falls {fell}; the end is that of an undisturbed import\n")


def test_an_import_survives_falls_on_postgres(
    postgres: Place, tmp_path: Path, say: Callable[[str], None]
) -> None:
    fall_often(postgres, tmp_path, say)


@pytest.mark.skipif("VLIEGWIEL_KILLS" not in os.environ, reason="the same on SQLite: on demand")
def test_an_import_survives_falls_on_sqlite(
    sqlite: Place, tmp_path: Path, say: Callable[[str], None]
) -> None:
    fall_often(sqlite, tmp_path, say)
