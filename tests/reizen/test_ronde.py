"""The sweep: everybody walks every link they can see, and every page is judged (see keuring.py).

New pages are found by themselves, as soon as somebody can come to them by a link.
"""

from __future__ import annotations

import pytest

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.keuring import keur, keur_nu, niets_mis, vorm_van, wandel
from tests.reizen.speler import Speler
from tests.reizen.stad import Stad, vliegwiel, wachtwoord_voor
from tests.reizen.stappen import begint_een_plan, pad_van, schrijft_een_vraag_op
from tests.reizen.test_berichten_inlezen import MAP

# Who walks from where. Whose pages look the same as somebody else's need not walk them again.
LOPERS = [
    "Wim Terpstra",
    "Samira Kaya",
    "Hanneke Roos",
    "mevrouw Bakker",
    "Ravi Ramdin",
    "Ellen Brouwers",
    "Aylin Çelik",
    "Petra Willems",
]
WACHTWOORD = "vier losse woorden achter elkaar"
BEL, BERICHTEN = "/lindebeek/bel-alvast/", "/lindebeek/berichten/"
_gekeurd: set[tuple[str, str]] = set()  # (soort, vorm): judged already in this run


@pytest.fixture(scope="module", autouse=True)
def gewone_ochtend(stad: Stad) -> None:
    """The messages of this week were read in, and the klok ran."""
    als = ("--gemeente", "lindebeek", "--als", "petra.willems@lindebeek.example")
    vliegwiel(stad.env, "importeer", str(MAP), "--niet-wachten", *als)
    stad.werkt()
    stad.tikt()


@pytest.mark.parametrize("naam", LOPERS)
def test_elke_bladzijde_is_in_orde(binnen: Binnen, naam: str) -> None:
    wie = binnen(naam)
    soort = "inwoner" if naam == "mevrouw Bakker" else "collega"
    thuis = "/waterrade/" if naam == "Aylin Çelik" else "/lindebeek/"
    before = {shape for kind, shape in _gekeurd if kind == soort}
    pages = [
        pad for pad in wandel(wie, thuis) if pad in (thuis, f"{thuis}tafels/") or vorm_van(pad) not in before
    ]
    _gekeurd.update((soort, vorm_van(pad)) for pad in pages)
    print(f"\n{naam}: {len(pages)} bladzijden")
    niets_mis([wrong for pad in pages for wrong in keur(wie, pad)])


def test_de_brief_is_in_orde(binnen: Binnen) -> None:
    # Only a card without a number shows the way to it: which cards were walked depends on the day.
    samira = binnen("Samira Kaya")
    niets_mis(keur(samira, f"{demo.belkaart(samira)}brief/"))


def test_ook_wat_een_coordinator_bijhoudt_is_in_orde(stad: Stad, binnen: Binnen) -> None:
    email = "nadia.bouzid@lindebeek.example"
    wachtwoord_voor(stad, email, WACHTWOORD)
    nadia = binnen("Nadia Bouzid", inlog=(email, WACHTWOORD))
    pages = [f"{BEL}{it}" for it in ("", "wat-kwam-ervan/", "wijzer/", "wijzer/weken/", "wijzer/jeugd/45/")]
    nadia.opent(pages[0])
    assert all(f'href="{pad}"' in nadia.page.content() for pad in pages[1:3])
    niets_mis([wrong for pad in pages for wrong in keur(nadia, pad)])


def test_de_bladzijden_voor_iedereen_zijn_in_orde(binnen: Binnen) -> None:
    wie = binnen("Ellen Brouwers")
    assert wie.opent("/lindebeek/bestaat-niet/") == 404
    found = keur_nu(wie)
    wie.context.clear_cookies()
    open_pages = [
        "/demo/",
        "/account/inloggen/",
        "/privacy/",
        "/toegankelijkheid/",
        "/lindebeek/vraag-stellen/",
    ]
    found += [wrong for pad in open_pages for wrong in keur(wie, pad)]
    niets_mis(found)


