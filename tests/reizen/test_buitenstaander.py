"""Who has no seat at a besloten table sees nothing of it: not in lists, not in search, not by an address."""

from __future__ import annotations

import re

import pytest

from tests.reizen import demo
from tests.reizen.conftest import Binnen
from tests.reizen.speler import Speler
from tests.reizen.stappen import (
    antwoordt,
    begint_een_gesprek,
    begint_een_tafel,
    nodigt_uit,
    pad_van,
    zegt,
    zoekt,
)

GEHEIM = "De Zilveren Lepel"
WOORDEN = "Dit zeg ik alleen hier, over het zilveren bestek."
BUITEN = {
    "een collega zonder plek": "Samira Kaya",
    "de beheerder": "Ravi Ramdin",
    "de fg": "Ellen Brouwers",
    "een inwoner zonder plek": "Rachida",
    "een collega van de andere gemeente": "Aylin Çelik",
    "wie in beide gemeenten werkt": "Joke van Dam",
}
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
_ADDRESS = re.compile(
    r'(?:href|action)="(/lindebeek/(?:tafels|gesprekken|voorstellen|uitspraken)/[0-9a-f-]{36}[^"#?]*)"'
)


@pytest.fixture(scope="module")
def gevonden() -> list[str]:
    """The addresses of the table, filled by the first journey."""
    return []


def test_mila_begint_een_besloten_tafel_met_ton(binnen: Binnen, gevonden: list[str]) -> None:
    # Gegeven een besloten tafel van Mila en Ton, met een gesprek en een voorstel
    mila, ton = binnen("Mila Verhoeven"), binnen("Ton")
    tafel = begint_een_tafel(mila, GEHEIM, "Over het zilveren bestek.", "Mag voor De Brug toezeggen.")
    nodigt_uit(mila, tafel, "Ton", groep="Eters")
    gesprek = begint_een_gesprek(mila, tafel, "De Zilveren Lepel aan tafel", "")
    zegt(ton, gesprek, WOORDEN)
    mila.opent(f"{tafel}voorstellen/nieuw/")
    mila.vult_in("Waar gaat het voorstel over?", "De Zilveren Lepel")
    mila.vult_in("De tekst", "Het zilveren bestek is van ons allemaal.")
    mila.klikt("Leg op tafel")
    voorstel = pad_van(mila)
    antwoordt(ton, voorstel, "nog_niet", "Ik eet met mijn handen.")
    # Dan zijn er adressen die alleen zij kunnen openen
    for wie in (mila, ton):
        for pad in (tafel, f"{tafel}gesprekken/", gesprek, voorstel):
            assert wie.opent(pad) == 200
            gevonden += [pad, *_ADDRESS.findall(wie.page.content())]
    gevonden[:] = sorted(set(gevonden))
    assert len(gevonden) >= 14, gevonden


def _verzonnen(pad: str) -> str:
    """The same address with ids that nothing has."""
    return _ID.sub("01a20000-0000-7000-8000-000000000000", pad)


@pytest.fixture
def buiten(request: pytest.FixtureRequest, binnen: Binnen) -> Speler:
    return binnen(BUITEN[request.param])


@pytest.mark.parametrize("buiten", BUITEN, indirect=True)
def test_wie_buiten_staat_ziet_niets(buiten: Speler, gevonden: list[str]) -> None:
    # Als die elk adres van de tafel probeert, ook door er iets heen te sturen
    token = {c["name"]: c["value"] for c in buiten.context.cookies()}.get("csrftoken", "")
    answers = {pad: (buiten.status_van(pad), buiten.status_van(_verzonnen(pad))) for pad in gevonden}
    sent = {"csrfmiddlewaretoken": token, "tekst": "x"}
    posted = {
        pad: (buiten.status_van(pad, **sent), buiten.status_van(_verzonnen(pad), **sent)) for pad in gevonden
    }
    # Dan is het antwoord steeds hetzelfde als bij een adres dat niet bestaat
    assert {pad: both for pad, both in answers.items() if both != (404, 404)} == {}
    assert {pad: both for pad, both in posted.items() if both not in ((404, 404), (405, 405))} == {}
    # En staat er niets van in de lijst of in wat die vindt
    thuis = "waterrade" if buiten.naam == "Aylin Çelik" else "lindebeek"
    for pad in (f"/{thuis}/", f"/{thuis}/tafels/", f"/{thuis}/koers/begrippen/"):
        if buiten.status_van(pad) == 200:
            buiten.opent(pad)
            buiten.ziet_niet("Zilveren", "zilveren")
    for vraag in ("zilveren", "lepel", "bestek", "handen"):
        zoekt(buiten, vraag, thuis)
        buiten.ziet_niet("Zilveren Lepel", WOORDEN)


def test_een_collega_van_waterrade_komt_niet_in_lindebeek(binnen: Binnen) -> None:
    aylin = binnen("Aylin Çelik")
    for pad in (
        "/lindebeek/",
        "/lindebeek/tafels/",
        "/lindebeek/koers/begrippen/",
        "/lindebeek/zoeken/?q=oost",
    ):
        assert aylin.status_van(pad) == aylin.status_van("/bestaat-niet/") == 404


def test_een_open_tafel_leest_een_collega_mee_maar_een_inwoner_zonder_plek_niet(binnen: Binnen) -> None:
    samira, ton = binnen("Samira Kaya"), binnen("Ton")
    open_tafel = demo.tafel(samira, demo.EEN_PLAN)
    assert samira.opent(open_tafel) == 200
    assert ton.status_van(open_tafel) == 404
