"""Mevrouw Bakker says that a line is not right, reads the answer, sees who looked, and takes everything with her.

On a phone of 360 pixels, without JavaScript.
"""

from __future__ import annotations

import json
import re

from playwright.sync_api import expect

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.speler import TELEFOON, Speler
from tests.reizen.stappen import schrijft_in_plan
from tests.reizen.test_inwoner_telefoon import past

ZONDER_SCRIPT = {**TELEFOON, "java_script_enabled": False}
MIJN = "/lindebeek/wie-doet-wat/"
REGEL = "De verjaardag van haar zus: ze wil zelf bellen."
WOORDEN = "Mijn zus is niet jarig, zij is ziek. Ik bel haar daarom."
REDEN = "Zo hebben wij het die dag gehoord. Uw woorden staan er nu naast."
TOEZICHTHOUDER = "klacht indienen bij de Autoriteit Persoonsgegevens"
VAN_HAAR, VAN_NOUR = "Rachida begint in maart met de naaicursus.", "Nour is bang in het donker."


def test_mevrouw_bakker_zegt_dat_een_regel_niet_klopt(binnen: Binnen) -> None:
    bakker, samira = binnen("mevrouw Bakker", **ZONDER_SCRIPT), binnen("Samira Kaya")
    _zij_zegt_het(bakker)
    plan = demo.plan_van(samira, "bakker", "Bakker")
    _de_woorden_staan_naast_de_regel(samira, plan)
    _samira_geeft_antwoord(samira)
    _zij_leest_de_reden(bakker)
    _wie_keek_mee(bakker)


def _zij_zegt_het(bakker: Speler) -> None:
    # Gegeven mevrouw Bakker, die in haar plan leest wat er is opgeschreven
    bakker.opent(MIJN)
    past(bakker)
    bakker.klikt("Lees uw plan")
    bakker.ziet(REGEL)
    past(bakker)
    # Als zij zonder woorden op de knop drukt, vraagt de bladzijde wat er niet klopt
    regel = bakker.page.locator("li").filter(has_text=REGEL)
    regel.get_by_role("link", name="Dit klopt niet").click()
    bakker.ziet(REGEL)
    bakker.klikt("Verstuur")
    assert bakker.status == 422
    past(bakker)
    # En als zij het zegt, staan haar woorden bij haar plan
    bakker.vult_in("Wat klopt er niet?", WOORDEN)
    bakker.klikt("Verstuur")
    bakker.ziet("U krijgt antwoord, uiterlijk over een maand.")
    bakker.klikt("Lees uw plan")
    bij = bakker.page.locator("li").filter(has_text=REGEL)
    expect(bij).to_contain_text(WOORDEN)
    expect(bij).to_contain_text("Dit ligt bij Samira Kaya. U krijgt uiterlijk")
    past(bakker)


def _de_woorden_staan_naast_de_regel(samira: Speler, plan: str) -> None:
    # Dan leest de collega haar woorden naast de regel
    samira.opent(plan)
    regel = samira.page.locator("li").filter(has_text=REGEL)
    expect(regel).to_contain_text(WOORDEN)
    expect(regel).to_contain_text("Hier komt nog antwoord op.")


def _samira_geeft_antwoord(samira: Speler) -> None:
    # Als Samira het laat staan, moet zij zeggen waarom
    samira.opent("/lindebeek/")
    samira.ziet("Een inwoner zegt: dit klopt niet")
    samira.klikt("Lees en antwoord", precies=False)
    samira.ziet(WOORDEN, REGEL)
    samira.vinkt_aan("Nee, het blijft zo staan")
    samira.klikt("Geef antwoord")
    assert samira.status == 422
    samira.ziet("Schrijf waarom het zo blijft staan. De inwoner leest dat.")
    samira.vult_in("Waarom?", REDEN)
    samira.klikt("Geef antwoord")
    samira.ziet(REDEN)


def _zij_leest_de_reden(bakker: Speler) -> None:
    # Dan leest mevrouw Bakker de reden, en waar zij terechtkan als zij het er niet mee eens is
    bakker.opent(MIJN)
    bakker.klikt("Lees uw plan")
    bij = bakker.page.locator("li").filter(has_text=REGEL)
    for tekst in (WOORDEN, "Het is niet aangepast. De reden:", REDEN, TOEZICHTHOUDER):
        expect(bij).to_contain_text(tekst)
    past(bakker)


def _wie_keek_mee(bakker: Speler) -> None:
    # En ziet zij wie meekeek: welke organisatie, wanneer, waarvoor; nooit de naam van een collega
    bakker.opent(MIJN)
    bakker.klikt("Alles zien")
    bakker.ziet_kop("Wie keek mee")
    regel = bakker.page.locator("main li").filter(has_text="keek in uw plan").first
    expect(regel).to_contain_text("Gemeente Lindebeek")
    expect(regel).to_contain_text("Waarvoor: samen werken aan het plan.")
    expect(regel).to_contain_text(re.compile(r"dag \d+ \w+ 20\d\d"))
    bakker.krijgt_niet("Samira", "Kaya", "Wilma")
    past(bakker)


def test_wie_alles_ophaalt_krijgt_niets_van_een_ander(binnen: Binnen) -> None:
    # Gegeven Rachida, in wier plan iets over haarzelf staat en iets over Nour
    samira, rachida = binnen("Samira Kaya"), binnen("Rachida", **ZONDER_SCRIPT)
    plan = demo.plan_van(samira, "rachida", "gezin Rachida")
    schrijft_in_plan(samira, plan, VAN_HAAR, over="Rachida Amrouche")
    schrijft_in_plan(samira, plan, VAN_NOUR, over="Nour Tahiri")
    rachida.opent(demo.eigen_plannen(rachida)[0])
    rachida.ziet(VAN_HAAR, VAN_NOUR)
    # Als zij alles ophaalt wat er over haar staat
    rachida.opent(MIJN)
    rachida.klikt("Alles wat hier over u staat")
    past(rachida)
    with rachida.page.expect_download() as opgehaald:
        rachida.page.get_by_role("link", name="Voor een ander programma (json)").click()
    alles = json.loads(opgehaald.value.path().read_text())
    # Dan staat erin wat van haar is en van het hele huis, en niets wat over een ander is opgeschreven
    bron = json.dumps(alles, ensure_ascii=False)
    assert alles["persoon"]["achternaam"] == "Amrouche"
    assert VAN_HAAR in bron
    assert [tekst for tekst in (VAN_NOUR, "Tahiri", "goed in tekenen") if tekst in bron] == []
