"""Serves the bench's gemeente with one real gunicorn and asks it every page, again and again."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tools.say import Stop

WARM = 4  # rounds before anything is written down
PATIENCE = 300  # seconds for one answer
SHOWN = 10  # rounds after which the person who waits sees a number
FLOOR = "/bench/lindebeek/drie/"


@dataclass
class Page:
    """One address as one person asks for it, and what it cost (CPU in ms, one number a request)."""

    naam: str
    pad: str
    wie: str = ""
    hoogstens: float = 0  # times the floor of who asks: the aim; 0 for what has none
    sql: int = 0
    rijen: int = 0
    bytes: int = 0
    fout: int = 0  # the status, when it is not 200
    cpu: list[float] = field(
        default_factory=list
    )  # of the server's process and its PostgreSQL process together
    db: list[float] = field(default_factory=list)  # of the PostgreSQL process alone
    velden: dict[str, str] = field(default_factory=dict)  # sent as a form: only the POST is counted and timed

    @property
    def mediaan(self) -> float:
        return statistics.median(self.cpu)

    @property
    def database(self) -> float:
        return statistics.median(self.db)

    @property
    def is_vloer(self) -> bool:
        return self.pad == FLOOR


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(env: Mapping[str, str], log: Path) -> Iterator[int]:
    """gunicorn as in production (threads, persistent connections), with one worker; yields its port."""
    port = free_port()
    argv = [str(Path(sys.executable).parent / "gunicorn"), "-b", f"127.0.0.1:{port}", "-k", "gthread"]
    argv += [
        "--workers",
        "1",
        "--threads",
        "4",
        "--keep-alive",
        "30",
        "--no-control-socket",
        "tools.bench.app:application",
    ]
    with log.open("w") as file, subprocess.Popen(argv, env=dict(env), stdout=file, stderr=file) as process:
        try:
            _wait(port, process, log)
            yield port
        finally:
            process.terminate()


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(150):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise Stop(f"De server van de meting start niet:\n{log.read_text()[-2000:]}")


def _hidden(name: str, html: str) -> str:
    """The value of a hidden field on a page."""
    found = re.search(rf'name="{name}" value="([^"]+)"', html)
    return found.group(1) if found else ""


class Visitor:
    """Asks pages over one persistent connection, as one of the people of the plan."""

    def __init__(self, port: int, sessions: Mapping[str, str]) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.sessions = sessions

    def close(self) -> None:
        self.connection.close()

    def ask(self, page: Page, *, count: bool = False) -> http.client.HTTPResponse:
        """One request; its body is read."""
        cookie = {"Cookie": f"sessionid={self.sessions[page.wie]}"} if page.wie else {}
        headers = {**cookie, **({"X-Bench": "tellen"} if count else {})}
        if page.velden:
            return self._send(page, headers)
        self.connection.request("GET", page.pad, headers=headers)
        answer = self.connection.getresponse()
        page.bytes = len(answer.read())
        page.fout = 0 if answer.status == http.client.OK else answer.status
        return answer

    def _send(self, page: Page, headers: dict[str, str]) -> http.client.HTTPResponse:
        """The form of a page, filled in with a fresh key; good when it leads on."""
        self.connection.request("GET", page.pad, headers={"Cookie": headers["Cookie"]})
        form = self.connection.getresponse()
        text = form.read().decode()
        secret = SimpleCookie(form.headers["Set-Cookie"] or "")["csrftoken"].value
        hidden = {name: _hidden(name, text) for name in ("csrfmiddlewaretoken", "_sleutel")}
        body = urlencode({**page.velden, **hidden})
        cookie = f"{headers['Cookie']}; csrftoken={secret}"
        more = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", page.pad, body=body, headers={**headers, **more})
        answer = self.connection.getresponse()
        page.bytes = len(answer.read())
        page.fout = 0 if answer.status == http.client.FOUND else answer.status
        if (
            not page.fout
        ):  # as a browser does: what the next page says of it belongs to that page, and is not measured
            self.connection.request("GET", answer.headers["Location"], headers={"Cookie": headers["Cookie"]})
            self.connection.getresponse().read()
        return answer


def floors(people: Iterable[str]) -> list[Page]:
    """What every page is held against: nothing at all, and three queries for each kind of person who asks."""
    empty = Page("vloer: lege view", "/bench/leeg/")
    return [empty, *(Page("vloer: drie queries, geen frame", FLOOR, who) for who in dict.fromkeys(people))]


def measure(port: int, sessions: Mapping[str, str], pages: Sequence[Page], times: int) -> list[Page]:
    """The floors and every page, counted once and timed `times` times, in turns: a busy machine then hits all alike.

    A page that does not answer 200 is not timed; its status is kept.
    """
    found = [*floors(page.wie for page in pages), *pages]
    with closing(Visitor(port, sessions)) as visitor:
        _turns(found, visitor, times)
    return found


def _turns(found: list[Page], visitor: Visitor, times: int) -> None:
    for _ in range(WARM):
        for page in found:
            visitor.ask(page)
    good = [page for page in found if not page.fout]
    for page in good:
        answer = visitor.ask(page, count=True)
        page.sql, page.rijen = int(answer.headers["X-Bench-Sql"]), int(answer.headers["X-Bench-Rijen"])
    for turn in range(1, times + 1):
        for page in good:
            told = visitor.ask(page).headers
            page.db.append(float(told["X-Bench-Db"]))
            page.cpu.append(float(told["X-Bench-Cpu"]) + page.db[-1])
        if turn % SHOWN == 0:
            print(f"{turn} … ", end="", flush=True)


def prepare(env: Mapping[str, str], inhabitants: int, tables: int) -> dict[str, Any]:
    """Makes the database, loads the demo and lets it grow, in sight. Raises Stop."""
    run(env, "-m", "vliegwiel.project.cli", "migrate", "-v0")
    run(env, "-m", "vliegwiel.project.cli", "demo-laden")
    last = run(env, "-m", "tools.bench.inwoners", str(inhabitants), str(tables), show=True).splitlines()[-1]
    plan: dict[str, Any] = json.loads(last)
    return plan


def run(env: Mapping[str, str], *words: str, show: bool = False) -> str:
    """Runs this Python with these words; what it prints. With `show` its progress, on stderr, is seen meanwhile."""
    done = subprocess.run(
        [sys.executable, *words],
        env=dict(env),
        stdout=subprocess.PIPE,
        stderr=None if show else subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Stop(f"{' '.join(words)} lukt niet:\n{(done.stderr or '')[-3000:]}")
    return done.stdout


def clean_environment(data: Path, **more: str) -> dict[str, str]:
    """Demo mode on data of its own, whatever Vliegwiel settings are around it."""
    other = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("VLIEGWIEL_") or name.startswith("VLIEGWIEL_TEST_PG")
    }
    return {
        **other,
        "VLIEGWIEL_MODUS": "demo",
        "VLIEGWIEL_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "tools.bench.settings",
        **more,
    }
