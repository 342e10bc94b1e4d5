"""Who gets which answer at which address: a table to read, for seven people of the demo.

200 a page; 302 to the log-in (a visitor) or elsewhere; 403 a refusal that says why (somebody who may read here);
404 not there, for you. POST without a form key is refused everywhere by the form itself: see the room tests.
"""

from __future__ import annotations

import pytest

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.speler import Speler
from tests.reizen.stad import Stad

WIE = {
    "W": "Wim Terpstra",  # strateeg, has a seat and a mandaat
    "H": "Hanneke Roos",  # procesbegeleider, guides the table
    "B": "mevrouw Bakker",  # resident with a seat
    "R": "Rachida",  # resident without
    "F": "Ravi Ramdin",  # functioneel beheerder
    "E": "Ellen Brouwers",  # fg
    "A": "Aylin Çelik",  # strateeg of the other gemeente
}
# {d} is a doel, {q} an opgave, {o} an opdracht that is open, {c} one in concept, {e} a beoogd effect, {i} a figure
# address: what W H B R F E A get. "/lindebeek" stands before it; {t} {g} {v} are at the besloten table, {n} is open,
# {p} is the household of mevrouw Bakker, {h} her help, {k} the card about it
TABEL = """
/                                    200 200 200 200 200 200 404
/zoeken/?q=oost                      200 200 200 200 200 200 404
/mijn/                               200 200 200 200 200 200 404
/tafels/                             200 200 200 200 200 200 404
/tafels/nieuw/                       200 200 403 403 403 403 404
/tafels/{t}/                         200 200 200 404 404 404 404
/tafels/{t}/uitnodigen/              403 200 403 404 404 404 404
/tafels/{t}/gesprekken/              200 200 200 404 404 404 404
/tafels/{t}/gesprekken/nieuw/        200 200 200 404 404 404 404
/tafels/{t}/voorstellen/nieuw/       200 200 200 404 404 404 404
/gesprekken/{g}/                     200 200 200 404 404 404 404
/voorstellen/{v}/                    200 200 200 404 404 404 404
/voorstellen/{v}/versie/             200 200 200 404 404 404 404
/tafels/{n}/                         200 200 404 200 404 404 404
/tafels/{n}/voorstellen/nieuw/       403 403 404 403 404 404 404
/koers/begrippen/                    200 200 200 200 200 200 404
/koers/begrippen/maatwerk/           200 200 200 200 200 200 404
/koers/begrippen/bestaat-niet/       404 404 404 404 404 404 404
/koers/begrip-nieuw/                 200 200 403 403 403 403 404
/beheer/                             404 404 404 404 200 404 404
/beheer/uitnodigen/                  404 404 404 404 200 404 404
/beheer/uitnodigingen/               404 404 404 404 200 404 404
/beheer/teams/                       404 404 404 404 200 404 404
/beheer/onderdelen/                  404 404 404 404 200 404 404
/postvak/                            404 404 404 404 200 404 404
/vragen/                             404 404 404 404 404 404 404
/vragen/nieuw/                       404 404 404 404 404 404 404
/mijn-mensen/                        404 404 404 404 404 404 404
/huishoudens/nieuw/                  403 403 403 403 403 403 404
/huishoudens/{p}/                    404 404 404 404 404 404 404
/huishoudens/{p}/afdruk/             404 404 404 404 404 404 404
/huishoudens/{p}/delen/nieuw/        404 404 404 404 404 404 404
/huishoudens/{p}/contact/            404 404 404 404 404 404 404
/huishoudens/{p}/toegang/            404 404 404 404 404 404 404
/huishoudens/{p}/hulp/{h}/           404 404 404 404 404 404 404
/bel-alvast/                         404 404 404 404 404 404 404
/bel-alvast/{k}/                     404 404 404 404 404 404 404
/bel-alvast/{k}/brief/               404 404 404 404 404 404 404
/oppakken/{k}/                       404 404 404 404 404 404 404
/aandacht/{k}/later/                 404 404 404 404 404 404 404
/aandacht/later/                     200 200 404 404 200 200 404
/bel-alvast/wijzer/                  404 404 404 404 200 404 404
/bel-alvast/wijzer/wmo/01/           404 404 404 404 404 404 404
/bel-alvast/wijzer/weken/            404 404 404 404 200 404 404
/bel-alvast/wat-kwam-ervan/          200 404 404 404 404 404 404
/berichten/                          404 404 404 404 404 404 404
/berichten/tabel/                    404 404 404 404 404 404 404
/berichten/wacht/                    404 404 404 404 404 404 404
/werk/                               404 404 404 404 200 404 404
/spoed/                              404 404 404 404 404 404 404
/wie-doet-wat/                       404 404 200 200 404 404 404
/wie-doet-wat/plan/{p}/              404 404 200 404 404 404 404
/wie-doet-wat/wie-keek-mee/          404 404 200 200 404 404 404
/wie-doet-wat/alles.json             404 404 200 200 404 404 404
/toezicht/                           404 404 404 404 404 200 404
/wiel/                                       200 200 404 404 404 404 404
/koers/                                      200 200 200 200 403 403 404
/koers/mensbeeld/                            200 200 200 200 403 403 404
/koers/zin-nieuw/mensbeeld/                  200 200 200 200 403 403 404
/koers/zin-nieuw/mensbeeld/{t}/              200 200 200 404 403 403 404
/koers/doelen/                               200 200 200 200 403 403 404
/koers/doel-nieuw/                           200 200 403 403 403 403 404
/koers/doelen/{d}/                           200 200 200 200 403 403 404
/koers/doelen/{d}/bewerken/                  200 200 403 403 403 403 404
/koers/doelen/{d}/verbinden/                 200 200 403 403 403 403 404
/koers/doelen/{d}/stoppen/                   200 200 403 403 403 403 404
/tafels/{t}/bijdragen/                       200 200 200 404 404 404 404
/tafels/{t}/bijdragen/nieuw/                 200 200 200 404 404 404 404
/opdracht/                                   200 200 403 403 403 403 404
/opdracht/opgave-nieuw/                      200 403 403 403 403 403 404
/opdracht/opgaven/{q}/                       200 200 404 404 404 404 404
/opdracht/opgaven/{q}/inschrijvers/          200 403 404 404 404 404 404
/opdracht/opgaven/{q}/opdracht-nieuw/        200 200 404 404 404 404 404
/opdracht/opdrachten/{o}/                    200 200 404 404 404 404 404
/opdracht/opdrachten/{o}/docx/               200 200 404 404 404 404 404
/opdracht/opdrachten/{c}/                    200 200 404 404 404 404 404
/opdracht/opdrachten/{c}/docx/               200 200 404 404 404 404 404
/opdracht/opdrachten/{c}/paragraaf-nieuw/    200 200 404 404 404 404 404
/opdracht/opdrachten/{c}/voorleggen/         200 200 404 404 404 404 404
/effect/                                     200 200 200 200 200 200 404
/effect/beoogd-nieuw/                        200 200 200 200 200 200 404
/effect/beoogd/{e}/                          200 200 404 404 404 404 404
/effect/beoogd/{e}/bevinding/                200 200 404 404 404 404 404
/effect/indicatoren/                         200 200 200 200 200 200 404
/effect/indicatoren/{i}/                     200 200 404 404 404 404 404
/effect/indicatoren/{i}/invullen/            200 403 403 403 403 403 404
/effect/indicator-nieuw/                     200 403 403 403 403 403 404
/effect/cijfers-inlezen/                     200 404 404 404 404 404 404
"""
ROWS = [line.split() for line in TABEL.strip().splitlines()]


