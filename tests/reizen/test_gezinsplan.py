"""A family plan, made on a tablet at the kitchen table: from a question to a text the family agrees with.

Samira has the tablet (768 px); Sevda sits beside her, and answers on her own phone. Mila works for Welzijn de Brug.
"""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.speler import TELEFOON, Speler
from tests.reizen.stad import Stad, account_voor_inwoner
from tests.reizen.stappen import (
    antwoordt,
    begint_een_plan,
    over_dagen,
    pad_van,
    schrijft_een_vraag_op,
    schrijft_in_plan,
    spreekt_af,
    stelt_een_doel,
)
from tests.reizen.test_formulieren import _SEEN, _tab_tot

TABLET = {"viewport": {"width": 768, "height": 1024}, "has_touch": True}
SEVDA = ("sevda@post.example", "vier losse woorden achter elkaar")
VRAAG = "De avonden zijn een gevecht. Kan iemand meedenken?"
GOED = "Op zaterdag bakken we samen pannenkoeken, dan lacht iedereen."
WIL = "Ik wil dat we om acht uur rust hebben."
DOEL, STAP = "Om acht uur rust in huis", "Een week opschrijven hoe de avond gaat"
OMA, PARTNER = "haalt Deniz op dinsdag uit school", "gaat met Sevda kijken bij de naaigroep"
ALLEEN_JEUGD = "Deniz vertelde dat hij slecht slaapt."


def test_een_plan_aan_de_keukentafel(stad: Stad, binnen: Binnen) -> None:
    samira, mila = binnen("Samira Kaya", **TABLET), binnen("Mila Verhoeven")
    plan = _een_vraag_wordt_een_plan(samira)
    _wat_goed_gaat_in_haar_woorden(samira, plan)
    _een_doel_en_wie_doet_wat(samira, mila, plan)
    _op_de_koelkast(samira, plan)
    _de_familie_stelt_het_vast(stad, binnen, samira, plan)


def past(wie: Speler) -> None:
    """Nobody has to push the page sideways."""
    wide = wie.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= wie.page.evaluate("innerWidth"), f"{wie.page.url} is {wide} px wide"


def _een_vraag_wordt_een_plan(samira: Speler) -> str:
    # Gegeven een vraag aan de telefoon, als Samira er bij Sevda thuis een plan van maakt
    vraag = schrijft_een_vraag_op(samira, VRAAG, "Sevda Aydin")
    mensen = [("Sevda", "Aydin", "1988-05-03"), ("Deniz", "Aydin", over_dagen(-8 * 366))]
    plan = begint_een_plan(samira, vraag, "familie Aydin", mensen, "Jeugd")
    # Dan staat de vraag erbij, is Samira de vaste contactpersoon, en vraagt de bladzijde om te beginnen
    samira.ziet(VRAAG, "Sevda en Deniz (8)", "Nog niets opgeschreven. Begin hier", "Er is nog geen doel")
    expect(samira.page.get_by_role("complementary")).to_contain_text("Samira Kaya")
    past(samira)
    return plan


def _wat_goed_gaat_in_haar_woorden(samira: Speler, plan: str) -> None:
    # Als Samira begint te schrijven en de klep van de tablet dichtgaat
    samira.opent(f"{plan}delen/nieuw/?soort=gaat_goed")
    veld = samira.page.get_by_label("In gewone woorden")
    veld.press_sequentially(GOED[:30])
    expect(samira.page.locator("[data-bewaard], [data-bewaard-voor]").first).to_contain_text("Bewaard om")
    samira.page.reload()
    # Dan staat er wat zij schreef, en zegt de bladzijde dat
    expect(veld).to_have_value(GOED[:30])
    samira.ziet("Wat hier geschreven werd, is bewaard.")
    past(samira)
    # En als het verder gaat, staan Sevda's woorden er als een citaat
    veld.fill(GOED)
    samira.vinkt_aan("Dit zijn iemands eigen woorden")
    samira.kiest("Over wie gaat het?", "Sevda Aydin")
    samira.klikt("Zet in het plan")
    samira.ziet(f"“{GOED}”")
    schrijft_in_plan(samira, plan, WIL, soort="wil_ik")
    schrijft_in_plan(samira, plan, ALLEEN_JEUGD, domein="Jeugd")


