"""Long names, long words and long texts, made by people through the pages: nothing falls off the screen."""

from __future__ import annotations

from pathlib import Path

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.keuring import keur, niets_mis
from tests.reizen.stad import Stad
from tests.reizen.stappen import (
    antwoordt,
    begint_een_gesprek,
    begint_een_plan,
    begint_een_tafel,
    nodigt_uit,
    over_dagen,
    pad_van,
    schrijft_een_vraag_op,
    schrijft_in_plan,
    spreekt_af,
    stelt_een_doel,
    zegt,
)
from tests.reizen.test_berichten_inlezen import MAP, geeft

WOORD = "arbeidsongeschiktheidsverzekeringsmaatschappij"  # 46 letters, a real word
KETEN = "samenwerkingsverband" * 6  # 120 letters without a place to break
NAAM = f"Tafel {KETEN}"[:120]
ALINEA = f"Het gaat over {WOORD} en over nog veel meer, waar iedereen iets van vindt. " * 40
ADRES = "https://voorbeeld.example/" + "een-heel-lang-pad/" * 12


def test_lange_namen_woorden_en_teksten_passen(binnen: Binnen) -> None:
    # Gegeven een tafel waar alles lang is
    mila, ton = binnen("Mila Verhoeven"), binnen("Ton")
    tafel = begint_een_tafel(
        mila, NAAM, f"{ALINEA}\n\n{KETEN}\n\n{ADRES}", f"Mag {KETEN} toezeggen. {ALINEA}"[:900]
    )
    nodigt_uit(mila, tafel, "Ton", groep=f"Ervaringsdeskundigen {KETEN}"[:120])
    gesprek = begint_een_gesprek(mila, tafel, f"Over {KETEN}"[:120], f"Wat vind jij van {KETEN}?"[:300])
    zegt(ton, gesprek, f"Kijk eens op {ADRES} en zeg {KETEN}.")
    zegt(mila, gesprek, ALINEA.strip(), vorm="Een verhaal: zo wel")
    mila.opent("/lindebeek/koers/begrip-nieuw/")
    mila.vult_in("Welk woord?", f"{WOORD}je"[:60])
    mila.vult_in("Waarom is dit woord nu belangrijk?", f"{ALINEA} {KETEN}")
    mila.klikt("Zet op de lijst")
    woord = pad_van(mila)
    mila.klikt(NAAM)
    mila.vult_in("De tekst", f"{KETEN} {ALINEA}")
    mila.vinkt_aan("Kijk eens op")
    mila.klikt("Leg op tafel")
    voorstel = pad_van(mila)
    antwoordt(ton, voorstel, "nog_niet", f"Ik mis {KETEN} en {ADRES}")
    # Dan past elke bladzijde waar dat staat, breed en smal
    pages = [
        "/lindebeek/",
        "/lindebeek/tafels/",
        tafel,
        gesprek,
        voorstel,
        woord,
        "/lindebeek/koers/begrippen/",
    ]
    pages += [f"{voorstel}versie/", f"{tafel}uitnodigen/?q={KETEN}", f"/lindebeek/zoeken/?q={WOORD}"]
    found = [wrong for pad in pages for wrong in keur(mila, pad, zonder_engels=True)]
    found += [
        wrong for pad in ("/lindebeek/", tafel, voorstel) for wrong in keur(ton, pad, zonder_engels=True)
    ]
    niets_mis(found)


def test_een_plan_vol_lange_woorden_past(binnen: Binnen) -> None:
    # Gegeven een huishouden waar alles lang is
    samira = binnen("Samira Kaya")
    vraag = schrijft_een_vraag_op(samira, f"{KETEN} {ALINEA}", f"Bo {KETEN}"[:160])
    plan = begint_een_plan(samira, vraag, f"Familie {KETEN}"[:160], [(KETEN[:80], KETEN[:120], "1990-01-01")])
    schrijft_in_plan(samira, plan, f"Over {KETEN} en {ADRES}.", soort="gaat_goed")
    stelt_een_doel(samira, plan, f"Rust rond {KETEN}", f"Eerst {KETEN}")
    afspraak = spreekt_af(samira, plan, f"belt {KETEN}", "Een vrijwilliger", naam=KETEN[:120])
    # Dan past elke bladzijde waar dat staat, breed en smal
    pages = [vraag, plan, afspraak, f"{afspraak}kaart/", "/lindebeek/vragen/"]
    pages += [
        f"{plan}{it}/" for it in ("afdruk", "mensen", "contact", "kopie", "toegang", "voorleggen", "sluiten")
    ]
    niets_mis([wrong for pad in pages for wrong in keur(samira, pad, zonder_engels=True)])


