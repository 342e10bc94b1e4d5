"""Whatever happens with a question, in whatever order: exactly one holder, and who gave keeps it until it is taken."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.ondersteuning.rules.vraag import (
    DESTROYABLE,
    OVERDRACHT_STATES,
    VRAAG_STATES,
    Daad,
    Feit,
    Houder,
    Stand,
    Wie,
    after,
    days_old,
    expires_on,
    expires_soon,
    holder_of,
    why_not,
)

A, B, C, TEAM, OTHER = (UUID(int=number) for number in range(1, 6))
ANNE = Wie(A, frozenset({TEAM}))
BART = Wie(B, frozenset({TEAM}))
CAN = Wie(C, frozenset({OTHER}))
PEOPLE = [ANNE, BART, CAN]
GOALS = [Houder(mens=A), Houder(mens=B), Houder(mens=C), Houder(team=TEAM), Houder(team=OTHER)]

EVERY = [Feit(daad, wie, naar) for daad in Daad for wie in PEOPLE for naar in (None, *GOALS)]
facts = st.lists(st.sampled_from(EVERY), max_size=12)


def possible(stand: Stand) -> list[Feit]:
    return [fact for fact in EVERY if not why_not(stand, fact.daad, fact.wie, fact.naar)]


@given(st.sampled_from(GOALS), st.data())
def test_one_holder_whatever_happens_and_the_giver_keeps_it_until_it_is_taken(
    first: Houder, data: st.DataObject
) -> None:
    stand = Stand(first)
    for likely in data.draw(st.lists(st.booleans(), max_size=12)):
        fact = data.draw(st.sampled_from((likely and possible(stand)) or EVERY))
        before, stand = stand, holder_of(stand, [fact])
        assert (stand.houder.mens is None) != (stand.houder.team is None)
        assert stand == before or stand.status in VRAAG_STATES[before.status].values()
        if stand.houder != before.houder:
            assert fact.daad in (Daad.TAKE, Daad.ACCEPT), "nothing else moves a question"
            assert stand.houder == Houder(mens=fact.wie.mens)
            assert fact.wie.is_for(before.naar or before.houder), (
                "to whom it was offered, or whose team had it"
            )
        if stand.naar is not None:
            assert stand.houder.mens is not None, "who offers is a person, and holds it"
            assert stand.status == "open", "nothing ends while somebody is asked"


@given(st.sampled_from(GOALS), facts)
def test_what_is_done_moves_no_more(first: Houder, said: list[Feit]) -> None:
    done = Stand(first, "afgerond")
    assert holder_of(done, said) == done


def test_a_team_of_ones_own_does_not_make_the_giver_the_taker() -> None:
    offered = after(Stand(Houder(mens=A)), Daad.OFFER, ANNE, Houder(team=TEAM))
    assert why_not(offered, Daad.ACCEPT, ANNE) == "overdracht_niet_voor_jou"
    assert after(offered, Daad.ACCEPT, BART).houder == Houder(mens=B)


@pytest.mark.parametrize(
    ("daad", "wie", "code"),
    [
        (Daad.TAKE, CAN, "vraag_al_genomen"),
        (Daad.ADVISE, ANNE, "vraag_niet_bij_jou"),
        (Daad.ACCEPT, ANNE, "overdracht_voorbij"),
        (Daad.WITHDRAW, ANNE, "overdracht_voorbij"),
    ],
)
def test_why_not(daad: Daad, wie: Wie, code: str) -> None:
    stand = Stand(Houder(team=TEAM))
    assert why_not(stand, daad, wie) == code
    with pytest.raises(ValueError, match=code):
        after(stand, daad, wie)


@pytest.mark.parametrize("daad", [Daad.FINISH, Daad.MAKE_PLAN])
def test_nothing_ends_while_somebody_is_asked(daad: Daad) -> None:
    offered = after(Stand(Houder(mens=A)), Daad.OFFER, ANNE, Houder(mens=B))
    assert why_not(offered, daad, ANNE) == "overdracht_loopt"


def test_of_two_who_take_the_second_is_told() -> None:
    taken = after(Stand(Houder(team=TEAM)), Daad.TAKE, ANNE)
    assert why_not(taken, Daad.TAKE, BART) == "vraag_al_genomen"


def test_a_holder_is_one() -> None:
    for wrong in ({}, {"mens": A, "team": TEAM}):
        with pytest.raises(ValueError, match="one"):
            Houder(**wrong)


def test_states() -> None:
    for states in (VRAAG_STATES, OVERDRACHT_STATES):
        assert {to for events in states.values() for to in events.values()} <= set(states)
    assert DESTROYABLE == ["afgerond", "open"]


def test_days() -> None:
    asked = date(2026, 3, 10)
    assert expires_on(asked) == date(2026, 4, 7)
    assert not expires_soon(expires_on(asked), asked)
    assert expires_soon(expires_on(asked), date(2026, 3, 31))
    assert not expires_soon(expires_on(asked), date(2026, 3, 30))
    assert days_old(asked, asked + timedelta(3)) == 3
    assert days_old(asked, asked - timedelta(3)) == 0
