"""Wie keek mee: when, which organisation, for what. Lists fall together; no colleague; nothing of a housemate."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.ondersteuning import gezin as g
from vliegwiel.kern.ids import new_id
from vliegwiel.privacy.models import Inzage, Inzageregel

pytestmark = pytest.mark.django_db
PAGE = "/lindebeek/wie-doet-wat/wie-keek-mee/"


class Wereld:
    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.huis = g.make_household(cast.here(), "Lindelaan 4", ["Fatma Yilmaz", "Ali Yilmaz"])
        self.inwoner = g.resident(self.huis["Fatma"])

    def look(
        self,
        soort: str,
        *,
        wie: str = "samira",
        over: str = "Fatma",
        dagen: int = 0,
        doel: str = "ondersteunen",
    ) -> None:
        person = self.cast.medewerkers[wie]
        event = Inzage.objects.create(
            gemeente=self.huis.gemeente,
            moment=g.NOW - timedelta(days=dagen),
            spoor=new_id(),
            account=person.account_id,
            medewerker=person.pk,
            deelname=person.deelname_id,
            route="plan",
            doel=doel,
            soort=soort,
        )
        Inzageregel.objects.create(
            gemeente=self.huis.gemeente,
            inzage=event,
            persoon=self.huis[over].pk,
            dossier=self.huis.dossier.pk,
        )

    def lines(self) -> list[str]:
        text = g.client_of(self.inwoner).get(PAGE).content.decode()
        return [part.split("</li>")[0] for part in text.split("<li>") if "Waarvoor" in part]


@pytest.fixture
def wereld(cast: Cast) -> Wereld:
    return Wereld(cast)


def test_lists_fall_together_and_opening_a_plan_does_not(wereld: Wereld) -> None:
    for _ in range(3):
        wereld.look("lijst")
        wereld.look("zoeken")
        wereld.look("plan")
    assert len(wereld.lines()) == 4
    wereld.look("lijst", doel="vraag")
    wereld.look("lijst", wie="mila")
    wereld.look("lijst", dagen=1)
    assert len(wereld.lines()) == 7


def test_organisation_and_purpose_and_no_name(wereld: Wereld) -> None:
    wereld.look("plan")
    (line,) = wereld.lines()
    assert "Gemeente Lindebeek" in line and "keek in uw plan" in line and "samen werken aan het plan" in line
    assert "Samira" not in line


def test_nothing_of_a_housemate_and_not_ones_own_looking(wereld: Wereld) -> None:
    before = g.client_of(wereld.inwoner).get(PAGE).content
    wereld.look("plan", over="Ali")
    other = g.client_of(g.resident(wereld.huis["Ali"]))
    other.get("/lindebeek/wie-doet-wat/")  # shows Fatma's first name
    other.get("/lindebeek/wie-doet-wat/alles.json")
    assert wereld.lines() == []
    assert len(before) == len(g.client_of(wereld.inwoner).get(PAGE).content)


def test_who_reads_for_somebody_is_a_line(wereld: Wereld) -> None:
    mentor = g.make_person(wereld.huis.gemeente, "Dirk Vos")
    g.represents(mentor, wereld.huis["Fatma"], "mentor")
    g.client_of(g.resident(mentor)).get("/lindebeek/wie-doet-wat/")
    (line,) = wereld.lines()
    assert "namens u" in line and "Dirk" not in line


def test_many_rows_are_read_a_page_at_a_time(wereld: Wereld) -> None:
    for i in range(250):
        wereld.look("plan", dagen=i // 10)
    client = g.client_of(wereld.inwoner)
    text = client.get(PAGE).content.decode()
    older = text.split('href="?voor=')[1].split('"')[0]
    rest = client.get(PAGE + "?voor=" + older).content.decode()
    assert text.count("Waarvoor") + rest.count("Waarvoor") == 250
    assert client.get(PAGE + "?voor=zz").status_code == 200


def test_reading_aloud_is_for_regie_and_is_itself_a_line(wereld: Wereld) -> None:
    people: Any = wereld.cast.medewerkers
    g.involve(wereld.huis, people["samira"], regie="vaste_contactpersoon")
    g.involve(wereld.huis, people["tarik"], "wmo")
    g.make_afspraak(wereld.huis, "zqbelt", persoon=wereld.huis["Fatma"], domein="schulden")
    g.make_afspraak(wereld.huis, "zqvanali", persoon=wereld.huis["Ali"])
    wereld.look("plan", wie="mila")
    path = f"/lindebeek/huishoudens/{wereld.huis.dossier.pk}/voorlezen/"
    assert wereld.cast.client_of("tarik").get(path).status_code == 404
    client = wereld.cast.client_of("samira")
    assert "Fatma Yilmaz" in client.get(path).content.decode()
    text = client.get(f"{path}{wereld.huis['Fatma'].pk}/").content.decode()
    assert "zqbelt" in text and "zqvanali" not in text and "Welzijn de Brug" in text
    assert [line for line in wereld.lines() if "las u voor" in line]
    stranger = g.make_person(wereld.huis.gemeente, "Iemand Anders")
    assert client.get(f"{path}{stranger.pk}/").status_code == 404


def test_reading_aloud_says_nothing_of_another_household(wereld: Wereld) -> None:
    other = g.make_household(wereld.huis.gemeente, "Elders", [wereld.huis["Fatma"]])
    person = wereld.cast.medewerkers["mila"]
    g.involve(wereld.huis, wereld.cast.medewerkers["samira"], regie="vaste_contactpersoon")
    event = Inzage.objects.create(
        gemeente=other.gemeente,
        moment=g.NOW,
        spoor=new_id(),
        account=person.account_id,
        medewerker=person.pk,
        deelname=person.deelname_id,
        route="plan",
        doel="ondersteunen",
        soort="plan",
    )
    Inzageregel.objects.create(
        gemeente=other.gemeente, inzage=event, persoon=other["Fatma"].pk, dossier=other.dossier.pk
    )
    path = f"/lindebeek/huishoudens/{wereld.huis.dossier.pk}/voorlezen/{wereld.huis['Fatma'].pk}/"
    assert "Welzijn de Brug" not in wereld.cast.client_of("samira").get(path).content.decode()
    assert len([line for line in wereld.lines() if "Welzijn de Brug" in line]) == 1
