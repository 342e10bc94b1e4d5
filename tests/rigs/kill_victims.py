"""What can fall: the web server and PostgreSQL, each by `kill -9`, and how it comes back."""

from __future__ import annotations

import itertools
import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

from tests.postgres import as_superuser
from tests.rigs.kill_crowd import PATIENCE
from tests.rigs.kill_forms import Endpoint
from tests.rigs.kill_judge import Facts
from tools import postgres
from tools.machine import ROOT
from vliegwiel.project.management.commands.serveer import _children

PROCESSES = 2  # what `vliegwiel serveer` starts when nobody says otherwise


def wait_until_alive(port: int, log: Path, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers and its database does."""
    until = time.monotonic() + 2 * PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/leeft/", timeout=2):
                return
        except OSError:  # an answer of 500 too: the database is still getting up
            time.sleep(0.05)
    raise AssertionError(f"the server does not come back:\n{log.read_text()[-4000:]}")


class Gunicorn:
    """The web server with the very command line that `vliegwiel serveer` gives it."""

    name = "gunicorn"
    application = "vliegwiel.project.wsgi"

    def __init__(self, port: int, env: Mapping[str, str], log: Path) -> None:
        self.port, self.env, self.log = port, env, log
        self.revive()

    def command(self) -> list[str]:
        shipped = _children("127.0.0.1", self.port, PROCESSES)[0].command
        return [self.application if word == Gunicorn.application else word for word in shipped]

    def revive(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(), cwd=ROOT, env=dict(self.env), stdout=log, stderr=log, start_new_session=True
            )
        wait_until_alive(self.port, self.log, self.process)

    def kill(self) -> None:
        """Master and workers at once: nothing is finished, nothing is said."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)


class Liar(Gunicorn):
    """The same server with an application that lies (see kill_leugenaar.py): to see that a lie is found out."""

    application = "tests.rigs.kill_leugenaar"


class Serveer(Gunicorn):
    """`vliegwiel serveer`, of which only the web server falls; it must come back by itself."""

    name = "gunicorn onder serveer"

    def command(self) -> list[str]:
        return [sys.executable, "-m", "vliegwiel.project.cli", "serveer", "--poort", str(self.port)]

    def kill(self) -> None:
        web = next(pid for pid in children(self.process.pid) if b"gunicorn" in command_line(pid))
        os.killpg(web, signal.SIGKILL)
        self.fell = True

    def revive(self) -> None:
        if getattr(self, "fell", False):
            wait_until_alive(self.port, self.log, self.process)
        else:
            super().revive()


class Postmaster:
    """PostgreSQL: in turn only the first process, so that the others notice; and all of them at once."""

    name = "postmaster"

    def __init__(self, folder: Path, web: Gunicorn) -> None:
        self.folder, self.web = folder, web
        self.turns = itertools.cycle((False, True))

    def kill(self) -> None:
        first = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        self.family = [first, *children(first)]
        for pid in self.family if next(self.turns) else [first]:
            os.kill(pid, signal.SIGKILL)

    def revive(self) -> None:
        until = time.monotonic() + PATIENCE
        while any(Path(f"/proc/{pid}").exists() for pid in self.family) and time.monotonic() < until:
            time.sleep(0.02)
        programs = postgres.newest_bin()
        assert programs is not None
        data = ["-D", self.folder / "data", "-w", "-l", self.folder / "log"]
        options = postgres.options(self.folder, durable=True)
        postgres.command([programs / "pg_ctl", *data, "-o", options, "start"], "Weer starten", self.folder)
        wait_until_alive(self.web.port, self.web.log, self.web.process)


def children(pid: int) -> list[int]:
    """The processes that this one started."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # gone meanwhile
        if parent == pid:
            found.append(int(path.parent.name))
    return sorted(found)


def command_line(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


# -- looking in the database, past the application


class Ledger:
    """What stands in the database, asked without Vliegwiel."""

    def ask(self, question: str) -> Sequence[tuple[object, ...]]:
        raise NotImplementedError

    def accounts(self) -> dict[str, str]:
        return {str(email): plain(key) for email, key in self.ask("SELECT email, id FROM kern_account")}

    def lines(self, action: str) -> list[str]:
        return [
            plain(row) for (row,) in self.ask(f"SELECT object FROM kern_schrijflog WHERE actie = '{action}'")
        ]

    def looks(self, endpoint: Endpoint) -> Counter[str]:
        found = self.ask(endpoint.read.lines) if endpoint.read else ()
        return Counter({plain(who): int(str(count)) for who, count in found if who})

    def facts(self, endpoint: Endpoint) -> Facts:
        rows = [(plain(row), str(mark)) for row, mark in self.ask(endpoint.found)]
        return Facts(rows, self.lines(endpoint.action), self.looks(endpoint))


class PostgresLedger(Ledger):
    def __init__(self, database: str) -> None:
        self.database = database

    def ask(self, question: str) -> Sequence[tuple[object, ...]]:
        with as_superuser(self.database) as connection:
            return connection.execute(question.encode()).fetchall()


class SqliteLedger(Ledger):
    def __init__(self, file: Path) -> None:
        self.file = file

    def ask(self, question: str) -> Sequence[tuple[object, ...]]:
        connection = sqlite3.connect(self.file, timeout=PATIENCE)
        try:
            return connection.execute(question).fetchall()
        finally:
            connection.close()


def plain(value: object) -> str:
    """A UUID as both engines write it."""
    return str(UUID(str(value)))
