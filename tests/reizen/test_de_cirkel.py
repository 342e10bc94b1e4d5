"""The wheel, walked: from the word *eigen kracht* to a figure and back; by a strateeg, a consulent and a resident."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.demo import CONCEPT, DOEL, EFFECT, OPDRACHT
from tests.reizen.speler import TELEFOON, Speler
from tests.reizen.stappen import pad_van

WOORD = "/lindebeek/koers/begrippen/eigen-kracht/"
NIET_VOOR_HAAR = (
    "/lindebeek/wiel/",
    "/lindebeek/opdracht/",
    "/lindebeek/koers/doel-nieuw/",
)


def langs(wie: Speler, naam: str) -> None:
    """One step along the rode draad."""
    wie.page.locator(".vliegwiel-rode-draad").get_by_role("link", name=naam, exact=True).first.click()
    wie.page.wait_for_load_state()
    wie.ziet_kop(naam)


def test_een_strateeg_loopt_de_cirkel_rond(binnen: Binnen) -> None:
    # Gegeven het woord eigen kracht, waar nog over gepraat wordt
    wim = binnen("Wim Terpstra")
    wim.opent(WOORD)
    # Als Wim de rode draad volgt: naar het doel, de opdracht, en wat ze hopen te zien
    langs(wim, DOEL)
    langs(wim, OPDRACHT)
    langs(wim, EFFECT)
    # Dan leest hij wat er te zeggen is, en wat niet; de cijfers staan ernaast
    wim.ziet("We kunnen dit nog niet zien", "maanden")
    expect(wim.page.locator("main table").first).to_be_visible()
    # Als hij er een vraag van maakt, ligt die aan tafel
    wim.klikt("Leg dit op tafel")
    _maakt_er_een_vraag_van(wim)
    wim.ziet("Merken mensen het zelf ook")
    # En van daar gaat de draad terug: naar wat ze zagen, het doel en het woord
    langs(wim, EFFECT)
    langs(wim, DOEL)
    wim.page.locator(".vliegwiel-rode-draad").get_by_role("link", name="eigen kracht", exact=True).click()
    wim.page.wait_for_load_state()
    assert pad_van(wim) == WOORD
    # En het hele wiel staat op één bladzijde, als tekening en als lijst
    wim.opent("/lindebeek/wiel/")
    for naam in (OPDRACHT, EFFECT):
        expect(wim.page.locator(".wiel-beeld")).to_contain_text(naam[:20])
        expect(wim.page.locator(".wiel-lijst").get_by_role("link", name=naam)).to_be_visible()


def _maakt_er_een_vraag_van(wie: Speler) -> None:
    wie.vinkt_aan("Een vraag voor een tafel")
    wie.vult_in("Wat is je vraag, of je stap?", "Merken mensen het zelf ook?")
    wie.page.get_by_label("Aan welke tafel?").select_option(label="Wat brengen we samen?")
    wie.klikt("Leg op tafel")


def test_een_consulent_ziet_waar_een_doel_aan_bijdraagt(binnen: Binnen) -> None:
    # Gegeven het plan van mevrouw Bakker, met een doel dat ergens aan bijdraagt
    samira = binnen("Samira Kaya")
    plan = demo.plan_van(samira, "Bakker", "Bakker")
    samira.opent(plan)
    draagt_bij = samira.page.locator("main a[href*='/koers/doelen/']").first
    doel = draagt_bij.inner_text().strip()
    draagt_bij.click()
    samira.page.wait_for_load_state()
    samira.ziet_kop(doel)
    # Als zij verder loopt, komt zij bij de opdracht erachter, en vandaar bij wat ervan te zien is
    samira.opent("/lindebeek/opdracht/")
    samira.klikt(OPDRACHT)
    langs(samira, EFFECT)
    samira.ziet("We kunnen dit nog niet zien")


def test_wie_mag_inschrijven_ziet_geen_concept(binnen: Binnen) -> None:
    # Gegeven een opdracht die nog geschreven wordt, aan een open tafel
    wim, mila = binnen("Wim Terpstra"), binnen("Mila Verhoeven")
    wim.opent("/lindebeek/opdracht/")
    wim.klikt(CONCEPT)
    concept = pad_van(wim)
    # Dan leest wie voor een mogelijke inschrijver werkt haar nergens; wat open is, wel
    assert {mila.status_van(f"{concept}{it}") for it in ("", "docx/")} == {404}
    for pad in (
        "/lindebeek/opdracht/",
        "/lindebeek/wiel/",
        "/lindebeek/",
        "/lindebeek/zoeken/?q=Maatschappelijk",
    ):
        mila.opent(pad)
        mila.krijgt_niet(CONCEPT)
    mila.opent("/lindebeek/opdracht/")
    mila.ziet(OPDRACHT)


def test_een_inwoner_ziet_alleen_het_eigen_deel(binnen: Binnen) -> None:
    # Gegeven mevrouw Bakker op haar telefoon, bij haar eigen plan
    bakker = binnen("mevrouw Bakker", **TELEFOON)
    bakker.opent("/lindebeek/")
    bakker.opent("/lindebeek/wie-doet-wat/")
    bakker.klikt("Lees uw plan")
    # Dan staat bij een doel waar het bij past, in gewone woorden en zonder weg naar binnen
    bakker.ziet("Past bij wat de gemeente wil")
    expect(bakker.page.locator("main a[href*='/koers/']")).to_have_count(0)
    # En de rest van het wiel is niet voor haar
    assert {pad for pad in NIET_VOOR_HAAR if bakker.status_van(pad) not in (403, 404)} == set()
    bakker.opent("/lindebeek/effect/")
    bakker.ziet_niet(EFFECT)
