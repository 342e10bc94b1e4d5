"""From text to a value: dates, times, numbers, codes. What is refused is never repeated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.privacy.rules.bsn import clean_bsn
from vliegwiel.uitwisseling.rules import waarden
from vliegwiel.uitwisseling.rules.waarden import Noted, Wrong


def outcome(reader: Callable[[str], object], text: str) -> object:
    """The value, or the code of what is wrong with it."""
    try:
        return reader(text)
    except (Wrong, Noted) as said:
        return said.code


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        ("2028-02-29", date(2028, 2, 29)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
        ("2026-02-29", "veld_datum_bestaat_niet"),
        ("2027-06-31", "veld_datum_bestaat_niet"),
        ("2026-00-10", "veld_datum_bestaat_niet"),
        ("1899-12-31", "veld_datum_jaar"),
        ("2101-01-01", "veld_datum_jaar"),
        ("9999-12-31", "veld_datum_jaar"),
        ("0000-01-01", "veld_datum_jaar"),
        ("12026-01-01", "veld_datum_vorm"),
        ("-2026-01-01", "veld_datum_vorm"),
        ("2026-3-31", "veld_datum_vorm"),
        ("31-03-2026", "veld_datum_vorm"),
        ("20260331", "veld_datum_vorm"),
        ("2026-W13-2", "veld_datum_vorm"),
        ("2026-03-31T00:00:00", "veld_datum_vorm"),
        ("٢٠٢٦-٠٣-٣١", "veld_datum_vorm"),
        ("2026-03-31+15:00", "veld_datum_vorm"),
        ("2026-03-31Z", "veld_datum_tijdzone"),
        ("2026-03-31+02:00", "veld_datum_tijdzone"),
        ("2026-02-31Z", "veld_datum_bestaat_niet"),
    ],
)
def test_days(text: str, wanted: object) -> None:
    assert outcome(waarden.day, text) == wanted


def test_a_day_with_a_zone_is_that_day() -> None:
    with pytest.raises(Noted) as said:
        waarden.day("2026-03-31-05:00")
    assert said.value.value == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("09:30:00", time(9, 30)),
        ("09:30:00.25", time(9, 30, 0, 250_000)),
        ("23:59:59.1234567", time(23, 59, 59, 123_456)),
        ("24:00:00", time.max),
        ("24:00:01", "veld_tijd_vorm"),
        ("25:00:00", "veld_tijd_vorm"),
        ("09:60:00", "veld_tijd_vorm"),
        ("09:30", "veld_tijd_vorm"),
        ("09:30:00Z", "veld_tijd_vorm"),
    ],
)
def test_times(text: str, wanted: object) -> None:
    assert outcome(waarden.clock, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("0", 0), ("007", 7), ("+5", 5), ("-0", 0), ("99", 99),
        ("100", "veld_getal"), ("-1", "veld_getal"), ("4,5", "veld_getal"), ("1_0", "veld_getal"),
        ("٣", "veld_getal"), ("9" * 5000, "veld_getal"), ("1e1", "veld_getal"),
    ],
)  # fmt: skip
def test_whole_numbers(text: str, wanted: object) -> None:
    assert outcome(waarden.whole(0, 99), text) == wanted


def test_digits_keep_their_zeroes() -> None:
    four = waarden.digits(4, 4)
    assert [outcome(four, text) for text in ("0101", "101", "01011", "01o1", "０１０１")] == [
        "0101", "veld_cijfers", "veld_cijfers", "veld_cijfers", "veld_cijfers",
    ]  # fmt: skip


def test_text_loses_its_layout_and_has_a_length() -> None:
    five = waarden.text(5)
    assert outcome(five, " van\n  d ") == "van d"
    assert outcome(five, "van de") == "veld_te_lang"
    assert outcome(five, " \n ") == "veld_leeg"


def test_codes() -> None:
    one = waarden.one_of("JZ002", {"01", "02"}, {"01"})
    assert [outcome(one, text) for text in ("02", "01", "2", "")] == [
        "02", "veld_code_vervallen", "veld_code", "veld_code",
    ]  # fmt: skip


def test_a_bsn_has_nine_digits_and_passes_the_elfproef() -> None:
    bsn = waarden.person_number(clean_bsn)
    texts = ("111222333", "010000008", "111222334", "000000000", "10000008", "111.222.333")
    assert [outcome(bsn, text) for text in texts] == [
        "111222333", "010000008", "veld_bsn_elfproef", "veld_bsn_elfproef", "veld_cijfers", "veld_cijfers",
    ]  # fmt: skip


READERS: dict[str, Callable[[str], object]] = {
    "day": waarden.day, "clock": waarden.clock, "text": waarden.text(20), "digits": waarden.digits(1, 9),
    "whole": waarden.whole(0, 999), "code": waarden.one_of("X", {"aa", "bb"}, {"bb"}),
    "bsn": waarden.person_number(clean_bsn), "exactly": waarden.exactly("414", "bericht_code_anders"),
}  # fmt: skip


@given(st.sampled_from(sorted(READERS)), st.text())
def test_any_text_gives_a_value_or_a_code(name: str, text: str) -> None:
    said: Wrong | Noted | None = None
    try:
        READERS[name](text)
    except (Wrong, Noted) as reason:
        said = reason
    if said is not None:
        assert said.args == (said.code,), "the exception holds no text"
        assert len(text) < 4 or text not in str(said.params)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_there_is_is_read(day: date) -> None:
    assert waarden.day(day.isoformat()) == day
