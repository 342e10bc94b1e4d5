"""What the klok of *bel alvast* and its pages cost at gemeenten with few and with many provisions.

`python -m tools.bench.klok [--voorzieningen 200000 2000000] [--engine postgres] [--niet-schrijven]`, beside
PostgreSQL. SQLite is measured up to 200,000. With `--hier` it measures the turns in this process, on a gemeente that
klok_vullen.py filled, and prints JSON: that is how it calls itself, once for each engine and size.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

PAGE = "docs/huis/snelheid-klok.md"
SIZES = (200_000, 2_000_000)
MOST_ON_SQLITE = 200_000
CHANGED = 500
ROUNDS = 5  # of the bare query; the median counts
CODE = "bel_alvast"
NS = 1_000_000

INTRO = """# Wat de klok van bel alvast kost, naar het aantal voorzieningen

<!-- Made by `make bench`: a new run replaces this page. -->

One gemeente; a person and a dossier per two provisions; ends spread evenly over three years; three of ten dossiers
with a colleague, six with the team of their gebied, one with neither. Colleagues and teams grow along, so that each
has as much to do at every size. Measured is the part of the klok that finds whom to call, as `vliegwiel klok` runs it
(one transaction): *eerste*: the very first turn, everything in the window of twelve weeks; *ochtend*: the first turn of
the next day, with {changed} provisions in the window that got another end since and everything of that day of the week
looked at again; *gewijzigd*: a turn an hour later, with {changed} others; *niets*: a turn in which nothing changed (as
nearly every minute; 500 open cards are looked at again anyway).

