"""The journey of issue 2: one word gets its meaning at a table, from the first invitation to looking back.

Six people: Wim (strateeg) starts the table; Samira works for the gemeente too, Mila for Welzijn de Brug, Hanneke for
Bureau Kiezelpad, Dilara for Woonstede (seated, not asked), and mevrouw Bakker knows how it is to be helped.
"""

from __future__ import annotations

from playwright.sync_api import expect

from tests.reizen.conftest import Binnen
from tests.reizen.speler import Speler
from tests.reizen.stad import Stad
from tests.reizen.stappen import (
    antwoordt,
    begint_een_gesprek,
    begint_een_tafel,
    nodigt_uit,
    pad_van,
    schrijft_een_versie,
    zegt,
    zoekt,
)

WOORD = "maatwerk"
SAMIRA = "Maatwerk begint bij luisteren, en daarna vaak bij iets heel gewoons."
MILA = "We zochten een half jaar naar een voorziening. De buurman had een ladder."
BAKKER = "Ze noemden het maatwerk, maar ik kreeg hetzelfde als de buurvrouw."
EERSTE = "Maatwerk is dat we eerst luisteren en dan pas kijken wat er past."
WANT = "Er staat niet wie bepaalt wat er past. Dat wil ik zelf zijn."
TWEEDE = (
    "Maatwerk is dat we eerst luisteren en dan samen kijken wat er past. Wie het aangaat, bepaalt dat zelf."
)


def test_een_woord_krijgt_betekenis(stad: Stad, binnen: Binnen) -> None:
    wim, samira, mila = binnen("Wim Terpstra"), binnen("Samira Kaya"), binnen("Mila Verhoeven")
    hanneke, bakker = binnen("Hanneke Roos"), binnen("mevrouw Bakker")

    tafel = _wim_nodigt_uit(wim)
    gesprek = _drie_mensen_zeggen_wat_zij_bedoelen(wim, samira, mila, bakker, tafel)
    voorstel = _een_eerste_tekst_rust_op_wat_gezegd_is(wim, tafel, gesprek)
    _mevrouw_bakker_zegt_nog_niet(wim, samira, mila, hanneke, bakker, voorstel)
    _een_tweede_versie_komt_haar_tegemoet(wim, samira, mila, hanneke, bakker, voorstel)
    _de_tekst_wordt_aangenomen(wim, bakker, voorstel)
    _het_woord_toont_zijn_betekenis(mila)
    _een_half_jaar_later(stad, binnen, voorstel)


def _wim_nodigt_uit(wim: Speler) -> str:
    # Gegeven een tafel van Wim, als hij mensen van vier organisaties en een inwoner uitnodigt
    tafel = begint_een_tafel(
        wim, "Passend in Oost", "We zeggen allemaal iets anders.", "Mag woorden vaststellen."
    )
    nodigt_uit(wim, tafel, "Samira Kaya", niveau="Uitvoering")
    nodigt_uit(wim, tafel, "Mila Verhoeven", niveau="Uitvoering", zoek="mila")
    nodigt_uit(wim, tafel, "Hanneke Roos")
    nodigt_uit(wim, tafel, "Dilara Yıldız", niveau="Uitvoering", zoek="dilara")
    nodigt_uit(wim, tafel, "mevrouw Bakker", groep="Ervaringsdeskundigen")
    # Dan zit iedereen er, bij de eigen partij
    context = wim.page.locator("aside")
    for wie in (
        "Gemeente Lindebeek",
        "Welzijn de Brug",
        "Bureau Kiezelpad",
        "Woonstede",
        "Ervaringsdeskundigen",
    ):
        expect(context).to_contain_text(wie)
    return tafel


