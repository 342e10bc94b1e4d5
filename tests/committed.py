"""Data that is really committed, for tests in which two connections meet. Everything is thrown away afterwards.

The app role may not TRUNCATE, and PostgreSQL shows it one gemeente at a time: emptying is done past it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, connections

from tests.cast import Cast, make_cast
from tests.omgeving import ENGINE, WORKER
from vliegwiel.kern import clock
from vliegwiel.kern.database import request_transaction


@pytest.fixture
def committed_cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    """Everybody, stored for every connection to see."""
    with django_db_blocker.unblock():
        empty()
        try:
            with request_transaction(writes=True):
                cast = make_cast()
            yield cast
        finally:
            empty()
            connection.close()


@contextmanager
def acting(cast: Cast) -> Iterator[None]:
    """One transaction in this thread, bound to the gemeente, committed at its end."""
    with request_transaction(writes=True):
        cast.here()
        yield


def at_once(moment: datetime, *deeds: Callable[[], Any]) -> list[Any]:
    """Do these in threads of their own, each with a connection of its own; what each gave, or the exception."""

    def one(deed: Callable[[], Any]) -> Any:
        try:
            with clock.at(moment):
                return deed()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(one, deeds))


def empty() -> None:
    """Every row of every table, except what the migrations put there themselves."""
    keep = {"django_migrations", "django_content_type"}
    tables = [it._meta.db_table for it in apps.get_models(include_auto_created=True) if it._meta.managed]
    wanted = [table for table in tables if table not in keep]
    if ENGINE == "postgres":
        from tests.postgres import as_superuser

        with as_superuser(f"test_{WORKER}") as past:
            past.execute(f"TRUNCATE {', '.join(wanted)} CASCADE")  # type: ignore[arg-type]
        return
    connection.close()  # a PRAGMA is ignored inside a transaction
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        for table in wanted:
            cursor.execute(f"DELETE FROM {table}")
        cursor.execute("PRAGMA foreign_keys = ON")
