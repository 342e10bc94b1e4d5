"""A gemeente begins, outside the demo: one command, an invitation, a password, a second step, and a first colleague."""

from __future__ import annotations

import base64
import hmac
import re
import struct
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.reizen.keuring import keur_nu, niets_mis
from tests.reizen.speler import Speler
from tests.reizen.stad import Stad, vliegwiel

# As in production: no personas, and nobody of the staff without a second step.
INSTELLINGEN = {"VLIEGWIEL_MODUS": "test", "VLIEGWIEL_TWEEDE_FACTOR": "ja"}
BEHEERDER, EMAIL = "Noor Zandstra", "noor.zandstra@beekdal.example"
WACHTWOORD = "zeven groene fietsen op zolder"


def zes_cijfers(sleutel: str) -> str:
    """What an app shows for this key now (RFC 6238); not in the last seconds of a code, as a person would wait too."""
    if (left := 30 - time.time() % 30) < 8:
        time.sleep(left + 0.2)
    at = time.time()
    key = base64.b32decode(sleutel + "=" * (-len(sleutel) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(at) // 30), "sha1")
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


@pytest.fixture
def noor(stad: Stad, chromium: Any) -> Iterator[Speler]:
    speler = Speler(chromium, stad.url, BEHEERDER)
    yield speler
    speler.gaat_weg()
    assert speler.klachten == []


def test_een_gemeente_begint(stad: Stad, noor: Speler) -> None:
    # Gegeven een gemeente die net gemaakt is
    said = vliegwiel(
        stad.env, "gemeente-aanmaken", "--naam=Beekdal", "--slug=beekdal", f"--beheerder-naam={BEHEERDER}",
        f"--beheerder-email={EMAIL}",
    )  # fmt: skip
    link = re.search(r"(/uitnodiging/\S+)", said)
    assert link, said
    wrong = _kiest_een_wachtwoord(noor, link[1])
    wrong += _koppelt_een_app(noor)
    wrong += _nodigt_een_collega_uit(noor)
    _logt_uit_en_weer_in(noor)
    niets_mis(wrong)


def _kiest_een_wachtwoord(noor: Speler, link: str) -> list[str]:
    # Als Noor de link opent en een te kort wachtwoord kiest, hoort zij dat
    noor.opent(link)
    noor.ziet(EMAIL)
    wrong = keur_nu(noor)
    noor.page.locator("input[name=wachtwoord]").fill("kort")
    noor.klikt("Bewaar en ga inloggen", in_="body")
    assert noor.status == 422
    wrong += keur_nu(noor)
    # En met een goed wachtwoord gaat zij inloggen; de link is daarna op
    noor.page.locator("input[name=wachtwoord]").fill(WACHTWOORD)
    noor.klikt("Bewaar en ga inloggen", in_="body")
    wrong += keur_nu(noor)
    _vult_het_inlogformulier(noor)
    assert noor.status_van(link) in (404, 410, 200)
    return wrong


def _vult_het_inlogformulier(noor: Speler) -> None:
    noor.page.locator("input[name=login]").fill(EMAIL)
    noor.page.locator("input[name=password]").fill(WACHTWOORD)
    noor.page.locator("input[name=password]").press("Enter")
    noor.page.wait_for_load_state()


def _koppelt_een_app(noor: Speler) -> list[str]:
    # Dan komt zij nergens voor er een tweede stap is
    for pad in ("/beekdal/", "/beekdal/beheer/", "/beekdal/tafels/"):
        noor.opent(pad)
        assert "/account/beveiliging/app/" in noor.page.url
    wrong = keur_nu(noor)
    # Als zij een verkeerde code typt, en dan de goede
    sleutel = noor.page.locator(".vliegwiel-sleutel").inner_text()
    noor.page.locator("input[name=code]").fill("000000")
    noor.klikt("Koppel de app", in_="body")
    wrong += keur_nu(noor)
    sleutel = noor.page.locator(".vliegwiel-sleutel").inner_text() or sleutel
    noor.page.locator("input[name=code]").fill(zes_cijfers(sleutel))
    noor.klikt("Koppel de app", in_="body")
    noor.sleutel = sleutel  # type: ignore[attr-defined]
    wrong += keur_nu(noor)
    return wrong


def _nodigt_een_collega_uit(noor: Speler) -> list[str]:
    # Dan is zij binnen, in een lege gemeente
    noor.opent("/beekdal/")
    noor.ziet("Niets vraagt nu aandacht.")
    wrong = keur_nu(noor)
    # Als zij een collega uitnodigt
    noor.opent("/beekdal/beheer/uitnodigen/")
    noor.page.locator("input[name=naam]").fill("Sem de Wolf")
    noor.page.locator("input[name=email]").fill("sem.dewolf@beekdal.example")
    noor.page.locator("select[name=organisatie]").select_option(index=1)
    noor.vinkt_aan("strateeg")
    noor.page.locator("main form.vliegwiel-formulier button").last.click()
    # Dan staat die bij de uitnodigingen
    noor.opent("/beekdal/beheer/uitnodigingen/")
    noor.ziet("Sem de Wolf")
    return wrong + keur_nu(noor)


def _logt_uit_en_weer_in(noor: Speler) -> None:
    # Als zij uitlogt en weer inlogt, vraagt de tweede stap om een code
    noor.page.get_by_role("button", name="mijn menu").click()
    noor.page.get_by_role("button", name="Uitloggen").click()
    noor.opent("/beekdal/beheer/")
    assert "/account/inloggen/" in noor.page.url
    _vult_het_inlogformulier(noor)
    noor.page.locator("input[name=code]").fill(zes_cijfers(noor.sleutel))  # type: ignore[attr-defined]
    noor.page.locator("input[name=code]").press("Enter")
    # Dan is zij waar zij heen wilde
    noor.page.wait_for_url("**/beekdal/beheer/")
