"""Vandaag: names and the own next step; a number where residents said something; never content."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import block, involve, make_afspraak, make_contact, make_household


def vandaag(cast: Cast, wie: str) -> str:
    answer = cast.client_of(wie).get(reverse("vandaag", args=[HERE]))
    cast.here()
    return answer.content.decode()  # type: ignore[no-any-return]


def household(cast: Cast, naam: str = "Fatma Yilmaz", wie: str = "samira", domein: str = "jeugd") -> Any:
    gezin = make_household(cast.here(), f"Familie van {naam}", [naam])
    involve(gezin, cast.medewerkers[wie], domein)
    return gezin


def test_the_first_own_steps_stand_beside_the_day(cast: Cast) -> None:
    gezin = household(cast)
    make_afspraak(gezin, "Belt de school", medewerker=cast.medewerkers["samira"], wanneer=date(2026, 3, 12))
    make_afspraak(gezin, "Doet tarik", medewerker=cast.medewerkers["tarik"])
    page = vandaag(cast, "samira")
    assert "Fatma Yilmaz" in page and "Belt de school" in page and "12 maart" in page
    assert "Doet tarik" not in page
    assert reverse("mijn_mensen", args=[HERE]) in page


def test_a_blocked_household_is_not_beside_the_day(cast: Cast) -> None:
    gezin = household(cast)
    make_afspraak(gezin, "Belt de school", medewerker=cast.medewerkers["samira"])
    block(gezin["Fatma"], cast.medewerkers["samira"])
    page = vandaag(cast, "samira")
    assert "Belt de school" not in page and "Fatma" not in page


def test_said_back_is_a_number_without_a_word(cast: Cast) -> None:
    gezin = household(cast)
    make_contact(gezin, "Liever dinsdag", van_inwoner=True, uitkomst="nog_te_lezen", domein="jeugd")
    make_contact(gezin, "Over geld", van_inwoner=True, uitkomst="nog_te_lezen", domein="schulden")
    page = vandaag(cast, "samira")
    assert "Iemand zei iets terug" in page and "nog niemand las: 1." in page
    assert "Liever dinsdag" not in page and "Over geld" not in page


def test_nothing_said_for_others(cast: Cast) -> None:
    gezin = household(cast)
    make_contact(gezin, "Over geld", van_inwoner=True, uitkomst="nog_te_lezen", domein="schulden")
    for wie in ("samira", "tarik", "lotte", "wim", "ravi"):
        assert "zei iets terug" not in vandaag(cast, wie), wie


def test_the_menu_has_mijn_mensen_second_and_only_for_who_works_with_people(cast: Cast) -> None:
    at = reverse("mijn_mensen", args=[HERE])
    page = vandaag(cast, "samira")
    nav = page[page.index('class="vliegwiel-onderbalk"') :]
    assert nav.index(reverse("vandaag", args=[HERE])) < nav.index(at)
    for wie in ("wim", "ravi", "ellen"):
        assert at not in vandaag(cast, wie), wie
