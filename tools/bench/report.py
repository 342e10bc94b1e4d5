"""The table of a run, and the page that keeps it."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import version

from tools.bench.measure import Page

MOST_QUERIES = 12
MOST_GROWTH = 1.2
Size = tuple[
    str, int
]  # the engine with its version, and how many inhabitants (or what else there are more of)
Found = Mapping[Size, Sequence[Page]]
INTRO = """# Hoe snel de pagina's zijn

<!-- Made by `make bench`: a new run replaces this page. -->

CPU in ms per page: the median of {times} warm requests through one gunicorn worker (gthread, one persistent
connection), from the request's arrival until the answer is made and the database let go. It is of the server's own
process and of the PostgreSQL process of its connection together; *db* is the part of the latter (SQLite works inside
ours). All pages take turns in one run, beside two floors in the same server: an empty Django view (the middleware,
nobody logged in), and a bare view with three queries through the same middleware and log-in, that writes 25 rows as a
plain list without template or page frame. That floor is asked by each kind of person; *× vloer* is against the floor of
who asks the page.

Each size is the demo gemeente, grown with `vliegwiel demo-laden --inwoners`: of a thousand inhabitants sixty households
with a plan, forty known from messages only, a hundred and fifty provisions, a consulent; the 600 households of the demo
count for the first thousand. Around it tables with talks, words and proposals. Then VACUUM and ANALYZE, as the
database's own upkeep would by the next day.

Queries are all SQL except BEGIN, COMMIT and SET LOCAL; the health check of a kept PostgreSQL connection and the PRAGMAs
of a new SQLite connection are counted. Rows are those fetched. The aim is at most {most} queries and twice the floor,
three times for the pages about people (the lower part of the table: these also decide who may see whom, and write down
who looked). *Groei*: × vloer at the largest size against the smallest of one database; the aim is at most {growth},
with the same number of rows. The last column says what is above the aim. For comparison (measurements on the same kind
of machine): plan pages of other systems take 83 to 104 ms CPU and 37 to 46 queries, without a read-log. Trust ratios:
milliseconds do not hold on another machine.
"""


def number(value: float, digits: int = 1) -> str:
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def floor_of(page: Page, pages: Sequence[Page]) -> Page:
    """The three queries as the same person asks them; an empty view has nobody, and is held against the first."""
    floors = [it for it in pages if it.is_vloer]
    return next((it for it in floors if it.wie == page.wie), floors[0])


def _ratio(page: Page, pages: Sequence[Page]) -> float:
    return page.mediaan / floor_of(page, pages).mediaan


def table(found: Found) -> list[str]:
    """A row for each page and who asks it; columns for each engine and size, then how it grows."""
    grown = _grown(found)
    heads = [
        f"{engine.split()[0]} {number(size, 0)}: {name}"
        for engine, size in found
        for name in _columns(engine)
    ]
    lines = [
        " | ".join(
            [
                "| pagina",
                "wie",
                *heads,
                *(f"groei {first[0].split()[0]}" for first, _ in grown),
                "boven het doel |",
            ]
        ),
        "|---|---|" + "--:|" * (len(heads) + len(grown)) + "---|",
    ]
    count = len(next(iter(found.values())))
    return [*lines, *(_row(place, found, grown) for place in range(count))]


def _columns(engine: str) -> list[str]:
    names = ["queries", "rijen", "CPU ms", "db", "× vloer"]
    return [it for it in names if it != "db" or engine.startswith("PostgreSQL")]


def _grown(found: Found) -> list[tuple[Size, Size]]:
    """The smallest and the largest size of each engine that has more than one."""
    engines = dict.fromkeys(engine for engine, _ in found)
    sizes = [sorted(it for it in found if it[0] == engine) for engine in engines]
    return [(it[0], it[-1]) for it in sizes if len(it) > 1]


def _row(place: int, found: Found, grown: Sequence[tuple[Size, Size]]) -> str:
    first = next(iter(found.values()))[place]
    cells = [first.naam, first.wie]
    for size in found:
        cells += _cells(place, size, found)
    growth = [_growth(place, found, *pair) for pair in grown]
    cells += ["" if it is None else number(it, 2) for it in growth]
    return " | ".join(["| " + cells[0], *cells[1:], f"{above(place, found)} |"])


def _cells(place: int, size: Size, found: Found) -> list[str]:
    page = found[size][place]
    names = _columns(size[0])
    if page.fout:
        return [f"antwoordt {page.fout}", *("" for _ in names[1:])]
    told = {"queries": str(page.sql), "rijen": str(page.rijen), "CPU ms": number(page.mediaan)}
    told |= {"db": number(page.database), "× vloer": number(_ratio(page, found[size]), 2)}
    return [told[name] for name in names]


def _growth(place: int, found: Found, first: Size, last: Size) -> float | None:
    if found[first][place].fout or found[last][place].fout:
        return None
    return _ratio(found[last][place], found[last]) / _ratio(found[first][place], found[first])


def above(place: int, found: Found) -> str:
    """What this page has too much of, in words, at any size; empty when it keeps to the aim."""
    rows = [(size, pages[place], pages) for size, pages in found.items()]
    if not rows[0][1].hoogstens:
        return ""
    good = [(size, page, pages) for size, page, pages in rows if not page.fout]
    said = ["antwoordt niet"] if len(good) < len(rows) else []
    if any(page.sql > MOST_QUERIES for _, page, _ in good):
        said.append("queries")
    if any(_ratio(page, pages) > page.hoogstens for _, page, pages in good):
        said.append("CPU")
    pairs = [(a, b) for a, b in _grown(found) if not found[a][place].fout and not found[b][place].fout]
    if any(found[a][place].rijen != found[b][place].rijen for a, b in pairs):
        said.append("rijen")
    if any((_growth(place, found, a, b) or 0) > MOST_GROWTH for a, b in pairs):
        said.append("groei")
    return ", ".join(said)


def machine() -> Iterator[str]:
    """What the numbers were measured on."""
    yield f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()} {platform.release().split('-')[0]}"
    packages = ", ".join(f"{name} {version(name)}" for name in ("Django", "Jinja2", "gunicorn"))
    yield f"Python {platform.python_version()}, {packages}"


def page(
    found: Found,
    *,
    command: str,
    times: int,
    tables: str,
    loads: Mapping[Size, float],
    day: date,
) -> str:
    """docs/huis/snelheid.md."""
    said = "; ".join(f"{engine} {number(size, 0)}: {number(load)}" for (engine, size), load in loads.items())
    return "\n".join(
        [
            INTRO.format(times=times, most=MOST_QUERIES, growth=number(MOST_GROWTH)),
            f"- Gemeten op {day.isoformat()} met `{command}`",
            *(f"- {line}" for line in machine()),
            f"- Tafels erbij: {tables}",
            f"- Load bij het begin van elke meting (andere programma's rekenden mee): {said}",
            "",
            *table(found),
            "",
        ]
    )