def test_wie_in_twee_gemeenten_werkt_kiest(binnen: Binnen) -> None:
    joke = binnen("Joke van Dam")
    niets_mis(keur(joke, "/"))
    joke.ziet("Lindebeek", "Waterrade")


def test_zoeken_met_en_zonder_treffers(binnen: Binnen) -> None:
    wim = binnen("Wim Terpstra")
    found = [
        wrong for vraag in ("oost", "pannenkoek") for wrong in keur(wim, f"/lindebeek/zoeken/?q={vraag}")
    ]
    niets_mis(found)


@pytest.mark.parametrize("thema", ["donker", "licht"])
def test_donker_en_licht_zijn_te_lezen(binnen: Binnen, thema: str) -> None:
    wim = binnen("Wim Terpstra")
    pages = ["/lindebeek/", demo.tafel(wim), demo.voorstel(wim), "/lindebeek/koers/begrippen/", demo.KAART]
    cookie = {"name": "vliegwiel_thema", "value": thema, "url": wim.url}
    wim.context.add_cookies([cookie])  # type: ignore[list-item]
    niets_mis([wrong for pad in pages for wrong in keur(wim, pad, zonder_engels=True)])


@pytest.mark.parametrize("thema", ["donker", "licht"])
def test_ook_bij_wie_belt_en_wie_inleest(binnen: Binnen, thema: str) -> None:
    samira, petra = binnen("Samira Kaya"), binnen("Petra Willems")
    petra.opent(BERICHTEN)
    petra.page.locator("main .vliegwiel-kaart a").first.click()
    pages = {samira: [BEL, demo.belkaart(samira)], petra: [BERICHTEN, pad_van(petra), f"{BERICHTEN}wacht/"]}
    found = []
    for wie, pads in pages.items():
        cookie = {"name": "vliegwiel_thema", "value": thema, "url": wie.url}
        wie.context.add_cookies([cookie])  # type: ignore[list-item]
        found += [wrong for pad in pads for wrong in keur(wie, pad, zonder_engels=True)]
    niets_mis(found)


# -- empty


def test_wie_nog_nergens_zit_wordt_uitgenodigd(binnen: Binnen) -> None:
    ellen = binnen("Ellen Brouwers")
    ellen.ziet("Niets vraagt nu aandacht.")
    ellen.opent("/lindebeek/tafels/")
    ellen.ziet("Je zit nog aan geen tafel.")


def test_een_leeg_plan_nodigt_uit(binnen: Binnen) -> None:
    samira = binnen("Samira Kaya")
    vraag = schrijft_een_vraag_op(samira, "Ik weet niet waar ik moet beginnen.", "Wies Duin")
    found = keur(samira, f"{vraag}plan/")
    plan = begint_een_plan(samira, vraag, "Wies Duin", [("Wies", "Duin", "1951-04-09")])
    found += [
        wrong for pad in ("", "afdruk/", "mensen/", "voorleggen/") for wrong in keur(samira, plan + pad)
    ]
    samira.opent(plan)
    samira.ziet("Nog niets opgeschreven. Begin hier", "Er is nog geen doel", "Er is nog niets afgesproken")
    niets_mis(found)


def test_een_kaart_in_al_haar_standen_is_in_orde(binnen: Binnen) -> None:
    henk = binnen("Henk", inlog=())
    found = keur(henk, demo.KAART)
    henk.page.locator("summary").click()
    henk.klikt("Verstuur")
    assert henk.status == 422
    found += keur_nu(henk)
    for knop in ("Lukt", "Gedaan"):
        henk.opent(demo.KAART)
        henk.klikt(knop)
        found += keur_nu(henk)
    assert henk.opent("/lindebeek/kaart/bestaat-niet/") == 404
    niets_mis([*found, *keur_nu(henk)])


# -- errors: (who, where, what is typed before sending it half-filled)


