"""The rode draad through effect: to what we hope to see, to the figure, and back to the table."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gemeenschap.rond import Rond, lay_round
from tests.opdracht.speelveld import TITEL
from tests.samenspel.table import START
from vliegwiel.effect.home.draad import steps
from vliegwiel.effect.models import BeoogdEffect

pytestmark = pytest.mark.django_db


@pytest.fixture
def rond(cast: Any) -> Rond:
    return lay_round(cast)


def of(rond: Rond, thing: Any, naam: str = "wim") -> set[tuple[str, str, bool]]:
    return {(it.code, it.tekst, it.van) for it in steps(rond.by(naam), thing, START)}


def test_what_we_hope_to_see_follows_from_a_doel_an_opdracht_and_its_text(rond: Rond) -> None:
    expected = {("beoogd", rond.beoogd.titel, False)}
    for thing in (rond.hoog, rond.opdracht, rond.beoogd.voorstel):
        assert of(rond, thing) == expected


def test_it_comes_from_both_and_leads_to_the_figure_and_back_to_the_table(rond: Rond) -> None:
    assert of(rond, rond.beoogd) == {
        ("doel", rond.hoog.naam, True),
        ("opdracht", f"Opdracht {TITEL}", True),
        ("indicator", "Eters zqeters", False),
        ("bevinding", "Wat zien we zqterug?", False),
    }
    back = {("beoogd", rond.beoogd.titel, True)}
    assert of(rond, rond.indicator) == of(rond, rond.terug) == back


@pytest.mark.parametrize("naam", ["samira", "marijke"])
def test_who_reads_neither_the_draft_nor_the_table_sees_neither(rond: Rond, naam: str) -> None:
    assert {code for code, _, _ in of(rond, rond.beoogd, naam)} == {"doel", "indicator"}


@pytest.mark.parametrize("naam", ["mila", "joke"])
def test_a_possible_bidder_does_not_see_the_draft_it_belongs_to(rond: Rond, naam: str) -> None:
    assert "opdracht" not in {code for code, _, _ in of(rond, rond.beoogd, naam)}


def test_what_is_not_agreed_yet_is_no_step_of_a_doel(rond: Rond) -> None:
    BeoogdEffect.objects.create(
        gemeente=rond.cast.here(), doel=rond.hoog, indicator=rond.indicator, titel="Nog open", streefwaarde=1,
        begindatum=START.date(), einddatum=START.date(), oordelen="Met elkaar.", aangemaakt_op=START,
        voorstel=rond.veld.table.propose(titel="Nog open"),
    )  # fmt: skip
    assert of(rond, rond.hoog) == {("beoogd", rond.beoogd.titel, False)}


@pytest.mark.parametrize("naam", ["bakker", "ton", "ellen", "ravi", "bas"])
def test_residents_and_who_sees_no_content_see_no_step(rond: Rond, naam: str) -> None:
    for thing in (rond.hoog, rond.opdracht, rond.beoogd, rond.indicator, rond.terug):
        assert of(rond, thing, naam) == set()
