"""Samira calls before help ends, on her phone; mevrouw Bakker reads what was agreed, and who looked."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.reizen.conftest import Binnen
from tests.reizen.keuring import keur, niets_mis
from tests.reizen.speler import TELEFOON, Speler
from tests.reizen.stad import Stad
from tests.reizen.stappen import over_dagen, pad_van, zoekt_in_mijn_mensen
from tests.reizen.test_formulieren import _tab_tot as tab_tot
from tests.reizen.test_inwoner_telefoon import ZONDER_SCRIPT, past

VANDAAG, LIJST = "/lindebeek/", "/lindebeek/bel-alvast/"
REGEL = "Wil graag dezelfde dag houden. Haar zus is er dan ook."


@pytest.fixture(scope="module", autouse=True)
def klok(stad: Stad) -> None:
    """The klok ran this morning."""
    stad.tikt()


def kaart_op_vandaag(wie: Speler, naam: str) -> None:
    """Opens the card of one person, as it stands on Vandaag."""
    wie.opent(VANDAAG)
    for meer in wie.page.locator("main details:not([open]) > summary").all():
        meer.click()
    wie.page.locator("main a[href*='/bel-alvast/']").filter(has_text=f"Bel {naam} alvast").first.click()
    wie.page.wait_for_load_state()


def namen(wie: Speler, wanneer: str = "nu") -> list[str]:
    """Who is on the list, in its order."""
    wie.opent(f"{LIJST}?wanneer={wanneer}")
    return wie.page.locator(".bel-lijst .mensen-rij__naam").all_inner_texts()


def test_een_lege_lijst_zegt_wat_er_komt(binnen: Binnen) -> None:
    samira = binnen("Samira Kaya")
    pages = [f"{LIJST}?wanneer=later", f"{LIJST}?wanneer=gebeld", "/lindebeek/aandacht/later/"]
    niets_mis([wrong for pad in pages for wrong in keur(samira, pad)])
    for pad, zin in zip(
        pages, ("niets voor later", "wie je hebt gesproken", "Niets is uitgesteld"), strict=True
    ):
        samira.opent(pad)
        samira.ziet(zin)


def test_samira_belt_mevrouw_bakker_vanaf_vandaag(binnen: Binnen) -> None:
    # Gegeven Samira op straat, met Vandaag op haar telefoon
    samira = binnen("Samira Kaya", **TELEFOON)
    past(samira)
    kaart_op_vandaag(samira, "Geertje")
    # Dan heeft zij alles om te bellen op één scherm: wie, het nummer, wat eindigt, hoe zij kan beginnen
    samira.ziet_kop("Bel Geertje")
    samira.ziet("Hulp bij het huishouden van Zorggroep Beekwilg loopt tot en met", "Zo kun je beginnen")
    nummer = samira.page.locator("main a[href^='tel:']").first
    expect(nummer).to_be_in_viewport()
    assert re.fullmatch(r"tel:0\d{9}", str(nummer.get_attribute("href")))
    past(samira)
    # Als zij na het gesprek noteert: (1) wat eruit kwam, (2) het veld, één regel, (3) klaar
    samira.page.get_by_text("Verlengen", exact=True).tap()
    samira.ziet("Moet je hierna iets regelen?")
    past(samira)
    samira.page.get_by_label("In één regel").tap()
    samira.page.keyboard.type(REGEL)
    samira.page.get_by_role("button", name="Klaar").dblclick()
    samira.ziet("Genoteerd. Fijn dat je belde.")
    past(samira)
    # Dan is de kaart weg van Vandaag en van de lijst, en staat zij bij Gebeld
    assert "Geertje Bakker" not in namen(samira)
    assert namen(samira, "gebeld") == ["Geertje Bakker"]
    samira.opent(VANDAAG)
    samira.krijgt_niet("Bel Geertje alvast")
    # En staat wat zij moet regelen één keer als afspraak bij haar mensen en in het plan
    zoekt_in_mijn_mensen(samira, "Bakker")
    samira.ziet("Geertje Bakker")
    samira.page.locator(".mensen-rij__naam").filter(has_text="Bakker").first.click()
    samira.ziet(REGEL)
    afspraak = samira.page.get_by_text("Samira Kaya regelt de verlenging van: hulp bij het huishouden.")
    expect(afspraak).to_have_count(1)
    past(samira)


def test_mevrouw_bakker_leest_het_en_ziet_wie_keek(binnen: Binnen) -> None:
    # Gegeven mevrouw Bakker, op haar eigen telefoon
    bakker = binnen("mevrouw Bakker", **ZONDER_SCRIPT)
    bakker.opent("/lindebeek/wie-doet-wat/")
    # Dan leest zij welke hulp tot wanneer loopt, en wat er aan de telefoon is afgesproken
    hulp = bakker.page.locator("#hulp")
    expect(hulp).to_contain_text("Hulp bij het huishouden")
    expect(hulp).to_contain_text("Tot en met 12 december")
    gebeld = bakker.page.locator("#belletjes")
    expect(gebeld).to_contain_text("Samira Kaya belde u op")
    expect(gebeld).to_contain_text("Afgesproken: we regelen een verlenging.")
    expect(gebeld).to_contain_text(REGEL)
    past(bakker)
    # En ziet zij dat er in haar gegevens is gekeken, vandaag, en waarvoor
    bakker.klikt("Alles zien")
    bakker.ziet("Gemeente Lindebeek keek in uw plan. Waarvoor: samen werken aan het plan.")
    past(bakker)


def test_wie_niet_opneemt_komt_terug_op_zijn_dag(stad: Stad, binnen: Binnen) -> None:
    # Gegeven Samira, zonder JavaScript, bij wie niemand opneemt
    samira = binnen("Samira Kaya", **ZONDER_SCRIPT)
    naam = next(it for it in namen(samira) if it == "Nour Tahiri")
    samira.page.locator("tr").filter(has_text=naam).get_by_role("link", name="Open de kaart").click()
    samira.page.get_by_label("Niet bereikt", exact=True).check()
    # Als zij een andere dag kiest en die vergeet in te vullen, dan vraagt de kaart daarnaar
    samira.page.get_by_label("Een andere dag").check()
    samira.klikt("Klaar")
    assert samira.status == 422
    samira.ziet("Kies een dag.")
    expect(samira.page.get_by_label("Niet bereikt", exact=True)).to_be_checked()
    past(samira)
    dag = _werkdag(9)
    samira.page.locator("main [name=weer_dag]").fill(dag)
    samira.klikt("Klaar")
    samira.ziet("Genoteerd.")
    # Dan staat die voor later, en niet op Vandaag
    assert naam not in namen(samira) and naam in namen(samira, "later")
    samira.opent(VANDAAG)
    samira.krijgt_niet("Bel Nour alvast")
    # En op die dag staat zij er weer
    try:
        stad.later((date.fromisoformat(dag) - _vandaag()).days)
        stad.tikt()
        samira = binnen("Samira Kaya", **TELEFOON)
        assert naam in namen(samira)
        samira.ziet("nog niet bereikt")
        kaart_op_vandaag(samira, "Nour")
        samira.ziet("is gebeld, en toen nam niemand op.")
    finally:
        stad.later(0)


def _vandaag() -> date:
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def _werkdag(dagen: int) -> str:
    """A day so many days ahead, or the Monday after it; closed days of the demo's weeks are passed over too."""
    while date.fromisoformat(over_dagen(dagen)).weekday() > 4:
        dagen += 1
    return over_dagen(dagen)


