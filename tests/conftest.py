"""Both engines, one set of tests. PostgreSQL tests connect as the app role: bound by row-level security.

`make test` starts the PostgreSQL cluster and says where it is; the databases are made here.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cast import cast  # noqa: F401
from tests.omgeving import ENGINE, WORKER


@pytest.fixture(autouse=True, scope="session")
def _no_internet() -> Iterator[None]:
    """Nothing here needs the internet: a socket outside this machine is a mistake."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, target: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and target[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise AssertionError(f"a test wants to reach {target[0]}")
        return connect(self, target)

    socket.socket.connect = guarded  # type: ignore[method-assign]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """One database per worker, tables made by the role that may, used by the role that may not."""
    from django.core.management import call_command
    from django.db import connection

    with django_db_blocker.unblock():
        if ENGINE == "postgres":
            from tests.postgres import make_database

            make_database(f"test_{WORKER}")
            subprocess.run([sys.executable, "-m", "vliegwiel.project.cli", "migrate", "-v0"], check=True)
        else:
            call_command("migrate", verbosity=0)
    yield
    with django_db_blocker.unblock():
        connection.close()


def pytest_report_header() -> str:
    return f"engine: {ENGINE}"