@pytest.fixture(scope="module")
def ids() -> dict[str, str]:
    """Of the two tables, filled by the first test."""
    return {}


def test_een_bezoeker_komt_nergens_in(stad: Stad, binnen: Binnen, ids: dict[str, str]) -> None:
    stad.tikt()
    wim, samira = binnen("Wim Terpstra"), binnen("Samira Kaya")
    found = {
        "t": demo.tafel(wim),
        "g": demo.gesprek(wim),
        "v": demo.voorstel(wim),
        "n": demo.tafel(wim, demo.EEN_PLAN),
        "k": demo.belkaart(samira),
        "p": demo.plan_van(samira, "bakker", "Bakker"),
    }
    ids.update({key: pad.split("/")[3] for key, pad in found.items()})
    help_ = samira.page.locator("main a[href*='/hulp/']").first.get_attribute("href")
    van_het_wiel = {
        "d": demo.adres(wim, "koers/doelen/", demo.DOEL),
        "q": demo.adres(wim, "opdracht/", demo.OPGAVE),
        "o": demo.adres(wim, "opdracht/", demo.OPDRACHT),
        "c": demo.adres(wim, "opdracht/", demo.CONCEPT),
        "e": demo.adres(wim, "effect/", demo.EFFECT),
        "i": demo.adres(wim, "effect/indicatoren/", demo.CIJFER),
    }
    ids.update({key: pad.split("/")[4] for key, pad in van_het_wiel.items()})
    ids["h"] = str(help_).split("/")[5]
    wim.context.clear_cookies()
    answers = {address: wim.status_van(f"/lindebeek{address.format(**ids)}") for address, *_ in ROWS}
    assert {address: status for address, status in answers.items() if status != 302} == {}


@pytest.mark.parametrize("wie", WIE)
def test_ieder_krijgt_het_antwoord_van_de_tabel(binnen: Binnen, ids: dict[str, str], wie: str) -> None:
    speler: Speler = binnen(WIE[wie])
    column = list(WIE).index(wie)
    expected = {address: int(statuses[column]) for address, *statuses in ROWS}
    answers = {address: speler.status_van(f"/lindebeek{address.format(**ids)}") for address in expected}
    assert answers == expected
