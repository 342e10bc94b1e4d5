"""Periods and numbers as people write them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.effect.rules import (
    AFGELEIDEN,
    KWARTAAL,
    MAAND,
    ONDERWERPEN,
    Wrong,
    begin_of,
    code_of,
    codes_of,
    is_over,
    last_day,
    latest,
    next_begin,
    read_code,
    read_number,
)

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
RITMES = st.sampled_from([MAAND, KWARTAAL])


@given(DAYS, RITMES)
def test_every_day_is_in_one_period(day: date, ritme: str) -> None:
    begin = begin_of(day, ritme)
    assert begin <= day <= last_day(begin, ritme)
    assert last_day(begin, ritme) + timedelta(days=1) == next_begin(begin, ritme)
    assert next_begin(next_begin(begin, ritme), ritme, -1) == begin
    assert read_code(code_of(begin, ritme), ritme) == begin


@given(DAYS, RITMES, st.integers(1, 20))
def test_only_what_is_over_is_offered(day: date, ritme: str, count: int) -> None:
    found = latest(day, ritme, count)
    assert len(found) == count and found == sorted(found, reverse=True)
    assert all(is_over(it, ritme, day) for it in found)
    assert not is_over(next_begin(found[0], ritme), ritme, day)


@pytest.mark.parametrize(
    ("text", "ritme", "code"),
    [
        ("2026-K1", MAAND, "periode_ander_ritme"),
        ("2026-03", KWARTAAL, "periode_ander_ritme"),
        ("2026-13", MAAND, "periode_vorm"),
        ("2026-00", MAAND, "periode_vorm"),
        ("2026-K5", KWARTAAL, "periode_vorm"),
        ("1026-03", MAAND, "periode_vorm"),
        ("maart", MAAND, "periode_vorm"),
        ("", KWARTAAL, "periode_vorm"),
        ("２０２６-03", MAAND, "periode_vorm"),
    ],
)
def test_what_is_no_period(text: str, ritme: str, code: str) -> None:
    with pytest.raises(Wrong) as refused:
        read_code(text, ritme)
    assert refused.value.code == code


@pytest.mark.parametrize(("text", "number"), [("2026-3", 3), (" 2026-03 ", 3)])
def test_a_month_as_people_write_it(text: str, number: int) -> None:
    assert read_code(text, MAAND) == date(2026, number, 1)


def test_a_quarter_in_small_letters() -> None:
    assert read_code("2026-k4", KWARTAAL) == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("12,5", "12.5"),
        ("1.250,50", "1250.50"),
        ("12.5", "12.5"),
        ("-3", "-3"),
        ("1 250", "1250"),
    ],
)
def test_a_number(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "a", "1,2,3", "1.25.0", "12,555", "=1", "1e9", "٣", "9" * 12, "NaN"])
def test_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|large"):
        read_number(text)


def test_every_figure_from_the_work_belongs_to_a_subject() -> None:
    assert {it.onderwerp for it in AFGELEIDEN} == set(ONDERWERPEN)
    assert sum(len(codes_of(it)) for it in ONDERWERPEN) == len(AFGELEIDEN)
