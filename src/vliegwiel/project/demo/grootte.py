"""A demo gemeente of a given number of inhabitants: Lindebeek grows by a thousand at a time, everybody in it invented.

Of a thousand inhabitants sixty households have a plan and forty are known from messages only; together they have a
hundred and fifty provisions. The demo itself counts for the first thousand. The same seed gives the same town on every
database, whatever was stored in one go: each thousand has its own chance. It may be stopped and started again, and a
town may grow further: a thousand that is there is not made twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from vliegwiel.gemeenschap.models import Agbcode, Deelname, Gebied, Medewerker, Team
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.models import Gemeente
from vliegwiel.privacy.models import Betrokkene
from vliegwiel.project.demo.collegas import colleagues, numbers_of
from vliegwiel.project.demo.eerder import reach_goals
from vliegwiel.project.demo.huishoudens import Row, Rows, Town, store_all
from vliegwiel.project.demo.inkijken import looked
from vliegwiel.project.demo.stand import read
from vliegwiel.project.demo.verstrekken import provide
from vliegwiel.project.demo.voorzieningen import Help
from vliegwiel.samenspel.public import bring_up_to_date

SIZES = (1_000, 20_000, 200_000, 1_000_000)
SEED = 2
THOUSAND = 1_000
WITH_A_PLAN, FROM_MESSAGES, PROVISIONS = 60, 40, 150  # of a thousand inhabitants
IN_ONE_GO = 10  # thousands in one transaction
WORKED = timedelta(days=400)
Say = Callable[[str], None]


def grow(inhabitants: int, now: datetime, *, seed: int = SEED, say: Say = print) -> int:
    """Let Lindebeek grow to so many inhabitants; how many thousands were made. Needs the demo, and no transaction."""
    gemeente = Gemeente.objects.get(slug="lindebeek")
    with as_gemeente(gemeente.pk):
        stad = Stad(gemeente, now, seed)
        todo = [nr for nr in range(1, inhabitants // THOUSAND) if nr not in stad.there]
    for place in range(0, len(todo), IN_ONE_GO):
        with as_gemeente(gemeente.pk):
            _store(stad, todo[place : place + IN_ONE_GO])
        done = (len(todo) - min(len(todo), place + IN_ONE_GO)) * THOUSAND
        say(f"{inhabitants - done:,} van {inhabitants:,} inwoners".replace(",", "."))
    if todo:
        say("Wat aandacht vraagt…")
        with as_gemeente(gemeente.pk):
            bring_up_to_date(gemeente.pk, now)
    return len(todo)


def _store(stad: Stad, numbers: list[int]) -> None:
    """These thousands, all of it or nothing."""
    rows: Rows = defaultdict(list)
    pairs = stad.colleagues(numbers)
    for nr, (who, team) in zip(numbers, pairs, strict=True):
        stad.thousand(nr, who, team, rows)
    shown: dict[Any, list[Any]] = defaultdict(list)
    for it in rows[Betrokkene]:
        assert isinstance(it, Betrokkene)
        shown[it.dossier_id].append(it.persoon_id)
    store_all(rows)
    looked(stad.gemeente, stad.now, shown, [who for who, _ in pairs])


@dataclass
class Stad:
    """What every thousand is made from."""

    gemeente: Gemeente
    now: datetime
    seed: int

    def __post_init__(self) -> None:
        here = {"gemeente": self.gemeente}
        self.words, self.help = read("mensen"), read("voorzieningen")
        self.areas = list(Gebied.objects.filter(**here).order_by("code"))
        works = dict(Deelname.objects.filter(**here).values_list("organisatie_id", "pk"))
        # each thousand has a consulent of its own, stored together with it
        self.there = set(numbers_of(self.gemeente))
        codes = Agbcode.objects.filter(organisatie_id__in=works)
        self.deelnames = {it.code: works[it.organisatie_id] for it in codes}
        self.agb = {row["sleutel"]: row["agb"][0] for row in read("organisaties") if row.get("agb")}

    @property
    def begin(self) -> date:
        return day_of(self.now) - WORKED

    def chance(self, nr: int, what: str) -> Random:
        return Random(f"{self.seed}:{nr}:{what}")

    def colleagues(self, numbers: list[int]) -> list[tuple[Medewerker, Team]]:
        """A consulent per thousand."""
        names = [self._name(self.chance(nr, "collega")) for nr in numbers]
        return [
            pair
            for nr, naam in zip(numbers, names, strict=True)
            for pair in colleagues(self.gemeente, [naam], self.begin, self.now, nr)
        ]

    def _name(self, chance: Random) -> str:
        return f"{chance.choice(self.words['voornamen'])} {chance.choice(self.words['achternamen'])}"

    def thousand(self, nr: int, who: Medewerker, team: Team, rows: Rows) -> None:
        """The households of one thousand inhabitants and their help, put with the rows that wait."""
        town = Town(
            self.gemeente, self.words, self.now, f"{self.seed}:{nr}:thuis", start=nr * THOUSAND, rows=rows
        )
        for turn in range(WITH_A_PLAN):
            town.ordinary(who, team if turn % 3 == 0 else None, town.chance.choice(self.areas))
        reach_goals(town, f"{self.seed}:{nr}:doelen")
        words: Row = {**self.help, "huishoudens": FROM_MESSAGES}
        seed, numbers = f"{self.seed}:{nr}:hulp", 10_000_000 + nr * THOUSAND
        help_ = Help(town, words, self.agb, [who], self.areas, seed, numbers)
        help_.think(help_.bedenker.some(PROVISIONS))
        help_.call(provide(help_, self.deelnames))
