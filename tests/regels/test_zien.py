"""What a row of figures says: never before twelve, then by the start and the last six; against the plainest count."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.effect.rules import KWARTAAL, MAAND, Punt, draw, next_begin, start_value, wat_zien_we

FIRST = date(2024, 1, 1)
VALUES = st.lists(st.one_of(st.none(), st.integers(-5, 5).map(Decimal)), max_size=30)


def row(values: list[Decimal | None] | list[int], ritme: str = MAAND) -> list[Punt]:
    return [
        Punt(next_begin(FIRST, ritme, at), None if value is None else Decimal(value))
        for at, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("values", "ritme", "code", "maanden"),
    [
        ([], MAAND, "we_zien_het_nog_niet", 12),
        ([], KWARTAAL, "we_zien_het_nog_niet", 36),
        ([4] * 11, MAAND, "we_zien_het_nog_niet", 1),
        ([4] * 11, KWARTAAL, "we_zien_het_nog_niet", 3),
        ([4] * 6 + [9] * 5, MAAND, "we_zien_het_nog_niet", 1),  # however clear it looks
        ([4] * 6 + [9] * 6, MAAND, "anders_dan_eerst", None),
        ([4] * 6 + [1] * 6, MAAND, "anders_dan_eerst", None),
        ([4] * 12, MAAND, "beweegt_als_altijd", None),  # on the middle is on neither side
        ([4] * 6 + [9] * 5 + [4], MAAND, "beweegt_als_altijd", None),
        ([4] * 6 + [9, 9, 1, 9, 9, 9], MAAND, "beweegt_als_altijd", None),
        ([4, 4, 4, 6, 6, 6] + [5] * 6, MAAND, "beweegt_als_altijd", None),  # the middle lies between two
        ([4] * 6 + [9] * 20 + [4] * 6, MAAND, "beweegt_als_altijd", None),  # only the last six count
    ],
)
def test_what_is_said(values: list[int], ritme: str, code: str, maanden: int | None) -> None:
    found = wat_zien_we(row(values, ritme), ritme)
    assert found.code == code
    assert dict(found.params) == ({} if maanden is None else {"maanden": maanden})


@given(VALUES, st.sampled_from([MAAND, KWARTAAL]), st.randoms())
def test_as_the_plainest_count_says(values: list[Decimal | None], ritme: str, chance: object) -> None:
    points = row(values, ritme)
    found = wat_zien_we(points, ritme)
    seen = [it for it in values if it is not None]
    if len(seen) < 12:
        assert found.code == "we_zien_het_nog_niet"
        assert found.params["maanden"] == (12 - len(seen)) * (3 if ritme == KWARTAAL else 1)
    else:
        first = sorted(seen[:6])
        middle = (first[2] + first[3]) / 2
        above, below = sum(it > middle for it in seen[-6:]), sum(it < middle for it in seen[-6:])
        assert found.code == ("anders_dan_eerst" if 6 in (above, below) else "beweegt_als_altijd")
    chance.shuffle(points)  # type: ignore[attr-defined]
    assert wat_zien_we(points, ritme) == found  # by their day, not by how they come


@given(VALUES)
def test_what_is_not_shown_tells_nothing(values: list[Decimal | None]) -> None:
    """Where the hidden ones stand, and how many there are, changes no word."""
    only = [it for it in values if it is not None]
    assert wat_zien_we(row(values), MAAND).code == wat_zien_we(row(only), MAAND).code


@given(VALUES, st.one_of(st.none(), st.integers(-9, 9).map(Decimal)))
def test_every_point_stands_inside_the_chart(values: list[Decimal | None], aim: Decimal | None) -> None:
    points = row(values)
    made = draw(points, MAAND, start_value(points), aim)
    assert [it.waarde for it in made.merken] == values
    assert all(0 <= it.x <= 100 and 0 < it.y < 200 for it in made.merken)
    assert all(0 < it.y < 200 for it in made.lijnen)
    places = [it.x for it in made.merken]
    assert places == sorted(places)
