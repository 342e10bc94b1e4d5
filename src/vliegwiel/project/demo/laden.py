"""Fill the demo gemeenten from the YAML in `gegevens`: everybody in it is fictional.

What happened at the tables goes through the same actions as in the browser, on its own day, so that the demo
cannot hold anything that the rules would refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import (
    Deelname,
    Gebied,
    Inwoner,
    Medewerker,
    Organisatie,
    Roltoekenning,
    Team,
    Teamlid,
)
from vliegwiel.kern.clock import ZONE, day_of
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.koers import actions as koers
from vliegwiel.project.demo.huishoudens import Town
from vliegwiel.project.demo.mensen import Families
from vliegwiel.project.demo.voorzieningen import load_help, organisation_codes
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Partij, Tafel, Uitspraak, Voorstel, Zetel

HERE_FOR = timedelta(days=500)  # everybody has worked here for a while
HOUSEHOLDS, OF_SAMIRA = 120, 80
Say = Callable[[str], None]


def read(name: str) -> Any:
    """One of the YAML files."""
    return yaml.safe_load(
        files("vliegwiel.project.demo").joinpath("gegevens", f"{name}.yaml").read_text("utf-8")
    )


@transaction.atomic
def load(now: datetime, say: Say = print) -> bool:
    """Make both demo gemeenten; False when they are there already. All of it, or nothing."""
    if Gemeente.objects.filter(slug="lindebeek").exists():
        return False
    Loader(now).run(say)
    return True


class Loader:
    """One load: what was made so far, by the short names of the YAML."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.today = day_of(now)
        self.start = self.today - HERE_FOR
        self.gemeenten: dict[str, Gemeente] = {}
        self.deelnames: dict[tuple[str, str], Deelname] = {}
        self.people: dict[str, Medewerker | Inwoner] = {}
        self.rollen: dict[str, frozenset[str]] = {}
        self.said: dict[str, Uitspraak] = {}

    def run(self, say: Say) -> None:
        say("Gemeenten, organisaties en gebieden…")
        self._gemeenten()
        self._organisaties()
        say("Collega’s en inwoners…")
        self._people()
        say("Huishoudens, plannen en voorzieningen…")
        self._households()
        say("Tafels, gesprekken en voorstellen…")
        tables = read("tafels")
        for table in tables["tafels"]:
            self._tafel(table)
        for word in tables["losse_woorden"]:
            self._loose_word(word)

    def _day(self, days: int | None) -> date | None:
        return None if days is None else self.today + timedelta(days=days)

    def _moment(self, days: int, minutes: int = 0) -> datetime:
        """Half past nine on that day and some minutes; never later than now."""
        day = self.today + timedelta(days=days)
        moment = datetime.combine(day, time(9, 30), ZONE) + timedelta(minutes=minutes)
        return min(moment, self.now - timedelta(minutes=max(0, 600 - minutes)))

    def _gemeenten(self) -> None:
        areas = read("gebieden")
        for row in read("gemeenten"):
            gemeente = Gemeente.objects.create(
                slug=row["slug"],
                naam=row["naam"],
                code=row["code"],
                huisstijl=row["huisstijl"] or {},
                aangemaakt_op=self.now,
            )
            self.gemeenten[row["slug"]] = gemeente
            set_gemeente(gemeente.pk)
            made: dict[str, Gebied] = {}
            for area in areas[row["slug"]]:
                made[area["sleutel"]] = Gebied.objects.create(
                    gemeente=gemeente,
                    soort=area["soort"],
                    naam=area["naam"],
                    code=area["code"],
                    ouder=made.get(area["ouder"]),
                    begindatum=self.start,
                )
            self.areas = {**getattr(self, "areas", {}), **made}

    def _organisaties(self) -> None:
        rows, made = read("organisaties"), {}
        for row in rows:
            made[row["sleutel"]] = organisatie = Organisatie.objects.create(
                naam=row["naam"], soort=row["soort"]
            )
            for slug in row["in"]:
                gemeente = self.gemeenten[slug]
                set_gemeente(gemeente.pk)
                self.deelnames[slug, row["sleutel"]] = Deelname.objects.create(
                    gemeente=gemeente, organisatie=organisatie, niveaus=row["niveaus"], begindatum=self.start
                )
        self.agb = organisation_codes(rows, made)

    def _people(self) -> None:
        self.teams = {row["sleutel"]: self._team(row) for row in read("teams")}
        for row in read("medewerkers"):
            self._medewerker(row, self.teams)
        for row in read("inwoners"):
            gemeente = self.gemeenten[row["gemeente"]]
            set_gemeente(gemeente.pk)
            account = self._account(row, Account.Soort.INWONER)
            self.people[row["sleutel"]] = Inwoner.objects.create(
                gemeente=gemeente, account=account, naam=row["naam"], begindatum=self.start
            )

    def _households(self) -> None:
        """The families of the YAML in Lindebeek, and ordinary households until there are 120: Samira has 80."""
        words = read("mensen")
        gemeente = self.gemeenten["lindebeek"]
        set_gemeente(gemeente.pk)
        town = Town(gemeente, words, self.now)
        families = Families(town, self.people, self.teams, self.areas)
        families.load(words["gezinnen"], words["vragen"])
        rest = HOUSEHOLDS - len(words["gezinnen"])
        mine = OF_SAMIRA - sum(row["contactpersoon"] == "samira-kaya" for row in words["gezinnen"])
        others = [key for key, rollen in self.rollen.items() if "vaste_contactpersoon" in rollen]
        others = [
            key for key in others if self.people[key].gemeente_id == gemeente.pk and key != "samira-kaya"
        ]

        def contact(turn: int) -> tuple[Medewerker, Team | None]:
            who = self.people["samira-kaya" if turn < mine else others[turn % len(others)]]
            assert isinstance(who, Medewerker)
            return who, self.teams["team-brug-oost"] if turn % 3 == 0 else None

        areas = [area for area in self.areas.values() if area.gemeente_id == gemeente.pk]
        for _done in town.many(rest, contact, areas):
            pass
        here = {key: it for key, it in self.people.items() if it.gemeente_id == gemeente.pk}
        load_help(town, here, self.rollen, self.agb, families.bewoners, areas)

    def _team(self, row: dict[str, Any]) -> Team:
        gemeente = self.gemeenten[row["gemeente"]]
        set_gemeente(gemeente.pk)
        return Team.objects.create(
            gemeente=gemeente,
            naam=row["naam"],
            deelname=self.deelnames[row["gemeente"], row["organisatie"]],
            gebied=self.areas.get(row["gebied"]),
        )

    def _account(self, row: dict[str, Any], soort: str) -> Account:
        """One account per e-mail address: somebody may work in two gemeenten."""
        known = Account.objects.filter(email=row["email"].lower()).first()
        return known or Account.objects.create(
            email=row["email"], naam=row["naam"], soort=soort, aangemaakt_op=self.now
        )

    def _medewerker(self, row: dict[str, Any], teams: dict[str, Team]) -> None:
        gemeente = self.gemeenten[row["gemeente"]]
        set_gemeente(gemeente.pk)
        here = {"gemeente": gemeente, "begindatum": self.start}
        who = Medewerker.objects.create(
            **here,
            account=self._account(row, Account.Soort.MEDEWERKER),
            deelname=self.deelnames[row["gemeente"], row["organisatie"]],
            naam=row["naam"],
            functie=row["functie"],
            einddatum=self._day(row.get("einddatum_dagen")),
        )
        for rol in row["rollen"]:
            Roltoekenning.objects.create(**here, medewerker=who, rol=rol)
        for team in row["teams"] or ():
            Teamlid.objects.create(**here, team=teams[team], medewerker=who)
        self.people[row["sleutel"]] = who
        self.rollen[row["sleutel"]] = frozenset(row["rollen"])

    def _as(self, key: str) -> Kijker:
        """Somebody of the demo, acting at a table."""
        who = self.people[key]
        set_gemeente(who.gemeente_id)
        is_colleague = isinstance(who, Medewerker)
        return Kijker(
            account=who.account,
            gemeente=who.gemeente,
            purpose=Purpose.SAMEN_BEPALEN,
            medewerker=who if is_colleague else None,
            inwoner=None if is_colleague else who,
            rollen=self.rollen.get(key, frozenset()),
        )

    def _tafel(self, row: dict[str, Any]) -> None:
        table = self._start(row)
        seats = self._seats(row, table)
        events = [*self._talks(row, table), *self._words(row, table, seats)]
        for _when, act in sorted(events, key=lambda event: event[0]):
            act()
        if row["afgerond_dagen"] is not None:
            guide = next((seat["wie"] for seat in row["zetels"] if seat["begeleider"]), row["gestart_door"])
            table.refresh_from_db()
            actions.finish_tafel(
                by=self._as(guide), now=self._moment(row["afgerond_dagen"], 400), tafel=table
            )

    def _start(self, row: dict[str, Any]) -> Tafel:
        own = next(seat for seat in row["zetels"] if seat["wie"] == row["gestart_door"])
        return actions.start_tafel(
            by=self._as(row["gestart_door"]),
            now=self._moment(row["gestart_dagen"]),
            naam=row["naam"],
            bedoeling=row["bedoeling"],
            openheid=row["openheid"],
            mandaat=own["mandaat"] or "",
            begeleidt=True,
        )

    def _seats(self, row: dict[str, Any], table: Tafel) -> dict[str, Zetel]:
        """Everybody's seat; who started hands the guiding to the begeleider at the end."""
        starter, when = self._as(row["gestart_door"]), self._moment(row["gestart_dagen"], 5)
        parties = {party["sleutel"]: party for party in row["partijen"]}
        seats = {row["gestart_door"]: Zetel.objects.get(gemeente_id=table.gemeente_id, tafel=table)}
        for entry in row["zetels"]:
            party = parties.get(entry["partij"] or "", {})
            if entry["wie"] in seats:
                continue
            seats[entry["wie"]] = actions.seat(
                by=starter,
                now=when,
                tafel=table,
                wie=self.people[entry["wie"]],
                deelname=self.deelnames.get((row["gemeente"], party.get("organisatie", ""))),
                groep=party.get("naam", ""),
                niveau=entry["niveau"] or "",
                mandaat=entry["mandaat"] or "",
                mandaat_tot=self._day(entry["mandaat_tot_dagen"]),
                is_begeleider=entry["begeleider"],
            )
        self._as_written(row, table, seats)
        return seats

    def _as_written(self, row: dict[str, Any], table: Tafel, seats: dict[str, Zetel]) -> None:
        """What no screen sets at the start: the levels and order of the parties, and the starter's own seat."""
        here = {"gemeente_id": table.gemeente_id}
        for order, party in enumerate(row["partijen"]):
            name = party.get("naam") or self.deelnames[row["gemeente"], party["organisatie"]].organisatie.naam
            rows = Partij.objects.filter(**here, tafel=table, naam=name)
            rows.update(niveaus=party["niveaus"], volgorde=order)
        own = next(entry for entry in row["zetels"] if entry["wie"] == row["gestart_door"])
        Zetel.objects.filter(**here, pk=seats[row["gestart_door"]].pk).update(
            niveau=own["niveau"] or "",
            is_begeleider=own["begeleider"],
            mandaat_tot=self._day(own["mandaat_tot_dagen"]),
        )

    def _talks(self, row: dict[str, Any], table: Tafel) -> Iterator[tuple[datetime, Callable[[], None]]]:
        for talk in row["gesprekken"]:
            yield self._moment(talk["dagen"], 30), lambda talk=talk: self._talk(row, table, talk)

    def _talk(self, row: dict[str, Any], table: Tafel, talk: dict[str, Any]) -> None:
        opener = talk["uitspraken"][0]["wie"]
        made = actions.start_gesprek(
            by=self._as(opener),
            now=self._moment(talk["dagen"], 30),
            tafel=table,
            titel=talk["titel"],
            vraag=talk["vraag"] or "",
        )
        for minute, said in enumerate(talk["uitspraken"], start=31):
            self.said[said["sleutel"]] = actions.say(
                by=self._as(said["wie"]),
                now=self._moment(talk["dagen"], minute),
                gesprek=made,
                tekst=said["tekst"],
                vorm=said["vorm"],
                delen=said["delen"],
            )

    def _words(
        self, row: dict[str, Any], table: Tafel, seats: dict[str, Zetel]
    ) -> Iterator[tuple[datetime, Callable[[], None]]]:
        for word in row["woorden"]:
            holder: dict[str, Any] = {}
            bring = self._moment(row["gestart_dagen"], 20)
            yield bring, lambda word=word, holder=holder, bring=bring: self._bring(row, word, holder, bring)
            for proposal in word["voorstellen"]:
                yield from self._proposal(proposal, table, seats, holder)

    def _bring(
        self, row: dict[str, Any], word: dict[str, Any], holder: dict[str, Any], when: datetime
    ) -> None:
        by = self._as(row["gestart_door"])
        holder["begrip"] = koers.bring_word(
            by=by, now=when, woord=word["woord"], aanleiding=word["aanleiding"]
        )

    def _proposal(
        self, row: dict[str, Any], table: Tafel, seats: dict[str, Zetel], holder: dict[str, Any]
    ) -> Iterator[tuple[datetime, Callable[[], None]]]:
        for version in row["versies"]:
            when = self._moment(version["dagen"], 120)
            yield (
                when,
                lambda version=version, when=when: self._version(row, version, table, seats, holder, when),
            )
        for minute, stance in enumerate(row["houdingen"], start=130):
            when = self._moment(stance["dagen"], minute)
            yield when, lambda stance=stance, when=when: self._stance(stance, holder, when)
        if row["aangenomen"]:
            when = self._moment(row["aangenomen"]["dagen"], 300)
            yield when, lambda when=when: self._adopt(row["aangenomen"], holder, when)

    def _version(
        self,
        row: dict[str, Any],
        version: dict[str, Any],
        table: Tafel,
        seats: dict[str, Zetel],
        holder: dict[str, Any],
        when: datetime,
    ) -> None:
        by = self._as(version["door"])
        text = {
            "tekst": version["tekst"],
            "toelichting": version["toelichting"] or "",
            "rust_op": [self.said[key] for key in version["rust_op"]],
        }
        if version["nummer"] == 1:
            holder["voorstel"] = koers.give_meaning(
                by=by,
                now=when,
                begrip=holder["begrip"],
                tafel=table,
                sluitdatum=self._day(row["sluit_dagen"]),
                gevraagd=[seats[key] for key in row["gevraagd"]],
                **text,
            )
            return
        actions.publish_versie(
            by=by, now=when, voorstel=holder["voorstel"], gebaseerd_op=version["nummer"] - 1, **text
        )

    def _stance(self, stance: dict[str, Any], holder: dict[str, Any], when: datetime) -> None:
        actions.answer(
            by=self._as(stance["wie"]),
            now=when,
            voorstel=holder["voorstel"],
            versie=stance["versie"],
            keuze=stance["keuze"],
            want=stance["want"] or "",
        )

    def _adopt(self, adopted: dict[str, Any], holder: dict[str, Any], when: datetime) -> None:
        voorstel: Voorstel = holder["voorstel"]
        actions.adopt(
            by=self._as(adopted["door"]),
            now=when,
            voorstel=voorstel,
            terugkijken_op=self._day(adopted["terugkijken_dagen"]),
        )

    def _loose_word(self, word: dict[str, Any]) -> None:
        someone = next(
            key
            for key, who in self.people.items()
            if "strateeg" in self.rollen.get(key, ()) and who.gemeente.slug == word["gemeente"]
        )
        koers.bring_word(
            by=self._as(someone), now=self._moment(-12), woord=word["woord"], aanleiding=word["aanleiding"]
        )
