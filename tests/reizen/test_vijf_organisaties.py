"""Five organisations around one household: each sees its own part, and the vaste contactpersoon keeps the overview.

Samira and Ingrid work for the gemeente; Mila, Jeroen, Carlos and Esther each for another organisation. Who is not on
the demo's front door logs in by the ordinary form.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.reizen.conftest import Binnen
from tests.reizen.speler import Speler
from tests.reizen.stad import Stad, wachtwoorden_voor
from tests.reizen.stappen import (
    begint_een_plan,
    deelt,
    laat_meedoen,
    schrijft_een_vraag_op,
    schrijft_in_plan,
    spreekt_af,
    stelt_een_doel,
)

WACHTWOORD = "vier losse woorden achter elkaar"
ADRES = {
    "Ingrid Dijkstra": "ingrid.dijkstra@lindebeek.example",
    "Jeroen Baas": "jeroen.baas@devlonder.example",
    "Carlos Martina": "carlos.martina@stapsteen.example",
    "Esther Groen": "esther.groen@lindetak.example",
}
# what each partner is asked to do
DOET = {
    "Mila Verhoeven": "gaat met Halima kijken bij het koor",
    "Jeroen Baas": "oefent met Yasin het naar bed gaan",
    "Carlos Martina": "schrijft de deurwaarder om uitstel",
    "Esther Groen": "belt over de plek in de kleine klas",
}
ALGEMEEN = "Wij lachen veel met elkaar."
JEUGD_NOTITIE, JEUGD_DOEL = "Yasin plast weer in bed.", "Droge nachten voor Yasin"
GELD_NOTITIE, GELD_DOEL = "Er ligt een brief van de deurwaarder.", "Rust rond de rekeningen"
DOMEINEN = ("Jeugd", "Geld en schulden", "Wmo", "Welzijn", "Werk en inkomen")


@pytest.fixture(scope="module")
def plan() -> list[str]:
    """The address of the plan, filled by the first journey."""
    return []


def _komt(binnen: Binnen, naam: str) -> Speler:
    return binnen(naam, inlog=(ADRES[naam], WACHTWOORD)) if naam in ADRES else binnen(naam)


def test_vijf_organisaties_zien_elk_hun_deel(stad: Stad, binnen: Binnen, plan: list[str]) -> None:
    samira = binnen("Samira Kaya")
    wachtwoorden_voor(stad, WACHTWOORD, *ADRES.values())
    plan.append(_samira_begint(samira))
    afspraken = _vier_partners_worden_gevraagd(samira, plan[0])
    ingrid = _ingrid_schrijft_over_geld(binnen, samira, plan[0])
    for naam, wat in DOET.items():
        _een_partner_leest(_komt(binnen, naam), plan[0], wat, afspraken)
    _de_gemeente_leest(samira, ingrid, plan[0])


def _samira_begint(samira: Speler) -> str:
    # Gegeven een huishouden van Samira, die zelf in het domein jeugd werkt
    vraag = schrijft_een_vraag_op(samira, "We zien door de bomen het bos niet meer.", "Halima Osman")
    mensen = [("Halima", "Osman", "1985-02-11"), ("Yasin", "Osman", "2018-06-30")]
    plan = begint_een_plan(samira, vraag, "familie Osman", mensen, "Jeugd")
    schrijft_in_plan(samira, plan, ALGEMEEN, soort="gaat_goed")
    schrijft_in_plan(samira, plan, JEUGD_NOTITIE, domein="Jeugd")
    stelt_een_doel(samira, plan, JEUGD_DOEL, "Een nachtlampje kopen", domein="Jeugd")
    return plan


def _vier_partners_worden_gevraagd(samira: Speler, plan: str) -> dict[str, str]:
    # Als zij vier collega's van andere organisaties iets vraagt, en Jeroen laat lezen welk doel er is
    afspraken = {
        naam: spreekt_af(samira, plan, wat, "Een collega van een organisatie", collega=naam)
        for naam, wat in DOET.items()
    }
    laat_meedoen(samira, plan, "Jeroen Baas", "Jeugd")
    deelt(samira, plan, "Jeroen Baas", "De doelen", "Jeugd", "Hij oefent met Yasin.")
    return afspraken


def _ingrid_schrijft_over_geld(binnen: Binnen, samira: Speler, plan: str) -> Speler:
    # En Ingrid meedoet in het domein geld, en daar opschrijft wat zij weet
    laat_meedoen(samira, plan, "Ingrid Dijkstra", "Geld en schulden")
    ingrid = _komt(binnen, "Ingrid Dijkstra")
    schrijft_in_plan(ingrid, plan, GELD_NOTITIE, domein="Geld en schulden")
    stelt_een_doel(ingrid, plan, GELD_DOEL, "Alle brieven op een stapel", domein="Geld en schulden")
    return ingrid


def _een_partner_leest(wie: Speler, plan: str, wat: str, afspraken: dict[str, str]) -> None:
    # Dan leest een partner wat die zelf doet, voor wie, en wie de vaste contactpersoon is
    wie.opent(afspraken[wie.naam])
    wie.ziet(wat, "familie Osman", "Samira Kaya")
    anderen = {naam: tekst for naam, tekst in DOET.items() if naam != wie.naam}
    niet = [*anderen.values(), ALGEMEEN, JEUGD_NOTITIE, GELD_NOTITIE, GELD_DOEL]
    niet += [] if wie.naam == "Jeroen Baas" else [JEUGD_DOEL]
    wie.krijgt_niet(*niet)
    assert [wie.status_van(afspraken[naam]) for naam in anderen] == [404] * 3
    # En op geen ander adres van het plan meer dan dat
    for pad in ("", "afdruk/", "toegang/", "kopie/", "contact/", "mensen/", "delen/nieuw/"):
        bron = wie.bron_van(f"{plan}{pad}")
        assert [tekst for tekst in niet if tekst in bron] == [], (wie.naam, pad)
    if wie.naam == "Jeroen Baas":
        wie.opent(plan)
        wie.ziet(JEUGD_DOEL, "Samira Kaya")
        _geen_vlag(wie, *DOMEINEN[1:])


def _de_gemeente_leest(samira: Speler, ingrid: Speler, plan: str) -> None:
    # En leest Ingrid het gewone deel en het hare, niets van jeugd
    ingrid.opent(plan)
    ingrid.ziet(ALGEMEEN, GELD_NOTITIE, GELD_DOEL, *DOET.values())
    ingrid.krijgt_niet(JEUGD_NOTITIE, JEUGD_DOEL)
    _geen_vlag(ingrid, "Jeugd", "Wmo", "Welzijn")
    # En ziet Samira alle doelen en afspraken, zonder te lezen in welk domein een ander werkt, of wat daar staat
    samira.opent(plan)
    samira.ziet(ALGEMEEN, JEUGD_NOTITIE, JEUGD_DOEL, GELD_DOEL, "Ingrid Dijkstra", *DOET.values())
    samira.krijgt_niet(GELD_NOTITIE)
    _geen_vlag(samira, *DOMEINEN[1:])


def _geen_vlag(wie: Speler, *domeinen: str) -> None:
    """No label of these domains on the page; the name of an organisation may hold the same word."""
    tekst = re.sub(r"Welzijn de Brug|Jeugdhulp De Vlonder", "", wie.page.locator("body").inner_text())
    gevonden = [it for it in domeinen if re.search(rf"\b{it}\b", tekst)]
    assert gevonden == [], f"{wie.naam} reads {gevonden} on {wie.page.url}"


def test_wie_stopt_ziet_bij_de_volgende_klik_niets_meer(binnen: Binnen, plan: list[str]) -> None:
    # Gegeven Ingrid, met het plan open op haar scherm
    ingrid, samira = _komt(binnen, "Ingrid Dijkstra"), binnen("Samira Kaya")
    ingrid.opent(plan[0])
    doel = ingrid.page.get_by_role("link", name=GELD_DOEL)
    adres = str(doel.get_attribute("href"))
    # Als Samira haar laat stoppen
    samira.opent(f"{plan[0]}toegang/")
    samira.klikt("Ingrid Dijkstra", precies=False)
    samira.ziet("Ingrid Dijkstra ziet dit huishouden daarna niet meer. Dat geldt meteen.")
    samira.klikt("Stop")
    samira.ziet("Gestopt. Dat geldt meteen.")
    expect(samira.page.get_by_text("Ingrid Dijkstra")).to_have_count(0)
    # Dan is haar volgende klik geweigerd, en elk ander adres ook
    doel.click()
    ingrid.page.wait_for_load_state()
    assert ingrid.status == 404
    ingrid.krijgt_niet("Osman", GELD_DOEL, GELD_NOTITIE)
    paden = [plan[0], adres, *(f"{plan[0]}{it}/" for it in ("afdruk", "pdf", "kopie", "contact", "mensen"))]
    assert {pad: ingrid.status_van(pad) for pad in paden} == dict.fromkeys(paden, 404)
    for pad in ("/lindebeek/", "/lindebeek/mijn-mensen/", "/lindebeek/zoeken/?q=osman"):
        bron = ingrid.bron_van(pad)
        assert bron and "Halima" not in bron and GELD_DOEL not in bron, pad
