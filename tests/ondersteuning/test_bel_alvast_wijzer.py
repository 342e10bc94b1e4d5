"""The guide per kind of help and the weeks: who keeps them, versions, two writers; and the page of what came of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import COLLEAGUES, Cast
from tests.forms import post
from tests.ondersteuning.bel import ending, noon, the_point, turn, with_contact
from tests.ondersteuning.gezin import TODAY, make_person, make_voorziening
from vliegwiel.gemeenschap.instellingen import values_for
from vliegwiel.kern.codes import Purpose
from vliegwiel.ondersteuning.actions.bel_alvast_wijzer import set_weeks, write_guide
from vliegwiel.ondersteuning.models import Belletje, Belwijzer
from vliegwiel.ondersteuning.queries.bel_alvast_effect import what_came_of_it
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


def test_each_finds_it_in_the_menu(cast: Cast) -> None:
    menu = {"marijke": EFFECT, "fatima": EFFECT, "ravi": HOME, "samira": "/lindebeek/bel-alvast/"}
    for naam, where in menu.items():
        start = "/lindebeek/mijn/" if naam == "ravi" else "/lindebeek/"
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


# -- what came of it

ENDED = date(2026, 2, 10)


def ended(cast: Cast, number: int, *, called: bool, late: int = -28, **fields: Any) -> None:
    """So many people whose help ended in the autumn, one household for all."""
    day = fields.pop("eind", date(2025, 11, 10))
    row = ending(cast, eind=day, begindatum=date(2025, 1, 1), **fields)
    for place in range(number - 1):
        wie = make_person(cast.here(), f"Mens {place}")
        make_voorziening(row.gezin, wie, eind=day, begindatum=date(2025, 1, 1), **fields)
    if called:
        for it in type(row).objects.filter(dossier=row.dossier):
            Belletje.objects.create(
                gemeente=row.gemeente,
                voorziening=it,
                dossier=row.dossier,
                domein="wmo",
                persoon=it.persoon,
                medewerker=cast.medewerkers["samira"],
                over=day,
                uitkomst="verlengen",
                moment=noon(day + timedelta(days=late)),
            )


def test_empty_it_invites(cast: Cast) -> None:
    assert "Er is nog niets om op terug te kijken." in cast.client_of("wim").get(EFFECT).content.decode()


def test_counts_and_a_sentence(cast: Cast) -> None:
    ended(cast, 30, called=True, late=0, reden="19")
    ended(cast, 10, called=False, reden="21")
    ended(cast, 10, called=True, late=1, reden="21")  # after the end is not in time; the last day is
    page = cast.client_of("marijke").get(EFFECT).content.decode()
    assert "Oktober tot en met december 2025" in page
    assert "Bij 50 mensen liep hulp af." in page
    assert "Met 30 van hen is op tijd gesproken." in page
    assert "Bij 30 liep het goed af" in page
    assert "Anna" not in page


def test_under_ten_nothing_is_shown(cast: Cast) -> None:
    ended(cast, 9, called=True, reden="19")
    page = cast.client_of("marijke").get(EFFECT).content.decode()
    assert "Te weinig mensen om iets over te zeggen" in page
    assert ">9<" not in page


def test_one_person_with_much_help_is_one(cast: Cast) -> None:
    """A number under ten is of people: twelve products of one child are not twelve."""
    row = ending(cast, eind=date(2025, 11, 10), begindatum=date(2025, 1, 1))
    for day in range(1, 12):
        make_voorziening(
            row.gezin, begindatum=date(2025, 1, 1), eind=date(2025, 11, day), categorie=f"{day:02}"
        )
    page = cast.client_of("marijke").get(EFFECT).content.decode()
    assert "Te weinig mensen om iets over te zeggen" in page and "12 mensen" not in page


def test_two_pages_cannot_be_subtracted(cast: Cast) -> None:
    """What a quarter shows is the same when an older one is gone: nothing is a sum over quarters."""
    marijke = cast.kijker_of("marijke")
    ended(cast, 7, called=False, categorie="01", eind=date(2025, 2, 10))
    ended(cast, 20, called=False, categorie="02", eind=date(2025, 2, 10))
    for month in (5, 8, 11):
        ended(cast, 14, called=False, categorie="01", eind=date(2025, month, 10))
        ended(cast, 20, called=False, categorie="02", eind=date(2025, month, 10))
    early, later = (what_came_of_it(marijke, day).kwartalen for day in (date(2026, 1, 5), date(2026, 4, 5)))
    assert [it.code for it in early] == ["2025-4", "2025-3", "2025-2", "2025-1"]
    assert early[:3] == later
    assert {it.aantal for it in later[0].regels} == {14, 20}
    assert {it.aantal for it in early[3].regels} == {None}


def test_the_gap_is_the_middle_one(cast: Cast) -> None:
    day = date(2025, 11, 10)
    for naam, days in [
        ("A", 0),
        ("B", 0),
        *((f"G{n}", n) for n in range(1, 12)),
        *((f"N{n}", 0) for n in range(9)),
    ]:
        row = ending(cast, naam, eind=day, begindatum=date(2025, 1, 1), reden="19")
        make_voorziening(row.gezin, begindatum=day + timedelta(days=1 + days), eind=date(2027, 1, 1))
    for n in range(11):
        ending(cast, f"Z{n}", eind=day, begindatum=date(2025, 1, 1), reden="19")
    page = cast.client_of("marijke").get(EFFECT).content.decode()
    assert "wachtte in het midden 6 dagen" in page