def _leeg(wie: Speler, pad: str, knop: str, typed: dict[str, str]) -> list[str]:
    """Send a form half-filled: 422, the summary has the focus, what was typed is still there."""
    wie.opent(pad)
    for box in wie.page.locator("main form textarea, main form input[type=text]").all():
        if box.is_visible():  # what is folded away stays as it is
            box.fill("")
    for name, text in typed.items():
        wie.page.locator(f"main [name={name}]").fill(text)
    wie.klikt(knop)
    wrong = [] if wie.status == 422 else [f"status {wie.status}"]
    if not wie.komt_met_de_focus_op("[role=alert], [aria-invalid=true], .vliegwiel-veld--fout"):
        wrong.append(f"the focus is on {wie.page.evaluate('document.activeElement.outerHTML.slice(0, 80)')}")
    kept = {name: wie.page.locator(f"main [name={name}]").input_value() for name in typed}
    if kept != typed:
        wrong.append(f"lost what was typed: {kept}")
    return [f"{pad}: {it}" for it in wrong] + [f"fout: {it}" for it in keur_nu(wie)]


def test_een_half_ingevuld_formulier_zegt_wat_er_mist(binnen: Binnen) -> None:
    wim, hanneke, ravi = binnen("Wim Terpstra"), binnen("Hanneke Roos"), binnen("Ravi Ramdin")
    tafel, voorstel = demo.tafel(wim), demo.voorstel(wim)
    lang = "Dit typte ik al."
    found = [
        *_leeg(wim, "/lindebeek/tafels/nieuw/", "Begin deze tafel", {"bedoeling": lang}),
        *_leeg(wim, f"{tafel}gesprekken/nieuw/", "Begin het gesprek", {"vraag": lang}),
        *_leeg(wim, demo.gesprek(wim), "Leg het op tafel", {}),
        *_leeg(wim, f"{tafel}voorstellen/nieuw/", "Leg op tafel", {"toelichting": lang}),
        *_leeg(wim, f"{voorstel}versie/", "Leg deze versie op tafel", {"toelichting": lang}),
        *_leeg(wim, f"{voorstel}intrekken/", "Haal van tafel", {}),
        *_leeg(wim, "/lindebeek/koers/begrip-nieuw/", "Zet op de lijst", {"aanleiding": lang}),
        *_leeg(
            wim, f"/lindebeek/koers/begrippen/maatwerk/aan-tafel/{tafel.split('/')[3]}/", "Leg op tafel", {}
        ),
        *_leeg(hanneke, f"{tafel}uitnodigen/?q=ellen", "Geef een plek aan tafel", {"groep": lang}),
        *_leeg(ravi, "/lindebeek/beheer/teams/nieuw/", "Maak het team", {}),
    ]
    niets_mis(found)


def test_een_half_ingevuld_formulier_van_het_wiel_ook(binnen: Binnen) -> None:
    wim, lang = binnen("Wim Terpstra"), "Dit typte ik al."
    tafel = demo.tafel(wim)
    doel, opgave = demo.adres(wim, "koers/doelen/", demo.DOEL), demo.adres(wim, "opdracht/", demo.OPGAVE)
    concept = demo.adres(wim, "opdracht/", demo.CONCEPT)
    effect = demo.adres(wim, "effect/", demo.EFFECT)
    cijfer = demo.adres(wim, "effect/indicatoren/", demo.CIJFER)
    found = [
        *_leeg(wim, "/lindebeek/koers/doel-nieuw/", "Zet het doel erbij", {"toelichting": lang}),
        *_leeg(wim, f"{doel}verbinden/", "Verbind de doelen", {"toelichting": lang}),
        *_leeg(
            wim,
            f"/lindebeek/koers/zin-nieuw/mensbeeld/{tafel.split('/')[3]}/",
            "Leg op tafel",
            {"toetsvraag": lang},
        ),
        *_leeg(wim, f"{tafel}bijdragen/nieuw/", "Leg het op tafel", {"voorwaarden": lang}),
        *_leeg(wim, "/lindebeek/opdracht/opgave-nieuw/", "Bewaar de opgave", {"vraag": lang}),
        *_leeg(wim, f"{opgave}inschrijvers/", "Deze organisatie kan inschrijven", {}),
        *_leeg(wim, f"{opgave}opdracht-nieuw/", "Begin met schrijven", {}),
        *_leeg(wim, f"{concept}paragraaf-nieuw/", "Zet in de opdracht", {"kop": lang}),
        *_leeg(wim, "/lindebeek/effect/indicator-nieuw/", "Zet op de lijst", {"toelichting": lang}),
        *_leeg(wim, f"{cijfer}invullen/", "Bewaar de cijfers", {"geheel": "veel"}),
        *_leeg(wim, f"{effect}bevinding/", "Leg op tafel", {"tekst": ""}),
        *_leeg(wim, "/lindebeek/effect/cijfers-inlezen/", "Bekijk de tabel", {}),
    ]
    niets_mis(found)


