"""How one request talks to the database: its transaction, its gemeente, and what SQLite needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import connection, transaction

_NOBODY = UUID(int=0)


def prepare_sqlite(connection: Any, **kwargs: Any) -> None:
    """Readers do not wait for writers, and what is committed survives a power cut."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA busy_timeout = 10000")


def _set_local(name: str, value: UUID) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL vliegwiel.{name} = '{UUID(str(value))}'")


def set_gemeente(gemeente_id: UUID) -> None:
    """From here on, in this transaction, PostgreSQL shows rows of this gemeente only."""
    _set_local("gemeente", gemeente_id)


def set_account(account_id: UUID) -> None:
    """Lets an account find its own Medewerker and Inwoner rows before a gemeente is chosen."""
    _set_local("account", account_id)


@contextmanager
def request_transaction(*, writes: bool) -> Iterator[None]:
    """One transaction for one request, with no gemeente chosen yet.

    On SQLite a read starts DEFERRED and takes no write lock; anything else starts IMMEDIATE, so that two
    writers queue at the door instead of failing half-way.
    """
    if connection.vendor == "sqlite":
        connection.ensure_connection()  # connecting sets the mode back to the default
        connection.transaction_mode = "IMMEDIATE" if writes else "DEFERRED"  # type: ignore[attr-defined]
    with transaction.atomic():
        yield


@contextmanager
def as_gemeente(gemeente_id: UUID, account_id: UUID = _NOBODY) -> Iterator[None]:
    """A transaction outside a request (worker, clock, command) for one gemeente."""
    with request_transaction(writes=True):
        set_gemeente(gemeente_id)
        set_account(account_id)
        yield
