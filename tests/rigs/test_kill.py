"""`kill -9` while eight people write: nothing that was acknowledged is lost, doubled or without its log line.

The server runs as it is shipped: the gunicorn that `vliegwiel serveer` starts, on PostgreSQL with fsync on, and on
SQLite. What falls is gunicorn, or PostgreSQL under it. A fall counts only with writes in flight. Afterwards
every form of that cycle is sent again, the same key in it, also those that got no answer. Between the writes each
person asks for a page that is logged: who saw it must be in the log.

Five falls of each on PostgreSQL in CI; `VLIEGWIEL_KILLS=40 pytest tests/rigs/test_kill.py` for forty, on SQLite too.
Another form to write with is another `Endpoint` in FORMS; `VLIEGWIEL_KILLS_FORM=vraag` chooses.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psycopg
import pytest

from tests.postgres import make_database
from tests.reizen.stad import environment, free_port, vliegwiel
from tests.rigs.kill_crowd import Crowd
from tests.rigs.kill_forms import TAFEL, VRAAG
from tests.rigs.kill_judge import Facts, Verdict, Write, judge
from tests.rigs.kill_leugenaar import lie_of
from tests.rigs.kill_victims import (
    Gunicorn,
    Ledger,
    Liar,
    PostgresLedger,
    Postmaster,
    Serveer,
    SqliteLedger,
)
from tools.postgres import cluster, newest_bin

pytestmark = pytest.mark.rig

FORMS = {"tafel": TAFEL, "vraag": VRAAG}
ENDPOINT = FORMS[os.environ.get("VLIEGWIEL_KILLS_FORM", "tafel")]
FALLS = int(os.environ.get("VLIEGWIEL_KILLS", "5"))
DATABASE = "proef"
Say = Callable[[str], None]


class Victim(Protocol):
    name: str

    def kill(self) -> None: ...
    def revive(self) -> None: ...


@dataclass
class Place:
    """A database with the demo in it, how to serve it and how to look in it."""

    engine: str
    env: dict[str, str]
    ledger: Ledger
    folder: Path

    @contextmanager
    def served(self, kind: type[Gunicorn] = Gunicorn) -> Iterator[Gunicorn]:
        port = free_port()
        address = {"VLIEGWIEL_ADRES": f"http://127.0.0.1:{port}"}
        web = kind(port, {**self.env, **address}, self.folder / "gunicorn.log")
        try:
            yield web
        finally:
            web.stop()


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A cluster of its own: with fsync, and ours to kill."""
    if newest_bin() is None:
        pytest.skip("no PostgreSQL 15 or newer")
    data = tmp_path_factory.mktemp("kill-postgres")
    with pytest.MonkeyPatch.context() as patch, cluster(durable=True) as where:
        for name, value in where.items():
            patch.setenv(name, value)
        with psycopg.connect(where["VLIEGWIEL_TEST_PG_DSN"]) as connection:
            assert connection.execute("SHOW fsync").fetchone() == ("on",)
        make_database(DATABASE)
        env = environment(DATABASE, data)
        filled(env)
        yield Place("PostgreSQL", env, PostgresLedger(DATABASE), Path(where["VLIEGWIEL_TEST_PG_HOST"]))


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Place:
    data = tmp_path_factory.mktemp("kill-sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VLIEGWIEL_TEST_PG_HOST", "")
        patch.setenv("VLIEGWIEL_TEST_PG_PORT", "")
        env = {name: value for name, value in environment(DATABASE, data).items() if "_DATABASE" not in name}
    filled(env)
    return Place("SQLite", env, SqliteLedger(data / "vliegwiel.sqlite3"), data)


