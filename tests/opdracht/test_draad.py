"""The rode draad through opdracht; one that is not open yet is no step for who may bid on it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gemeenschap.rond import Rond, lay_round
from tests.opdracht.speelveld import DRAFT, TITEL
from tests.samenspel.table import START
from vliegwiel.opdracht.home.draad import steps

pytestmark = pytest.mark.django_db


@pytest.fixture
def rond(cast: Any) -> Rond:
    return lay_round(cast)


def of(rond: Rond, thing: Any, naam: str = "wim") -> set[tuple[str, str, bool]]:
    return {(it.code, it.tekst, it.van) for it in steps(rond.by(naam), thing, START)}


def leading(rond: Rond) -> tuple[Any, ...]:
    """What an opdracht is a step of."""
    return rond.hoog, rond.veld.opgave, rond.bijdrage


def test_it_is_a_step_of_its_doel_its_opgave_its_text_and_what_is_brought(rond: Rond) -> None:
    expected = {("opdracht", f"Opdracht {TITEL}", False)}
    for thing in leading(rond):
        assert of(rond, thing) == expected
    assert of(rond, rond.veld.lay_before()) == expected


def test_it_comes_from_its_opgave_and_doelen_and_leads_to_who_brings_what(rond: Rond) -> None:
    assert of(rond, rond.opdracht) == {
        ("opgave", "Welzijnswerk 2028", True),
        ("doel", rond.hoog.naam, True),
        ("bijdrage", "Twee koks zqkoks", False),
    }


@pytest.mark.parametrize("naam", ["mila", "joke", "samira", "marijke"])
def test_a_draft_is_no_step_for_a_possible_bidder_nor_for_who_does_not_sit_there(
    rond: Rond, naam: str
) -> None:
    for thing in leading(rond):
        found = repr(steps(rond.by(naam), thing, START))
        assert [word for word in DRAFT if word in found] == []


@pytest.mark.parametrize("naam", ["mila", "joke", "samira", "marijke"])
def test_once_it_is_open_it_is_a_step_for_every_colleague(rond: Rond, naam: str) -> None:
    rond.veld.open()
    assert of(rond, rond.hoog, naam) == {("opdracht", f"Opdracht {TITEL}", False)}


def test_a_bijdrage_at_a_besloten_table_is_no_step_for_others(rond: Rond) -> None:
    rond.veld.open()
    assert not [it for it in of(rond, rond.opdracht, "samira") if it[0] == "bijdrage"]


def test_a_resident_at_the_table_comes_to_it_from_what_is_brought_there(rond: Rond) -> None:
    assert of(rond, rond.bijdrage, "bakker") == {("opdracht", f"Opdracht {TITEL}", False)}
    assert of(rond, rond.opdracht, "bakker") == {("bijdrage", "Twee koks zqkoks", False)}
    for thing in (rond.hoog, rond.veld.opgave):
        assert of(rond, thing, "bakker") == set()
    for thing in leading(rond):
        assert of(rond, thing, "ton") == set()
