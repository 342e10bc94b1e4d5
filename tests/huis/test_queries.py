"""A page costs the same at 200 and at 2,000 rows of data: as many queries, and as many rows fetched.

Measured on every address that answers, for a colleague who sits everywhere, a beheerder and a resident. A page that
fetches more rows as a gemeente gets older is a page that one day takes ten seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper

from tests.huis.crowd import centre_of, grow
from tests.huis.town import PART, ask, browser, build_town
from vliegwiel.project.checks import all_patterns

pytestmark = pytest.mark.django_db
SMALL, LARGE = 200, 2000
ASKERS = ("zit", "beheerder", "inwoner_zit")
MOST_QUERIES = 12
MORE = {
    "beheer/collega/<uuid:medewerker>/stopt/": 14
}  # once in somebody's time here; asks every room what is left
# What people open all day, where nobody's file is read (then the log is written, in one statement on PostgreSQL): one
# less, because PostgreSQL asks a kept connection first whether it still lives.
MAIN = frozenset(
    {
        "",
        "tafels/",
        "tafels/<uuid:tafel_id>/",
        "gesprekken/<uuid:gesprek_id>/",
        "voorstellen/<uuid:voorstel_id>/",
        "tafels/<uuid:tafel_id>/bijdragen/",
        "koers/",
        "koers/doelen/",
        "koers/doelen/<uuid:doel_id>/",
        "koers/mensbeeld/",
        "koers/begrippen/",
        "koers/begrippen/<slug:sleutel>/",
        "opdracht/",
        "opdracht/opgaven/<uuid:opgave_id>/",
        "opdracht/opdrachten/<uuid:opdracht_id>/",
        "effect/",
        "effect/indicatoren/",
        "effect/indicatoren/<uuid:indicator_id>/",
        "wiel/",
        "zoeken/?q=",
    }
)


def most(route: str) -> int:
    return 11 if route in MAIN else MORE.get(route, MOST_QUERIES)


INSIDE = "<slug:gemeente>/"
NOT_COUNTED = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "SET LOCAL", "PRAGMA")


@dataclass
class Cost:
    queries: int = 0
    rows: int = 0


class Counting(CursorWrapper):
    """Django's cursor, counting what it hands over."""

    cost = Cost()

    def execute(self, sql: Any, params: Any = None) -> Any:
        Counting.cost.queries += not str(sql).lstrip().upper().startswith(NOT_COUNTED)
        return super().execute(sql, params)

    def __iter__(self) -> Iterator[Any]:
        for row in super().__iter__():
            Counting.cost.rows += 1
            yield row

    def _counted(self, rows: list[Any]) -> list[Any]:
        Counting.cost.rows += len(rows)
        return rows

    def fetchone(self) -> Any:
        row = self.cursor.fetchone()
        Counting.cost.rows += row is not None
        return row

    def fetchmany(self, *args: Any) -> Any:
        return self._counted(self.cursor.fetchmany(*args))

    def fetchall(self) -> Any:
        return self._counted(self.cursor.fetchall())


@contextmanager
def counted() -> Iterator[Cost]:
    """What is asked and fetched inside the block."""
    make = connection.make_cursor
    connection.make_cursor = lambda cursor: Counting(cursor, connection)  # type: ignore[method-assign,assignment]
    Counting.cost = Cost()
    try:
        yield Counting.cost
    finally:
        connection.make_cursor = make  # type: ignore[method-assign]


def addresses_of(town: Any) -> dict[str, str]:
    """route → address, for every page inside the gemeente, about the table at the centre."""
    found = {}
    for route, _ in all_patterns():
        if not route.startswith(INSIDE):
            continue
        centre = centre_of(town)
        known = {row._meta.model_name: row.pk for row in town.filler.last.values()}
        known |= {
            "gemeente": town.slug,
            "tafel": centre.tafel.pk,
            "sleutel": town.slugs()[-1],
            "zetel": centre.zetel.pk,
            "soort": "ambitie",
        }
        names = [name for _, name in PART.findall(route)]
        if all(name.removesuffix("_id") in known for name in names):
            values = iter([str(known[name.removesuffix("_id")]) for name in names])
            found[route] = "/" + PART.sub(lambda _, values=values: next(values), route)  # type: ignore[misc]
    found[f"{INSIDE}zoeken/?q="] = f"/{town.slug}/zoeken/?q=zq"
    return found


def costs(town: Any, asker: str) -> dict[str, Cost]:
    client, found = browser(town.people[asker]), {}
    for route, address in addresses_of(town).items():
        if ask(client, address).status_code == 200:  # warm; and not for this asker when it is refused
            with counted() as cost:
                ask(client, address)
            found[route] = cost
    return found


@pytest.fixture
def town() -> Any:
    return build_town("kanarie", "a")


def test_a_page_costs_the_same_when_a_gemeente_grows(town: Any) -> None:
    grow(town, SMALL)
    small = {asker: costs(town, asker) for asker in ASKERS}
    grow(town, LARGE - SMALL)
    large = {asker: costs(town, asker) for asker in ASKERS}
    growing, heavy = {}, {}
    for asker in ASKERS:
        assert small[asker].keys() == large[asker].keys()
        print(f"\n{asker:60} queries  rows at {SMALL} and {LARGE}")
        for route, first in small[asker].items():
            last, name = large[asker][route], f"{asker}: {route.removeprefix(INSIDE)}"
            print(f"{name:60} {last.queries:7}  {first.rows:6} {last.rows:6}")
            if first != last:
                growing[name] = f"{first} → {last}"
            if last.queries > most(route.removeprefix(INSIDE)):
                heavy[name] = last.queries
    assert growing == {}
    assert heavy == {}
    assert {f"{INSIDE}{route}" for route in MAIN} - large["zit"].keys() == set()


def test_the_counter_counts(town: Any) -> None:
    from vliegwiel.kern.models import Account

    with counted() as cost:
        people = list(Account.objects.all())
        Account.objects.first()
        list(Account.objects.values_list("pk").iterator())
    assert (cost.queries, cost.rows) == (3, 2 * len(people) + 1)
