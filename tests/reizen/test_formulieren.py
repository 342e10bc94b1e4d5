"""What goes wrong while people write, and what then happens to their words: nothing."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.speler import Speler
from tests.reizen.stad import Stad, wachtwoord_voor
from tests.reizen.stappen import schrijft_een_versie

WACHTWOORD = "vier losse woorden achter elkaar"
NORMALISEREN = "Normaliseren is dat we gewone dingen gewoon laten. "


def test_wie_dubbel_klikt_zegt_het_een_keer(binnen: Binnen) -> None:
    # Gegeven Mila in een gesprek
    mila = binnen("Mila Verhoeven")
    mila.opent(demo.gesprek(mila))
    woorden = "Bij ons in de straat ging dat vanzelf."
    mila.page.locator("textarea[name=tekst]").fill(woorden)
    # Als zij dubbel klikt
    mila.page.get_by_role("button", name="Leg het op tafel").dblclick()
    # Dan staan haar woorden er één keer
    mila.ziet("woorden staan op tafel")
    expect(mila.page.locator("blockquote").filter(has_text=woorden)).to_have_count(1)


def test_wie_na_het_versturen_teruggaat_zegt_het_niet_nog_eens(binnen: Binnen) -> None:
    # Gegeven Samira, die net iets zei
    samira = binnen("Samira Kaya")
    gesprek = demo.gesprek(samira, "Wat vragen we van mensen?")
    samira.opent(gesprek)
    woorden = "Ik vraag het nu eerst aan de mensen zelf."
    samira.page.locator("textarea[name=tekst]").fill(woorden)
    samira.klikt("Leg het op tafel")
    samira.ziet("woorden staan op tafel")
    # Als zij met de browser teruggaat en weer op de knop drukt
    samira.gaat_terug()
    samira.klikt("Leg het op tafel")
    # Dan staan haar woorden er nog steeds één keer
    samira.opent(gesprek)
    expect(samira.page.locator("blockquote").filter(has_text=woorden)).to_have_count(1)


def test_wie_de_pagina_verlaat_vindt_zijn_woorden_terug(binnen: Binnen) -> None:
    # Gegeven Mila, die begint te schrijven
    mila = binnen("Mila Verhoeven")
    gesprek = demo.gesprek(mila, "De eerste keer aan tafel")
    mila.opent(gesprek)
    veld = mila.page.locator("textarea[name=tekst]")
    veld.press_sequentially("Wat ik eigenlijk wil zeggen")
    mila.ziet("Bewaard om")
    # Als zij de pagina verlaat en later terugkomt
    mila.opent("/lindebeek/")
    mila.opent(gesprek)
    # Dan staat er wat zij schreef
    expect(veld).to_have_value("Wat ik eigenlijk wil zeggen")
    mila.ziet("Wat hier geschreven werd, is bewaard.")
    # En als zij het verstuurt, is het concept weg
    mila.klikt("Leg het op tafel")
    mila.opent(gesprek)
    expect(veld).to_have_value("")


def test_wie_halverwege_moet_inloggen_krijgt_zijn_woorden_terug(stad: Stad, binnen: Binnen) -> None:
    # Gegeven Samira met een wachtwoord, die schrijft terwijl haar sessie afloopt
    wachtwoord_voor(stad, "samira.kaya@lindebeek.example", WACHTWOORD)
    samira = binnen("Samira Kaya")
    gesprek = demo.gesprek(samira, "Terug naar de eerste tekst")
    samira.opent(gesprek)
    woorden = "Dit schreef ik voor mijn pauze."
    samira.page.locator("textarea[name=tekst]").fill(woorden)
    samira.context.clear_cookies(name="sessionid")
    # Als zij het verstuurt, moet zij inloggen
    samira.klikt("Leg het op tafel")
    assert "/account/inloggen/" in samira.page.url
    samira.page.locator("input[name=login]").fill("samira.kaya@lindebeek.example")
    samira.page.locator("input[name=password]").fill(WACHTWOORD)
    samira.page.locator("main form button, form button[type=submit]").first.click()
    # Dan staat er wat zij schreef, en kan zij het alsnog versturen
    samira.ziet("Je tekst is bewaard", woorden)
    samira.klikt("Verstuur opnieuw")
    samira.ziet("woorden staan op tafel")
    expect(samira.page.locator("blockquote").filter(has_text=woorden)).to_have_count(1)


def test_twee_mensen_schrijven_tegelijk_en_niets_gaat_verloren(binnen: Binnen) -> None:
    # Gegeven Wim en Fatima, die allebei aan een nieuwe versie beginnen
    wim, fatima = binnen("Wim Terpstra"), binnen("Fatima El Idrissi")
    voorstel = demo.voorstel(wim)
    fatima.opent(f"{voorstel}versie/")
    fatima.vult_in("De nieuwe tekst", NORMALISEREN + "Dit is van Fatima.")
    fatima.vult_in("Wat is er veranderd, en waarom?", "Fatima legt uit.")
    # Als Wim de zijne als eerste neerlegt, en Fatima daarna
    schrijft_een_versie(wim, voorstel, NORMALISEREN + "Dit is van Wim.")
    wim.ziet("versie 3")
    fatima.klikt("Leg deze versie op tafel")
    # Dan ziet Fatima beide teksten
    assert fatima.status == 422
    fatima.ziet("Dit staat er intussen: versie 3", "Dit is van Wim.")
    expect(fatima.page.get_by_label("De nieuwe tekst")).to_have_value(NORMALISEREN + "Dit is van Fatima.")
    expect(fatima.page.get_by_label("Wat is er veranderd, en waarom?")).to_have_value("Fatima legt uit.")
    # En kan zij daarop verder: haar versie is de vierde, die van Wim blijft te lezen
    fatima.vult_in("De nieuwe tekst", NORMALISEREN + "Dit is van Wim en van Fatima.")
    fatima.klikt("Leg deze versie op tafel")
    fatima.ziet("versie 4", "Dit is van Wim", "en van Fatima.")
    fatima.page.locator("summary").filter(has_text="Versie 3").click()
    fatima.ziet("Dit is van Wim.")


def test_wie_alleen_het_toetsenbord_gebruikt_kan_antwoorden(binnen: Binnen) -> None:
    # Gegeven Samira bij een tekst, zonder muis
    samira = binnen("Samira Kaya")
    samira.opent(demo.voorstel(samira, "igen kracht"))
    # Als zij met Tab, spatie en Enter antwoordt
    samira.page.keyboard.press("Tab")
    assert _waar(samira) == "Naar de inhoud"
    samira.page.keyboard.press("Enter")
    _tab_tot(samira, "input[name=keuze]")
    samira.page.keyboard.press("ArrowDown")
    samira.page.keyboard.press("ArrowDown")
    expect(samira.page.locator("input[value=nog_niet]")).to_be_checked()
    _tab_tot(samira, "textarea[name=want]")
    samira.page.keyboard.type("Wie is er dan naast iemand?")
    _tab_tot(samira, ".vliegwiel-keuze-houding button")
    samira.page.keyboard.press("Enter")
    # Dan telt haar antwoord
    samira.ziet("antwoord telt mee", "Wie is er dan naast iemand?")


def _waar(wie: Speler) -> str:
    text: str = wie.page.evaluate("document.activeElement.textContent.trim()")
    return text


def _tab_tot(wie: Speler, selector: str, hoogstens: int = 30) -> None:
    """Tab until this has the focus; the focus can be seen at every stop."""
    for _ in range(hoogstens):
        wie.page.keyboard.press("Tab")
        assert wie.page.evaluate(_SEEN), f"the focus cannot be seen on {_waar(wie)!r}"
        if wie.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is more than {hoogstens} tabs away")


_SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  const place = document.activeElement.closest("label, .vliegwiel-kaart--klik");
  const around = getComputedStyle(place ?? document.activeElement);
  return [style, around].some((it) => it.outlineStyle !== "none" && parseFloat(it.outlineWidth) >= 2);
}"""
