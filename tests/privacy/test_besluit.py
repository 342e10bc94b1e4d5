"""What the policy refused, and what it opened of sensitive things, with the reason and the version of the policy."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test.utils import override_settings

from tests.cast import Cast
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Weigering
from vliegwiel.privacy.models import Besluit, Dossier
from vliegwiel.privacy.public import Onderdeel, collecting, open_gevoelig
from vliegwiel.privacy.rules.beleid import VERSIE


@override_settings(ROOT_URLCONF="tests.privacy.proefbladzijden")
@pytest.mark.parametrize(("page", "reason"), [("verborgen", "niet_leesbaar"), ("verboden", "niet_bevoegd")])
def test_a_refusal_is_a_decision(cast: Cast, page: str, reason: str) -> None:
    dossier = Dossier.objects.create(gemeente=cast.here(), nummer="H-1", geopend_op=date(2026, 2, 1))
    response = cast.client_of("samira").get(f"/lindebeek/proef/{dossier.pk}/{page}/")
    assert response.status_code in (403, 404)
    cast.here()
    besluit = Besluit.objects.get()
    assert (besluit.uitkomst, besluit.reden, besluit.beleid) == ("mag_niet", reason, VERSIE)
    assert (besluit.dossier, besluit.account) == (dossier.pk, cast.accounts["samira"].pk)
    assert besluit.spoor == Weigering.objects.get().spoor


@override_settings(ROOT_URLCONF="tests.privacy.proefbladzijden")
def test_what_does_not_exist_is_no_refusal(cast: Cast) -> None:
    assert cast.client_of("samira").get(f"/lindebeek/proef/{uuid4()}/verborgen/").status_code == 404
    cast.here()
    assert not Besluit.objects.exists()


def test_what_is_opened_is_written_once_per_page(cast: Cast) -> None:
    kijker, dossier = cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN), uuid4()
    with collecting(route="proef"):
        for _ in range(3):
            open_gevoelig(kijker, Onderdeel.GEHEIM_ADRES, dossier, "geheim_adres")
    besluit = Besluit.objects.get()
    assert (besluit.uitkomst, besluit.onderdeel, besluit.dossier) == ("mag", "geheim_adres", dossier)