def filled(env: dict[str, str]) -> None:
    vliegwiel(env, "migrate", "-v0")
    vliegwiel(env, "demo-laden")


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Printed also when the test goes well: the numbers are the result."""

    def printed(text: str) -> None:
        with capsys.disabled():
            print(f"\n  {text}", end="", flush=True)

    return printed


@dataclass
class Rig:
    """A crowd, what falls under it, and the book-keeping over all cycles."""

    place: Place
    web: Gunicorn
    victim: Victim
    say: Say

    def __enter__(self) -> Rig:
        self.crowd = Crowd(ENDPOINT, self.web.port, self.place.ledger.accounts())
        self.before = self.place.ledger.facts(ENDPOINT)
        self.totals = {"in flight": 0, "acknowledged": 0, "without an answer": 0}
        return self

    def __exit__(self, *_: object) -> None:
        self.crowd.go_home()

    def fall(self, name: str, warm: int = 4) -> Verdict | None:
        """One cycle: the storm, the fall, what stands; all once more, and what stands then. None: it did not count."""
        tally = self.crowd.storm(name, warm, random.uniform(0.0, 0.6), self.victim.kill)
        self.victim.revive()
        if tally is None:
            return None
        first = self.verdict(self.crowd.writes())
        self.crowd.repeat()
        verdict = self.verdict(self.crowd.writes())
        verdict.lost += [mark for mark in first.lost if mark not in verdict.lost]
        numbers = dict(zip(self.totals, (tally.in_flight, tally.acknowledged, tally.unanswered), strict=True))
        for part, number in numbers.items():
            self.totals[part] += number
        shown = ", ".join(f"{number} {part}" for part, number in numbers.items())
        self.say(f"{self.place.engine}, kill -9 {self.victim.name} {name}: {shown}; {verdict}")
        return verdict

    def verdict(self, writes: list[Write]) -> Verdict:
        """Over one cycle: what was there before it, and what earlier cycles made, is left out."""
        facts, own = self.place.ledger.facts(ENDPOINT), {write.mark for write in writes}
        others = {row for row, mark in facts.rows if mark not in own} | set(self.before.lines)
        rows = [(row, mark) for row, mark in facts.rows if mark in own]
        lines = [line for line in facts.lines if line not in others]
        looks = Counter(facts.looks)
        looks.subtract(self.before.looks)
        return judge(writes, Facts(rows, lines, looks), self.crowd.looked())


def fall_often(rig: Rig, falls: int) -> None:
    """So many falls that count; a storm in which nothing was in flight is done again."""
    counted = tried = 0
    began = f"{rig.place.engine}-{rig.victim.name}".replace(" ", "_")
    while counted < falls:
        tried += 1
        assert tried <= 2 * falls, "hardly ever a write in flight: this proves nothing"
        verdict = rig.fall(f"{began}-{tried}")
        if verdict is not None:
            counted += 1
            assert verdict.good, vars(verdict)
    seen = rig.crowd.looked().total()
    totals = ", ".join(f"{number} {part}" for part, number in {**rig.totals, "pages seen": seen}.items())
    rig.say(
        f"{rig.place.engine}, {rig.victim.name}: {counted} falls, {totals}; nothing lost, doubled or unlogged\n"
    )
    assert rig.totals["acknowledged"] and rig.totals["without an answer"]
    assert seen or ENDPOINT.read is None


def test_gunicorn_falls_on_postgres(postgres: Place, say: Say) -> None:
    with postgres.served() as web, Rig(postgres, web, web, say) as rig:
        fall_often(rig, FALLS)


def test_postgres_falls(postgres: Place, say: Say) -> None:
    with postgres.served() as web, Rig(postgres, web, Postmaster(postgres.folder, web), say) as rig:
        fall_often(rig, FALLS)


@pytest.mark.skipif(
    "VLIEGWIEL_KILLS" not in os.environ,
    reason="making its tables takes half the time of all falls: on demand",
)
def test_gunicorn_falls_on_sqlite(sqlite: Place, say: Say) -> None:
    with sqlite.served() as web, Rig(sqlite, web, web, say) as rig:
        fall_often(rig, FALLS)


def test_serveer_brings_its_web_server_back(postgres: Place, say: Say) -> None:
    with postgres.served(Serveer) as web, Rig(postgres, web, web, say) as rig:
        fall_often(rig, 1)


# -- the check itself can fail


def test_a_lie_is_found_out(postgres: Place, say: Say) -> None:
    """The same server, lying about three quarters of its writes: each lie under its own name, nobody else accused."""
    with postgres.served(Liar) as web, Rig(postgres, web, web, say) as rig:
        verdict = rig.fall("leugen", warm=4 * len(rig.crowd.people))  # so many that somebody got every kind
        assert verdict is not None
        lies = {write.mark: lie_of(write.mark) for write in rig.crowd.writes() if write.acknowledged}
    for found, lie in (
        (verdict.lost, "kwijt"),
        (verdict.doubled, "dubbel"),
        (verdict.unlogged, "zonder_log"),
    ):
        assert set(found) >= {mark for mark, told in lies.items() if told == lie} != set()
        assert {lie_of(mark) for mark in found} == {lie}


A, B = "018f0000-0000-7000-8000-00000000000a", "018f0000-0000-7000-8000-00000000000b"
STANDS = Facts([(A, "proef-1")], [A])


def told(*repeated: str, acknowledged: str = A) -> list[Write]:
    return [Write("proef-1", {}, acknowledged=acknowledged, repeated=list(repeated))]


@pytest.mark.parametrize(
    ("writes", "facts", "wrong"),
    [
        (told(A), STANDS, ""),
        (told(A, acknowledged=""), STANDS, ""),  # no answer, and it stands: led there when it was sent again
        (told(acknowledged=""), Facts([], []), ""),  # no answer, and it does not stand
        (told(), Facts([], []), "lost"),
        (told(B, acknowledged=""), Facts([], []), "lost"),
        (told(B), STANDS, "untrue"),
        (told(""), STANDS, "untrue"),
        (told(acknowledged=B), STANDS, "untrue"),
        (told(A), Facts([(A, "proef-1"), (B, "proef-1")], [A, B]), "doubled"),
        (told(A), Facts([(A, "proef-1")], []), "unlogged"),
        (told(A), Facts([(A, "proef-1")], [A, A]), "unlogged"),
        (told(A), Facts([(A, "proef-1")], [A, B]), "untrue"),
    ],
)
def test_the_judge(writes: list[Write], facts: Facts, wrong: str) -> None:
    verdict = judge(writes, facts)
    assert [name for name, found in vars(verdict).items() if found] == ([wrong] if wrong else [])


def test_in_flight_is_between_sending_and_the_answer() -> None:
    write = Write("proef-1", {}, sent=1.0, ended=2.0)
    assert [write.in_flight(moment) for moment in (0.9, 1.0, 1.5, 2.0)] == [False, False, True, False]
    assert Write("proef-1", {}, sent=1.0).in_flight(99.0)


def test_the_judge_counts_who_looked() -> None:
    assert judge([], Facts([], [], {A: 3}), {A: 3}).good
    assert judge([], Facts([], [], {A: 2}), {A: 3}).unseen == [A]
    assert judge([], Facts([], []), {A: 1}).unseen == [A]
