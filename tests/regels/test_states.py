"""State maps are closed, reachable, and say the same as the rules; the Begrip; silence in a Gesprek."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regels.voorstel import SEATS, leaving, on, seat
from vliegwiel.koers.rules import BEGRIP_STATES, BegripStatus, BetekenisFeit, adopted_meaning, begrip_status
from vliegwiel.samenspel.rules import TAFEL_STATES, VOORSTEL_STATES, VoorstelStatus, not_yet_spoken

TODAY = date(2026, 6, 1)
OPEN = BetekenisFeit("open")
WITHDRAWN = BetekenisFeit("ingetrokken")
ADOPTED = BetekenisFeit("aangenomen", date(2026, 1, 1), date(2026, 7, 1))
DUE = replace(ADOPTED, terugkijken_op=TODAY)


@pytest.mark.parametrize("states", [VOORSTEL_STATES, TAFEL_STATES, BEGRIP_STATES])
def test_every_event_leads_to_a_state_and_every_state_can_be_reached(
    states: Mapping[str, Mapping[str, str]],
) -> None:
    assert {state for events in states.values() for state in events.values()} <= set(states)
    reached, first = set[str](), next(iter(states))
    todo = [first]
    while todo:
        state = todo.pop()
        reached.add(state)
        todo += set(states[state].values()) - reached
    assert reached == set(states)


def test_maps_and_statuses_name_the_same_states() -> None:
    assert set(VOORSTEL_STATES) == set(VoorstelStatus)
    assert set(BEGRIP_STATES) == set(BegripStatus)
    assert not VOORSTEL_STATES["aangenomen"]
    assert not VOORSTEL_STATES["ingetrokken"]


@pytest.mark.parametrize(
    ("feiten", "status"),
    [
        ([], "nieuw"),
        ([OPEN], "in_gesprek"),
        ([WITHDRAWN], "nieuw"),
        ([ADOPTED], "vastgesteld"),
        ([DUE], "terugkijken"),
        ([replace(DUE, terugkijken_op=date(2026, 6, 2))], "vastgesteld"),
        ([replace(ADOPTED, terugkijken_op=None)], "vastgesteld"),
        ([DUE, OPEN], "in_gesprek"),
        ([DUE, WITHDRAWN], "terugkijken"),
        ([DUE, replace(ADOPTED, aangenomen_op=date(2026, 5, 1))], "vastgesteld"),
        ([replace(ADOPTED, aangenomen_op=date(2026, 5, 1)), DUE], "vastgesteld"),
    ],
)
def test_where_a_word_stands(feiten: list[BetekenisFeit], status: str) -> None:
    assert begrip_status(feiten, TODAY) == status


def test_the_meaning_that_holds_is_the_one_adopted_last() -> None:
    later = replace(ADOPTED, aangenomen_op=date(2026, 5, 1))
    assert adopted_meaning([OPEN, WITHDRAWN]) is None
    assert adopted_meaning([later, ADOPTED, OPEN]) is later
    same_day = replace(later, terugkijken_op=date(2027, 1, 1))
    assert adopted_meaning([later, same_day]) is same_day


@given(st.lists(st.sampled_from(["open_voorstel", "adopt", "retract", "look_back", "keep"]), max_size=12))
def test_the_status_of_a_word_only_moves_along_the_map(events: list[str]) -> None:
    facts: list[BetekenisFeit] = []
    day = 0
    for event in events:
        before = begrip_status(facts, on(day))
        meaning = adopted_meaning(facts)
        if event == "open_voorstel" and OPEN not in facts:
            facts.append(OPEN)
        elif event == "adopt" and OPEN in facts:
            facts[facts.index(OPEN)] = BetekenisFeit("aangenomen", on(day), on(day + 10))
        elif event == "retract" and OPEN in facts:
            facts[facts.index(OPEN)] = WITHDRAWN
        elif event == "look_back":
            day += 10
        elif event == "keep" and before == "terugkijken" and meaning is not None:
            facts[facts.index(meaning)] = replace(meaning, terugkijken_op=on(day + 10))
        after = begrip_status(facts, on(day))
        assert after == before or after in BEGRIP_STATES[before].values()


def test_who_has_not_spoken_is_told_without_guides_and_without_who_left() -> None:
    assert not_yet_spoken(SEATS, ["kees", "els"], on(5)) == ["samira", "joost", "fatma", "bakker"]
    assert not_yet_spoken(leaving("fatma", 4), ["kees", "els"], on(5)) == ["samira", "joost", "bakker"]
    assert not_yet_spoken([seat("later", "brug", begin=6)], [], on(5)) == []
    assert not_yet_spoken([], ["kees"], on(5)) == []
