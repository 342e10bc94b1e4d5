"""Mevrouw Bakker does hers on a phone of 360 pixels wide, with JavaScript off."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.reizen.conftest import Binnen
from tests.reizen.speler import TELEFOON, Speler

ZONDER_SCRIPT = {**TELEFOON, "java_script_enabled": False}
BREEDTE = 360


def past(wie: Speler) -> None:
    """The page fits: nobody has to push it sideways."""
    wide = wie.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= BREEDTE, f"{wie.page.url} is {wide} px wide"


def test_mevrouw_bakker_zegt_nog_niet_op_haar_telefoon_zonder_javascript(binnen: Binnen) -> None:
    # Gegeven mevrouw Bakker op haar eigen pagina
    bakker = binnen("mevrouw Bakker", **ZONDER_SCRIPT)
    bakker.ziet_kop("Dag mevrouw Bakker")
    past(bakker)
    # Als zij leest wat er gevraagd wordt
    bakker.klikt("Lees en zeg het", precies=False)
    bakker.ziet("Hoe staat u hierin?")
    past(bakker)
    # En nog niet zegt zonder erbij te schrijven waarom
    bakker.page.locator("input[name=keuze][value=nog_niet]").check()
    bakker.page.locator(".vliegwiel-keuze-houding button").click()
    # Dan vraagt de pagina daarnaar, en staat haar keuze er nog
    assert bakker.status == 422
    bakker.ziet("Schrijf erbij wat er nog niet goed is")
    expect(bakker.page.locator("input[value=nog_niet]")).to_be_checked()
    past(bakker)
    # En met haar woorden erbij telt haar antwoord
    bakker.page.locator("textarea[name=want]").fill("Wie mag ik bellen als het niet meer gaat?")
    bakker.page.locator(".vliegwiel-keuze-houding button").click()
    bakker.ziet("Verander mijn antwoord", "Wie mag ik bellen als het niet meer gaat?")
    past(bakker)


def test_ton_zegt_het_in_zijn_eigen_woorden_en_klikt_twee_keer(binnen: Binnen) -> None:
    # Gegeven Ton in een gesprek, op een trage verbinding
    ton = binnen("Ton", **ZONDER_SCRIPT)
    ton.klikt("Samen in Oost")
    past(ton)
    ton.klikt("Koffie in De Spinnerij")
    past(ton)
    # Als hij twee keer op de knop drukt
    woorden = "De vijfde brief deed ik samen met de buurman."
    ton.page.locator("textarea[name=tekst]").fill(woorden)
    ton.vinkt_aan("Een verhaal: zo wel")
    ton.page.get_by_role("button", name="Leg het op tafel").dblclick()
    # Dan staat het er één keer
    ton.ziet(woorden)
    expect(ton.page.locator("blockquote").filter(has_text=woorden)).to_have_count(1)
    past(ton)


def test_een_inwoner_ziet_geen_menu_van_collegas(binnen: Binnen) -> None:
    bakker = binnen("mevrouw Bakker", **TELEFOON)
    expect(bakker.page.get_by_role("navigation", name="Hoofdmenu")).to_have_count(0)
    bakker.ziet_niet("Koers", "Beheer", "Alle tafels")


@pytest.mark.parametrize("wie", ["Samira Kaya", "Wim Terpstra"])
def test_een_collega_kan_het_ook_zonder_javascript(binnen: Binnen, wie: str) -> None:
    # Gegeven een collega met een telefoon zonder JavaScript, als die het menu opent
    collega = binnen(wie, **ZONDER_SCRIPT)
    collega.page.get_by_role("button", name="mijn menu").click()
    # Dan kan die naar de eigen gegevens
    collega.page.get_by_role("link", name="Mijn gegevens").click()
    collega.ziet_kop(wie)
    past(collega)
