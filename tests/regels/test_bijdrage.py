"""What somebody brings: what may be offered, who confirms it, who takes it back, and an honest sum of ranges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regels.voorstel import seat
from vliegwiel.samenspel.models import Bijdrage
from vliegwiel.samenspel.rules.bijdrage import (
    BIJDRAGE_STATES,
    MOST,
    BijdrageFeit,
    Inhoud,
    Totaal,
    bereik,
    can,
    lacks,
    may_promise,
    may_retract,
    may_tell,
    samen,
    totaal,
)
from vliegwiel.samenspel.rules.facts import Niveau

TODAY = date(2026, 3, 10)
OFFER = BijdrageFeit("aangeboden", "mila", "brug")
PROMISE = replace(OFFER, status="bevestigd")
GONE = replace(OFFER, status="ingetrokken")
MILA = seat("mila", "brug", mandaat="")
JOKE = seat("joke", "brug", mandaat="namens de Brug")
WIM = seat("wim", "gemeente", mandaat="alles")
GUIDE = seat("hanneke", None, mandaat="", is_begeleider=True)

sides = st.none() | st.integers(0, 9)
ranges = st.tuples(sides, sides).filter(lambda it: None in it or it[0] <= it[1])  # type: ignore[operator]


def codes(found: list[object]) -> list[str]:
    return [it.code for it in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("it", "code"),
    [
        (Inhoud("twee middagen"), None),
        (Inhoud(" \n"), "inhoud_ontbreekt"),
        (Inhoud("tijd", uren_van=40), None),
        (Inhoud("tijd", uren_tot=40), None),
        (Inhoud("tijd", uren_van=41, uren_tot=40), "uren_omgekeerd"),
        (Inhoud("geld", euro_van=600_000, euro_tot=900_000), None),
        (Inhoud("geld", euro_van=5, euro_tot=5), None),
        (Inhoud("geld", euro_van=1, euro_tot=0), "euro_omgekeerd"),
        (Inhoud("geld", euro_tot=MOST["euro"] + 1), "euro_te_groot"),
        (Inhoud("geld", euro_tot=MOST["euro"]), None),
        (Inhoud("geld", euro_van=-1), "euro_te_groot"),
        (Inhoud("tijd", uren_van=MOST["uren"] + 1), "uren_te_groot"),
    ],
)
def test_what_may_be_offered(it: Inhoud, code: str | None) -> None:
    assert codes(lacks(it)) == ([code] if code else [])


def test_the_states_are_those_of_the_table() -> None:
    assert set(BIJDRAGE_STATES) == set(Bijdrage.Status.values)
    assert not BIJDRAGE_STATES["ingetrokken"]
    assert "change" not in BIJDRAGE_STATES["bevestigd"]
    assert {"agree", "tell"}.isdisjoint(BIJDRAGE_STATES["aangeboden"])


@pytest.mark.parametrize(
    ("it", "event"), list(product((OFFER, PROMISE, GONE), ("change", "confirm", "agree", "tell")))
)
def test_its_state_says_what_can_be_done(it: BijdrageFeit, event: str) -> None:
    may = event in BIJDRAGE_STATES[it.status]
    assert codes(can(it, event)) == ([] if may else [f"bijdrage_is_{it.status}"])


def test_a_promise_is_made_by_a_seat_of_the_same_party_with_mandaat_today() -> None:
    assert codes(may_promise(OFFER, MILA, TODAY)) == ["zonder_mandaat"]
    assert may_promise(OFFER, JOKE, TODAY) == []
    assert may_promise(OFFER, replace(MILA, mandaat="mijn uren"), TODAY) == []
    assert codes(may_promise(OFFER, replace(JOKE, mandaat_tot=date(2026, 3, 9)), TODAY)) == ["zonder_mandaat"]
    assert may_promise(OFFER, replace(JOKE, mandaat_tot=TODAY), TODAY) == []
    assert codes(may_promise(OFFER, WIM, TODAY)) == ["niet_jouw_partij"]
    assert codes(may_promise(OFFER, GUIDE, TODAY)) == ["niet_jouw_partij"]
    assert codes(may_promise(OFFER, None, TODAY)) == ["niet_jouw_partij"]
    assert codes(may_promise(replace(OFFER, partij=None), GUIDE, TODAY)) == ["niet_jouw_partij"]


def test_who_offered_it_takes_it_back_until_it_is_a_promise() -> None:
    assert may_retract(OFFER, MILA, TODAY) == []
    assert codes(may_retract(PROMISE, MILA, TODAY)) == ["zonder_mandaat"]
    assert may_retract(OFFER, JOKE, TODAY) == may_retract(PROMISE, JOKE, TODAY) == []
    assert (
        codes(may_retract(OFFER, WIM, TODAY))
        == codes(may_retract(PROMISE, WIM, TODAY))
        == ["niet_jouw_partij"]
    )


def test_what_came_of_it_is_told_by_its_party_or_who_guides() -> None:
    assert may_tell(PROMISE, MILA) == may_tell(PROMISE, JOKE) == may_tell(PROMISE, GUIDE) == []
    assert codes(may_tell(PROMISE, WIM)) == codes(may_tell(PROMISE, None)) == ["niet_jouw_partij"]


# -- sums


@given(st.lists(ranges, max_size=5))
def test_a_sum_holds_everything_it_could_be_and_no_more(rows: list[tuple[int | None, int | None]]) -> None:
    """Against every choice of one number out of each range; a range without an end could be anything above."""
    far = 50
    named = [row for row in rows if row != (None, None)]
    could = {
        sum(choice) for choice in product(*({van or 0, far if tot is None else tot} for van, tot in named))
    }
    it = totaal(rows)
    assert it.van == min(could)
    assert it.tot == (None if any(tot is None for _, tot in named) else max(could))
    assert (it.met, it.alle) == (len(named), len(rows))


@given(st.lists(ranges, max_size=6), st.randoms())
def test_a_sum_does_not_depend_on_the_order(
    rows: list[tuple[int | None, int | None]], random: object
) -> None:
    mixed = list(rows)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert totaal(mixed) == totaal(rows)


@pytest.mark.parametrize(
    ("van", "tot", "code"),
    [
        (None, None, None),
        (6, 9, "euro.van_tot"),
        (6, 6, "euro.precies"),
        (0, 0, "euro.precies"),
        (6, None, "euro.vanaf"),
        (None, 9, "euro.hoogstens"),
        (0, 9, "euro.hoogstens"),
    ],
)
def test_how_a_range_is_said(van: int | None, tot: int | None, code: str | None) -> None:
    found = bereik("euro", van, tot)
    assert (found and found.code) == code


def test_nothing_named_is_no_sum() -> None:
    assert samen("euro", Totaal(0, 0, 0, 5)) is None
    found = samen("euro", Totaal(600_000, 900_000, 3, 5))
    assert found is not None and dict(found.params) == {"van": 600_000, "tot": 900_000}


def test_levels_do_not_matter_to_a_promise() -> None:
    assert may_promise(OFFER, replace(JOKE, niveau=Niveau.BESTUUR), TODAY) == []
