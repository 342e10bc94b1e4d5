"""Dit klopt niet, from the words of a resident to the answer beside the line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.cast import Cast
from tests.forms import post
from tests.ondersteuning import gezin as g
from vliegwiel.ondersteuning.models import Contactmoment, Correctieverzoek, Vraag

pytestmark = pytest.mark.django_db
HOME = "/lindebeek/wie-doet-wat/"


class Wereld:
    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.huis = g.make_household(cast.here(), "Lindelaan 4", [("Fatma Yilmaz", date(1985, 1, 1))])
        self.fatma = self.huis["Fatma"]
        self.inwoner = g.resident(self.fatma)
        self.deel = g.make_deel(self.huis, "Ze drinkt te veel koffie", domein="wmo", persoon=self.fatma)
        self.client = g.client_of(self.inwoner)
        self.pad = f"{HOME}klopt-niet/deel/{self.deel.pk}/"

    def object(self, woorden: str = "Ik drink thee") -> Correctieverzoek:
        assert post(self.client, self.pad, {"woorden": woorden}).status_code == 302
        return Correctieverzoek.objects.select_related("vraag").get()

    def page(self, path: str = HOME) -> str:
        return self.client.get(path).content.decode()

    @property
    def plan(self) -> str:
        return f"{HOME}plan/{self.huis.dossier.pk}/"


@pytest.fixture
def wereld(cast: Cast) -> Wereld:
    return Wereld(cast)


def answer_of(wereld: Wereld, naam: str, vraag: Any, **fields: str) -> Any:
    return post(wereld.cast.client_of(naam), f"/lindebeek/vragen/{vraag.pk}/correctie/", fields)


def test_the_words_become_a_question_with_a_holder_and_a_month(wereld: Wereld) -> None:
    g.involve(wereld.huis, wereld.cast.medewerkers["gijs"], "wmo")
    g.involve(wereld.huis, wereld.cast.medewerkers["samira"], regie="vaste_contactpersoon")
    made = wereld.object()
    vraag = made.vraag
    assert (vraag.soort, vraag.kanaal, vraag.status) == ("correctie", "eigen_pagina", "open")
    assert vraag.houder == wereld.cast.medewerkers["samira"]
    assert vraag.uiterlijk == date(2026, 4, 10)
    assert (vraag.persoon, vraag.dossier, made.plandeel) == (wereld.fatma, wereld.huis.dossier, wereld.deel)


@pytest.mark.parametrize(
    ("wie", "houder"),
    [
        ({"gijs": "wmo"}, "gijs"),
        ({"team": "wmo"}, "team"),
        ({"team": "wmo", "gijs": "jeugd"}, "gijs"),
        ({"gijs": "wmo", "samira": "vast"}, "samira"),
        ({"gijs": "wmo", "samira": "vast", "uit": "samira"}, "gijs"),
        ({"gijs": "wmo", "samira": "vast", "weg": "samira"}, "gijs"),
    ],
)
def test_who_holds_it(wereld: Wereld, wie: dict[str, str], houder: str) -> None:
    from vliegwiel.gemeenschap.models import Team

    people = wereld.cast.medewerkers
    team = Team.objects.create(gemeente=wereld.huis.gemeente, naam="Team Oost")
    for naam, how in wie.items():
        if naam == "team":
            g.involve(wereld.huis, domein=how, team=team)
        elif naam == "uit":
            g.block(wereld.fatma, people[how])
        elif naam == "weg":
            people[how].einddatum = date(2026, 3, 1)
            people[how].save()
        elif how == "vast":
            g.involve(wereld.huis, people[naam], regie="vaste_contactpersoon")
        else:
            g.involve(wereld.huis, people[naam], how)
    vraag = wereld.object().vraag
    assert (vraag.houder_team or vraag.houder) == (team if houder == "team" else people[houder])


def test_without_anybody_the_words_stay_in_the_form(wereld: Wereld) -> None:
    shown = post(wereld.client, wereld.pad, {"woorden": "Ik drink thee"})
    assert shown.status_code == 422
    assert "Ik drink thee" in shown.content.decode() and "Bel de gemeente" in shown.content.decode()
    assert not Vraag.objects.exists()


def test_a_refusal_shows_the_reason_and_where_to_complain(wereld: Wereld) -> None:
    g.involve(wereld.huis, wereld.cast.medewerkers["samira"], regie="vaste_contactpersoon")
    vraag = wereld.object().vraag
    assert "Ik drink thee" in wereld.page(wereld.plan) and "10 april" in wereld.page(wereld.plan)
    assert answer_of(wereld, "samira", vraag, besluit="niet_aangepast", reden=" ").status_code == 422
    assert (
        answer_of(wereld, "samira", vraag, besluit="niet_aangepast", reden="Zo zei u het zelf").status_code
        == 302
    )
    text = wereld.page(wereld.plan)
    assert "Zo zei u het zelf" in text and "Autoriteit Persoonsgegevens" in text and "Ik drink thee" in text
    assert text.index("gemeente. Komt u er") < text.index("Autoriteit")
    vraag.refresh_from_db()
    assert (vraag.status, vraag.klaar_op) == ("afgerond", g.NOW)


def test_changed_says_so(wereld: Wereld) -> None:
    g.involve(wereld.huis, wereld.cast.medewerkers["samira"], regie="vaste_contactpersoon")
    assert answer_of(wereld, "samira", wereld.object().vraag, besluit="aangepast").status_code == 302
    assert "Het is aangepast" in wereld.page(wereld.plan)
    assert "Autoriteit" not in wereld.page(wereld.plan)


def test_only_the_holder_or_regie_answers(wereld: Wereld) -> None:
    people = wereld.cast.medewerkers
    g.involve(wereld.huis, people["samira"], regie="vaste_contactpersoon")
    g.involve(wereld.huis, people["tarik"], "wmo")
    g.involve(wereld.huis, people["gijs"], regie="coordinator")
    path = f"/lindebeek/vragen/{wereld.object().vraag_id}/correctie/"
    got = {
        n: wereld.cast.client_of(n).get(path).status_code
        for n in ("samira", "gijs", "tarik", "lotte", "mila", "ravi", "ellen", "bakker")
    }
    assert {n for n, status in got.items() if status == 200} == {"samira", "gijs"}


def test_vandaag_has_a_card_with_the_last_day_and_no_words(wereld: Wereld) -> None:
    g.involve(wereld.huis, wereld.cast.medewerkers["samira"], regie="vaste_contactpersoon")
    wereld.object()
    text = wereld.cast.client_of("samira").get("/lindebeek/").content.decode()
    assert "dit klopt niet" in text and "10 april" in text
    assert "thee" not in text and "Yilmaz" not in text


def test_the_holder_reads_the_line_only_as_far_as_they_may(wereld: Wereld) -> None:
    g.involve(wereld.huis, wereld.cast.medewerkers["samira"], regie="vaste_contactpersoon")
    path = f"/lindebeek/vragen/{wereld.object().vraag_id}/correctie/"
    assert "koffie" not in wereld.cast.client_of("samira").get(path).content.decode()
    g.involve(wereld.huis, wereld.cast.medewerkers["samira"], "wmo")
    assert "koffie" in wereld.cast.client_of("samira").get(path).content.decode()


def test_saying_something_back_reaches_the_vaste_contactpersoon(wereld: Wereld) -> None:
    g.involve(wereld.huis, wereld.cast.medewerkers["samira"], regie="vaste_contactpersoon")
    sent = post(
        wereld.client,
        HOME + "zeg-terug/",
        {"tekst": "Dank voor het bellen", "thuis": str(wereld.huis.dossier.pk)},
    )
    assert sent.status_code == 302
    said = Contactmoment.objects.get()
    assert (said.van_inwoner, said.soort, said.uitkomst, said.domein) == (True, "bericht", "nog_te_lezen", "")
    assert (said.medewerker, said.persoon, said.regel) == (
        wereld.cast.medewerkers["samira"],
        wereld.fatma,
        "Dank voor het bellen",
    )


def test_an_own_question_shows_who_has_it_without_the_colleagues_name(wereld: Wereld) -> None:
    g.involve(wereld.huis, wereld.cast.medewerkers["samira"], regie="vaste_contactpersoon")
    for wie, woorden in (("mila", "zqbijmila"), ("samira", "zqbijsamira")):
        Vraag.objects.create(
            gemeente=wereld.huis.gemeente,
            kanaal="balie",
            woorden=woorden,
            persoon=wereld.fatma,
            houder=wereld.cast.medewerkers[wie],
            gesteld_op=g.NOW,
            verloopt_op=date(2026, 4, 7),
        )
    text = wereld.page()
    assert "zqbijmila" in text and "zqbijsamira" in text
    assert "Mila Verhoeven" not in text and "het team van Welzijn de Brug" in text
    assert "Deze vraag ligt bij Samira Kaya" in text
