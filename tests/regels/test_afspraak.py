"""An Afspraak has exactly one holder until it ends, whatever happens in whatever order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.samenspel.models import Afspraak
from vliegwiel.samenspel.rules.afspraak import (
    AFSPRAAK_STATES,
    COLLEGA,
    AfspraakFeit,
    AfspraakStatus,
    Wie,
    after,
    can,
    first_status,
    holder,
    keeps_an_eye,
    must_accept,
)

PEOPLE = ("anna", "bert", "carla")
EVENTS = ("take", "give_back", "done", "adapt", "ask", "let_go")
ENDED = (AfspraakStatus.GEDAAN, AfspraakStatus.LOSGELATEN)
events = st.lists(
    st.tuples(
        st.sampled_from(EVENTS), st.booleans(), st.sampled_from(PEOPLE), st.sampled_from(["", "  ", "omdat"])
    ),
    max_size=25,
)


def begin(wie: Wie, to: str, same_team: bool) -> AfspraakFeit:
    medewerker = to if wie in COLLEGA else None
    return AfspraakFeit(first_status("anna", medewerker, same_team), wie, "anna", medewerker)


@given(st.sampled_from(Wie), st.sampled_from(PEOPLE), st.booleans(), events)
def test_any_order_of_events_leaves_exactly_one_holder(wie: Wie, to: str, own: bool, history: list) -> None:  # type: ignore[type-arg]
    it = begin(wie, to, own)
    for event, accepts, whom, woord in history:
        refused = can(it, event, woord)
        if it.status in ENDED:
            assert refused, "nothing happens after the end"
        if event == "give_back" and not woord.strip():
            assert refused, "giving back needs a reason"
        if event == "let_go" and not woord.strip():
            assert refused, "letting go needs a word"
        if refused:
            continue
        if event == "ask" and it.wie in COLLEGA:
            it = replace(it, medewerker=whom)
        it = replace(it, status=after(it, event, accepts=accepts))
        held = holder(it)
        assert (held is None) == (it.status in ENDED)
        if it.status != AfspraakStatus.LOOPT and held is not None:
            assert held == "anna", "who gives holds the ball until it is taken"
        if it.status == AfspraakStatus.LOOPT:
            assert held == (it.medewerker or "anna")


def test_the_states_are_those_of_the_table_and_all_can_be_reached() -> None:
    assert set(AFSPRAAK_STATES) == set(AfspraakStatus) == set(Afspraak.Status.values)
    assert set(Wie) == set(Afspraak.Wie.values)
    reached = {state for moves in AFSPRAAK_STATES.values() for state in moves.values()}
    assert reached == set(AFSPRAAK_STATES)


@pytest.mark.parametrize(
    ("medewerker", "own", "asks"),
    [(None, False, False), ("anna", False, False), ("bert", True, False), ("bert", False, True)],
)
def test_only_across_a_border_it_must_be_accepted(medewerker: str | None, own: bool, asks: bool) -> None:
    assert must_accept("anna", medewerker, own) is asks
    assert (first_status("anna", medewerker, own) == "gevraagd") is asks


def test_who_wrote_it_for_a_neighbour_keeps_an_eye() -> None:
    it = AfspraakFeit(AfspraakStatus.LOOPT, Wie.NETWERK, "anna")
    assert keeps_an_eye(it) and holder(it) == "anna"
    assert not keeps_an_eye(replace(it, wie=Wie.GEMEENTE, medewerker="bert"))


def test_changed_by_agreement_is_asked_again_across_a_border() -> None:
    it = AfspraakFeit(AfspraakStatus.LOOPT, Wie.PROFESSIONAL, "anna", "bert")
    assert after(it, "adapt", accepts=False) == "gevraagd"
    assert after(it, "adapt", accepts=True) == "loopt"
    back = replace(it, status=AfspraakStatus.TERUGGEGEVEN)
    assert after(back, "adapt", accepts=False) == "teruggegeven"