def _een_doel_en_wie_doet_wat(samira: Speler, mila: Speler, plan: str) -> None:
    # Als zij een doel kiezen, met een eerste stap en een dag om terug te kijken
    stelt_een_doel(samira, plan, DOEL, STAP, terug=over_dagen(42))
    samira.ziet("we kijken terug op")
    # En afspreken wat oma doet, en een collega van een andere organisatie vragen
    spreekt_af(samira, plan, OMA, "Iemand om hen heen", naam="oma Gül")
    afspraak = spreekt_af(samira, plan, PARTNER, "Een collega van een organisatie", collega="Mila Verh")
    samira.ziet("oma Gül", "Samira Kaya houdt de bal tot Mila Verhoeven ja zegt")
    past(samira)
    # Dan leest Mila alleen wat haar gevraagd wordt, en zegt zij ja
    mila.opent("/lindebeek/")
    mila.ziet(PARTNER)
    mila.opent(afspraak)
    mila.ziet("familie Aydin", "Samira Kaya houdt de bal tot jij ja zegt")
    mila.krijgt_niet(GOED, WIL, DOEL, OMA, ALLEEN_JEUGD)
    mila.klikt("Ja, ik doe dit")
    mila.ziet("Jij hebt nu de bal.")
    mila.krijgt_niet(GOED, WIL, DOEL, OMA, ALLEEN_JEUGD)
    samira.opent(plan)
    samira.ziet_niet("houdt de bal tot")


def _op_de_koelkast(samira: Speler, plan: str) -> None:
    # Als Samira het blad voor de koelkast opent
    samira.opent(plan)
    samira.klikt("Voor op de koelkast", in_="body")
    samira.page.emulate_media(media="print")
    # Dan staat er alleen wat bezoek mag lezen, in grote letters, zonder knoppen
    samira.ziet("familie Aydin", DOEL, STAP, "oma Gül", OMA, WIL, GOED)
    samira.krijgt_niet(ALLEEN_JEUGD, VRAAG, "Jeugd")
    expect(samira.page.get_by_role("link", name="Maak een pdf")).to_be_hidden()
    samira.page.emulate_media(media="screen")


def _de_familie_stelt_het_vast(stad: Stad, binnen: Binnen, samira: Speler, plan: str) -> None:
    # Gegeven dat Sevda een account kreeg, als Samira het plan op de tafel van het gezin legt
    account_voor_inwoner(stad, "Sevda", "Aydin", *SEVDA)
    sevda = binnen("Sevda", inlog=SEVDA, **TELEFOON)
    samira.opent(plan)
    samira.klikt("Stel het plan samen vast", in_="body")
    expect(samira.page.get_by_label("De tekst die jullie afspreken")).to_have_value(re.compile(DOEL))
    samira.klikt("Leg op tafel")
    voorstel = pad_van(samira)
    # Dan leest Sevda op haar telefoon wat er ligt, en zegt zij hoe zij erin staat
    sevda.opent("/lindebeek/")
    sevda.klikt("Lees en zeg het", precies=False)
    sevda.ziet(DOEL, OMA)
    sevda.krijgt_niet(ALLEEN_JEUGD)
    past(sevda)
    antwoordt(sevda, voorstel, "akkoord")
    antwoordt(samira, voorstel, "akkoord")
    # En staat het vast
    samira.klikt("Neem de tekst aan")
    samira.klikt("Neem aan")
    samira.ziet("Aangenomen op", DOEL)
    sevda.opent(voorstel)
    sevda.ziet("Aangenomen op")


def test_door_het_plan_met_alleen_het_toetsenbord(binnen: Binnen) -> None:
    # Gegeven Samira bij een plan, zonder muis
    samira = binnen("Samira Kaya")
    plan = demo.plan_van(samira, "bakker", "Bakker")
    samira.opent(plan)
    samira.page.keyboard.press("Tab")
    samira.page.keyboard.press("Enter")
    # Als zij met Tab door de hele bladzijde gaat, is steeds te zien waar zij is
    langs = ["Schrijf iets op", "Verander", "Nieuw doel", "Spreek iets af", "Mensen en adres bijhouden"]
    langs += ["Wie mag wat zien", "Voor op de koelkast", "Rond het plan af"]
    for tekst in langs:
        _tab_naar(samira, tekst)
    # En schrijft zij iets op met alleen toetsen
    samira.opent(plan)
    _tab_naar(samira, "Schrijf iets op")
    samira.page.keyboard.press("Enter")
    samira.page.wait_for_url("**/delen/nieuw/**")
    _tab_tot(samira, "input[name=soort]")
    samira.page.keyboard.press("Space")
    _tab_tot(samira, "textarea[name=tekst]")
    samira.page.keyboard.type("Zij zong mee met de radio.")
    _tab_naar(samira, "Zet in het plan")
    samira.page.keyboard.press("Enter")
    samira.page.wait_for_url(f"**{plan}*")
    samira.ziet("Zij zong mee met de radio.")


def _tab_naar(wie: Speler, tekst: str, hoogstens: int = 60) -> None:
    """Tab until what has the focus says this; the focus can be seen at every stop."""
    for _ in range(hoogstens):
        wie.page.keyboard.press("Tab")
        assert wie.page.evaluate(_SEEN), f"the focus cannot be seen before {tekst!r}"
        if wie.page.evaluate("document.activeElement.textContent.trim()").startswith(tekst):
            return
    raise AssertionError(f"{tekst!r} is more than {hoogstens} tabs away")