def test_een_lang_bericht_past(stad: Stad, binnen: Binnen, tmp_path: Path) -> None:
    # Gegeven een bestand met een naam zonder spatie, en een kaart waar veel bij staat
    bestand = tmp_path / f"{KETEN}.xml"
    bestand.write_bytes((MAP / "11-wmo301-met-fouten.xml").read_bytes())
    petra = binnen("Petra Willems")
    inlezing = geeft(petra, bestand)
    stad.werkt()
    petra.opent(inlezing)  # the page refreshes itself: a link in it may go away while it is clicked
    petra.page.locator("#stand li a[href*='/bestanden/']").first.click()
    pages = ["/lindebeek/berichten/", inlezing, pad_van(petra)]
    found = [wrong for pad in pages for wrong in keur(petra, pad, zonder_engels=True)]
    # En een belletje met een lange regel, een lang vervolg en een lange reden om te wachten
    stad.tikt()
    samira, bakker = binnen("Samira Kaya"), binnen("mevrouw Bakker")
    kaart = demo.belkaart(samira)
    samira.opent(kaart.replace("/bel-alvast/", "/aandacht/") + "later/")
    samira.vult_in("Wanneer wil je dit weer zien?", over_dagen(2))
    samira.vult_in("Waarom kan het later?", f"{KETEN} {ALINEA}"[:300])
    samira.klikt("Laat het later zien")
    found += keur(samira, "/lindebeek/aandacht/later/", zonder_engels=True)
    samira.opent(kaart)
    samira.page.get_by_text("Verlengen", exact=True).click()
    samira.page.locator("summary").filter(has_text="Wat precies, en wanneer").click()
    samira.vult_in("Wat ga je doen?", KETEN)
    samira.vult_in("In één regel", f"{KETEN} {ALINEA}"[:280])
    samira.klikt("Klaar")
    pages = [kaart, "/lindebeek/bel-alvast/?wanneer=gebeld", "/lindebeek/mijn-mensen/", "/lindebeek/"]
    found += [wrong for pad in pages for wrong in keur(samira, pad, zonder_engels=True)]
    niets_mis([*found, *keur(bakker, "/lindebeek/wie-doet-wat/", zonder_engels=True)])


def test_een_collega_met_een_lange_naam_past_in_beheer(binnen: Binnen) -> None:
    # Gegeven een uitgenodigde collega met een lange naam en een lang adres
    ravi = binnen("Ravi Ramdin")
    naam = "Wilhelmina-Antoinette Christophorusdochter van der Bovenkamp-Oostenbrugge"
    ravi.opent("/lindebeek/beheer/uitnodigen/")
    ravi.page.locator("main [name=naam]").fill(naam)
    ravi.page.locator("main [name=email]").fill(
        f"{'wilhelmina-antoinette.' * 3}vanderbovenkamp@lindebeek.example"
    )
    organisatie = ravi.page.locator("main select").first
    organisatie.select_option(index=1)
    if (functie := ravi.page.locator("main [name=functie]")).count():
        functie.fill(f"Adviseur {WOORD}")
    ravi.vinkt_aan("consulent")
    ravi.page.locator("main form button[type=submit], main form button").last.click()
    ravi.ziet(naam)
    # Dan past zij overal
    niets_mis(
        [
            wrong
            for pad in ("/lindebeek/beheer/", "/lindebeek/beheer/uitnodigingen/", pad_van(ravi))
            for wrong in keur(ravi, pad, zonder_engels=True)
        ]
    )
