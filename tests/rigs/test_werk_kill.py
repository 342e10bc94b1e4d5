"""`kill -9` of the worker and the klok while work and mail are under way: nothing lost, nothing stored twice.

Both run as `vliegwiel serveer` starts them, on PostgreSQL with fsync on (and on SQLite with VLIEGWIEL_KILLS). At a
random moment one of them falls, and is started again as `serveer` would. What fails for good is parked. A mail may
come twice, with the same Message-ID, when the worker fell between the mail server's yes and writing it down.

Five falls in CI; `VLIEGWIEL_KILLS=40 pytest tests/rigs/test_werk_kill.py` for forty. Another kind of work is another
line in SOORTEN (and in `werk_soorten`): what must stand of it afterwards.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.postgres import make_database
from tests.reizen.stad import environment, vliegwiel
from tests.rigs.kill_victims import Ledger, PostgresLedger, SqliteLedger, plain
from tests.rigs.test_kill import say as say
from tests.rigs.werk_post import Mailbox, mail_server
from tests.rigs.werk_soorten.soorten import STEPS
from tools.machine import ROOT
from tools.postgres import cluster, newest_bin
from vliegwiel.project.management.commands.serveer import _children

pytestmark = pytest.mark.rig
FALLS = int(os.environ.get("VLIEGWIEL_KILLS", "5"))
DATABASE = "proef_werk"
PATIENCE = 90.0  # seconds for what is left after the last fall
IN_FLIGHT = 2.0  # seconds before a fall in which a mail that came counts as hit by it


@dataclass
class Place:
    engine: str
    env: dict[str, str]
    ledger: Ledger
    box: Mailbox
    log: Path


def _filled(env: dict[str, str]) -> None:
    vliegwiel(env, "migrate", "-v0")
    _run(env, "mensen")


def _run(env: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.rigs.werk_soorten.vragen", *words],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def _env(data: Path, port: int) -> dict[str, str]:
    return {
        **environment(DATABASE, data),
        "DJANGO_SETTINGS_MODULE": "tests.rigs.werk_instellingen",
        "PROEF_SMTP": str(port),
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[Place]:
    """A cluster of its own, with fsync."""
    if newest_bin() is None:
        pytest.skip("no PostgreSQL 15 or newer")
    with pytest.MonkeyPatch.context() as patch, cluster(durable=True) as where, mail_server() as (port, box):
        for name, value in where.items():
            patch.setenv(name, value)
        make_database(DATABASE)
        env = _env(tmp_path, port)
        _filled(env)
        yield Place("PostgreSQL", env, PostgresLedger(DATABASE), box, tmp_path / "log")


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Place]:
    with pytest.MonkeyPatch.context() as patch, mail_server() as (port, box):
        patch.setenv("VLIEGWIEL_TEST_PG_HOST", "")
        patch.setenv("VLIEGWIEL_TEST_PG_PORT", "")
        env = {name: value for name, value in _env(tmp_path, port).items() if "_DATABASE" not in name}
        _filled(env)
        yield Place("SQLite", env, SqliteLedger(tmp_path / "vliegwiel.sqlite3"), box, tmp_path / "log")


# -- what falls


@dataclass
class Process:
    """One of the processes of `vliegwiel serveer`, with its own command line, a little quicker."""

    name: str
    place: Place
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        shipped = {child.name: list(child.command) for child in _children("127.0.0.1", 1, 1)}[self.name]
        quicker = ["--interval", "0.1"] if "db_worker" in shipped else []
        command = ["1" if word == "30" else word for word in shipped] + quicker
        with self.place.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.place.env, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self) -> None:
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def living(place: Place) -> Iterator[tuple[Process, Process]]:
    both = Process("het werk op de achtergrond", place), Process("de klok", place)
    for it in both:
        it.start()
    try:
        yield both
    finally:
        for it in both:
            it.kill()


# -- what must stand


@dataclass
class Asked:
    """What was asked for and acknowledged: row → (object, kind)."""

    rows: dict[str, tuple[str, str]] = field(default_factory=dict)

    def more(self, place: Place, steps: int, mails: int, broken: int) -> None:
        for line in _run(place.env, "vraag", *map(str, (steps, mails, broken))).splitlines():
            row, about, soort = line.split()
            self.rows[row] = (about, soort)

    def of(self, soort: str) -> dict[str, str]:
        return {row: about for row, (about, kind) in self.rows.items() if kind == soort}


def _standing(place: Place) -> dict[str, tuple[str, int, str]]:
    rows = place.ledger.ask("SELECT id, status, pogingen, fout FROM kern_werk")
    return {plain(row): (str(status), int(str(tried)), str(fout)) for row, status, tried, fout in rows}


def judge_steps(place: Place, asked: dict[str, str], falls: list[float]) -> list[str]:
    """Every step once."""
    done = _standing(place)
    found: dict[str, Counter[int]] = {row: Counter() for row in asked}
    for row, stap in place.ledger.ask(
        "SELECT object, parameters FROM kern_schrijflog WHERE actie = 'proef.stap' ORDER BY id"
    ):
        found[plain(row)][_number(stap)] += 1
    return [
        f"{row}: {done[row]} {sorted(found[row].items())}"
        for row in asked
        if done[row][0] != "klaar" or found[row] != Counter(range(STEPS))
    ]


def _number(parameters: Any) -> int:
    import json

    return int((parameters if isinstance(parameters, dict) else json.loads(str(parameters)))["stap"])


def judge_mails(place: Place, asked: dict[str, str], falls: list[float]) -> list[str]:
    """One row in the outbox each, and the mail came; twice only when a fall hit it, with the same Message-ID."""
    rows = place.ledger.ask("SELECT aan, status FROM kern_uitgaand")
    stored = Counter(str(aan) for aan, _ in rows)
    wrong = [f"{aan}: {status}" for aan, status in rows if status != "verstuurd"]
    for about in asked.values():
        aan = f"{about}@proef.example"
        came = place.box.arrived.get(aan, [])
        hit = sum(any(0 <= fall - moment <= IN_FLIGHT for fall in falls) for _, moment in came)
        once = (
            1 <= len(came) <= min(2, 1 + hit) or 2 < len(came) <= 1 + hit
        )  # a third needs two falls on one mail
        if stored[aan] != 1 or not once or len({ident for ident, _ in came}) != 1:
            wrong.append(f"{aan}: stored {stored[aan]} times, came {came}, hit {hit} times")
    return wrong


def judge_broken(place: Place, asked: dict[str, str], falls: list[float]) -> list[str]:
    """Parked after five attempts, its error by name, nothing written, and shown to who can do something about it."""
    done = _standing(place)
    wrong = [
        f"{row}: {done[row]}"
        for row in asked
        if done[row][0] != "geparkeerd" or done[row][2] not in ("ValueError", "viel_stil")
    ]
    if place.ledger.ask("SELECT 1 FROM kern_schrijflog WHERE actie = 'proef.stuk'"):
        wrong.append("a step that failed left something")
    shown = place.ledger.ask(
        "SELECT rol, params FROM samenspel_aandachtspunt WHERE code = 'werk_geparkeerd' AND weg_op IS NULL"
    )
    if asked and [str(rol) for rol, _ in shown] != ["backoffice"]:
        wrong.append(f"what is parked shows as {shown}")
    return wrong


SOORTEN: dict[str, Callable[[Place, dict[str, str], list[float]], list[str]]] = {
    "proef_stap": judge_steps,
    "proef_mail": judge_mails,
    "proef_stuk": judge_broken,
}


# -- the rig


def fall_often(place: Place, falls: int, say: Callable[[str], None]) -> None:
    asked, fell, busy = Asked(), [], 0
    with living(place) as both:
        asked.more(place, 4, 6, 1)
        while len(fell) < falls:
            asked.more(place, 2, 4, 0)
            time.sleep(random.uniform(0.0, 1.5))
            victim = both[0] if random.random() < 0.75 else both[1]
            busy += "bezig" in {status for status, _, _ in _standing(place).values()}
            fell.append(time.monotonic())
            victim.kill()
            victim.start()
        _wait_until_done(place, asked)
        wrong = {kind: judge(place, asked.of(kind), fell) for kind, judge in SOORTEN.items()}
    assert not any(wrong.values()), (wrong, place.log.read_text()[-3000:])
    assert busy, "never anything under way: this proves nothing"
    twice = sum(len(came) > 1 for came in place.box.arrived.values())
    counts = Counter(kind for _, kind in asked.rows.values())
    say(
        f"{place.engine}: {len(fell)} falls ({busy} with work under way), {dict(counts)}; "
        f"{twice} mails twice; nothing lost, nothing stored twice\n"
    )


def _wait_until_done(place: Place, asked: Asked) -> None:
    """Until all of it is finished or parked, all mail is out, and the klok has said what is parked."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        standing = _standing(place)
        waits = [row for row in asked.rows if standing[row][0] in ("wacht", "bezig")]
        mail = place.ledger.ask("SELECT 1 FROM kern_uitgaand WHERE status = 'wacht'")
        shown = place.ledger.ask("SELECT 1 FROM samenspel_aandachtspunt WHERE code = 'werk_geparkeerd'")
        if not waits and not mail and shown:
            return
        time.sleep(0.3)
    raise AssertionError(f"not done: {_standing(place)}\n{place.log.read_text()[-3000:]}")


