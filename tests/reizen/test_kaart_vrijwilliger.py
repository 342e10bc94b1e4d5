"""One card by link, without an account: a volunteer answers in two taps, on a phone of 360 pixels."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.speler import TELEFOON, Speler
from tests.reizen.stappen import over_dagen, spreekt_af
from tests.reizen.test_formulieren import _SEEN
from tests.reizen.test_inwoner_telefoon import past

TAAK, BIJ = "zet op vrijdag de bakken buiten", "mevrouw B."
ZORG = "Zij doet de deur alleen nog op de ketting open."
NIET_OP_DE_KAART = ("Bakker", "Geertje", "Lindelaan", "Samira", "hulp in huis", "geld weer zelf")


def test_henk_antwoordt_in_twee_tikken(binnen: Binnen) -> None:
    samira, henk = binnen("Samira Kaya"), binnen("Henk", inlog=(), **TELEFOON)
    afspraak, link = _samira_maakt_een_kaart(samira)
    _lukt_en_later_gedaan(samira, henk, afspraak, link)
    _hij_maakt_zich_zorgen(samira, henk, link)
    _met_alleen_het_toetsenbord(binnen, link)
    _de_link_wordt_ingetrokken(samira, henk, afspraak, link)


def _samira_maakt_een_kaart(samira: Speler) -> tuple[str, str]:
    # Gegeven een afspraak met een vrijwilliger, en een kaart die Samira daarvoor maakt
    plan = demo.plan_van(samira, "bakker", "Bakker")
    afspraak = spreekt_af(samira, plan, TAAK, "Een vrijwilliger", naam="Henk")
    samira.opent(f"{afspraak}kaart/")
    samira.vult_in("Bij wie?", BIJ)
    samira.vult_in("Tot en met welke dag werkt de link?", over_dagen(14))
    samira.klikt("Maak de link")
    link = samira.page.get_by_label("Link").input_value()
    # Dan staat de link er één keer
    samira.opent(f"{afspraak}kaart/")
    samira.ziet("Nog geen antwoord.")
    samira.krijgt_niet(link)
    return afspraak, link


def _lukt_en_later_gedaan(samira: Speler, henk: Speler, afspraak: str, link: str) -> None:
    # Als Henk de link opent (de eerste tik) en Lukt kiest (de tweede)
    assert henk.opent(link) == 200
    henk.ziet(TAAK, BIJ)
    henk.krijgt_niet(*NIET_OP_DE_KAART)
    past(henk)
    henk.page.get_by_role("button", name="Lukt", exact=True).tap()
    # Dan weet Samira het
    henk.ziet("Fijn dat het lukt.")
    past(henk)
    samira.opent(f"{afspraak}kaart/")
    samira.ziet("Lukt, ")
    # En als hij later Gedaan kiest, staat de afspraak met één tik van Samira op gedaan
    henk.opent(link)
    henk.page.get_by_role("button", name="Gedaan", exact=True).tap()
    henk.ziet(f"{BIJ} is geholpen, omdat u er was.")
    samira.opent("/lindebeek/")
    samira.ziet("Een taak op een kaart is gedaan")


def _hij_maakt_zich_zorgen(samira: Speler, henk: Speler, link: str) -> None:
    # Als Henk zich zorgen maakt
    henk.opent(link)
    henk.page.get_by_text("Ik maak me zorgen").tap()
    henk.vult_in("Waar maakt u zich zorgen over?", ZORG)
    henk.klikt("Verstuur")
    henk.ziet("Een collega van de gemeente leest uw woorden.")
    henk.krijgt_niet(ZORG)
    # Dan ligt er een vraag bij de collega die de kaart gaf
    samira.opent("/lindebeek/vragen/")
    samira.page.get_by_role("link", name=re.compile(re.escape(BIJ))).first.click()
    samira.ziet(ZORG, "Samira Kaya (jij)")


def _met_alleen_het_toetsenbord(binnen: Binnen, link: str) -> None:
    # Als iemand de kaart met alleen het toetsenbord gebruikt
    ander = binnen("Henk thuis", inlog=())
    ander.opent(link)
    ander.klikt("Toch iets anders antwoorden")
    for _ in range(12):
        ander.page.keyboard.press("Tab")
        assert ander.page.evaluate(_SEEN), "the focus cannot be seen"
        if ander.page.evaluate("document.activeElement.textContent.trim()") == "Lukt niet":
            break
    ander.page.keyboard.press("Enter")
    ander.ziet("Een collega zoekt een andere oplossing.")


def _de_link_wordt_ingetrokken(samira: Speler, henk: Speler, afspraak: str, link: str) -> None:
    # Als Samira de link intrekt
    samira.opent(f"{afspraak}kaart/")
    samira.klikt("Trek de link in")
    samira.ziet("De link werkt niet meer.")
    # Dan ziet Henk een rustige bladzijde, dezelfde als bij een link die nooit bestond
    assert henk.opent(link) == 404
    henk.ziet("Deze kaart werkt niet (meer)", "Vraag een nieuwe aan wie u de link gaf.")
    henk.krijgt_niet(TAAK, BIJ)
    past(henk)
    ingetrokken = henk.page.locator("main").inner_html()
    henk.opent(re.sub(r"kaart/[^/]+/", "kaart/bestaat-niet/", link))
    expect(henk.page.get_by_role("heading", level=1)).to_have_text("Deze kaart werkt niet (meer)")
    assert henk.page.locator("main").inner_html() == ingetrokken