def _drie_mensen_zeggen_wat_zij_bedoelen(
    wim: Speler, samira: Speler, mila: Speler, bakker: Speler, tafel: str
) -> str:
    # Als Wim vraagt wat zij ermee bedoelen, en drie mensen het in eigen woorden zeggen
    gesprek = begint_een_gesprek(wim, tafel, "Wat bedoel jij met maatwerk?", "Wanneer paste iets echt?")
    zegt(samira, gesprek, SAMIRA, delen="gemeente, met naam")
    zegt(mila, gesprek, MILA, vorm="Een verhaal: zo wel", delen="onder de naam van")
    zegt(bakker, gesprek, BAKKER, vorm="Een verhaal: zo niet")
    # Dan leest ieder van hen de woorden van de anderen, met wie het zei
    samira.opent(gesprek)
    samira.ziet(SAMIRA, MILA, BAKKER, "mevrouw Bakker", "zo niet")
    return gesprek


def _een_eerste_tekst_rust_op_wat_gezegd_is(wim: Speler, tafel: str, gesprek: str) -> str:
    # Als Wim een eerste tekst neerlegt die op twee uitspraken rust, en Dilara niet vraagt
    wim.opent(f"/lindebeek/koers/begrippen/{WOORD}/")
    wim.klikt("Passend in Oost")
    wim.vult_in("De tekst", EERSTE)
    wim.vinkt_aan(SAMIRA[:40])
    wim.vinkt_aan(BAKKER[:40])
    wim.vinkt_uit("Dilara")
    wim.klikt("Leg op tafel")
    # Dan ligt die op tafel, met waar hij op rust en wie niet gevraagd is
    wim.ziet_kop("Maatwerk")
    wim.ziet("Rust op 2 uitspraken uit 1 gesprek", EERSTE, SAMIRA, BAKKER)
    wim.ziet_niet(MILA)
    rij = wim.page.get_by_role("row").filter(has_text="Woonstede")
    expect(rij).to_contain_text("niet gevraagd")
    return pad_van(wim)


def _mevrouw_bakker_zegt_nog_niet(
    wim: Speler, samira: Speler, mila: Speler, hanneke: Speler, bakker: Speler, voorstel: str
) -> None:
    # Als drie mensen akkoord zijn en mevrouw Bakker nog niet
    antwoordt(wim, voorstel, "akkoord")
    antwoordt(samira, voorstel, "akkoord")
    antwoordt(mila, voorstel, "kan_ermee_leven")
    antwoordt(hanneke, voorstel, "akkoord")
    antwoordt(bakker, voorstel, "nog_niet", WANT)
    # Dan staat haar reden erbij, zonder haar naam, en kan Wim niet aannemen: ook niet langs het adres
    wim.opent(voorstel)
    wim.ziet("Er staat nog een nog niet open", WANT)
    expect(wim.page.get_by_role("link", name="Neem de tekst aan")).to_have_count(0)
    expect(wim.page.get_by_role("table")).not_to_contain_text("Bakker")
    wim.opent(f"{voorstel}aannemen/")
    wim.klikt("Neem aan")
    assert wim.status == 422
    wim.ziet("Er staat nog een nog niet open", WANT)
    wim.opent("/lindebeek/koers/begrippen/")
    wim.ziet_niet(EERSTE)


def _een_tweede_versie_komt_haar_tegemoet(
    wim: Speler, samira: Speler, mila: Speler, hanneke: Speler, bakker: Speler, voorstel: str
) -> None:
    # Als Wim een versie schrijft die haar tegemoetkomt
    wim.opent(f"{voorstel}versie/")
    wim.ziet(WANT)
    schrijft_een_versie(wim, voorstel, TWEEDE, "Mevrouw Bakker vroeg wie het bepaalt.", MILA[:40])
    wim.ziet("versie 2", "Rust op 3 uitspraken uit 1 gesprek")
    # Dan staan eerdere antwoorden er als eerder, en vraagt haar eigen pagina haar om een antwoord
    expect(wim.page.get_by_role("table")).to_contain_text("eerder: akkoord")
    bakker.opent("/lindebeek/")
    bakker.ziet("Er ligt nu een nieuwe versie")
    bakker.klikt("Lees en zeg het", precies=False)
    bakker.ziet("Bij versie 1 zei u:", WANT)
    expect(bakker.page.locator("ins").first).to_contain_text("samen")
    # En zolang zij zwijgt, blijft haar nog niet staan
    for wie in (wim, samira, mila, hanneke):
        antwoordt(wie, voorstel, "akkoord")
    wim.opent(voorstel)
    wim.ziet("Er staat nog een nog niet open")
    antwoordt(bakker, voorstel, "akkoord")


