"""`python -m tools.bench [--inwoners 20000] [--engine sqlite] [--keer 30] [--niet-schrijven]`, beside PostgreSQL.

Without sizes: 20,000 and 1,000,000 inhabitants on PostgreSQL, 200,000 on SQLite.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path

from tools import say
from tools.bench import measure, report
from tools.bench.pages import pages
from tools.machine import ROOT
from tools.say import Stop, stop
from vliegwiel.kern.clock import today

PAGE = "docs/huis/snelheid.md"
SIZES = {"postgres": (20_000, 1_000_000), "sqlite": (200_000,)}
TABLES, TABLES_OF_THOUSAND = 200, 2  # so many at least, and with more inhabitants more
DATABASE = "vliegwiel_bench"


def sqlite_engine(data: Path) -> tuple[str, dict[str, str]]:
    return f"SQLite {sqlite3.sqlite_version}", measure.clean_environment(data)


def postgres_engine(data: Path) -> tuple[str, dict[str, str]]:
    """A fresh database with the three roles; the server runs as the app role, bound by row-level security."""
    import psycopg

    where = os.environ.get("VLIEGWIEL_TEST_PG_DSN")
    if where is None:
        raise Stop("De meting heeft een PostgreSQL nodig.", "make bench", "of alleen SQLite: --engine sqlite")
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0")
        number = connection.info.server_version // 10000
    with psycopg.connect(where, dbname=DATABASE, autocommit=True) as connection:
        connection.execute(files("vliegwiel.project").joinpath("rollen.sql").read_bytes())
    host, port = os.environ["VLIEGWIEL_TEST_PG_HOST"], os.environ["VLIEGWIEL_TEST_PG_PORT"]
    address = f"postgresql://{{}}@/{DATABASE}?host={host}&port={port}"
    return f"PostgreSQL {number}", measure.clean_environment(
        data,
        VLIEGWIEL_DATABASE=address.format("vliegwiel_app"),
        VLIEGWIEL_DATABASE_MIGRATIE=address.format("vliegwiel_migratie"),
    )


def analyze(engine: str, data: Path) -> None:
    """Tell the database how much there is now, as its own upkeep would by the next day; the app role may not."""
    if engine == "sqlite":
        with closing(sqlite3.connect(data / "vliegwiel.sqlite3")) as own:
            own.execute("ANALYZE")
            own.commit()
        return
    import psycopg

    where = os.environ["VLIEGWIEL_TEST_PG_DSN"]
    with psycopg.connect(where, dbname=DATABASE, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


ENGINES = {"sqlite": sqlite_engine, "postgres": postgres_engine}


def tables_of(inhabitants: int) -> int:
    return max(TABLES, inhabitants // 1000 * TABLES_OF_THOUSAND)


def measured(
    engine: str, inhabitants: int, tables: int, times: int
) -> tuple[report.Size, float, list[measure.Page]]:
    """One engine at one size: what was measured, the load when it began, and what each page cost."""
    with tempfile.TemporaryDirectory(prefix="vliegwiel-bench-") as folder:
        data = Path(folder)
        name, env = ENGINES[engine](data)
        size = f"{name}, {report.number(inhabitants, 0)} inwoners"
        say.line(f"  {size}: demo laden en laten groeien …")
        plan = measure.prepare(env, inhabitants, tables)
        with say.step(f"{size}: onderhoud van de database"):
            analyze(engine, data)
        load = os.getloadavg()[0]
        with say.step(f"{size}: meten"), measure.server(env, data / "gunicorn.log") as port:
            found = measure.measure(port, plan["sessies"], pages(plan["ids"]), times)
        if any(
            page.fout >= HTTPStatus.INTERNAL_SERVER_ERROR for page in found
        ):  # the log goes with the folder
            say.line((data / "gunicorn.log").read_text()[-3000:])
        return (name, inhabitants), load, found


def wanted(engines: Sequence[str] | None, sizes: Sequence[int] | None) -> list[tuple[str, int]]:
    """What to measure, the smallest first."""
    found = [(engine, size) for engine in engines or SIZES for size in sizes or SIZES[engine]]
    return sorted(set(found), key=lambda it: (it[1], it[0]))


def options_of(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--inwoners", type=int, nargs="*", help="gemeenten van deze grootte")
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--keer", type=int, default=30)
    parser.add_argument(
        "--tafels", type=int, help=f"anders {TABLES}, of {TABLES_OF_THOUSAND} per duizend inwoners"
    )
    parser.add_argument("--niet-schrijven", action="store_true", help=f"laat {PAGE} zoals het is")
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> int:
    options = options_of(argv)
    found: dict[report.Size, list[measure.Page]] = {}
    loads: dict[report.Size, float] = {}
    try:
        for engine, inhabitants in wanted(options.engine, options.inwoners):
            tables = options.tafels or tables_of(inhabitants)
            size, load, asked = measured(engine, inhabitants, tables, options.keer)
            found[size], loads[size] = asked, load
            found = {it: found[it] for it in sorted(found)}
            say.line("\n".join(["", *report.table(found), ""]))  # so far: the next size may take long
    except Stop as reason:
        return stop(reason)
    if not options.niet_schrijven:
        text = report.page(
            found,
            command=" ".join(["make bench" if not argv else "python -m tools.bench", *argv]),
            times=options.keer,
            tables=_said(options.tafels),
            loads={it: loads[it] for it in found},
            day=today(),
        )
        (ROOT / PAGE).write_text(text, encoding="utf-8")
        say.line(f"\nGeschreven: {PAGE}")
    broken = sorted({page.naam for asked in found.values() for page in asked if page.fout})
    return stop(Stop(f"Deze pagina's antwoorden niet: {', '.join(broken)}")) if broken else 0


def _said(tables: int | None) -> str:
    """How many tables were added, for the page."""
    return (
        str(tables) if tables else f"{TABLES}, of {TABLES_OF_THOUSAND} per duizend inwoners als dat meer is"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
