"""A small sealed inzagelog, and every way to tamper with it that raw SQL has."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from psycopg import sql

from tests import postgres
from tests.cast import Cast
from tests.privacy.conftest import START
from vliegwiel.kern.models import Gemeente
from vliegwiel.privacy.models import Inzage, Inzageregel
from vliegwiel.privacy.zegel import publish, seal

MINUTE = timedelta(minutes=1)
TABLES = {
    "privacy_inzage": [
        "id", "gemeente_id", "moment", "spoor", "account", "medewerker", "deelname", "route", "doel", "soort",
    ],
    "privacy_inzageregel": ["id", "gemeente_id", "inzage_id", "persoon", "dossier"],
    "privacy_zegel": ["id", "gemeente_id", "nummer", "ids", "wortel", "vorige", "moment"],
}  # fmt: skip


def look(gemeente: Gemeente, minute: float, persons: int = 2, soort: str = "plan") -> Inzage:
    """One event, so many minutes after the start."""
    event = Inzage.objects.create(
        gemeente=gemeente, moment=START + minute * MINUTE, spoor=uuid4(), account=uuid4(), medewerker=uuid4(),
        route="plan", doel="ondersteunen", soort=soort,
    )  # fmt: skip
    for _ in range(persons):
        Inzageregel.objects.create(gemeente=gemeente, inzage=event, persoon=uuid4(), dossier=uuid4())
    return event


def sealed_log(cast: Cast, batches: int = 3, each: int = 3, tail: int = 0) -> Gemeente:
    """Batches of a few events, sealed one after the other, and perhaps a tail that no seal holds."""
    gemeente: Gemeente = cast.here()
    for batch in range(batches):
        for n in range(each):
            look(gemeente, batch + n / 10, persons=n)
        moment = START + (batch + 0.9) * MINUTE
        seal(gemeente.pk, moment)
        publish(gemeente.pk, moment)
        cast.here()
    for n in range(tail):
        look(gemeente, batches + n / 10)
    return gemeente


@contextmanager
def undone() -> Any:
    """Whatever happens inside is undone: one small log serves a thousand tamperings."""
    try:
        with transaction.atomic():
            _without_guards()
            yield
            transaction.set_rollback(True)
    finally:
        if connection.vendor == "sqlite":  # a PRAGMA is not undone with its transaction
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA ignore_check_constraints = OFF")


def _without_guards() -> None:
    """Past the triggers, as somebody would be who has the database file, or is superuser of the cluster."""
    with forger() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            return
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        for table in TABLES:
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_never_change")


# A role of the test cluster only, and of one process: nobody takes it away from another that is still at it.
FORGER = f"vliegwiel_vervalser_{os.environ.get('PYTEST_XDIST_WORKER', 'alleen')}"


@contextmanager
def a_forger() -> Any:
    """PostgreSQL: a superuser that the app role may become, for as long as this test takes."""
    role, app = sql.Identifier(FORGER), sql.Identifier("vliegwiel_app")
    with postgres.as_superuser() as cluster:
        cluster.execute(sql.SQL("CREATE ROLE {} SUPERUSER").format(role))
        cluster.execute(sql.SQL("GRANT {} TO {}").format(role, app))
        yield
        cluster.execute(sql.SQL("DROP ROLE {}").format(role))


@contextmanager
def forger() -> Any:
    """A cursor past row-level security; whoever checks the log afterwards is the app role again."""
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            yield cursor
            return
        cursor.execute(f"SET LOCAL ROLE {FORGER}")
        yield cursor
        cursor.execute("RESET ROLE")


def snapshot() -> list[list[tuple[Any, ...]]]:
    return [rows(table) for table in TABLES]


def rows(table: str) -> list[tuple[Any, ...]]:
    with forger() as cursor:
        cursor.execute(f"SELECT {', '.join(TABLES[table])} FROM {table} ORDER BY id")
        return list(cursor.fetchall())


def run(statement: str, *values: Any) -> None:
    """A list is the `ids` of a seal: the one column that PostgreSQL gives back as such."""
    plain = [json.dumps(value) if isinstance(value, list) else value for value in values]
    with forger() as cursor:
        cursor.execute(statement, plain)


# -- the ways


def edit(chance: random.Random) -> str:
    """One column of one row becomes something else: of the same kind, or nonsense."""
    table = chance.choice(list(TABLES))
    column = chance.choice(TABLES[table])
    pk = chance.choice(rows(table))[0]
    run(f"UPDATE {table} SET {column} = %s WHERE id = %s", _other(column, chance), pk)
    return f"edit {table}.{column} of {pk}"


def _other(column: str, chance: random.Random) -> Any:
    if column in ("id", "inzage_id", "nummer"):
        return chance.randint(1, 5000)
    if column == "moment":
        return str(START.replace(tzinfo=None) - timedelta(seconds=chance.randint(61, 10**6)))
    if column == "ids":
        return chance.choice(["[]", "[1]", "[1, 2, 3, 4]", "niets", "{}"])
    if column in ("wortel", "vorige"):
        return f"{chance.getrandbits(256):064x}"
    if column in ("route", "doel", "soort"):
        return chance.choice(["lijst", "zoeken", "", "iets anders"])
    return chance.choice(
        [UUID(int=chance.getrandbits(128)).hex, None if "gemeente" not in column else "0" * 32]
    )


def delete(chance: random.Random) -> str:
    table = chance.choice(list(TABLES))
    pk = chance.choice(rows(table))[0]
    run(f"DELETE FROM {table} WHERE id = %s", pk)
    return f"delete {table} {pk}"


def insert(chance: random.Random) -> str:
    """A copy of a row under another number: an event from before the last seal, a line, or a seal."""
    table = chance.choice(list(TABLES))
    row = list(chance.choice(rows(table)))
    row[0] = max(it[0] for it in rows(table)) + chance.randint(1, 50)
    if table == "privacy_zegel":
        row[2] = max(it[2] for it in rows(table)) + chance.randint(1, 3)
    if table == "privacy_inzage":
        row[2] = str(START.replace(tzinfo=None) - timedelta(seconds=chance.randint(0, 10**5)))
    marks = ", ".join(["%s"] * len(row))
    run(f"INSERT INTO {table} ({', '.join(TABLES[table])}) VALUES ({marks})", *row)
    return f"insert {table} {row[0]}"


def swap(chance: random.Random) -> str:
    """Two rows exchange what they say and keep their numbers."""
    table = chance.choice(list(TABLES))
    keep = ["id", "nummer"] if table == "privacy_zegel" else ["id"]
    columns = [name for name in TABLES[table] if name not in keep]
    one, other = chance.sample(rows(table), 2)
    for here, there in ((one, other), (other, one)):
        said = dict(zip(TABLES[table], there, strict=True))
        sets = ", ".join(f"{name} = %s" for name in columns)
        run(f"UPDATE {table} SET {sets} WHERE id = %s", *(said[name] for name in columns), here[0])
    return f"swap {table} {one[0]} {other[0]}"


def cut_tail(chance: random.Random) -> str:
    """The last seals and all they hold are gone, as if they had never been."""
    seals = rows("privacy_zegel")
    keep = chance.randint(0, len(seals) - 1)
    last = max((pk for it in seals[:keep] for pk in _ids(it[3])), default=0)
    run("DELETE FROM privacy_inzageregel WHERE inzage_id > %s", last)
    run("DELETE FROM privacy_inzage WHERE id > %s", last)
    run("DELETE FROM privacy_zegel WHERE id >= %s", seals[keep][0])
    return f"cut after seal {keep}"


def _ids(stored: Any) -> list[int]:
    return list(json.loads(stored) if isinstance(stored, str) else stored)


WAYS: tuple[Callable[[random.Random], str], ...] = (edit, delete, insert, swap, cut_tail)
