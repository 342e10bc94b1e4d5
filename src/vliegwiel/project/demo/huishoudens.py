"""Households for the demo: as many as a town has, each with an ordinary life.

Rows are made in bulk, past the actions: this is about numbers, and about stories that are already under way. The
same seed gives the same town. Everybody is fictional.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.db import models

from vliegwiel.gemeenschap.models import Gebied, Medewerker, Team
from vliegwiel.kern.clock import ZONE, day_of
from vliegwiel.kern.models import Gemeente
from vliegwiel.kern.search import stems_of
from vliegwiel.ondersteuning.models import (
    Adres,
    Belletje,
    Contactmoment,
    Doelafspraak,
    Huishouden,
    Kaart,
    Overdracht,
    Plan,
    Plandeel,
    Plandoel,
    Voorziening,
    Voorzieningfeit,
    Vraag,
)
from vliegwiel.privacy.models import Betrokkene, Betrokkenheid, Deling, Dossier, Persoon, Vertegenwoordiging
from vliegwiel.project.demo.opslaan import store
from vliegwiel.samenspel.models import Afspraak, Terugblik

Row = dict[str, Any]
Rows = dict[type[models.Model], list[models.Model]]
BATCH = 400
FOUR_WEEKS = timedelta(days=28)
# What must be there before what points to it.
ORDER = (
    Persoon, Dossier, Betrokkene, Vertegenwoordiging, Betrokkenheid, Deling, Huishouden, Adres, Terugblik, Plan,
    Plandeel, Plandoel, Afspraak, Doelafspraak, Contactmoment, Vraag, Overdracht,
    Kaart, Voorziening, Voorzieningfeit, Belletje,
)  # fmt: skip


def store_all(waiting: Rows) -> None:
    """Store what waits, in an order that the references allow."""
    for model in ORDER:
        if rows := waiting.pop(model, []):
            store(model, rows)


@dataclass(frozen=True)
class Bewoner:
    """Somebody who lives in one of the households; `belt` is the colleague who knows them, if there is one."""

    persoon: Persoon
    dossier: Dossier
    begin: date
    belt: Medewerker | None = None

    def is_young(self, today: date) -> bool:
        born = self.persoon.geboortedatum
        return born is not None and (today - born).days < 18 * 365


class Town:
    """One gemeente being filled. Rows wait in memory until `flush`."""

    def __init__(
        self,
        gemeente: Gemeente,
        words: Row,
        now: datetime,
        seed: int | str = 1,
        start: int = 0,
        rows: Rows | None = None,
    ) -> None:
        self.gemeente, self.words, self.now, self.today = gemeente, words, now, day_of(now)
        self.chance = Random(seed)
        self.bewoners: list[Bewoner] = []
        self.plans: list[tuple[Plan, Persoon, Row]] = []  # of ordinary households, with their first story
        self._rows: Rows = defaultdict(list) if rows is None else rows
        self._number = start

    def add(self, model: Any, **fields: Any) -> Any:
        row = model(gemeente=self.gemeente, **fields)
        self._rows[model].append(row)
        return row

    def flush(self) -> None:
        """Store what waits."""
        store_all(self._rows)

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def moment(self, days: int, hour: int = 10) -> datetime:
        return min(datetime.combine(self.day(days), time(hour, 15), ZONE), self.now)

    def person(self, voornaam: str, achternaam: str, age: int | None = None, **fields: Any) -> Persoon:
        born = None if age is None else self.day(-365 * age - self.chance.randrange(20, 340))
        return self.add(  # type: ignore[no-any-return]
            Persoon,
            voornaam=voornaam,
            achternaam=achternaam,
            geboortedatum=born,
            telefoon=f"06-0000{self.chance.randrange(10_000):04d}",
            zoektekst=stems_of(*f"{voornaam} {achternaam}".split()),
            **fields,
        )

    def household(
        self, naam: str, people: list[Persoon], *, since: int, gebied: Gebied | None, **adres: Any
    ) -> Plan:
        """An empty plan with its dossier, who lives there and where."""
        dossier = self.home(naam, people, begin=self.day(since), gebied=gebied, **adres)
        return self.add(Plan, dossier=dossier, begonnen_op=dossier.geopend_op)  # type: ignore[no-any-return]

    def home(
        self,
        naam: str,
        people: list[Persoon],
        *,
        begin: date,
        gebied: Gebied | None,
        until: date | None = None,
        **adres: Any,
    ) -> Dossier:
        """A household without a plan: its dossier, who lives (or lived) there and where."""
        self._number += 1
        nummer = f"{self.gemeente.naam[:1].upper()}-{begin.year}-{self._number:05d}"
        dossier = self.add(Dossier, nummer=nummer, geopend_op=begin)
        for place, person in enumerate(people):
            self.add(
                Betrokkene,
                dossier=dossier,
                persoon=person,
                volgorde=place,
                begindatum=begin,
                einddatum=until,
            )
        words = stems_of(*naam.split(), nummer)
        home = self.add(Huishouden, dossier=dossier, naam=naam, gebied=gebied, zoektekst=words)
        self._address(home, dossier, begin, until, **adres)
        return dossier  # type: ignore[no-any-return]

    def _address(
        self,
        home: Huishouden,
        dossier: Dossier,
        begin: date,
        until: date | None,
        *,
        straat: str,
        nummer: str,
        geheim: bool = False,
    ) -> None:
        where = {"straat": straat, "huisnummer": nummer, "postcode": "9901 LB", "plaats": self.gemeente.naam}
        words = (
            "" if geheim else stems_of(*straat.split(), nummer, "9901", "lb", "9901lb", self.gemeente.naam)
        )
        self.add(
            Adres,
            huishouden=home,
            dossier=dossier,
            geheim=geheim,
            begindatum=begin,
            einddatum=until,
            zoektekst=words,
            **where,
        )

    def involve(self, dossier: Dossier, who: Medewerker | Team, domein: str, begin: date) -> None:
        """In a domain; without one as the vaste contactpersoon."""
        kind = Betrokkenheid.Soort.UITVOERING if domein else Betrokkenheid.Soort.VASTE_CONTACTPERSOON
        person = {"team": who} if isinstance(who, Team) else {"medewerker": who}
        self.add(Betrokkenheid, dossier=dossier, soort=kind, domein=domein, begindatum=begin, **person)

    # -- everybody else

    def many(
        self, size: int, contact: Callable[[int], tuple[Medewerker, Team | None]], areas: list[Gebied]
    ) -> Iterator[int]:
        """So many households with ordinary lives; yields how many are stored so far."""
        for turn in range(size):
            who, team = contact(turn)
            self.ordinary(who, team, self.chance.choice(areas) if areas else None)
            if turn % BATCH == BATCH - 1:
                self.flush()
                yield turn + 1
        self.flush()
        yield size

    def ordinary(self, who: Medewerker, team: Team | None, gebied: Gebied | None) -> None:
        pick, words = self.chance, self.words
        surname = pick.choice(words["achternamen"])
        grown = [self.person(pick.choice(words["voornamen"]), surname, pick.randrange(24, 90))]
        if pick.random() < 0.4:
            grown.append(self.person(pick.choice(words["voornamen"]), surname, pick.randrange(24, 80)))
        story = pick.choice(words["verhalen"])
        children = []
        if story["domein"] == "jeugd":
            children = [
                self.person(pick.choice(words["voornamen"]), surname, pick.randrange(3, 17))
                for _ in range(pick.randrange(1, 4))
            ]
            for child in children:
                self._custody(grown[0], child)
        name = f"gezin {surname}" if children else f"{grown[0].voornaam} {surname}"
        since = -pick.randrange(20, 700)
        plan = self.household(
            name,
            [*grown, *children],
            since=since,
            gebied=gebied,
            straat=pick.choice(words["straten"]),
            nummer=str(pick.randrange(1, 180)),
        )
        self.involve(plan.dossier, who, "", plan.begonnen_op)
        self.involve(plan.dossier, who, story["domein"], plan.begonnen_op)
        if team is not None:
            self.involve(
                plan.dossier,
                team,
                "welzijn" if story["domein"] == "wmo" else story["domein"],
                plan.begonnen_op,
            )
        here = plan.dossier
        self.plans.append((plan, grown[0], story))
        self.bewoners += [Bewoner(it, here, here.geopend_op, who) for it in (grown[0], *children)]
        self._story(plan, story, grown[0], who)
        if pick.random() < 0.5:
            self._story(plan, pick.choice(words["verhalen"]), grown[-1], who)

    def _custody(self, parent: Persoon, child: Persoon) -> None:
        begin = child.geboortedatum or self.today
        self.add(Vertegenwoordiging, persoon=child, vertegenwoordiger=parent, soort="gezag", begindatum=begin)

    def _story(self, plan: Plan, story: Row, person: Persoon, who: Medewerker) -> None:
        """What goes well, what somebody wants, a goal, who does what, and how the last weeks went."""
        pick = self.chance
        here: Row = {"dossier": plan.dossier}
        about: Row = {**here, "domein": story["domein"], "persoon": person}
        area = {"leefgebied": story["leefgebied"], "eigen_woorden": True, "gemaakt_op": self.moment(-60)}
        self.add(Plandeel, **about, **area, soort="gaat_goed", tekst=story["goed"], maker=who)
        self.add(Plandeel, **about, **area, soort="wil_ik", tekst=story["wil"], maker=who)
        goal = self.goal(plan, story["doel"], story["stap"], story["domein"], person, pick.randrange(2, 120))
        soon = self.day(-2 if pick.random() < 0.02 else pick.randrange(1, 28))
        self.add(
            Afspraak,
            **about,
            tekst=story["zelf"],
            wie="inwoner",
            doet=person,
            gever=who,
            wanneer=soon,
            status="loopt",
            gemaakt_op=self.moment(-20),
        )
        task = story["afspraak"]
        colleague = who if task["wie"] in ("gemeente", "professional") else None
        step = self.add(
            Afspraak,
            **about,
            tekst=task["tekst"],
            wie=task["wie"],
            wie_naam=task.get("naam", ""),
            medewerker=colleague,
            gever=who,
            wanneer=soon + timedelta(days=pick.randrange(1, 15)),
            status="loopt",
            gemaakt_op=self.moment(-20),
        )
        self.add(Doelafspraak, plandoel=goal, afspraak=step)
        for _ in range(pick.randrange(1, 4)):
            self.contact(
                plan,
                who,
                -pick.randrange(0, 60),
                story["domein"],
                story["regel"],
                pick.choice(self.words["uitkomsten"]),
                person,
            )

    def goal(
        self,
        plan: Plan,
        tekst: str,
        stap: str,
        domein: str,
        person: Persoon | None,
        look_back: int | None = None,
        expected: str = "",
        score: int | None = None,
    ) -> Plandoel:
        """A goal with its first step, and the day to look back on it."""
        about: Row = {"dossier": plan.dossier, "domein": domein, "persoon": person}
        later = None
        if look_back is not None:
            text = expected or "Dan gaat het vanzelf, ook zonder dat iemand belt."
            later = self.add(Terugblik, **about, verwachting=text, kijken_op=self.day(look_back))
        return self.add(  # type: ignore[no-any-return]
            Plandoel,
            **about,
            tekst=tekst,
            eerste_stap=stap,
            score=score,
            terugblik=later,
            gemaakt_op=self.moment(-50),
        )

    def contact(
        self,
        plan: Plan,
        who: Medewerker,
        days: int,
        domein: str,
        regel: str,
        uitkomst: str = "gesproken",
        person: Persoon | None = None,
    ) -> None:
        self.add(
            Contactmoment,
            dossier=plan.dossier,
            domein=domein,
            persoon=person,
            medewerker=who,
            soort="telefoon",
            uitkomst=uitkomst,
            regel=regel if uitkomst == "gesproken" else "",
            moment=self.moment(days, self.chance.randrange(9, 17)),
        )
