"""The words of days, hours, amounts and lists, in Dutch and in English."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.ui import filters

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("taal", "expected"), [("nl", "dinsdag 24 november 2026"), ("en", "Tuesday 24 November 2026")]
)
def test_datum(taal: str, expected: str) -> None:
    assert filters.datum(date(2026, 11, 24), taal) == expected


def test_the_day_is_the_day_here() -> None:
    just_before_midnight_utc = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert filters.datum(just_before_midnight_utc, "nl") == "dinsdag 24 november 2026"
    assert filters.tijd(just_before_midnight_utc, "nl") == "0.30 uur"
    assert filters.tijd(just_before_midnight_utc, "en") == "00:30"


def test_tijd_in_summer() -> None:
    assert filters.tijd(datetime(2026, 7, 1, 8, 0, tzinfo=UTC), "nl") == "10.00 uur"


@pytest.mark.parametrize(
    ("days", "nl", "en"),
    [
        (0, "vandaag", "today"),
        (1, "morgen", "tomorrow"),
        (2, "overmorgen", "in two days"),
        (-1, "gisteren", "yesterday"),
        (-2, "eergisteren", "two days ago"),
        (3, "over drie dagen", "in three days"),
        (13, "over 13 dagen", "in 13 days"),
        (14, "over twee weken", "in two weeks"),
        (35, "over vijf weken", "in five weeks"),
        (-21, "drie weken geleden", "three weeks ago"),
        (183, "over zes maanden", "in six months"),
        (-153, "vijf maanden geleden", "five months ago"),
        (730, "over twee jaar", "in two years"),
    ],
)
def test_wanneer(days: int, nl: str, en: str) -> None:
    day = TODAY + timedelta(days=days)
    assert filters.wanneer(day, TODAY, "nl") == nl
    assert filters.wanneer(day, TODAY, "en") == en


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (1_200_000, "€\u00a01,2 miljoen", "€1.2 million"),
        (1_000_000, "€\u00a01 miljoen", "€1 million"),
        (20_000_000, "€\u00a020 miljoen", "€20 million"),
        (1_234_567, "€\u00a01.234.567", "€1,234,567"),
        (600_000, "€\u00a0600.000", "€600,000"),
        (Decimal("12.5"), "€\u00a012,50", "€12.50"),
        (0, "€\u00a00", "€0"),
        (-640_000, "-€\u00a0640.000", "-€640,000"),
        (None, "", ""),
    ],
)
def test_bedrag(value: Any, nl: str, en: str) -> None:
    assert (filters.bedrag(value, "nl"), filters.bedrag(value, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (1240, "1.240", "1,240"),
        (1234.5, "1.234,5", "1,234.5"),
        (3.0, "3", "3"),
        (100, "100", "100"),
        (None, "", ""),
    ],
)
def test_getal(value: Any, nl: str, en: str) -> None:
    assert (filters.getal(value, "nl"), filters.getal(value, "en")) == (nl, en)


def test_aantal() -> None:
    assert [filters.aantal(n, "nl") for n in (0, 3, 12, 13)] == ["nul", "drie", "twaalf", "13"]


@pytest.mark.parametrize(
    ("items", "nl", "en"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (["a", "b", "c"], "a, b en c", "a, b and c"),
    ],
)
def test_opsomming(items: list[str], nl: str, en: str) -> None:
    assert (filters.opsomming(items, taal="nl"), filters.opsomming(items, taal="en")) == (nl, en)
    assert filters.opsomming(["a", "b"], "of", "nl") == "a of b"


@pytest.mark.parametrize(
    ("naam", "letters"),
    [
        ("Samira Kaya", "SK"),
        ("mevrouw Bakker", "B"),
        ("Kees de Wit", "KW"),
        ("jan", "J"),
        ("Noor El Amrani", "NA"),
        ("", ""),
    ],
)
def test_voorletter(naam: str, letters: str) -> None:
    assert filters.voorletter(naam) == letters


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1)), st.sampled_from(["nl", "en"]))
def test_every_day_has_words(day: date, taal: str) -> None:
    assert str(day.year) in filters.datum(day, taal)
    assert filters.wanneer(day, TODAY, taal)
    assert (filters.wanneer(day, TODAY, "nl") == "vandaag") == (day == TODAY)


@given(st.text())
def test_a_name_can_be_anything(naam: str) -> None:
    assert filters.voorletter(naam) == filters.voorletter(naam).upper()
    assert filters.zaad(naam) == filters.zaad(naam) >= 0


def test_what_people_wrote_says_its_language_on_a_page_in_english() -> None:
    with translation.override("en"):
        assert filters.nl("Samen <in> Oost") == '<span lang="nl">Samen &lt;in&gt; Oost</span>'
        assert filters.nl("") == ""
    with translation.override("nl"):
        assert filters.nl("Samen in Oost") == "Samen in Oost"


def test_a_capital_leaves_the_other_letters_alone() -> None:
    assert filters.hoofdletter("Sunday 22 November") == "Sunday 22 November"
    assert filters.hoofdletter("éen dag") == "Éen dag"
    assert filters.hoofdletter("") == ""


def test_an_hour_without_a_day() -> None:
    assert (filters.tijd(time(9, 5), "nl"), filters.tijd(time(9, 5), "en")) == ("9.05 uur", "09:05")
