"""Retention as dated data: what is not confirmed never destroys, and a row that is half is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from vliegwiel.privacy.bewaren import bewaartermijn, bewaartermijnen, parse, retention_rule
from vliegwiel.privacy.grondslagen import grondslagen

TODAY = date(2026, 11, 17)
GOOD = "- {code: x, tekst: t, bron: b, jaren: 5, vanaf: 2020-01-01, bevestigd: true}"


@pytest.mark.parametrize(
    ("domeinen", "rule"),
    [(["wmo"], "wmo"), (["wmo", "jeugd"], "jeugd"), (["welzijn"], "plan"), ([], "plan")],
)
def test_a_dossier_gets_the_longest_rule_of_its_domains(domeinen: list[str], rule: str) -> None:
    assert retention_rule(domeinen, TODAY) == rule


@pytest.mark.parametrize(("code", "years"), [("wmo", 15), ("jeugd", 20), ("plan", 5)])
def test_the_terms_of_the_law(code: str, years: int) -> None:
    term = bewaartermijn(code, TODAY)
    assert term is not None and term.until(date(2026, 3, 1)) == date(2026 + years, 3, 1)
    assert bewaartermijn(code, date(2014, 12, 31)) is None


def test_what_is_not_confirmed_never_destroys() -> None:
    for term in bewaartermijnen():
        long_ago = TODAY - timedelta(days=40 * 366)
        assert term.may_destroy(long_ago, TODAY) is term.bevestigd, term.code
    assert [term.code for term in bewaartermijnen() if term.bevestigd] == ["vraag", "terzijde"]


def test_a_question_that_became_no_plan_is_kept_four_weeks_with_a_warning_in_the_last() -> None:
    term = bewaartermijn("vraag", TODAY)
    assert term is not None
    later = {n: TODAY + timedelta(n) for n in (20, 21, 28, 29)}
    days = [(n, term.warns(TODAY, day), term.may_destroy(TODAY, day)) for n, day in later.items()]
    assert days == [(20, False, False), (21, True, False), (28, True, False), (29, False, True)]


def test_a_leap_day_ends_on_the_last_of_february() -> None:
    (term,) = parse(GOOD)
    assert term.until(date(2024, 2, 29)) == date(2029, 2, 28)


@pytest.mark.parametrize(
    "wrong",
    [
        GOOD.replace("jaren: 5, ", ""),
        GOOD.replace("jaren: 5", "jaren: 5, dagen: 3"),
        GOOD.replace("bron: b", "bron: ''"),
        GOOD.replace("bevestigd: true", "bevestigd: misschien"),
        GOOD.replace("vanaf: 2020-01-01", "vanaf: ooit"),
        GOOD.replace("tekst: t", "tekst: t, tot: 2019-01-01"),
        GOOD.replace("tekst: t", "tekst: t, domeinen: [sport]"),
        GOOD.replace("tekst: t", "tekst: t, iets: 1"),
        "code: x",
    ],
)
def test_a_row_that_is_wrong_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="bewaartermijn"):
        parse(wrong)


def test_two_rows_of_one_code_on_one_day_are_refused() -> None:
    from vliegwiel.privacy.rules.bewaren import the_only

    with pytest.raises(ValueError, match="two rows"):
        the_only(parse(f"{GOOD}\n{GOOD}"), "x", TODAY)


def test_the_wams_does_not_count_yet() -> None:
    (wams,) = [it for it in grondslagen() if it.code == "wams"]
    assert wams.vanaf is None and not wams.counts_on(date(2099, 1, 1))
    assert all(it.bron and it.tekst for it in grondslagen())
