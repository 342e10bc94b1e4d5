"""Fills a gemeente with a given number of provisions, in SQL, for the measurement of the klok (klok.py).

Run as a program inside the bench's own settings, on empty tables; prints as JSON a session for each kind of person.
One person and one dossier per two provisions. Ends lie evenly over three years, around the first day of the
measurement. Of ten dossiers three have a colleague (a vaste contactpersoon or somebody in the domain), six a gebied
with a team, one nothing: those go to the team that takes what nobody has. Colleagues, teams and areas grow along.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import django

DAYS = 1096  # over which the ends are spread
STEP = 7919  # a prime: the ends of neighbours lie apart
OF_ONE = 80  # households of one colleague
IN_A_TEAM = 10
OF_TEN = 3  # dossiers that have a colleague
CATCHER = "Aanmeldteam"  # the first team by name takes what nobody has
DOSSIER, PERSOON, BETROKKENE, HUISHOUDEN, BETROKKENHEID, VOORZIENING, BELLETJE = range(1, 8)


def first_day(today: date) -> date:
    """A Tuesday: the day after it and the day itself are working days, as on most nights of the klok."""
    return today - timedelta(days=(today.weekday() - 1) % 7 + 7)


def moment(day: date, hour: int) -> datetime:
    from vliegwiel.kern.clock import ZONE

    return datetime.combine(day, time(hour), ZONE)


@contextmanager
def raw() -> Iterator[Any]:
    """The database past row-level security and triggers: this is about numbers, not about what is allowed."""
    if where := os.environ.get("VLIEGWIEL_DATABASE_MIGRATIE"):
        import psycopg

        name = where.split("@/")[1].split("?")[0]
        with psycopg.connect(os.environ["VLIEGWIEL_TEST_PG_DSN"], dbname=name, autocommit=True) as own:
            own.execute("SET session_replication_role = replica")
            yield own
        return
    with closing(sqlite3.connect(Path(os.environ["VLIEGWIEL_DATA"]) / "vliegwiel.sqlite3")) as own:
        yield own
        own.commit()


def upkeep() -> None:
    """What the database does by itself by the next day."""
    with raw() as own:
        own.execute("ANALYZE" if isinstance(own, sqlite3.Connection) else "VACUUM ANALYZE")


class Words:
    """How the two databases say the same."""

    def __init__(self, lite: bool, gemeente: Any, day: date) -> None:
        self.lite, self.day = lite, day
        self.gemeente = f"'{gemeente.hex}'" if lite else f"'{gemeente}'::uuid"

    def id(self, kind: int, number: str) -> str:
        if self.lite:
            return f"printf('0199%04x000070008000%012x', {kind}, {number})"
        return f"('0199{kind:04x}000070008000' || lpad(to_hex({number}), 12, '0'))::uuid"

    def date(self, days: str) -> str:
        if self.lite:
            return f"date('{self.day}', ({days}) || ' days')"
        return f"(DATE '{self.day}' + ({days})::int)"

    def moment(self, days: str) -> str:
        return f"{self.date(days)} || ' 09:00:00'" if self.lite else f"{self.date(days)} + TIME '09:00' "

    def null(self, kind: str) -> str:
        return "NULL" if self.lite else f"NULL::{kind}"

    def numbers(self, count: int) -> str:
        if self.lite:
            each = f"SELECT 0 AS n UNION ALL SELECT n + 1 FROM s WHERE n < {count - 1}"
            return f"(WITH RECURSIVE s(n) AS ({each}) SELECT n FROM s) s"
        return f"generate_series(0, {count - 1}) AS s(n)"

    def counted(self, table: str, column: str, which: str) -> str:
        """The rows of a table with a number from zero."""
        rows = f"FROM {table} WHERE {which} AND gemeente_id = {self.gemeente}"
        return f"(SELECT {column}, row_number() OVER (ORDER BY id) - 1 AS nr {rows})"

    def insert(self, table: str, values: Mapping[str, str], rows: str) -> str:
        values = {"gemeente_id": self.gemeente, **values}
        return f"INSERT INTO {table} ({', '.join(values)}) SELECT {', '.join(values.values())} FROM {rows}"


def households(w: Words, count: int, teams: int) -> Iterator[str]:
    """A person, a dossier, and where they live: so many of each."""
    each, begin = w.numbers(count), w.date("-900")
    yield w.insert(
        "privacy_persoon",
        {
            "id": w.id(PERSOON, "n"),
            "voornaam": "'Bewoner'",
            "achternaam": "'Nummer ' || n",
            "geboortedatum": w.date("-9000 - n % 20000"),
            "telefoon": "'06-00000000'",
            "email": "''",
            "zoektekst": "'bewoner nummer ' || n",
        },
        each,
    )
    dossier = {"id": w.id(DOSSIER, "n"), "nummer": "'B-' || n", "referentie": "''", "geopend_op": begin}
    yield w.insert("privacy_dossier", {**dossier, "bewaarregel": "''"}, each)
    lives = {"dossier_id": w.id(DOSSIER, "n"), "persoon_id": w.id(PERSOON, "n"), "begindatum": begin}
    yield w.insert("privacy_betrokkene", {"id": w.id(BETROKKENE, "n"), "volgorde": "0", **lives}, each)
    home = {"id": w.id(HUISHOUDEN, "n"), "dossier_id": w.id(DOSSIER, "n")}
    home |= {"naam": "'Bewoner ' || n", "zoektekst": "'bewoner ' || n"}
    home |= {"gebied_id": f"CASE WHEN n % 10 < 9 THEN t.gebied_id ELSE {w.null('uuid')} END"}
    areas = w.counted("gemeenschap_team", "gebied_id", "gebied_id IS NOT NULL")
    yield w.insert("ondersteuning_huishouden", home, f"{each} JOIN {areas} AS t ON t.nr = n % {teams}")


def colleagues_of(w: Words, count: int, people: int) -> str:
    """Three of ten dossiers: two with somebody in the domain, one with a vaste contactpersoon."""
    who = w.counted("gemeenschap_medewerker", "id", "naam LIKE 'Collega %'")
    place = f"c.nr = (n / 10 * {OF_TEN} + n % 10) % {people}"
    fixed = f"n % 10 = {OF_TEN - 1}"
    return w.insert(
        "privacy_betrokkenheid",
        {
            "id": w.id(BETROKKENHEID, "n"),
            "dossier_id": w.id(DOSSIER, "n"),
            "medewerker_id": "c.id",
            "soort": f"CASE WHEN {fixed} THEN 'vaste_contactpersoon' ELSE 'uitvoering' END",
            "domein": f"CASE WHEN {fixed} THEN '' WHEN n % 2 = 0 THEN 'wmo' ELSE 'jeugd' END",
            "begindatum": w.date("-800"),
        },
        f"{w.numbers(count)} JOIN {who} AS c ON {place} WHERE n % 10 < {OF_TEN}",
    )


def provisions(w: Words, count: int) -> Iterator[str]:
    """Two for each person; and calls about four of five that ended in the last two months."""
    ends = f"(n % {DAYS} * {STEP} % {DAYS} - {DAYS // 2})"
    by_law = "CASE WHEN n / 2 % 2 = 0 THEN '{}' ELSE '{}' END"
    whose = {"dossier_id": w.id(DOSSIER, "n / 2"), "persoon_id": w.id(PERSOON, "n / 2")}
    whose |= {"domein": by_law.format("wmo", "jeugd")}
    yield w.insert(
        "ondersteuning_voorziening",
        {
            "id": w.id(VOORZIENING, "n"),
            **whose,
            "wet": by_law.format("wmo", "jeugd"),
            "categorie": by_law.format("02", "45"),
            "toewijzing": "'B' || n",
            "bron": "'bericht'",
            **dict.fromkeys(("code", "agbcode", "reden", "eenheid", "frequentie"), "''"),
            "begindatum": w.date(f"{ends} - 365"),
            "begonnen_op": w.date(f"{ends} - 365"),
            "eind": w.date(ends),
            "ingetrokken": "FALSE",
            "opmerkingen": "'[]'",
            "stand": "1",
            "gewijzigd_op": w.moment("-30 - n % 300"),
        },
        w.numbers(count),
    )
    who = f"(SELECT id FROM gemeenschap_medewerker WHERE gemeente_id = {w.gemeente} AND naam = 'Collega 0') c"
    called = f"{w.numbers(count)}, {who} WHERE {ends} BETWEEN -60 AND -1 AND n % 5 < 4"
    yield w.insert(
        "ondersteuning_belletje",
        {
            "id": w.id(BELLETJE, "n"),
            **whose,
            "voorziening_id": w.id(VOORZIENING, "n"),
            "medewerker_id": "c.id",
            "over": w.date(ends),
            "weg": "'telefoon'",
            "uitkomst": "'loopt_goed_af'",
            "regel": "''",
            "moment": w.moment(f"{ends} - 14"),
        },
        called,
    )


def _teams(gemeente: Any, people: list[Any]) -> int:
    """Every manned team gets a gebied of its own; one more team, with one colleague, takes what nobody has."""
    from vliegwiel.gemeenschap.models import Gebied, Team, Teamlid

    begin = people[0][0].begindatum
    teams = list({team.pk: team for _, team in people}.values())
    areas = Gebied.objects.bulk_create(
        Gebied(gemeente=gemeente, soort="buurt", naam=f"Buurt {i}", begindatum=begin)
        for i in range(len(teams))
    )
    for team, area in zip(teams, areas, strict=True):
        team.gebied = area
    Team.objects.filter(gemeente=gemeente).bulk_update(teams, ["gebied"], batch_size=500)
    catcher = Team.objects.create(gemeente=gemeente, naam=CATCHER)
    Teamlid.objects.create(gemeente=gemeente, team=catcher, medewerker=people[-1][0], begindatum=begin)
    return len(teams)


def fill(count: int) -> dict[str, Any]:
    """So many provisions; returns the sessions of who reads the pages."""
    from tests.cast import make_cast
    from tools.bench.fill import session_for
    from vliegwiel.kern.clock import now, today
    from vliegwiel.kern.database import as_gemeente, request_transaction
    from vliegwiel.project.demo.collegas import colleagues

    with request_transaction(writes=True):
        gemeente = make_cast().gemeenten["lindebeek"]
    dossiers, day = count // 2, first_day(today())
    with as_gemeente(gemeente.pk):
        number = max(IN_A_TEAM, dossiers * OF_TEN // 10 // OF_ONE // IN_A_TEAM * IN_A_TEAM)
        names = [f"Collega {place}" for place in range(number)]
        people = colleagues(gemeente, names, day - timedelta(days=900), now())
        teams = _teams(gemeente, people)
        reads = {"collega": people[0][0], "aanmeldteam": people[-1][0]}
        sessions = {name: session_for(who.account) for name, who in reads.items()}
    with raw() as own:
        w = Words(isinstance(own, sqlite3.Connection), gemeente.pk, day)
        for statement in (
            *households(w, dossiers, teams),
            colleagues_of(w, dossiers, number),
            *provisions(w, count),
        ):
            own.execute(statement)
    upkeep()
    return {"sessies": sessions, "collega": str(reads["collega"].pk)}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench.settings")
    django.setup()
    print(json.dumps(fill(int(sys.argv[1]))))