def _de_tekst_wordt_aangenomen(wim: Speler, bakker: Speler, voorstel: str) -> None:
    # Als niets de tekst meer tegenhoudt, neemt Wim hem aan
    bakker.ziet("Niets houdt deze tekst meer tegen. Wie hier mandaat heeft, kan haar aannemen.")
    wim.opent(voorstel)
    wim.klikt("Neem de tekst aan")
    wim.klikt("Neem aan")
    # Dan staat hij vast
    wim.ziet("Aangenomen op", "Deze tekst verandert niet meer", TWEEDE)
    wim.opent(f"{voorstel}versie/")
    wim.vult_in("De nieuwe tekst", "Toch nog anders.")
    wim.klikt("Leg deze versie op tafel")
    assert wim.status == 422
    wim.ziet("Deze tekst is al aangenomen", "Toch nog anders.")


def _het_woord_toont_zijn_betekenis(mila: Speler) -> None:
    # Gegeven een andere tafel, waar het woord drie keer staat: twee keer in de bedoeling en een keer in een uitspraak
    bedoeling = "Hier gaat het over maatwerk. Is maatwerk wel altijd nodig?"
    andere = begint_een_tafel(mila, "Buurthuis De Spil", bedoeling)
    # Dan staat de betekenis er een keer
    links = mila.page.locator(".vliegwiel-woord__link")
    expect(links).to_have_count(1)
    expect(mila.page.locator(".vliegwiel-betekenissen")).to_contain_text(TWEEDE)
    # En een klik laat haar zien, naast het woord
    links.click()
    expect(mila.page.locator(".vliegwiel-woord__kaart")).to_be_visible()
    # En nooit in wat iemand zei
    gesprek = begint_een_gesprek(mila, andere, "Eerste ronde", "")
    zegt(mila, gesprek, "Voor mij is maatwerk een duur woord.")
    expect(mila.page.locator("blockquote .vliegwiel-woord__link")).to_have_count(0)
    # En wie zoekt, vindt het woord
    zoekt(mila, "maatwerken")
    mila.ziet("maatwerk")


def _een_half_jaar_later(stad: Stad, binnen: Binnen, voorstel: str) -> None:
    # Als er een half jaar voorbij is
    stad.later(190)
    stad.tikt()  # it also ends sessions of half a year ago
    wim, bakker = binnen("Wim Terpstra"), binnen("mevrouw Bakker")
    # Dan vraagt de tekst bij wie aan tafel zit om opnieuw bekeken te worden
    bakker.opent("/lindebeek/")
    bakker.ziet("Kijk terug op maatwerk")
    wim.opent("/lindebeek/")
    wim.ziet("Kijk terug op maatwerk")
    wim.opent(f"/lindebeek/koers/begrippen/{WOORD}/")
    wim.ziet("vraagt om terugkijken")
    # En houden zij hem, dan is het stil tot de volgende dag
    wim.opent(voorstel)
    wim.klikt("Wij houden deze tekst")
    wim.klikt("Wij houden deze tekst")
    wim.ziet("Jullie houden deze tekst")
    wim.opent("/lindebeek/")
    wim.ziet_niet("Kijk terug op maatwerk")
    # Of zij bespreken hem opnieuw, vanaf wat er staat; de betekenis blijft intussen gelden
    wim.opent(voorstel)
    wim.klikt("Opnieuw bespreken")
    wim.klikt("Passend in Oost")
    expect(wim.page.get_by_label("De tekst")).to_have_value(TWEEDE)
    wim.vult_in("De tekst", TWEEDE + " En we vragen na een maand of het paste.")
    wim.klikt("Leg op tafel")
    wim.opent(f"/lindebeek/koers/begrippen/{WOORD}/")
    wim.ziet("in gesprek", TWEEDE)
