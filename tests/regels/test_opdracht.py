"""The rules of what we ask: where an opdracht stands, when its text may change, who stands before the wall."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.opdracht import rules
from vliegwiel.opdracht.rules import OPDRACHT_STATES, Inschrijver, OpdrachtStatus

TODAY = date(2026, 3, 2)
VOORSTEL = (None, "open", "aangenomen", "ingetrokken")


@pytest.mark.parametrize(
    ("voorstel", "is_open", "status"),
    [
        (None, False, "concept"),
        ("ingetrokken", False, "concept"),
        ("open", False, "ligt_voor"),
        ("aangenomen", False, "vastgesteld"),
        ("aangenomen", True, "open"),
    ],
)
def test_where_it_stands(voorstel: str | None, is_open: bool, status: str) -> None:
    assert rules.opdracht_status(voorstel, is_open) == status


@pytest.mark.parametrize("voorstel", VOORSTEL[:2] + VOORSTEL[3:])
def test_nothing_is_open_that_was_not_adopted(voorstel: str | None) -> None:
    assert rules.opdracht_status(voorstel, True) is not OpdrachtStatus.OPEN


def test_every_state_is_in_the_map_and_can_be_reached() -> None:
    assert set(OPDRACHT_STATES) == set(OpdrachtStatus)
    reached, border = {"concept"}, ["concept"]
    while border:
        for after in OPDRACHT_STATES[border.pop()].values():
            if after not in reached:
                reached.add(after)
                border.append(after)
    assert reached == set(OPDRACHT_STATES)


@pytest.mark.parametrize("status", OpdrachtStatus)
def test_only_a_concept_is_written_on_and_only_an_adopted_text_opens(status: OpdrachtStatus) -> None:
    events = OPDRACHT_STATES[status]
    assert (rules.cannot_write(status) is None) == ("lay_before" in events)
    assert (rules.cannot_open(status) is None) == ("open_up" in events)
    assert (rules.cannot_look_back(status) is None) == (status in ("vastgesteld", "open"))


IDS = [UUID(int=number) for number in range(5)]
DAYS = st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days))
MARKS = st.lists(st.builds(Inschrijver, st.sampled_from(IDS), st.none() | DAYS), max_size=6)


@given(MARKS, st.sets(st.sampled_from(IDS)))
def test_before_the_wall_against_brute_force(marks: list[Inschrijver], own: set[UUID]) -> None:
    closed = False
    for mark in marks:
        for mine in own:
            if mark.deelname == mine and not (mark.tot is not None and mark.tot < TODAY):
                closed = True
    assert rules.before_the_wall(marks, own, TODAY) == closed


@given(MARKS, MARKS, st.sets(st.sampled_from(IDS)))
def test_one_more_mark_never_opens_the_wall(
    marks: list[Inschrijver], more: list[Inschrijver], own: set[UUID]
) -> None:
    if rules.before_the_wall(marks, own, TODAY):
        assert rules.before_the_wall([*marks, *more], own, TODAY)


def test_the_last_day_of_a_mark_still_counts() -> None:
    mark = uuid4()
    assert rules.before_the_wall([Inschrijver(mark, TODAY)], {mark}, TODAY)
    assert not rules.before_the_wall([Inschrijver(mark, TODAY - timedelta(days=1))], {mark}, TODAY)


@given(st.lists(st.sampled_from(IDS), unique=True, min_size=1), st.data(), st.booleans())
def test_moving_keeps_everybody_and_moves_one_place(order: list[UUID], data: st.DataObject, up: bool) -> None:
    which = data.draw(st.sampled_from(order))
    after = rules.moved(order, which, up)
    assert sorted(after) == sorted(order)
    at, to = order.index(which), after.index(which)
    edge = at == (0 if up else len(order) - 1)
    assert to == (at if edge else at + (-1 if up else 1))
    assert [it for it in after if it != which] == [it for it in order if it != which]


@given(st.integers(0, 200))
def test_the_text_of_the_voorstel_says_how_many_and_nothing_else(number: int) -> None:
    said = rules.lays_before(number)
    assert f"({number} " in said and said.startswith("Wij stellen de opdracht vast")


def test_a_paragraph_needs_a_head_and_a_text() -> None:
    assert rules.paragraph_lacks(" ", "tekst") == "paragraaf_zonder_kop"
    assert rules.paragraph_lacks("kop", " \n") == "paragraaf_leeg"
    assert rules.paragraph_lacks("kop", "tekst") is None


@pytest.mark.parametrize(
    ("titel", "vraag", "budget", "lack"),
    [
        ("a", "b", None, None),
        ("a", "b", 0, None),
        (" ", "b", None, "opgave_zonder_titel"),
        ("a", "\n", None, "opgave_zonder_vraag"),
        ("a", "b", -1, "budget_buiten"),
        ("a", "b", rules.MOST_EURO + 1, "budget_buiten"),
    ],
)
def test_what_an_opgave_needs(titel: str, vraag: str, budget: int | None, lack: str | None) -> None:
    assert rules.opgave_lacks(titel, vraag, budget) == lack