def test_later_mag_met_een_reden(binnen: Binnen) -> None:
    # Gegeven Samira, die eerst iets anders wil doen
    samira = binnen("Samira Kaya", **TELEFOON)
    samira.opent(VANDAAG)
    samira.page.locator("main a[href$='/later/']").filter(has_text="Bel Emma alvast").first.click()
    samira.ziet_kop("Wanneer wil je dit weer zien?")
    past(samira)
    # Als zij geen reden geeft, dan wordt die gevraagd
    samira.vult_in("Wanneer wil je dit weer zien?", over_dagen(3))
    samira.klikt("Laat het later zien")
    assert samira.status == 422
    samira.ziet("Schrijf in een paar woorden waarom het later kan.")
    past(samira)
    # Als zij die wel geeft, dan is de kaart van Vandaag af
    samira.vult_in("Waarom kan het later?", "Emma is tot donderdag op kamp.")
    samira.klikt("Laat het later zien")
    samira.ziet("Dit staat tot die dag niet op Vandaag.")
    samira.krijgt_niet("Bel Emma alvast")
    # En is terug te vinden, met de reden, en terug te zetten
    samira.opent("/lindebeek/aandacht/later/")
    samira.ziet("Bel Emma alvast", "Emma is tot donderdag op kamp.")
    past(samira)
    samira.page.locator("main a").filter(has_text="Laat toch nu zien").first.click()
    samira.klikt("Zet op Vandaag")
    assert "Bel Emma alvast" in samira.page.content()


def test_wie_alleen_het_toetsenbord_gebruikt_kan_noteren(binnen: Binnen) -> None:
    # Gegeven Samira bij een kaart, zonder muis
    samira = binnen("Samira Kaya")
    samira.opent(LIJST)
    samira.page.locator("tr").filter(has_text="Bilal Claassen").get_by_role(
        "link", name="Open de kaart"
    ).click()
    kaart = pad_van(samira)
    tab_tot(samira, "a[href='#noteer']")
    samira.page.keyboard.press("Enter")
    tab_tot(samira, "input[name=uitkomst]")
    for _ in range(2):
        samira.page.keyboard.press("ArrowDown")
    expect(samira.page.get_by_label("Loopt goed af")).to_be_checked()
    tab_tot(samira, "textarea[name=regel]")
    samira.page.keyboard.type("Het gaat goed zo.")
    tab_tot(samira, "main form button")
    samira.page.keyboard.press("Enter")
    # Dan is het genoteerd; de kaart zegt dat, en laat het nog veranderen
    samira.ziet("Genoteerd. Fijn dat je belde.")
    samira.opent(kaart)
    samira.ziet("Dit belletje is genoteerd.", "Het gaat goed zo.", "Toch anders")


def test_een_kaart_is_van_wie_haar_heeft(binnen: Binnen) -> None:
    # Gegeven een kaart van Samira
    samira = binnen("Samira Kaya")
    samira.opent(LIJST)
    samira.page.get_by_role("link", name="Open de kaart").first.click()
    kaart = pad_van(samira)
    aandacht = kaart.replace("/bel-alvast/", "/aandacht/")
    # Dan is zij voor niemand anders
    for naam in ("Wim Terpstra", "Petra Willems", "Ravi Ramdin", "Ellen Brouwers", "mevrouw Bakker"):
        ander = binnen(naam)
        pages = [kaart, f"{kaart}brief/", f"{aandacht}later/", kaart.replace("bel-alvast", "oppakken")]
        assert {pad: ander.status_van(pad) for pad in pages} == dict.fromkeys(pages, 404), naam
        assert ander.status_van(LIJST) == 404, naam
