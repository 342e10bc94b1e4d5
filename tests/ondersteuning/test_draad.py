"""The rode draad through ondersteuning: at most a number of households, except for who reads the goal itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import NOW, Gezin, involve, make_afspraak, make_doel, make_household
from tests.ondersteuning.test_doelkoppeling import NAAM, link, make_gemeentedoel
from vliegwiel.kern.marks import Purpose
from vliegwiel.koers.models import Doel
from vliegwiel.ondersteuning.actions.beeld import freeze_quarters
from vliegwiel.ondersteuning.home.draad import steps
from vliegwiel.ondersteuning.models import Doelafspraak, Doelkoppeling

pytestmark = pytest.mark.django_db
COUNTS = ("gijs", "joke", "fatima", "wim", "hanneke", "marijke", "lotte")
NO_COUNTS = ("samira", "tarik", "mila", "bas", "ravi", "ellen", "bakker", "ton")


@pytest.fixture
def doel(cast: Cast) -> Doel:
    return make_gemeentedoel(cast)


@pytest.fixture
def gezin(cast: Cast) -> Gezin:
    found = make_household(cast.here())
    involve(found, cast.medewerkers["samira"], "jeugd")
    involve(found, cast.medewerkers["gijs"], "schulden")
    involve(found, cast.medewerkers["lotte"], "jeugd")
    return found


def by(cast: Cast, naam: str, purpose: Purpose = Purpose.SAMEN_BEPALEN) -> Any:
    cast.here()
    return cast.kijker_of(naam, purpose=purpose)


def _households(cast: Cast, doel: Doel, number: int) -> None:
    """So many in a quarter that was counted."""
    for turn in range(number):
        made = link(make_doel(make_household(cast.here(), f"Zqhuis {turn}", []), "zqdoelvanplan"), doel)
        Doelkoppeling.objects.filter(pk=made.pk).update(moment=NOW - timedelta(days=100))
    freeze_quarters(cast.here().pk, NOW)


@pytest.mark.parametrize("naam", COUNTS)
def test_who_may_see_numbers_sees_a_number_in_tens_and_nothing_else(
    cast: Cast, doel: Doel, naam: str
) -> None:
    _households(cast, doel, 13)
    (found,) = steps(by(cast, naam), doel, NOW)
    told = {"aantal": 10, "eind": "eind december 2025"}
    assert (found.code, found.params, found.tekst, found.href) == ("plannen", told, "", "")


@pytest.mark.parametrize("naam", NO_COUNTS)
def test_who_may_not_sees_nothing(cast: Cast, doel: Doel, naam: str) -> None:
    _households(cast, doel, 13)
    assert steps(by(cast, naam), doel, NOW) == []


def test_under_ten_there_is_nothing_not_even_that_there_are_some(cast: Cast, doel: Doel) -> None:
    _households(cast, doel, 9)
    assert steps(by(cast, "wim"), doel, NOW) == []
    page = cast.client_of("wim").get(reverse("koersdoel", args=[HERE, doel.pk])).content.decode()
    assert "huishoudens" not in page and "Zqhuis" not in page


def test_the_page_of_a_doel_tells_the_number_and_nothing_of_a_plan(cast: Cast, doel: Doel) -> None:
    _households(cast, doel, 24)
    page = cast.client_of("wim").get(reverse("koersdoel", args=[HERE, doel.pk])).content.decode()
    assert "Bij 20 of meer huishoudens, eind december 2025" in page
    assert "Zqhuis" not in page and "zqdoelvanplan" not in page


def _linked(gezin: Gezin, doel: Doel) -> Any:
    goal, does = make_doel(gezin, "Naar school", domein="jeugd"), make_afspraak(gezin, domein="jeugd")
    link(goal, doel)
    Doelafspraak.objects.create(gemeente=gezin.gemeente, plandoel=goal, afspraak=does)
    return goal, does


def test_from_an_afspraak_to_the_goal_and_to_what_that_contributes_to(
    cast: Cast, gezin: Gezin, doel: Doel
) -> None:
    goal, does = _linked(gezin, doel)
    client = cast.client_of("samira")
    page = client.get(reverse("afspraak", args=[HERE, does.pk])).content.decode()
    for href in (reverse("doel", args=[HERE, goal.pk]), reverse("koersdoel", args=[HERE, doel.pk])):
        assert href in page
        assert client.get(href).status_code == 200  # and on from there
    cast.here()
    assert NAAM in client.get(reverse("doel", args=[HERE, goal.pk])).content.decode()


@pytest.mark.parametrize("naam", ["gijs", "lotte", "wim", "mila", "ellen", "bas"])
def test_who_does_not_read_the_goal_gets_no_step_from_an_afspraak(
    cast: Cast, gezin: Gezin, doel: Doel, naam: str
) -> None:
    _, does = _linked(gezin, doel)
    assert steps(by(cast, naam, Purpose.ONDERSTEUNEN), does, NOW) == []


def test_on_a_page_to_decide_together_nothing_of_a_household_is_a_step(
    cast: Cast, gezin: Gezin, doel: Doel
) -> None:
    _, does = _linked(gezin, doel)
    assert steps(by(cast, "samira"), does, NOW) == []
