"""The families with a name in the demo, with who works with them and what they asked. Everybody is fictional."""

from __future__ import annotations

from datetime import time
from typing import Any

from vliegwiel.gemeenschap.models import Inwoner, Medewerker, Team
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Kaart, Overdracht, Plan, Plandeel, Vraag
from vliegwiel.ondersteuning.queries.kaart import hash_of
from vliegwiel.privacy.models import Deling, Persoon, Vertegenwoordiging
from vliegwiel.project.demo.huishoudens import FOUR_WEEKS, Bewoner, Row, Town
from vliegwiel.samenspel.models import Afspraak

CARD = "een-kaart-van-de-demo-om-te-proberen"  # a link everybody may know: the demo is fictional


class Families:
    """The families with a name (gegevens/mensen.yaml), with the people of the demo around them."""

    def __init__(
        self, town: Town, people: dict[str, Medewerker | Inwoner], teams: dict[str, Team], areas: Row
    ) -> None:
        self.town, self.people, self.teams, self.areas = town, people, teams, areas
        self.persons: dict[str, Persoon] = {}
        self.bewoners: dict[str, Bewoner] = {}  # by first name, in the household where they were named first
        self.plans: dict[str, Plan] = {}

    def load(self, families: list[Row], questions: list[Row]) -> None:
        for row in families:
            self._family(row)
        for row in families:
            self._between(row)
        for row in questions:
            self._question(row)
        self.town.flush()

    def _family(self, row: Row) -> None:
        town = self.town
        people = [self._person(entry) for entry in row["mensen"]]
        plan = town.household(
            row["naam"],
            people,
            since=-200,
            gebied=self.areas.get(row["gebied"]),
            straat=row["straat"],
            nummer=row["nummer"],
            geheim=row.get("geheim", False),
        )
        plan.familieplan = row.get("familieplan", "niet_gevraagd")
        self.plans[row["sleutel"]] = plan
        contact = self.people[row["contactpersoon"]]
        town.involve(plan.dossier, contact, "", plan.begonnen_op)  # type: ignore[arg-type]
        for domein, keys in row["domeinen"].items():
            for key in keys:
                town.involve(plan.dossier, self.people[key], domein, plan.begonnen_op)  # type: ignore[arg-type]
        for person in people:
            here = Bewoner(person, plan.dossier, plan.begonnen_op, contact)  # type: ignore[arg-type]
            self.bewoners.setdefault(person.voornaam, here)
        self._parts(row, plan, contact)

    def _person(self, entry: Row) -> Persoon:
        if known := entry.get("bestaand"):
            return self.persons[known]
        account = self.people.get(entry.get("account", ""))
        made = self.town.person(entry["voornaam"], entry["achternaam"], entry["leeftijd"], inwoner=account)
        made.geboortedatum = entry.get("geboren", made.geboortedatum)  # a message names the day
        self.persons[entry["voornaam"]] = made
        return made

    def _parts(self, row: Row, plan: Plan, contact: Any) -> None:
        town = self.town
        for deel in row["delen"]:
            town.add(
                Plandeel,
                dossier=plan.dossier,
                domein=deel.get("domein", ""),
                persoon=self.persons.get(deel.get("wie", "")),
                soort=deel["soort"],
                leefgebied=deel["leefgebied"],
                tekst=deel["tekst"],
                afgesloten=deel.get("afgesloten", False),
                eigen_woorden=deel["soort"] != "aantekening",
                maker=contact,
                gemaakt_op=town.moment(-45),
            )
        for goal in row["doelen"]:
            town.goal(
                plan,
                goal["tekst"],
                goal["stap"],
                goal["domein"],
                self.persons.get(goal.get("wie", "")),
                goal.get("terugblik"),
                goal.get("verwachting", ""),
                goal.get("score"),
            )
        for task in row["afspraken"]:
            self._task(task, plan, contact)
        for call in row["contacten"]:
            town.contact(plan, contact, call["dagen"], call["domein"], call["regel"], call["uitkomst"])

    def _task(self, task: Row, plan: Plan, contact: Any) -> None:
        colleague = self.people.get(task.get("collega", ""))
        made = self.town.add(
            Afspraak,
            dossier=plan.dossier,
            domein=task.get("domein", ""),
            persoon=self.persons.get(task.get("voor", "")),
            tekst=task["tekst"],
            wie=task["wie"],
            wie_naam=task.get("naam", ""),
            doet=self.persons.get(task.get("doet", "")),
            medewerker=colleague,
            gever=contact,
            wanneer=self.town.day(task["dagen"]),
            hoe_laat=time.fromisoformat(task["tijd"]) if "tijd" in task else None,
            status="loopt",
            gemaakt_op=self.town.moment(-10),
            aangenomen_op=self.town.moment(-9) if colleague else None,
        )
        if card := task.get("kaart"):
            self.town.add(
                Kaart,
                afspraak=made,
                sleutel=hash_of(CARD),
                wie=task["naam"],
                taak=card["taak"],
                voor=card["voor"],
                gemaakt_door=contact,
                gemaakt_op=self.town.moment(-9),
                geldig_tot=self.town.day(task["dagen"] + 60),
            )

    def _between(self, row: Row) -> None:
        """Who represents whom, and what one home shares with the other; needs all people to be known."""
        for entry in row["mensen"]:
            if "bestaand" in entry:
                continue
            person = self.persons[entry["voornaam"]]
            ties = [(name, "gezag") for name in entry.get("gezag", ())]
            ties += [(entry["mentor"], "mentor")] if "mentor" in entry else []
            for name, soort in ties:
                begin = (
                    person.geboortedatum if soort == "gezag" and person.geboortedatum else self.town.day(-300)
                )
                self.town.add(
                    Vertegenwoordiging,
                    persoon=person,
                    vertegenwoordiger=self.persons[name],
                    soort=soort,
                    begindatum=begin,
                )
        if share := row.get("deling_naar"):
            self.town.add(
                Deling,
                dossier=self.plans[share["dossier"]].dossier,
                naar_dossier=self.plans[row["sleutel"]].dossier,
                domein=share["domein"],
                deelt_afspraken=True,
                deelt_doelen=True,
                waarvoor="Beide huizen weten wat er met school is afgesproken.",
                grondslag="jeugdwet_7_4",
                begindatum=self.town.day(-30),
                einddatum=self.town.day(150),
            )

    def _question(self, row: Row) -> None:
        town = self.town
        asked = town.moment(row["dagen"])
        team = self.teams.get(row.get("houder_team", ""))
        question = town.add(
            Vraag,
            soort=row["soort"],
            kanaal=row["kanaal"],
            namens=row["namens"],
            namens_naam=row.get("namens_naam", ""),
            naam=row["naam"],
            contact=row.get("contact", ""),
            woorden=row["woorden"],
            eerste_advies=row.get("advies", ""),
            advies_op=asked if row.get("advies") else None,
            houder=self.people.get(row.get("houder", "")),
            houder_team=team,
            gesteld_op=asked,
            verloopt_op=day_of(asked) + FOUR_WEEKS,
        )
        if "naar" in row:
            town.add(
                Overdracht,
                vraag=question,
                van=self.people[row["houder"]],
                naar=self.people[row["naar"]],
                uitleg=row["uitleg"],
                gevraagd_op=town.moment(-1),
            )
