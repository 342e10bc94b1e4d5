"""What a burgerservicenummer is: nine digits and the elfproef."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.privacy.rules.bsn import WEIGHTS, clean_bsn


@pytest.mark.parametrize(
    "typed", ["111222333", "123456782", "1112.22.333", " 111 222 333 ", "010000008", "10000008"]
)
def test_a_number_is_cleaned(typed: str) -> None:
    found = clean_bsn(typed)
    assert found is not None and len(found) == 9


@pytest.mark.parametrize(
    "typed", ["", "111222334", "000000000", "12345678", "1112223331", "11122233x", "١١١٢٢٢٣٣٣"]
)
def test_what_is_none_is_refused(typed: str) -> None:
    assert clean_bsn(typed) is None


@given(st.text(alphabet="0123456789", min_size=9, max_size=9), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(text: str, place: int, shift: int) -> None:
    """That is what the elfproef is for: every weight and eleven have no divisor in common."""
    assert 11 not in WEIGHTS
    if clean_bsn(text):
        wrong = text[:place] + str((int(text[place]) + shift) % 10) + text[place + 1 :]
        assert clean_bsn(wrong) is None