*Te vinden* is what a bare query by the same indexes gives (ends that came into the window, provisions that changed),
*kaal* what that query costs in the same connection (median of {rounds}). CPU is of the process and of its PostgreSQL
backend together (SQLite works inside the process); *eigen* is the process alone. *Per ding*: CPU per thing to find.
*Groei*: that number at the largest size against the smallest; for *niets* the whole turn. Trust ratios: milliseconds
do not hold on another machine.
"""

# -- the turns, in this process


class Meter:
    """CPU of this process and of its backend, wall time and queries, until the block ends."""

    def __init__(self) -> None:
        self.own = self.backend = self.wall = 0.0
        self.queries = 0

    def _count(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self.queries += 1
        return execute(sql, params, many, context)

    @property
    def cpu(self) -> float:
        return self.own + self.backend


def _backend_ns() -> int:
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    connection.ensure_connection()
    return int(Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text().split()[0])


@contextmanager
def metered(gemeente_id: Any) -> Iterator[Meter]:
    """One transaction of this gemeente, with its commit."""
    from django.db import connection

    from vliegwiel.kern.database import as_gemeente

    meter = Meter()
    wall, own, backend = time.perf_counter_ns(), time.process_time_ns(), _backend_ns()
    with as_gemeente(gemeente_id), connection.execute_wrapper(meter._count):
        yield meter
    meter.own = (time.process_time_ns() - own) / NS
    meter.backend = (_backend_ns() - backend) / NS
    meter.wall = (time.perf_counter_ns() - wall) / NS


def bare(gemeente_id: Any, conditions: Sequence[tuple[str, Sequence[Any]]]) -> tuple[int, float, float]:
    """How many a bare query gives for the same things, and its CPU and wall time."""
    from django.db import connection

    from vliegwiel.kern.database import stored

    found, meters = 0, []
    for _ in range(ROUNDS):
        found = 0
        with metered(gemeente_id) as meter, connection.cursor() as cursor:
            for where, values in conditions:
                sql = f"SELECT id FROM ondersteuning_voorziening WHERE gemeente_id = %s AND {where}"
                cursor.execute(sql, [stored(gemeente_id), *(stored(it) for it in values)])
                found += len(cursor.fetchall())
        meters.append(meter)
    return (
        found,
        statistics.median(it.cpu for it in meters),
        statistics.median(it.wall for it in meters),
    )


def turn(
    gemeente_id: Any, naam: str, moment: datetime, conditions: Sequence[tuple[str, Sequence[Any]]]
) -> dict[str, Any]:
    """One turn of the klok, and beside it the bare query."""
    from vliegwiel.kern.database import as_gemeente
    from vliegwiel.samenspel.actions.aandacht_klok import bring_up_to_date
    from vliegwiel.samenspel.models import Aandachtspunt

    found, kaal, kaal_wall = bare(gemeente_id, conditions)
    with metered(gemeente_id) as meter:
        done = bring_up_to_date(gemeente_id, moment, CODE)
    with as_gemeente(gemeente_id):
        rows = Aandachtspunt.objects.filter(gemeente_id=gemeente_id, code=CODE)
        new, gone = rows.filter(gemaakt_op=moment).count(), rows.filter(weg_op=moment).count()
        standing = rows.filter(weg_op__isnull=True).count()
    told = {"naam": naam, "vinden": found, "nieuw": new, "weg": gone, "anders": done - new - gone}
    told |= {"open": standing, "queries": meter.queries, "cpu": meter.cpu, "eigen": meter.own}
    return told | {"wand": meter.wall, "kaal": kaal, "kaal_wand": kaal_wall}


def change(gemeente_id: Any, first: date, last: date, moment: datetime) -> None:
    """So many provisions that end in this period end a week later after all."""
    from django.db.models import F

    from tools.bench.klok_vullen import upkeep
    from vliegwiel.kern.database import as_gemeente
    from vliegwiel.ondersteuning.models import Voorziening

    with as_gemeente(gemeente_id):
        rows = Voorziening.objects.filter(gemeente_id=gemeente_id, eind__range=(first, last))
        some = list(rows.order_by("id").values_list("pk", flat=True)[:CHANGED])
        here = Voorziening.objects.filter(gemeente_id=gemeente_id, pk__in=some)
        here.update(eind=F("eind") + timedelta(days=7), gewijzigd_op=moment)
    upkeep()


def here(collega: str) -> dict[str, Any]:
    """The four turns; and a card of this colleague, for the pages."""
    import django

    django.setup()
    from tools.bench.klok_vullen import first_day, moment, upkeep
    from vliegwiel.gemeenschap.public import values_for
    from vliegwiel.kern.clock import today
    from vliegwiel.kern.database import as_gemeente
    from vliegwiel.kern.models import Gemeente
    from vliegwiel.ondersteuning.queries.bel_alvast_vinden import WEKEN, horizon
    from vliegwiel.ondersteuning.rules.bel_alvast import NOG_BELLEN
    from vliegwiel.samenspel.models import Aandachtspunt
    from vliegwiel.samenspel.rules.aandachtspunt import OVERLAP

    gemeente = Gemeente.objects.get(slug="lindebeek").pk
    day = first_day(today())
    morning = day + timedelta(days=1)
    with as_gemeente(gemeente):
        weeks = int(values_for(gemeente, day)[WEKEN])
    window = ("eind BETWEEN %s AND %s", (day - NOG_BELLEN, horizon(day, weeks)))
    arrived = ("eind > %s AND eind <= %s", (horizon(day, weeks), horizon(morning, weeks)))
    moments = [moment(day, 6), moment(morning, 6), moment(morning, 7), moment(morning, 8)]

    def changed(since: datetime) -> tuple[str, Sequence[Any]]:
        return ("gewijzigd_op > %s", (since - OVERLAP,))

    turns = [turn(gemeente, "eerste", moments[0], [window])]
    change(gemeente, day + timedelta(days=7), day + timedelta(days=27), moment(day, 14))
    turns.append(turn(gemeente, "ochtend", moments[1], [arrived, changed(moments[0])]))
    change(gemeente, day + timedelta(days=28), day + timedelta(days=48), moments[1] + timedelta(minutes=30))
    turns.append(turn(gemeente, "gewijzigd", moments[2], [changed(moments[1])]))
    turns.append(turn(gemeente, "niets", moments[3], [changed(moments[2])]))
    upkeep()
    with as_gemeente(gemeente):
        mine = Aandachtspunt.objects.filter(gemeente_id=gemeente, medewerker_id=collega, weg_op__isnull=True)
        card = mine.order_by("voor").values_list("pk", flat=True).first()
    return {"beurten": turns, "kaart": str(card)}


# -- the pages


def pages(card: str) -> list[Any]:
    """The list of a colleague with a team, of who takes what nobody has, a card, and Vandaag."""
    from tools.bench.measure import Page
    from tools.bench.pages import OF_FLOOR_PEOPLE

    asked = [
        ("Bel alvast", "bel-alvast/", "collega"),
        ("Bel alvast, wat niemand heeft", "bel-alvast/", "aanmeldteam"),
        ("Kaart", f"bel-alvast/{card}/", "collega"),
        ("Vandaag", "", "collega"),
    ]
    return [Page(naam, f"/lindebeek/{pad}", wie, OF_FLOOR_PEOPLE) for naam, pad, wie in asked]


# -- the tables


def number(value: float, digits: int = 0) -> str:
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


HEAD = (
    "| voorzieningen | beurt | te vinden | kaarten erbij | anders | weg | open | queries | CPU ms | eigen | wand ms "
    "| kaal CPU ms | × kaal | per ding ms | groei |",
    "|--:|---|" + "--:|" * 13,
)


def _each(it: Mapping[str, Any]) -> float:
    return float(it["cpu"]) / (it["vinden"] or 1)


def turns_table(sizes: Mapping[int, Mapping[str, Any]]) -> list[str]:
    """A row for each turn and size."""
    lines, first, most = list(HEAD), next(iter(sizes.values())), max(sizes)
    for place, _ in enumerate(first["beurten"]):
        for size, found in sizes.items():
            it, small = found["beurten"][place], first["beurten"][place]
            cells = [number(size), it["naam"], *(number(it[name]) for name in COUNTS)]
            cells += [number(it[name], 1) for name in ("cpu", "eigen", "wand")]
            cells += [number(it["kaal"], 2), number(it["cpu"] / it["kaal"])]
            cells.append(number(_each(it), 3) if it["vinden"] else "")
            grown = size == most and size != min(sizes)
            cells.append(number(_each(it) / _each(small), 2) if grown else "")
            lines.append(f"| {' | '.join(cells)} |")
    return lines


COUNTS = ("vinden", "nieuw", "anders", "weg", "open", "queries")


def page(
    found: Mapping[str, Mapping[int, Mapping[str, Any]]], *, command: str, load: float, day: date, times: int
) -> str:
    from tools.bench.report import machine, table

    lines = [INTRO.format(changed=CHANGED, rounds=ROUNDS)]
    lines += [f"- Gemeten op {day.isoformat()} met `{command}`", *(f"- {line}" for line in machine())]
    lines += [f"- Load bij de start: {number(load, 1)} (andere programma's rekenden mee)", ""]
    for engine, sizes in found.items():
        lines += [f"## {engine}", "", "De klok:", "", *turns_table(sizes), ""]
        lines += [f"De pagina's ({times} keer, zoals in snelheid.md):", ""]
        lines += [*table({(engine, size): it["paginas"] for size, it in sizes.items()}), ""]
    return "\n".join(lines)


# -- the run


def measured(engine: str, size: int, times: int) -> tuple[str, dict[str, Any]]:
    """One engine at one size: filled, turned, and its pages asked."""
    from tools import say
    from tools.bench import measure
    from tools.bench.__main__ import ENGINES

    with tempfile.TemporaryDirectory(prefix="vliegwiel-bench-") as folder:
        data = Path(folder)
        name, env = ENGINES[engine](data)
        with say.step(f"{name}: {number(size)} voorzieningen klaarzetten"):
            measure.run(env, "-m", "vliegwiel.project.cli", "migrate", "-v0")
            plan = json.loads(measure.run(env, "-m", "tools.bench.klok_vullen", str(size)).splitlines()[-1])
        with say.step(f"{name}: de klok"):
            told = measure.run(env, "-m", "tools.bench.klok", "--hier", plan["collega"]).splitlines()[-1]
            found = json.loads(told)
        with say.step(f"{name}: de pagina's"), measure.server(env, data / "gunicorn.log") as port:
            found["paginas"] = measure.measure(port, plan["sessies"], pages(found["kaart"]), times)
        return name, found


def main(argv: Sequence[str]) -> int:
    from tools import say
    from tools.machine import ROOT
    from tools.say import Stop, stop
    from vliegwiel.kern.clock import today

    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--voorzieningen", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--engine", choices=("sqlite", "postgres"), action="append")
    parser.add_argument("--keer", type=int, default=20)
    parser.add_argument("--niet-schrijven", action="store_true", help=f"laat {PAGE} zoals het is")
    options = parser.parse_args(argv)
    load = os.getloadavg()[0]
    found: dict[str, dict[int, dict[str, Any]]] = {}
    try:
        for engine in options.engine or ["sqlite", "postgres"]:
            for size in options.voorzieningen:
                if engine == "postgres" or size <= MOST_ON_SQLITE:
                    name, told = measured(engine, size, options.keer)
                    found.setdefault(name, {})[size] = told
                    say.line("\n".join(["", name, *turns_table(found[name])]))
    except Stop as reason:
        return stop(reason)
    command = " ".join(["python -m tools.bench.klok", *argv])
    text = page(found, command=command, load=load, day=today(), times=options.keer)
    say.line(text)
    if not options.niet_schrijven:
        (ROOT / PAGE).write_text(text, encoding="utf-8")
        say.line(f"\nGeschreven: {PAGE}")
    broken = {
        it.naam for sizes in found.values() for one in sizes.values() for it in one["paginas"] if it.fout
    }
    return stop(Stop(f"Deze pagina's antwoorden niet: {', '.join(sorted(broken))}")) if broken else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--hier"]:
        print(json.dumps(here(sys.argv[2])))
    else:
        sys.exit(main(sys.argv[1:]))
