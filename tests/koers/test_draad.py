"""The rode draad through koers: a word, a sentence of our course, and the doelen above and below each other."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gemeenschap.rond import AMBITIE, Rond, lay_round
from tests.samenspel.table import START
from vliegwiel.koers.home.draad import steps
from vliegwiel.koers.models import Doel, Doelverband, Koerszin

pytestmark = pytest.mark.django_db


@pytest.fixture
def rond(cast: Any) -> Rond:
    return lay_round(cast)


def of(rond: Rond, thing: Any, naam: str = "wim") -> set[tuple[str, str, bool]]:
    return {(it.code, it.tekst, it.van) for it in steps(rond.by(naam), thing, START)}


def test_from_a_word_to_the_doelen_about_it(rond: Rond) -> None:
    assert of(rond, rond.begrip) == {("doel", rond.hoog.naam, False)}


def test_a_doel_comes_from_its_word_and_its_sentence_and_leads_to_what_contributes(rond: Rond) -> None:
    assert of(rond, rond.hoog) == {
        ("begrip", "eigen kracht", True),
        ("koers", AMBITIE, True),
        ("doel_onder", rond.laag.naam, False),
    }
    assert of(rond, rond.laag) == {("doel_boven", rond.hoog.naam, True)}


def test_what_clashes_or_is_no_longer_pursued_is_no_step(rond: Rond) -> None:
    gemeente = rond.cast.here()
    other = Doel.objects.create(gemeente=gemeente, naam="Iets anders", soort="effect", aangemaakt_op=START)
    Doelverband.objects.create(gemeente=gemeente, van=rond.laag, naar=other, soort="botst")
    Doel.objects.filter(pk=rond.hoog.pk).update(einddatum=START.date())
    assert of(rond, rond.laag) == set()
    assert of(rond, rond.begrip) == set()


def test_a_sentence_still_on_the_table_is_no_step_for_others(rond: Rond) -> None:
    Koerszin.objects.filter(pk=rond.zin.pk).update(
        voorstel=rond.veld.table.propose(titel="Nieuw", tekst="zqnieuw")
    )
    rond.hoog.refresh_from_db()
    assert not [it for it in of(rond, rond.hoog, "samira") if it[0] == "koers"]


def test_a_text_leads_to_its_word_and_to_the_doelen_from_it(rond: Rond) -> None:
    assert of(rond, rond.betekenis) == {("begrip", "eigen kracht", False)}
    assert of(rond, rond.zin.voorstel) == {("doel", rond.hoog.naam, False)}


def test_a_resident_reads_the_word_and_no_doelen(rond: Rond) -> None:
    assert of(rond, rond.betekenis, "bakker") == {("begrip", "eigen kracht", False)}
    for thing in (rond.zin.voorstel, rond.hoog, rond.begrip):
        assert of(rond, thing, "bakker") == set()


@pytest.mark.parametrize("naam", ["ellen", "ravi", "bas"])
def test_who_sees_no_content_sees_no_step(rond: Rond, naam: str) -> None:
    for thing in (rond.begrip, rond.hoog, rond.betekenis):
        assert of(rond, thing, naam) == set()
