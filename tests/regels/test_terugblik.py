"""Looking back: an expectation and a day beforehand, and once what became of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.samenspel.models import Terugblik
from vliegwiel.samenspel.rules.terugblik import OORDELEN, can_fix, can_look_back

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("words", "day", "code"),
    [
        (" ", date(2026, 6, 1), "verwachting_ontbreekt"),
        ("rust", None, "kijkdag_ontbreekt"),
        ("rust", TODAY, "kijkdag_niet_later"),
        ("rust", date(2026, 3, 11), None),
    ],
)
def test_what_is_fixed_beforehand(words: str, day: date | None, code: str | None) -> None:
    assert [it.code for it in can_fix(words, day, TODAY)] == ([code] if code else [])


def test_the_choices_are_those_of_the_table() -> None:
    assert set(OORDELEN) == set(Terugblik.Oordeel.values)


@given(
    st.booleans(), st.sampled_from(["", " ", "het hielp"]), st.sampled_from(["", "houden", "stoppen", "iets"])
)
def test_once_with_words_and_a_choice(done: bool, words: str, choice: str) -> None:
    may = not can_look_back(done, words, choice)
    assert may == (not done and bool(words.strip()) and choice in OORDELEN)
