"""Messages a second, read in whole, beside bare lxml parsing of the same bytes in the same run.

`python -m tools.bench.berichten [--aantal 2000] [--engine sqlite] [--niet-schrijven]`, beside PostgreSQL. With
`--hier` it measures in this process and prints JSON: that is how it calls itself, once for each engine.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

PAGE = "docs/huis/snelheid-berichten.md"
AIM = 10.0  # at least a tenth of the bare rate
ROUNDS = 5  # of bare parsing; the median counts
STEP = 100

INTRO = """# Hoe snel berichten worden ingelezen

<!-- Made by `make bench`: a new run replaces this page. -->

{aantal} generated messages (301, 305 and 307 of iWmo and iJw, in any order, {bytes} bytes on average) of invented
people and a known provider, given and read in as `vliegwiel importeer` does: sealed and stored, opened, parsed by the
hardened parser, checked whole, stored as facts of provisions with persons and households, findings written, who was
read logged, the content destroyed; in batches of a hundred, each one transaction. Without schemas (XSD). Beside it, in
the same process: bare `lxml.etree.fromstring` of the same bytes (median of {rounds} rounds), and *alleen lezen*: the
hardened parser and the whole check, nothing stored. *CPU* is of the process itself: what PostgreSQL does in its own is
not in it, SQLite works inside ours. The aim is at least a tenth of the bare rate.
"""


@contextmanager
def clocked(into: dict[str, float], name: str) -> Iterator[None]:
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        yield
    finally:
        into[f"{name}_s"] = into.get(f"{name}_s", 0.0) + time.perf_counter() - wall
        into[f"{name}_cpu"] = into.get(f"{name}_cpu", 0.0) + time.process_time() - cpu


def here(count: int, profile: bool = False) -> dict[str, Any]:
    """Measure in this process, with a database that has its tables and nothing else."""
    import django

    django.setup()
    from tests.cast import make_cast
    from tests.uitwisseling.maken import AANBIEDER, many
    from vliegwiel.gemeenschap.models import Agbcode
    from vliegwiel.kern.database import request_transaction

    with request_transaction(writes=True):
        cast = make_cast()
        provider = cast.deelnames["Welzijn de Brug@lindebeek"].organisatie
        Agbcode.objects.create(organisatie=provider, code=AANBIEDER)
    files = [(it.naam, it.xml()) for it in many(count)]
    bare = parse_bare([content for _, content in files])
    warm_up(cast)
    bare |= check_only([content for _, content in files])
    found: dict[str, Any] = {
        "aantal": len(files),
        "bytes": sum(len(it) for _, it in files) // len(files),
        **bare,
    }
    profiler = cProfile.Profile()
    if profile:
        profiler.enable()
    read_in(cast, files, found)
    if profile:
        profiler.disable()
        pstats.Stats(profiler, stream=sys.stderr).sort_stats("tottime").print_stats(45)
        pstats.Stats(profiler, stream=sys.stderr).sort_stats("cumtime").print_stats(70)
    return found


def parse_bare(contents: Sequence[bytes]) -> dict[str, float]:
    from lxml import etree

    rounds: list[dict[str, float]] = []
    for _ in range(ROUNDS):
        told: dict[str, float] = {}
        with clocked(told, "kaal"):
            for content in contents:
                etree.fromstring(content)
        rounds.append(told)
    return {name: statistics.median(it[name] for it in rounds) for name in rounds[0]}


def check_only(contents: Sequence[bytes]) -> dict[str, float]:
    from vliegwiel.uitwisseling.iwmo import configured, read_message

    told: dict[str, float] = {}
    with clocked(told, "keuren"):
        for content in contents:
            read_message(content, configured())
    return told


def warm_up(cast: Any) -> None:
    """What is loaded once (code lists, templates of queries) is not what one message costs."""
    from tests.uitwisseling.maken import Mens, Start, Toewijzing, bericht

    first = [bericht(Toewijzing(nummer=9_999_999), mens=Mens.nummer(999_999))]
    first.append(bericht(Start(nummer=9_999_999), mens=Mens.nummer(999_999)))
    read_in(cast, [(it.naam, it.xml()) for it in first], {})


def read_in(cast: Any, files: Sequence[tuple[str, bytes]], told: dict[str, Any]) -> None:
    from vliegwiel.gemeenschap import werk
    from vliegwiel.kern.clock import now
    from vliegwiel.kern.codes import Purpose
    from vliegwiel.kern.database import as_gemeente
    from vliegwiel.kern.models import Werk
    from vliegwiel.uitwisseling.actions.ontvangen import Ontvangen, add_files, ask_to_read, begin
    from vliegwiel.uitwisseling.queries.inlezen import counts

    gemeente, account = cast.gemeenten["lindebeek"], cast.accounts["bas"]

    def as_bas(work: Callable[[Any], Any]) -> Any:
        with as_gemeente(gemeente.pk, account.pk):
            return work(cast.kijker_of("bas", purpose=Purpose.BERICHTEN))

    with clocked(told, "bewaren"):
        inlezing = as_bas(lambda by: begin(by=by, now=now(), soort="berichten"))
        for at in range(0, len(files), STEP):
            some = [Ontvangen(*it) for it in files[at : at + STEP]]
            given = {"now": now(), "inlezing": inlezing, "bestanden": some, "first": at + 1}
            as_bas(partial(_give, add_files, given))
        as_bas(lambda by: ask_to_read(by=by, now=now(), inlezing=inlezing))
    row = as_bas(lambda by: Werk.objects.get(object=inlezing.pk))
    with clocked(told, "lezen"):
        while row.status != "klaar":
            werk.run(gemeente.pk, row.pk)
            as_bas(lambda by: row.refresh_from_db())
            if row.fout or row.status == "geparkeerd":
                raise RuntimeError(row.fout)
    told["standen"] = as_bas(lambda by: counts(by, [inlezing.pk])[inlezing.pk].per_status)


def _give(add: Callable[..., None], given: dict[str, Any], by: Any) -> None:
    add(by=by, **given)


# -- the table


def number(value: float, digits: int = 0) -> str:
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def row_of(engine: str, it: dict[str, Any]) -> str:
    many, whole, cpu = it["aantal"], it["bewaren_s"] + it["lezen_s"], it["bewaren_cpu"] + it["lezen_cpu"]
    ratio, by_cpu = whole / it["kaal_s"], cpu / it["kaal_cpu"]
    cells = [
        engine,
        number(many / it["kaal_s"]),
        number(many / it["keuren_s"]),
        number(many / whole),
        number(1000 * it["bewaren_s"] / many, 2),
        number(1000 * it["lezen_s"] / many, 2),
        number(1000 * cpu / many, 2),
        f"1/{number(ratio, 1)}",
        f"1/{number(by_cpu, 1)}",
        "" if ratio <= AIM else "tijd" + (", CPU" if by_cpu > AIM else ""),
    ]
    return f"| {' | '.join(cells)} |"


HEAD = (
    "| database | kaal, per s | alleen lezen, per s | ingelezen, per s | bewaren ms | lezen ms | CPU ms "
    "| deel van kaal | deel (CPU) | |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|---|",
)


def page(found: dict[str, dict[str, Any]], *, command: str, load: float, day: date) -> str:
    from tools.bench.report import machine

    first = next(iter(found.values()))
    lines = [INTRO.format(aantal=number(first["aantal"]), bytes=number(first["bytes"]), rounds=ROUNDS)]
    lines += [f"- Gemeten op {day.isoformat()} met `{command}`", *(f"- {line}" for line in machine())]
    lines += [f"- Load bij de start: {number(load, 1)} (andere programma's rekenden mee)", ""]
    lines += [*HEAD, *(row_of(engine, it) for engine, it in found.items()), ""]
    return "\n".join(lines)


def main(argv: Sequence[str]) -> int:
    from tools import say
    from tools.bench import measure
    from tools.bench.__main__ import ENGINES
    from tools.machine import ROOT
    from tools.say import Stop, stop
    from vliegwiel.kern.clock import today

    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--aantal", type=int, default=2000)
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--niet-schrijven", action="store_true", help=f"laat {PAGE} zoals het is")
    options = parser.parse_args(argv)
    load, found = os.getloadavg()[0], {}
    try:
        for engine in options.engine or list(ENGINES):
            with tempfile.TemporaryDirectory(prefix="vliegwiel-bench-") as folder:
                name, env = ENGINES[engine](Path(folder))
                with say.step(f"{name}: {options.aantal} berichten"):
                    measure.run(env, "-m", "vliegwiel.project.cli", "migrate", "-v0")
                    last = measure.run(env, "-m", "tools.bench.berichten", "--hier", str(options.aantal))
                    found[name] = json.loads(last.splitlines()[-1])
    except Stop as reason:
        return stop(reason)
    say.line("\n".join(["", *HEAD, *(row_of(name, it) for name, it in found.items())]))
    if not options.niet_schrijven:
        command = " ".join(["python -m tools.bench.berichten", *argv])
        (ROOT / PAGE).write_text(page(found, command=command, load=load, day=today()), encoding="utf-8")
        say.line(f"\nGeschreven: {PAGE}")
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--hier"]:
        print(json.dumps(here(int(sys.argv[2]), "--profiel" in sys.argv)))
    else:
        sys.exit(main(sys.argv[1:]))
