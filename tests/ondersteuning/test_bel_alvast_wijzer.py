"""The guide per kind of help and the weeks: who keeps them, versions, two writers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import COLLEAGUES, Cast
from tests.forms import post
from tests.ondersteuning.bel import noon, the_point, turn, with_contact
from tests.ondersteuning.gezin import TODAY
from vliegwiel.gemeenschap.instellingen import values_for
from vliegwiel.kern.codes import Purpose
from vliegwiel.ondersteuning.actions.bel_alvast_wijzer import set_weeks, write_guide
from vliegwiel.ondersteuning.models import Belwijzer
from vliegwiel.ondersteuning.refusals.bel_alvast import CannotKeepGuide, CannotSetWeeks, GuideChanged

HOME = "/lindebeek/bel-alvast/wijzer/"
ONE, WEEKS, EFFECT = HOME + "wmo/01/", HOME + "weken/", "/lindebeek/bel-alvast/wat-kwam-ervan/"
MAY = {
    HOME: {"lotte", "gijs", "fatima", "ravi"},
    ONE: {"lotte", "gijs", "fatima"},
    WEEKS: {"lotte", "gijs", "ravi"},
    EFFECT: {"lotte", "gijs", "fatima", "wim", "marijke"},
}


@pytest.mark.parametrize("path", MAY)
def test_who_gets_in(cast: Cast, path: str) -> None:
    seen = {naam for naam in COLLEAGUES if cast.client_of(naam).get(path).status_code == 200}
    assert seen == MAY[path]
    assert cast.client_of("bakker").get(path).status_code in (403, 404)


def test_each_finds_it(cast: Cast) -> None:
    """In the menu; what came of it on the page of effect, which is in the menu."""
    menu = {"marijke": EFFECT, "fatima": EFFECT, "ravi": HOME, "samira": "/lindebeek/bel-alvast/"}
    starts = {EFFECT: "/lindebeek/effect/", HOME: "/lindebeek/mijn/"}
    for naam, where in menu.items():
        start = starts.get(where, "/lindebeek/")
        assert f'href="{where}"' in cast.client_of(naam).get(start).content.decode(), naam


def kijker(cast: Cast, naam: str) -> Any:
    return cast.kijker_of(naam, purpose=Purpose.BEHEER)


def test_own_words_stand_on_the_card_and_versions_stay(cast: Cast) -> None:
    with_contact(cast)
    turn(cast)
    card = f"/lindebeek/bel-alvast/{the_point(cast).pk}/"
    samira, fatima = cast.client_of("samira"), cast.client_of("fatima")
    standard = samira.get(card).content.decode()
    assert "Een schoon huis is meer dan stof en ramen." in standard
    assert post(fatima, ONE, {"nummer": "0", "tekst": "Vraag naar de poes"}).status_code == 302
    assert "Vraag naar de poes" in samira.get(card).content.decode()
    assert "eigen tekst" in fatima.get(HOME).content.decode()
    assert post(fatima, ONE, {"nummer": "1", "tekst": ""}).status_code == 302
    assert "Een schoon huis is meer dan stof en ramen." in samira.get(card).content.decode()
    page = fatima.get(ONE).content.decode()
    assert "Vraag naar de poes" in page  # an earlier version
    cast.here()
    assert [it.tekst for it in Belwijzer.objects.order_by("nummer")] == ["Vraag naar de poes", ""]


def test_two_writers_meet(cast: Cast) -> None:
    post(cast.client_of("fatima"), ONE, {"nummer": "0", "tekst": "Van Fatima"})
    late = post(cast.client_of("lotte"), ONE, {"nummer": "0", "tekst": "Van Lotte"})
    assert late.status_code == 422
    page = late.content.decode()
    assert "Van Fatima" in page
    assert "Van Lotte" in page
    assert 'name="nummer" id="id_nummer" value="1"' in page
    cast.here()
    with pytest.raises(GuideChanged):
        write_guide(by=kijker(cast, "gijs"), now=noon(TODAY), wet="wmo", categorie="01", tekst="x", nummer=0)


def test_a_kind_of_help_that_is_not_there(cast: Cast) -> None:
    assert cast.client_of("lotte").get(HOME + "wmo/99/").status_code == 404
    assert cast.client_of("lotte").get(HOME + "xyz/01/").status_code == 404


def test_the_weeks_of_all_help_and_of_one_kind(cast: Cast) -> None:
    client = cast.client_of("lotte")
    assert post(client, WEEKS, {"soort": "", "weken": "6"}).status_code == 302
    assert post(client, WEEKS + "?soort=wmo.07", {"soort": "wmo.07", "weken": "12"}).status_code == 302
    for wrong in (
        {"soort": "", "weken": "0"},
        {"soort": "", "weken": "27"},
        {"soort": "wmo.99", "weken": "3"},
    ):
        assert post(client, WEEKS, wrong).status_code == 422
    here = cast.here()
    found = values_for(here.pk, TODAY)
    assert (found["bel_alvast_weken"], found["bel_alvast_weken.wmo.07"]) == (6, 12)
    page = client.get(HOME).content.decode()
    assert "Jullie bellen 6 weken voor het einde." in page


def test_actions_are_closed_by_role(cast: Cast) -> None:
    with pytest.raises(CannotKeepGuide):
        write_guide(by=kijker(cast, "ravi"), now=noon(TODAY), wet="wmo", categorie="01", tekst="x", nummer=0)
    with pytest.raises(CannotSetWeeks):
        set_weeks(by=kijker(cast, "fatima"), now=noon(TODAY), soort="", weken=6)
