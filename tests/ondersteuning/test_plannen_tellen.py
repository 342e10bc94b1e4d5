"""How many households have a plan, or a goal that fits a Doel: counted once a quarter, and never as it is now.

Who may link goals of their own households could else move the number and see the tenth household of others come by.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import NOW, make_doel, make_household, make_person, make_voorziening
from tests.ondersteuning.test_doelkoppeling import link, make_gemeentedoel
from vliegwiel.kern import clock
from vliegwiel.koers.models import Doel
from vliegwiel.ondersteuning.actions.beeld import freeze_quarters
from vliegwiel.ondersteuning.models import Doelkoppeling, Kwartaalbeeld, Plan, Plandoel

pytestmark = pytest.mark.django_db
K4 = date(2025, 10, 1)  # the last quarter that is due on 10 March 2026
IN, AFTER = date(2025, 11, 3), date(2026, 1, 5)


@pytest.fixture
def doel(cast: Cast) -> Doel:
    return make_gemeentedoel(cast)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def households(cast: Cast, doel: Doel, number: int, since: date = IN) -> list[Plandoel]:
    goals = []
    for turn in range(number):
        home = make_household(cast.here(), f"Zqhuis {turn}", [], begindatum=since)
        goals.append(make_doel(home, gemaakt_op=at(since)))
        linked(goals[-1], doel, since)
    return goals


def linked(goal: Plandoel, doel: Doel, since: date) -> None:
    made = link(goal, doel)
    Doelkoppeling.objects.filter(pk=made.pk).update(moment=at(since))


def klok(cast: Cast, now: datetime = NOW) -> int:
    return freeze_quarters(cast.here().pk, now)


def beeld(cast: Cast, begin: date = K4) -> dict[str, Any]:
    cast.here()
    found: dict[str, Any] = Kwartaalbeeld.objects.get(begin=begin).beeld
    return found


def page(cast: Cast, naam: str, route: str, *args: Any) -> str:
    text: str = cast.client_of(naam).get(reverse(route, args=[HERE, *args])).content.decode()
    cast.here()
    return text


def told(cast: Cast, doel: Doel) -> tuple[bool, bool]:
    """Whether wim reads a number: at the doel, and in the wheel."""
    pages = page(cast, "wim", "koersdoel", doel.pk), page(cast, "wim", "wiel")
    return "of meer huishoudens" in pages[0], "of meer huishoudens" in pages[1]


def test_before_the_first_quarter_was_counted_nothing_is_shown(cast: Cast, doel: Doel) -> None:
    households(cast, doel, 27)
    assert told(cast, doel) == (False, False)


def test_what_was_counted_is_shown_with_its_quarter(cast: Cast, doel: Doel) -> None:
    households(cast, doel, 27)
    assert klok(cast) == 1
    assert "Bij 20 of meer huishoudens, eind december 2025" in page(cast, "wim", "koersdoel", doel.pk)
    wheel = page(cast, "wim", "wiel")
    assert "20 of meer huishoudens met een plan" in wheel and "geteld eind december 2025" in wheel


def test_nobody_moves_the_number_by_linking_or_letting_go(cast: Cast, doel: Doel) -> None:
    goals = households(cast, doel, 9)
    klok(cast)
    assert told(cast, doel) == (False, False)
    households(cast, doel, 1, since=IN)  # the tenth: whoever moved this would see it here
    assert told(cast, doel) == (False, False)
    assert klok(cast) == 0
    later = datetime(2026, 4, 28, 9, 0, tzinfo=UTC)
    with clock.at(later):
        assert klok(cast, later) == 1
        assert told(cast, doel) == (True, True)
        Doelkoppeling.objects.filter(plandoel=goals[0]).delete()
        assert told(cast, doel) == (True, True)
        assert klok(cast, later + timedelta(days=1)) == 0


def test_only_what_was_so_at_the_end_of_the_quarter_counts(cast: Cast, doel: Doel) -> None:
    households(cast, doel, 9)
    households(cast, doel, 12, since=AFTER)
    households(cast, doel, 1, since=date(2025, 12, 31))
    klok(cast)
    assert beeld(cast)["plannen"] == 10 and beeld(cast)["doelen"] == {str(doel.pk): 10}


def test_what_was_let_go_or_closed_after_the_quarter_still_counts(cast: Cast, doel: Doel) -> None:
    goals = households(cast, doel, 10)
    Plandoel.objects.filter(pk=goals[0].pk).update(status="losgelaten", klaar_op=at(AFTER))
    _plan_of(goals[0]).update(gesloten_op=AFTER)
    klok(cast)
    assert beeld(cast)["plannen"] == 10 and beeld(cast)["doelen"] == {str(doel.pk): 10}


@pytest.mark.parametrize("klaar_op", [at(IN), None])
def test_what_was_let_go_or_closed_in_the_quarter_does_not(
    cast: Cast, doel: Doel, klaar_op: datetime | None
) -> None:
    goals = households(cast, doel, 10)
    Plandoel.objects.filter(pk=goals[0].pk).update(status="losgelaten", klaar_op=klaar_op)
    _plan_of(goals[0]).update(gesloten_op=date(2025, 12, 31))
    klok(cast)
    assert beeld(cast)["plannen"] is None and beeld(cast)["doelen"] == {}


def _plan_of(goal: Plandoel) -> Any:
    return Plan.objects.filter(dossier_id=goal.dossier_id)


@pytest.mark.parametrize(("number", "shown"), [(9, None), (10, 10), (19, 10), (27, 20)])
def test_tens_from_ten_and_nothing_else_is_kept(
    cast: Cast, doel: Doel, number: int, shown: int | None
) -> None:
    for goal in households(cast, doel, number):  # two goals of one household count once
        again = Plandoel.objects.create(
            gemeente_id=goal.gemeente_id, dossier=goal.dossier, tekst="Nog een", gemaakt_op=at(IN)
        )
        linked(again, doel, IN)
    make_gemeentedoel(cast, "Zonder iemand")
    klok(cast)
    kept = beeld(cast)
    assert kept == {
        "totaal": None,
        "regels": [],
        "plannen": shown,
        "doelen": {str(doel.pk): shown} if shown else {},
    }


def test_without_help_only_the_last_quarter_is_counted(cast: Cast, doel: Doel) -> None:
    """Help of earlier quarters may still come in at once, with the first messages."""
    households(cast, doel, 12)
    assert klok(cast) == 1
    home = make_household(cast.here(), "Huis", [], begindatum=IN)
    make_voorziening(home, make_person(cast.here(), "Anna"), begindatum=date(2025, 1, 1))
    assert klok(cast) == 7


def test_where_nobody_has_a_plan_nothing_is_written(cast: Cast) -> None:
    assert klok(cast) == 0 and not Kwartaalbeeld.objects.exists()


def test_another_gemeente_counts_its_own(cast: Cast, doel: Doel) -> None:
    households(cast, doel, 12)
    klok(cast)
    other = cast.here("waterrade")
    assert freeze_quarters(other.pk, NOW) == 0
    assert not Kwartaalbeeld.objects.filter(gemeente=other).exists()
