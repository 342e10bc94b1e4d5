"""Mijn mensen on a phone: from the row to a logged contact in a few taps."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.reizen.conftest import Binnen
from tests.reizen.speler import TELEFOON
from tests.reizen.test_inwoner_telefoon import past

REGEL = "Haar zus gebeld, zij komt zondag."


def test_samira_noteert_contact_in_vijf_handelingen(binnen: Binnen) -> None:
    # Gegeven Samira op straat, met haar lijst op haar telefoon
    samira = binnen("Samira Kaya", **TELEFOON)
    samira.opent("/lindebeek/mijn-mensen/")
    samira.ziet("80 huishoudens")
    past(samira)
    rij = samira.page.locator("tr.mensen-rij").first
    naam = rij.locator(".mensen-rij__naam").inner_text()
    # Als zij bij de bovenste rij contact noteert: (1) de knop, (2) hoe het ging, (3) het veld, (4) één regel, (5) klaar
    rij.get_by_role("link", name="Noteer contact").tap()
    samira.ziet_kop(f"Contact met {naam}")
    past(samira)
    samira.page.get_by_text("Gesproken", exact=True).tap()
    samira.page.get_by_label("In één regel").tap()
    samira.page.keyboard.type(REGEL)
    # En zij in haar haast twee keer op de knop drukt
    samira.page.get_by_role("button", name="Noteer", exact=True).dblclick()
    samira.page.wait_for_url("**/mijn-mensen/**")
    # Dan staat zij weer bij haar lijst, en is die rij bijgewerkt
    net = samira.page.locator("tr.mensen-rij--net")
    expect(net).to_contain_text(naam)
    expect(net).to_contain_text("vandaag")
    past(samira)
    # En staat het contact er één keer
    net.locator(".mensen-rij__naam").click()
    samira.ziet(REGEL)
    expect(samira.page.get_by_text(REGEL)).to_have_count(1)
