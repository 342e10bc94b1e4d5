"""2,000 random SQL statements as the app role, bound to one gemeente: nothing of another comes back or changes.

Three databases are filled alike: `muur` with the policies, `open` without them, and `alleen`, from which the other
gemeente was removed. Each statement runs on `muur` and on `alleen`: what comes back must be exactly the same, counts
and error codes included, so even a number that another gemeente has a share in would be seen. The same seeds on
`open` must find leaks; else the statements would prove nothing.

Account, Organisatie, Gemeente and the tables of the log-in library hold no gemeente and have no policy; they are
left out (an e-mail address is guarded by the pages, see test_canaries). Ids are never written: an id is unique over all
gemeenten, so who guesses the id of somebody else's row is refused it and learns that it is taken, and nothing else.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.huis.house import ROOT, tenant_tables
from tests.omgeving import ENGINE, WORKER
from tests.rigs.fuzz import Schema, Writer

pytestmark = [
    pytest.mark.rig,
    pytest.mark.skipif(ENGINE != "postgres", reason="SQLite has no row-level security"),
]

STATEMENTS, BATCH, AT_LEAST = int(os.environ.get("VLIEGWIEL_FUZZ", "2000")), 200, 0.70
FULL, ALONE, OPEN = (f"fuzz_{kind}_{WORKER}" for kind in ("muur", "alleen", "open"))


@dataclass
class Rig:
    """The three databases, and what belongs to whom in them."""

    here: str
    there: str
    theirs: frozenset[str]  # ids and canaries of the other gemeente
    schema: Schema


@dataclass
class Outcome:
    """What one statement did on one database."""

    error: str = ""
    count: int = 0
    rows: list[str] = field(default_factory=list)


def copy(name: str, template: str) -> None:
    from tests.postgres import as_superuser

    with as_superuser() as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )


def drop_policies(name: str) -> None:
    from tests.postgres import as_superuser

    with as_superuser(name) as connection:
        for table, policy in connection.execute("SELECT tablename, policyname FROM pg_policies").fetchall():
            connection.execute(
                sql.SQL("DROP POLICY {} ON {}").format(sql.Identifier(policy), sql.Identifier(table))
            )  # type: ignore[arg-type]
        for table in sorted(tenant_tables()):
            connection.execute(
                sql.SQL("ALTER TABLE {} DISABLE ROW LEVEL SECURITY").format(sql.Identifier(table))
            )


def remove(name: str, gemeente: str) -> None:
    """Take one gemeente out, past triggers and keys."""
    from tests.postgres import as_superuser

    with as_superuser(name) as connection:
        connection.execute("SET session_replication_role = replica")
        for table in sorted(tenant_tables()):
            connection.execute(
                sql.SQL("DELETE FROM {} WHERE gemeente_id = %s").format(sql.Identifier(table)), [gemeente]
            )


def read_schema(name: str, gemeenten: tuple[str, ...]) -> Schema:
    from tests.postgres import as_superuser

    tables = sorted(tenant_tables())
    schema = Schema({table: {} for table in tables}, [], gemeenten=gemeenten)
    with as_superuser(name) as connection:
        asked = "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_name = ANY(%s)"
        for table, column, kind in connection.execute(asked, [tables]).fetchall():
            schema.columns[str(table)][str(column)] = str(kind)
        asked = """SELECT c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text FROM pg_constraint c
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2]
            WHERE c.contype = 'f' AND array_length(c.conkey, 1) = 2 ORDER BY 1, 2"""
        schema.keys = [tuple(map(str, row)) for row in connection.execute(asked).fetchall()]  # type: ignore[misc]
        for table in tables:
            for column in schema.columns[table]:
                asked = f"SELECT DISTINCT quote_nullable({column}) FROM {table} ORDER BY 1"
                schema.pool[table, column] = [
                    str(row[0]) for row in connection.execute(asked.encode()).fetchall()
                ]
    return schema


@pytest.fixture(scope="module")
def rig() -> Iterator[Rig]:
    from tests.postgres import address, as_superuser, make_database

    source = f"fuzz_bron_{WORKER}"
    make_database(source)
    env = {**os.environ, "VLIEGWIEL_DATABASE_MIGRATIE": address(source, "vliegwiel_migratie")}
    env["VLIEGWIEL_DATABASE"] = address(source, "vliegwiel_app")
    run = {"cwd": ROOT, "env": env, "check": True, "timeout": 120}
    subprocess.run([sys.executable, "-m", "vliegwiel.project.cli", "migrate", "-v0"], **run)  # type: ignore[call-overload]
    filled = subprocess.run(
        [sys.executable, "-m", "tests.rigs.fill", "6"], capture_output=True, text=True, **run
    )  # type: ignore[call-overload]
    here, there = json.loads(filled.stdout.splitlines()[-1]).values()
    schema = read_schema(source, (here["id"], there["id"]))
    for name in (FULL, ALONE, OPEN):
        copy(f"{name}_0", source)
    remove(f"{ALONE}_0", there["id"])
    drop_policies(f"{OPEN}_0")
    yield Rig(here["id"], there["id"], frozenset(there["marks"]) | {there["id"]}, schema)
    with as_superuser() as connection:
        for name in [source, *(f"{name}{end}" for name in (FULL, ALONE, OPEN) for end in ("", "_0"))]:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )


def as_app(name: str) -> psycopg.Connection[Any]:
    host, port = os.environ["VLIEGWIEL_TEST_PG_HOST"], os.environ["VLIEGWIEL_TEST_PG_PORT"]
    return psycopg.connect(host=host, port=port, dbname=name, user="vliegwiel_app", prepare_threshold=None)


def run_one(connection: psycopg.Connection[Any], statement: str, gemeente: str) -> Outcome:
    """One statement in a transaction of its own, committed: as a request would."""
    try:
        with connection.transaction(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL vliegwiel.gemeente = '{gemeente}'".encode())
            cursor.execute("SET LOCAL statement_timeout = '5s'")
            cursor.execute(statement.encode())
            rows = cursor.fetchall() if cursor.description else []
            done = Outcome("", cursor.rowcount, sorted(repr(row) for row in rows))
    except psycopg.Error as error:
        return Outcome(error.sqlstate or type(error).__name__)
    return done


def checksum(name: str, here: str) -> dict[str, Any]:
    """Everything that is not of this gemeente, table by table, read past the policies."""
    from tests.postgres import as_superuser

    found = {}
    with as_superuser(name) as connection:
        for table in sorted(tenant_tables()):
            whole = "count(*), md5(string_agg(t::text, '|' ORDER BY t::text))"
            asked = f"SELECT {whole} FROM {table} t WHERE gemeente_id <> %s"
            found[table] = connection.execute(asked.encode(), [here]).fetchone()
    return found


def statements(schema: Schema) -> list[str]:
    return [Writer(schema, random.Random(f"vliegwiel {seed}")).statement() for seed in range(STATEMENTS)]


def leaks(outcome: Outcome, theirs: frozenset[str]) -> bool:
    text = " ".join(outcome.rows)
    return bool(text) and any(mark in text for mark in theirs)


def unspoken(batch: list[str], theirs: frozenset[str]) -> frozenset[str]:
    """What belongs to the other gemeente and was not written down by one of these statements itself."""
    said = " ".join(batch)
    return frozenset(mark for mark in theirs if mark not in said)


def batches(texts: list[str]) -> list[list[str]]:
    return [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]


def test_random_sql_reads_and_changes_nothing_of_another_gemeente(rig: Rig) -> None:
    ran, errors, unlike, leaked, kinds = 0, Counter[str](), [], [], Counter[str]()
    before = checksum(f"{FULL}_0", rig.here)
    assert all(count for count, _ in before.values()), (
        f"every table holds rows of the other gemeente: {before}"
    )
    for batch in batches(statements(rig.schema)):
        copy(FULL, f"{FULL}_0")
        copy(ALONE, f"{ALONE}_0")
        theirs = unspoken(batch, rig.theirs)
        with as_app(FULL) as muur, as_app(ALONE) as alleen:
            for text in batch:
                met, twin = run_one(muur, text, rig.here), run_one(alleen, text, rig.here)
                ran += not met.error
                errors[met.error] += 1
                kinds[f"{text.split()[0]} {'with rows' if met.count > 0 else 'empty'}"] += not met.error
                leaked += [text] if leaks(met, theirs) else []
                unlike += [(text, met, twin)] if met != twin else []
        assert checksum(FULL, rig.here) == before, f"somebody else's rows changed, in one of {batch}"
    print(f"\n{STATEMENTS} statements, {ran / STATEMENTS:.0%} ran; errors {dict(errors)}; {dict(kinds)}")
    assert leaked == []
    assert unlike[:3] == [], f"{len(unlike)} statements answer differently because another gemeente exists"
    assert ran >= AT_LEAST * STATEMENTS


def test_the_same_statements_find_leaks_without_the_policies(rig: Rig) -> None:
    leaked, changed = 0, 0
    before = checksum(f"{OPEN}_0", rig.here)
    for batch in batches(statements(rig.schema)):
        copy(OPEN, f"{OPEN}_0")
        theirs = unspoken(batch, rig.theirs)
        with as_app(OPEN) as connection:
            leaked += sum(leaks(run_one(connection, text, rig.here), theirs) for text in batch)
        changed += checksum(OPEN, rig.here) != before
    print(
        f"\nwithout policies: {leaked} of {STATEMENTS} statements leak; in {changed} batches of {BATCH} rows changed"
    )
    assert leaked > 0
    assert changed > 0
