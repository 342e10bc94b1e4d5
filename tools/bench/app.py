"""The product's WSGI application with a meter around it: what gunicorn serves in the bench.

Every answer carries X-Bench-Cpu: CPU in ms of the thread that made it, from the request's arrival until the
answer is made and closed; and X-Bench-Db: what the PostgreSQL process of this connection used meanwhile (0 on SQLite,
which works inside ours). A request with X-Bench: tellen also carries the number of queries and rows; counting
costs time itself, so a request either counts or is timed.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from vliegwiel.project.wsgi import application as product

# SAVEPOINT, PRAGMA and the health check of a kept connection do count: the database does work for them.
FREE = re.compile(r"\s*(BEGIN|COMMIT|SET LOCAL)\b", re.IGNORECASE)


class Counts:
    """What one request asked of the database, and what came back."""

    def __init__(self) -> None:
        self.sql: list[str] = []
        self.rows = 0

    def asked(self, sql: str) -> None:
        if not FREE.match(str(sql)):
            self.sql.append(str(sql))

    def cursor(self, cursor: Any) -> CursorWrapper:
        return CountingCursor(cursor, connection, self)


class CountingCursor(CursorWrapper):
    """Django's cursor, with its statements and fetched rows counted."""

    def __init__(self, cursor: Any, db: Any, counts: Counts) -> None:
        super().__init__(cursor, db)
        self.counts = counts

    def execute(self, sql: Any, params: Any = None) -> Any:
        self.counts.asked(sql)
        return super().execute(sql, params)

    def executemany(self, sql: Any, param_list: Any) -> Any:
        self.counts.asked(sql)
        return super().executemany(sql, param_list)

    def fetchone(self) -> Any:
        row = self.cursor.fetchone()
        self.counts.rows += row is not None
        return row

    def fetchmany(self, *args: Any) -> Any:
        return self._counted(self.cursor.fetchmany(*args))

    def fetchall(self) -> Any:
        return self._counted(self.cursor.fetchall())

    def __iter__(self) -> Iterator[Any]:
        return iter(self._counted(self.cursor.fetchall()))

    def _counted(self, rows: list[Any]) -> list[Any]:
        self.counts.rows += len(rows)
        return rows


@contextmanager
def counting() -> Iterator[Counts]:
    """Counts what this thread's connection does, until the block ends."""
    counts = Counts()
    usable = connection.is_usable

    def checked() -> bool:
        counts.asked("SELECT 1")
        return usable()

    own: dict[str, Any] = {"make_cursor": counts.cursor, "is_usable": checked}
    for name, value in own.items():
        setattr(connection, name, value)
    try:
        yield counts
    finally:
        for name in own:
            delattr(connection, name)


def _database() -> tuple[int, int]:
    """The process of this thread's PostgreSQL connection, and its CPU so far in ns; zeros where there is none."""
    own = connection.connection
    if connection.vendor != "postgresql" or own is None or own.closed:
        return 0, 0
    process = own.info.backend_pid
    try:
        return process, int(Path(f"/proc/{process}/schedstat").read_text().split()[0])
    except OSError:  # not on this machine, or gone
        return process, 0


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Serve one request and say in its headers what it cost."""
    if environ.get("HTTP_X_BENCH") != "tellen":
        return _answer(environ, start_response, lambda: [])
    with counting() as counts:
        return _answer(
            environ,
            start_response,
            lambda: [("X-Bench-Sql", str(len(counts.sql))), ("X-Bench-Rijen", str(counts.rows))],
        )


def _answer(
    environ: dict[str, Any], start_response: Callable[..., Any], extra: Callable[[], list[tuple[str, str]]]
) -> list[bytes]:
    started: list[Any] = []
    before = _database()
    began = time.thread_time()

    def start(
        status: str, headers: list[tuple[str, str]], exc_info: Any = None, /
    ) -> Callable[[bytes], object]:
        started.extend((status, headers))
        return lambda body: None

    answer = product(environ, start)
    body = b"".join(answer)
    answer.close()  # here Django lets go of the database: that belongs to the request
    spent = (time.thread_time() - began) * 1000
    after = _database()
    theirs = after[1] - (before[1] if after[0] == before[0] else 0)  # a new connection has a new process
    costs = [("X-Bench-Cpu", f"{spent:.3f}"), ("X-Bench-Db", f"{theirs / 1_000_000:.3f}")]
    status, headers = started
    start_response(status, [*headers, *costs, *extra()])
    return [body]
