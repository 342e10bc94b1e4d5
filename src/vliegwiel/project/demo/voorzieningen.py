"""Nine hundred provisions for the demo, at every stage, as messages would have told of them. Everybody is invented.

What the messages say goes through `apply_facts`, as when they are read in, on the day of each: the demo cannot hold
a provision that its facts do not make. Most people in it are known from messages only, and have no plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Agbcode, Gebied, Instelling, Inwoner, Medewerker, Organisatie
from vliegwiel.kern.clock import ZONE
from vliegwiel.kern.codes import Purpose, Rol
from vliegwiel.kern.ids import new_id
from vliegwiel.ondersteuning.actions.voorziening import apply_facts
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.ondersteuning.rules.pakket import Mens, Pakket
from vliegwiel.ondersteuning.rules.voorziening import Feit
from vliegwiel.privacy.inzage import collector
from vliegwiel.privacy.public import clean_bsn, store_bsns
from vliegwiel.project.demo.belletjes import Beller, Gebeld, write_down
from vliegwiel.project.demo.huishoudens import Bewoner, Row, Town
from vliegwiel.project.demo.stand import read
from vliegwiel.project.demo.trajecten import FIRST_NUMBER, Bedenker, Traject
from vliegwiel.samenspel.public import bring_up_to_date

SEED = 4
PLANNED = 0.28  # how often somebody with a plan is the one
FIRST_BSN = 999_950_000  # the test numbers begin with 9999: nobody has them


class Help:
    """Everything about provisions in one gemeente."""

    def __init__(
        self,
        town: Town,
        words: Row,
        agb: dict[str, str],
        callers: list[Medewerker],
        areas: list[Gebied],
        seed: int | str = SEED,
        numbers: int = FIRST_NUMBER,
    ) -> None:
        self.town, self.words, self.agb, self.callers, self.areas = town, words, agb, callers, areas
        self.bedenker = Bedenker(words, town.today, seed, numbers)
        self.beller, self.chance = Beller(town.today, seed), self.bedenker.chance
        self.known: list[tuple[Bewoner, Traject, list[Gebeld]]] = []
        self.waiting: list[tuple[Bewoner, Traject]] = []  # the same help again
        self.alone: list[Bewoner] = []  # known from messages only
        self.people = list(town.bewoners)

    def load(self, by: Kijker, families: dict[str, Bewoner]) -> None:
        for row in self.words["gezinnen"]:
            self.known.append((families[row["wie"]], self._of_family(row), []))
        self.think(self.bedenker.fasen())
        self.town.flush()
        self._number(by)
        self.call(self._tell(by))
        self.town.flush()

    def think(self, fasen: list[str]) -> None:
        """Who has what help; and who was called about it."""
        for fase in fasen:
            self._one(fase)

    def call(self, rows: dict[tuple[str, str], Voorziening]) -> None:
        """Write down the calls about these provisions."""
        regels = self.words["regels"]
        for wie, traject, calls in self.known:
            who = wie.belt or self.chance.choice(self.callers)
            write_down(self.town, wie, rows[traject.soort["wet"], traject.nummer], calls, who, regels)

    # -- who and what

    def _of_family(self, row: Row) -> Traject:
        eind = row["eind"]
        last = self._next(eind) if isinstance(eind, str) else None if eind is None else self.town.day(eind)
        stop = row.get("stop", "")
        return Traject(
            soort=row, aanbieder=row["aanbieder"], fase=stop or "loopt", nummer=self.bedenker.number(),
            begin=self.town.day(row["sinds"]), eind=last, volume=row["volume"],
            stop=(self.town.day(row["gestopt"]) if "gestopt" in row else last) if stop else None,
            reden=self.words["redenen"][row["wet"]][stop][0] if stop else "",
        )  # fmt: skip

    def _next(self, dag_maand: str) -> date:
        day, month = (int(part) for part in dag_maand.split("-"))
        this_year = date(self.town.today.year, month, day)
        return this_year if this_year >= self.town.today else this_year.replace(year=this_year.year + 1)

    def _one(self, fase: str) -> None:
        if fase == "loopt" and self.waiting:
            wie, traject = self.waiting.pop()
            self.known.append((wie, traject, []))
            return
        traject = self.bedenker.traject(fase, self.bedenker.soort())
        wie, calls = self._somebody(traject), self.beller.calls(traject)
        self.known.append((wie, traject, calls))
        if calls and calls[-1].uitkomst == "verlengen" and traject.einde:
            again = self.bedenker.next_one(traject, self.beller.gap(calls))
            self.waiting += [(wie, again)] if again else []

    def _somebody(self, traject: Traject) -> Bewoner:
        """Somebody with a plan, somebody a message told of before, or somebody new."""
        young, told = traject.soort["wet"] == "jeugd", traject.told(self.town.today)
        if traject.fase not in ("verhuisd", "overleden"):
            pick, full = self.chance.random(), len(self.alone) >= self.words["huishoudens"]
            pool = self.people if pick < PLANNED else self.alone if pick > 0.85 or full else []
            fit = [it for it in pool if it.begin <= told and it.is_young(self.town.today) == young]
            if fit:
                return self.chance.choice(fit)
        return self._newcomer(traject, told, young)

    def _newcomer(self, traject: Traject, told: date, young: bool) -> Bewoner:
        town, pick, names = self.town, self.chance, self.town.words
        born = pick.randint(4, 16) if young else pick.randint(26, 94)
        person = town.person(pick.choice(names["voornamen"]), pick.choice(names["achternamen"]), born)
        if pick.random() < 0.16:
            person.telefoon = ""
        person.overleden_op = traject.stop if traject.fase == "overleden" else None
        dossier = town.home(
            person.naam, [person], begin=told, until=traject.stop if traject.fase == "verhuisd" else None,
            gebied=pick.choice(self.areas), straat=pick.choice(names["straten"]), nummer=str(pick.randrange(1, 180)),
        )  # fmt: skip
        wie = Bewoner(person, dossier, told)
        if traject.fase not in ("verhuisd", "overleden"):
            self.alone.append(wie)
        return wie

    def _number(self, by: Kijker) -> None:
        """A number for everybody a message names; those of the test range that nobody has."""
        free = (nummer for turn in range(FIRST_BSN, 10**9) if (nummer := clean_bsn(str(turn))))
        persons = dict.fromkeys(wie.persoon.pk for wie, *_ in self.known)
        self.numbers: dict[UUID, str] = dict(zip(persons, free, strict=False))
        store_bsns(numbers=self.numbers, by=by)

    # -- what the messages said

    def _tell(self, by: Kijker) -> dict[tuple[str, str], Voorziening]:
        """A quarter of messages at a time, on its last day; nobody reads along, so no look is logged."""
        for moment, pakketten in self._quarters():
            with collector():
                apply_facts(by=by, now=moment, pakketten=pakketten)
        rows = Voorziening.objects.filter(gemeente_id=self.town.gemeente.pk)
        return {(row.wet, row.toewijzing): row for row in rows}

    def _quarters(self) -> Iterator[tuple[datetime, list[Pakket]]]:
        told: dict[date, list[tuple[date, Pakket]]] = defaultdict(list)
        for wie, traject, _ in self.known:
            for day, feit in traject.facts(self.agb[traject.aanbieder], self.town.today):
                last = min(_end_of_quarter(day), self.town.today)
                told[last].append((day, self._package(wie, traject, feit)))
        for last, rows in sorted(told.items()):
            moment = min(datetime.combine(last, time(7, 30), ZONE), self.town.now)
            yield moment, [pakket for _, pakket in sorted(rows, key=lambda row: row[0])]

    def _package(self, wie: Bewoner, traject: Traject, feit: Feit) -> Pakket:
        who = wie.persoon
        mens = Mens(self.numbers[who.pk], who.geboortedatum, voornaam=who.voornaam, achternaam=who.achternaam)
        return Pakket(traject.soort["wet"], traject.nummer, (feit,), new_id(), mens)


def _end_of_quarter(day: date) -> date:
    first = date(day.year + (day.month > 9), (day.month - 1) // 3 * 3 % 12 + 4 if day.month < 10 else 1, 1)
    return first - timedelta(days=1)


def load_help(
    town: Town,
    people: dict[str, Medewerker | Inwoner],
    rollen: dict[str, frozenset[str]],
    agb: dict[str, str],
    families: dict[str, Bewoner],
    areas: list[Gebied],
) -> None:
    """Nine hundred provisions, the people who are known by them alone (600 households in all), and who is to call."""
    words = read("voorzieningen")
    colleagues = {key: it for key, it in people.items() if isinstance(it, Medewerker)}
    callers = [it for key, it in colleagues.items() if "consulent" in rollen[key]]
    backoffice = next(it for key, it in colleagues.items() if "backoffice" in rollen[key])
    Help(town, words, agb, callers, areas).load(reader(backoffice), families)
    Instelling.objects.create(
        gemeente=town.gemeente, code="vraag_team", waarde=words["vraag_team"], vanaf=town.day(-400)
    )
    bring_up_to_date(town.gemeente.pk, town.now)  # what asks attention, as the klok would find it


def reader(who: Medewerker) -> Kijker:
    """A colleague of the backoffice, reading messages in."""
    return Kijker(
        account=who.account, gemeente=who.gemeente, purpose=Purpose.BERICHTEN, medewerker=who,
        rollen=frozenset({Rol.BACKOFFICE}),
    )  # fmt: skip


def organisation_codes(organisaties: list[Row], made: dict[str, Organisatie]) -> dict[str, str]:
    """The codes by which messages name an organisation, stored; the first one of each by its short name."""
    rows = [(row["sleutel"], code) for row in organisaties for code in row.get("agb", ())]
    Agbcode.objects.bulk_create(Agbcode(organisatie=made[key], code=code) for key, code in rows)
    return dict(reversed(rows))
