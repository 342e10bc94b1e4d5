"""The table of a run, and the page that keeps it."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import version

from tools.bench.measure import Page

MOST_QUERIES = 12
MOST_RATIO = 2.0
HEAD = (
    "| pagina | wie | queries | rijen | kB | CPU ms | × lege view | × drie queries | |",
    "|---|---|--:|--:|--:|--:|--:|--:|---|",
)
INTRO = """# Hoe snel de pagina's zijn

<!-- Made by `make bench`: a new run replaces this page. -->

CPU in ms of the server's own process per page: the median of {times} warm requests through one gunicorn worker
(gthread, one persistent connection), from the request's arrival until the answer is made and the database let go.
What PostgreSQL does in its own processes is not in it; SQLite works inside ours and is. All pages take turns in one
run, beside two floors in the same process: an empty Django view (the middleware, nobody logged in), and a bare view
with three queries through the same middleware and log-in, that writes {rows} rows as a plain list without template
or page frame.

Queries are all SQL except BEGIN, COMMIT and SET LOCAL; the health check of a kept PostgreSQL connection and the
PRAGMAs of a new SQLite connection are counted. Rows are those fetched. The aim is at most {most} queries and twice
the second floor; the last column says what is above it. Trust ratios: milliseconds do not hold on another machine.
"""


def number(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def above(page: Page, floor: Page) -> str:
    """What this page has too much of, in words; empty when it keeps to the aim."""
    if page.fout:
        return ""
    found = []
    if page.sql > MOST_QUERIES:
        found.append("queries")
    if page.mediaan > MOST_RATIO * floor.mediaan:
        found.append("CPU")
    return ", ".join(found)


def table(pages: list[Page]) -> list[str]:
    empty, three, *rest = pages
    return [
        *HEAD,
        *(_row(page, empty, three, "") for page in (empty, three)),
        *(_row(page, empty, three, above(page, three)) for page in rest),
    ]


def _row(page: Page, empty: Page, three: Page, verdict: str) -> str:
    if page.fout:
        return f"| {page.naam} | {page.wie} | | | | | | | antwoordt {page.fout} |"
    ratios = [number(page.mediaan / floor.mediaan) for floor in (empty, three)]
    cells = [
        page.naam,
        page.wie,
        page.sql,
        page.rijen,
        number(page.bytes / 1024, 0),
        number(page.mediaan, 2),
        *ratios,
        verdict,
    ]
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def machine() -> Iterator[str]:
    """What the numbers were measured on."""
    yield f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()} {platform.release().split('-')[0]}"
    packages = ", ".join(f"{name} {version(name)}" for name in ("Django", "Jinja2", "gunicorn"))
    yield f"Python {platform.python_version()}, {packages}"


def page(
    results: Mapping[str, list[Page]],
    *,
    command: str,
    times: int,
    rows: int,
    size: str,
    load: float,
    day: date,
) -> str:
    """docs/huis/snelheid.md."""
    lines = [INTRO.format(times=times, rows=rows, most=MOST_QUERIES)]
    lines += [f"- Gemeten op {day.isoformat()} met `{command}`", *(f"- {line}" for line in machine())]
    lines += [f"- {size}", f"- Load bij de start: {number(load)} (andere programma's rekenden mee)", ""]
    for engine, pages in results.items():
        lines += [f"## {engine}", "", *table(pages), ""]
    return "\n".join(lines)


PEOPLE_INTRO = """# Hoe snel de pagina's over mensen zijn, naar de grootte van een gemeente

<!-- Made by `make bench`: a new run replaces this page. -->

Measured as in snelheid.md, at gemeenten of different sizes; six in a hundred inhabitants have a plan, and the
120 households of the demo are always there (so at 1,000 inhabitants twice as many as that). Access is
decided and who looked is written within every page below. *Groei*: CPU at the largest size against the smallest,
each first divided by its own three-query floor; the aim is at most {growth}, with at most {most} queries and at most
{ratio} times the floor. For comparison (shared measurements on the same kind of machine): plan pages of other
systems take 83 to 104 ms CPU and 37 to 46 queries, without a read-log.
"""
MOST_GROWTH, MOST_OF_FLOOR = 1.2, 3.0


def people_table(sizes: Mapping[int, list[Page]]) -> list[str]:
    """A row per page, a group of columns per size."""
    head = " | ".join(f"queries {it} | rijen | CPU ms | × vloer" for it in sizes)
    lines = [f"| pagina | wie | {head} | groei | |", "|---|---|" + "--:|" * (4 * len(sizes) + 1) + "---|"]
    first, last = next(iter(sizes.values())), list(sizes.values())[-1]
    for place, page in enumerate(first):
        if any(found[place].fout for found in sizes.values()):
            lines.append(
                f"| {page.naam} | {page.wie} | antwoordt {[f[place].fout for f in sizes.values()]} |"
            )
            continue
        cells: list[object] = []
        for found in sizes.values():
            here, ratio = found[place], found[place].mediaan / found[1].mediaan
            cells += [here.sql, here.rijen, number(here.mediaan, 2), number(ratio, 2)]
        growth = (last[place].mediaan / last[1].mediaan) / (page.mediaan / first[1].mediaan)
        verdict = _people_verdict(
            [found[place] for found in sizes.values()], [f[1] for f in sizes.values()], growth
        )
        row = [page.naam, page.wie, *cells, number(growth, 2), verdict if place > 1 else ""]
        lines.append("| " + " | ".join(map(str, row)) + " |")
    return lines


def _people_verdict(found: list[Page], floors: list[Page], growth: float) -> str:
    """What is above the aim, in words."""
    said = []
    if any(page.sql > MOST_QUERIES for page in found):
        said.append("queries")
    if len({page.rijen for page in found}) > 1:
        said.append("rijen")
    if any(page.mediaan > MOST_OF_FLOOR * floor.mediaan for page, floor in zip(found, floors, strict=True)):
        said.append("CPU")
    if growth > MOST_GROWTH:
        said.append("groei")
    return ", ".join(said)


def people_page(
    results: Mapping[str, Mapping[int, list[Page]]], *, command: str, times: int, load: float, day: date
) -> str:
    """docs/huis/snelheid-mensen.md."""
    lines = [PEOPLE_INTRO.format(growth=MOST_GROWTH, most=MOST_QUERIES, ratio=MOST_OF_FLOOR)]
    lines += [
        f"- Gemeten op {day.isoformat()} met `{command}`, {times} keer",
        *(f"- {line}" for line in machine()),
    ]
    lines += [f"- Load bij de start: {number(load)} (andere programma's rekenden mee)", ""]
    for engine, sizes in results.items():
        lines += [f"## {engine}", "", *people_table(sizes), ""]
    return "\n".join(lines)