def test_een_half_ingevuld_formulier_bij_een_plan_ook(binnen: Binnen) -> None:
    samira, bakker = binnen("Samira Kaya"), binnen("mevrouw Bakker")
    plan, lang = demo.plan_van(samira, "bakker", "Bakker"), "Dit typte ik al."
    found = [
        *_leeg(samira, "/lindebeek/vragen/nieuw/", "Bewaar", {"naam": "Wies"}),
        *_leeg(samira, f"{plan}delen/nieuw/", "Zet in het plan", {}),
        *_leeg(samira, f"{plan}doelen/nieuw/", "Zet in het plan", {"eerste_stap": lang}),
        *_leeg(samira, f"{plan}afspraken/nieuw/", "Spreek dit af", {"wie_naam": lang}),
        *_leeg(samira, f"{plan}contact/", "Noteer", {"regel": lang}),
        *_leeg(samira, f"{plan}sluiten/", "Sluit het plan", {}),
        *_leeg(samira, f"{plan}toegang/delen/", "Deel dit", {"waarvoor": lang}),
        *_leeg(samira, f"{plan}banden/nieuw/", "Bewaar", {}),
        *_leeg(samira, "/lindebeek/spoed/", "Open het een uur", {"reden": lang}),
        *_leeg(bakker, "/lindebeek/wie-doet-wat/klopt-niet/", "Verstuur", {}),
        *_leeg(bakker, "/lindebeek/wie-doet-wat/zeg-terug/", "Verstuur", {}),
    ]
    niets_mis(found)


def test_een_half_ingevuld_formulier_bij_bellen_en_inlezen_ook(stad: Stad, binnen: Binnen) -> None:
    samira, petra, ravi = binnen("Samira Kaya"), binnen("Petra Willems"), binnen("Ravi Ramdin")
    kaart, lang = demo.belkaart(samira), "Dit typte ik al."
    later = kaart.replace("/bel-alvast/", "/aandacht/") + "later/"
    found = [
        *_leeg(samira, kaart, "Klaar", {"regel": lang}),
        *_leeg(samira, later, "Laat het later zien", {"reden": lang}),
        *_leeg(petra, BERICHTEN, "Lees in", {}),
        *_leeg(petra, f"{BERICHTEN}tabel/", "Bekijk de tabel", {}),
        *_leeg(ravi, f"{BEL}wijzer/weken/", "Bewaar", {"weken": "99"}),
    ]
    niets_mis(found)


def test_wie_niets_kiest_bij_een_voorstel_hoort_dat(binnen: Binnen) -> None:
    samira = binnen("Samira Kaya")
    samira.opent(demo.voorstel(samira))
    samira.page.locator(".vliegwiel-keuze-houding button").click()
    samira.ziet("Kies een van de drie antwoorden.")
    assert samira.status == 422
    assert samira.komt_met_de_focus_op(".vliegwiel-keuze-houding")
    niets_mis(keur_nu(samira))
