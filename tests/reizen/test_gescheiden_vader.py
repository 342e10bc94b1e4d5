"""A divorced father: his own home, the line of his child that is shared with it, and nothing else of the mother's.

Karim and Rachida both have gezag over Nour (9) and Ilyas (13), who live in both homes. What stands in Rachida's plan
under youth (goals, afspraken) is shared with Karim's home.
"""

from __future__ import annotations

import pytest

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.stad import Stad, account_voor_inwoner
from tests.reizen.stappen import over_dagen

ILYAS = ("ilyas@post.example", "vier losse woorden achter elkaar")
THUIS = ("Een huis met een kamer meer", "Als de kinderen hier zijn, staat het voetbalveld vol.")
GEDEELD, GEDEELD_AFSPRAAK = "Ilyas weer vier dagen naar school", "praat met Ilyas en zijn mentor"
VAN_HAAR = (
    "De energierekening op tijd",
    "Achterstand bij energie",
    "Mijn moeder en mijn broer wonen om de hoek",
    "Ik wil dat de kinderen niet tussen ons in staan",
    "belt het energiebedrijf over de regeling",
    "zoekt een werkplek onder schooltijd",
    "Ik wil zelf kiezen in welk weekend",
    "Spoelstraat",
    "Hafsa",
)
MIJN = "/lindebeek/wie-doet-wat/"


@pytest.fixture(scope="module")
def plannen() -> list[str]:
    """The addresses of the two plans as Karim sees them: his own, and the other; filled by the first journey."""
    return []


def test_karim_ziet_zijn_huis_en_de_gedeelde_regel(binnen: Binnen, plannen: list[str]) -> None:
    # Gegeven Karim op zijn eigen bladzijde
    karim = binnen("Karim")
    karim.opent(MIJN)
    karim.ziet("gezin Karim", "kijkt zijn inschrijving na")
    plannen += demo.eigen_plannen(karim)
    eigen, ander = plannen
    # Dan leest hij het plan van zijn huis
    karim.opent(eigen)
    karim.ziet(*THUIS)
    # En van het andere huis de gedeelde regel van zijn kind
    karim.opent(ander)
    karim.ziet(GEDEELD, GEDEELD_AFSPRAAK, "Over Ilyas")
    # En nergens iets anders van Rachida: niet op het scherm, niet in de bladzijde, niet in wat hij ophaalt
    for pad in (MIJN, eigen, ander, f"{MIJN}alles.json", f"{MIJN}wie-keek-mee/", "/lindebeek/"):
        bron = karim.bron_van(pad)
        assert bron and [tekst for tekst in VAN_HAAR if tekst in bron] == [], pad
    # En zij leest ook niets van hem dan wat van haar eigen huis is
    rachida = binnen("Rachida")
    for pad in (MIJN, *demo.eigen_plannen(rachida)):
        bron = rachida.bron_van(pad)
        assert bron and [tekst for tekst in THUIS if tekst in bron] == [], pad


def test_wat_ilyas_afsluit_leest_zijn_vader_niet_meer(stad: Stad, binnen: Binnen, plannen: list[str]) -> None:
    # Gegeven Ilyas van 13, met een account van zichzelf
    account_voor_inwoner(stad, "Ilyas", "Tahiri", *ILYAS)
    karim, ilyas = binnen("Karim"), binnen("Ilyas", inlog=ILYAS)
    van_mama = demo.eigen_plan_met(ilyas, GEDEELD)
    # Als hij zijn doel afsluit voor zijn ouders
    ilyas.opent(van_mama)
    ilyas.ziet("Ik wil zelf kiezen in welk weekend ik bij papa ben.", "Uw ouders lezen dit niet.")
    regel = ilyas.page.locator("li").filter(has_text=GEDEELD)
    regel.get_by_role("link", name="Sluit af voor uw ouders").click()
    ilyas.ziet(GEDEELD, "U kunt het altijd weer openen")
    ilyas.klikt("Sluit af voor uw ouders")
    # Dan leest hij het zelf nog, en zijn ouders niet meer
    ilyas.ziet(GEDEELD, "Weer open voor uw ouders")
    karim.opent(plannen[1])
    karim.ziet(GEDEELD_AFSPRAAK)
    karim.krijgt_niet(GEDEELD)
    rachida = binnen("Rachida")
    assert all(GEDEELD not in rachida.bron_van(pad) for pad in demo.eigen_plannen(rachida))
    # En als hij het weer opent, lezen zij het weer
    regel.get_by_role("link", name="Weer open voor uw ouders").click()
    ilyas.klikt("Weer open voor uw ouders")
    karim.opent(plannen[1])
    karim.ziet(GEDEELD)


def test_zonder_gezag_leest_karim_niets_meer_van_zijn_kind(binnen: Binnen, plannen: list[str]) -> None:
    # Gegeven Samira, die bij Rachida thuis bijhoudt wie gezag heeft
    samira, karim = binnen("Samira Kaya"), binnen("Karim")
    mensen = f"{demo.plan_van(samira, 'rachida', 'gezin Rachida')}mensen/"
    # Als het gezag van Karim ophoudt
    for kind in ("Ilyas", "Nour"):
        samira.opent(mensen)
        rij = samira.page.locator("li").filter(has_text=f"{kind} Tahiri").filter(has_text="geboren op")
        band = rij.locator("p").filter(has_text="Karim Tahiri")
        band.get_by_role("link", name="Dit stopt").click()
        samira.vult_in("Wat is de laatste dag?", over_dagen(-1))
        samira.page.locator("main form button[type=submit]").last.click()
        samira.page.wait_for_load_state()
    samira.opent(mensen)
    # Dan is het andere plan er voor hem niet meer, en staat er nergens iets van zijn kind
    assert karim.status_van(plannen[1]) == 404
    for pad in (MIJN, plannen[0], f"{MIJN}alles.json", "/lindebeek/"):
        bron = karim.bron_van(pad)
        assert bron and GEDEELD not in bron and GEDEELD_AFSPRAAK not in bron, pad
    # En zijn eigen plan leest hij als altijd
    karim.opent(plannen[0])
    karim.ziet(*THUIS)
