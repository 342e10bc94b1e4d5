"""The rode draad through the table: from what was said to a text, and from what somebody brings to who does what."""

from __future__ import annotations

from typing import Any

import pytest

from tests.samenspel.table import START, Table, lay_table
from vliegwiel.samenspel.home.draad import steps
from vliegwiel.samenspel.models import Afspraak, Bijdrage, Bijdrageafspraak

pytestmark = pytest.mark.django_db


@pytest.fixture
def laid(cast: Any) -> Table:
    return lay_table(cast)


def of(table: Table, thing: Any, naam: str = "wim") -> set[tuple[str, str, bool]]:
    return {(it.code, it.tekst, it.van) for it in steps(table.by(naam), thing, START)}


def test_a_text_comes_from_the_talks_it_rests_on(laid: Table) -> None:
    talk = laid.gesprek(titel="In de keuken")
    said = laid.say("bakker", talk, "Samen lukt het.")
    laid.gesprek(titel="Ergens anders")
    text = laid.propose(rust_op=[said])
    assert of(laid, text) == {("gesprek", "In de keuken", True)}
    assert of(laid, talk) == {("voorstel", text.titel, False)}
    assert of(laid, text, "bakker") == {("gesprek", "In de keuken", True)}  # a resident at the table
    assert of(laid, text, "samira") == of(laid, talk, "samira") == set()  # it is besloten


def test_what_was_taken_back_is_nothing_a_text_rests_on(laid: Table) -> None:
    from vliegwiel.samenspel import actions

    talk = laid.gesprek(titel="In de keuken")
    said = laid.say("bakker", talk, "Samen lukt het.")
    text = laid.propose(rust_op=[said])
    laid.does("bakker", actions.take_back, uitspraak=said)
    assert of(laid, text) == of(laid, talk) == set()


def _brought(table: Table) -> tuple[Bijdrage, Afspraak]:
    g = {"gemeente": table.cast.here()}
    brings = Bijdrage.objects.create(
        **g, tafel=table.tafel, zetel=table.zetels["mila"], inhoud="Twee koks", aangeboden_op=START
    )
    does = Afspraak.objects.create(
        **g, tekst="Kookt op dinsdag", wie="professional", status="loopt", gemaakt_op=START,
        medewerker=table.cast.medewerkers["mila"], gever=table.cast.medewerkers["wim"],
    )  # fmt: skip
    Bijdrageafspraak.objects.create(**g, bijdrage=brings, afspraak=does)
    return brings, does


def test_from_what_somebody_brings_to_who_does_what_and_back(laid: Table) -> None:
    brings, does = _brought(laid)
    assert of(laid, brings) == {("tafel", "Samen doen", True), ("afspraak", "Kookt op dinsdag", False)}
    assert of(laid, does) == {("bijdrage", "Twee koks", True)}


def test_who_does_it_from_elsewhere_sees_no_table_that_is_closed_to_them(laid: Table) -> None:
    _, does = _brought(laid)
    Afspraak.objects.filter(pk=does.pk).update(medewerker=laid.cast.medewerkers["samira"])
    assert of(laid, does, "samira") == set()
