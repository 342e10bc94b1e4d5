"""`python -m tools.bench [--groot] [--keer 30] [--engine sqlite] [--niet-schrijven]`, beside PostgreSQL."""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from tools import say
from tools.bench import measure, report
from tools.machine import ROOT
from tools.say import Stop, stop
from vliegwiel.kern.clock import today

PAGE = "docs/huis/snelheid.md"
PEOPLE_PAGE = "docs/huis/snelheid-mensen.md"
SIZES = (1_000, 20_000, 200_000)
ROWS_OF_FLOOR = 25
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
        connection.execute("ANALYZE")


ENGINES = {"sqlite": sqlite_engine, "postgres": postgres_engine}


def bench(engines: Sequence[str], tables: int, times: int) -> Iterator[tuple[str, list[measure.Page]]]:
    """Each engine's name with what its pages cost."""
    for engine in engines:
        with tempfile.TemporaryDirectory(prefix="vliegwiel-bench-") as folder:
            data = Path(folder)
            name, env = ENGINES[engine](data)
            with say.step(f"{name}: {tables} tafels klaarzetten"):
                plan = measure.prepare(env, tables)
            with say.step(f"{name}: meten"), measure.server(env, data / "gunicorn.log") as port:
                found = measure.measure(port, plan, times)
            yield name, found


def bench_people(
    engines: Sequence[str], sizes: Sequence[int], times: int
) -> Iterator[tuple[str, dict[int, list[measure.Page]]]]:
    """Each engine's name with what the pages about people cost at each size of gemeente."""
    for engine in engines:
        found: dict[int, list[measure.Page]] = {}
        name = engine
        for size in sizes:
            with tempfile.TemporaryDirectory(prefix="vliegwiel-bench-") as folder:
                data = Path(folder)
                name, env = ENGINES[engine](data)
                with say.step(f"{name}: {size} inwoners klaarzetten"):
                    plan = measure.prepare_people(env, size)
                    analyze(engine, data)
                with say.step(f"{name}: meten"), measure.server(env, data / "gunicorn.log") as port:
                    found[size] = measure.measure(port, plan, times, measure.pages_of_people)
        yield name, found


def people(options: argparse.Namespace, argv: Sequence[str]) -> int:
    """The second measurement: `--inwoners`."""
    load = os.getloadavg()[0]
    results = dict(bench_people(options.engine or list(ENGINES), options.inwoners, options.keer))
    for name, sizes in results.items():
        say.line("\n".join(["", name, *report.people_table(sizes)]))
    if not options.niet_schrijven:
        command = " ".join(["python -m tools.bench", *argv])
        text = report.people_page(results, command=command, times=options.keer, load=load, day=today())
        (ROOT / PEOPLE_PAGE).write_text(text, encoding="utf-8")
        say.line(f"\nGeschreven: {PEOPLE_PAGE}")
    broken = [
        page.naam for sizes in results.values() for found in sizes.values() for page in found if page.fout
    ]
    return stop(Stop(f"Deze pagina's antwoorden niet: {', '.join(broken)}")) if broken else 0


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--tafels", type=int, default=200)
    parser.add_argument("--groot", action="store_true", help="2.000 tafels")
    parser.add_argument("--keer", type=int, default=30)
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--niet-schrijven", action="store_true", help=f"laat {PAGE} zoals het is")
    parser.add_argument(
        "--inwoners", type=int, nargs="*", help="de pagina's over mensen, bij gemeenten van deze grootte"
    )
    options = parser.parse_args(argv)
    if options.inwoners is not None:
        options.inwoners = options.inwoners or list(SIZES)
        try:
            return people(options, argv)
        except Stop as reason:
            return stop(reason)
    tables = 2000 if options.groot else options.tafels
    load = os.getloadavg()[0]
    try:
        results = dict(bench(options.engine or list(ENGINES), tables, options.keer))
    except Stop as reason:
        return stop(reason)
    for name, pages in results.items():
        say.line("\n".join(["", name, *report.table(pages)]))
    if not options.niet_schrijven:
        size = f"De demogemeente met {tables} tafels, {tables * 2} collega's en {tables // 2} begrippen erbij"
        command = " ".join(["make bench" if not argv else "python -m tools.bench", *argv])
        text = report.page(
            results,
            command=command,
            times=options.keer,
            rows=ROWS_OF_FLOOR,
            size=size,
            load=load,
            day=today(),
        )
        (ROOT / PAGE).write_text(text, encoding="utf-8")
        say.line(f"\nGeschreven: {PAGE}")
    broken = [f"{name}: {page.naam}" for name, pages in results.items() for page in pages if page.fout]
    return stop(Stop(f"Deze pagina's antwoorden niet: {', '.join(broken)}")) if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