def test_worker_and_klok_fall_on_postgres(postgres: Place, say: Callable[[str], None]) -> None:
    fall_often(postgres, FALLS, say)


@pytest.mark.skipif("VLIEGWIEL_KILLS" not in os.environ, reason="the same on SQLite: on demand")
def test_worker_and_klok_fall_on_sqlite(sqlite: Place, say: Callable[[str], None]) -> None:
    fall_often(sqlite, FALLS, say)


# -- the check itself can fail


class _Told(Ledger):
    """A ledger that says what the test tells it."""

    def __init__(self, **answers: list[tuple[object, ...]]) -> None:
        self.answers = answers

    def ask(self, question: str) -> list[tuple[object, ...]]:
        table = next(name for name in ("kern_werk", "kern_schrijflog", "kern_uitgaand") if name in question)
        return self.answers.get(table, [])


ROW, ABOUT = "018f0000-0000-7000-8000-00000000000a", "018f0000-0000-7000-8000-00000000000b"
AAN = f"{ABOUT}@proef.example"


@pytest.mark.parametrize(
    ("steps", "status", "right"),
    [
        (list(range(STEPS)), "klaar", True),
        (list(range(STEPS - 1)), "klaar", False),
        ([0, *range(STEPS)], "klaar", False),
        (list(range(STEPS)), "bezig", False),
    ],
)
def test_the_judge_of_steps(steps: list[int], status: str, right: bool, tmp_path: Path) -> None:
    told = _Told(
        kern_werk=[(ROW, status, 1, "")], kern_schrijflog=[(ROW, {"stap": number}) for number in steps]
    )
    place = Place("", {}, told, Mailbox(), tmp_path)
    assert (judge_steps(place, {ROW: ABOUT}, []) == []) == right


@pytest.mark.parametrize(
    ("stored", "came", "falls", "right"),
    [
        (1, [("a", 1.0)], [], True),
        (1, [], [], False),
        (2, [("a", 1.0)], [], False),
        (1, [("a", 1.0), ("a", 9.0)], [], False),  # twice, and nothing fell
        (1, [("a", 1.0), ("a", 9.0)], [2.0], True),
        (1, [("a", 1.0), ("b", 9.0)], [2.0], False),
        (1, [("a", 1.0), ("a", 9.0), ("a", 20.0)], [2.0], False),
    ],
)
def test_the_judge_of_mail(
    stored: int, came: list[tuple[str, float]], falls: list[float], right: bool, tmp_path: Path
) -> None:
    box = Mailbox()
    box.arrived[AAN] = came
    place = Place("", {}, _Told(kern_uitgaand=[(AAN, "verstuurd")] * stored), box, tmp_path)
    assert (judge_mails(place, {ROW: ABOUT}, falls) == []) == right
