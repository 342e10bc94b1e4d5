"""The gebied of an opgave: what was chosen stays chosen, and wijken come before buurten."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from tests.cast import HERE, Cast
from tests.forms import post
from tests.opdracht.speelveld import Speelveld
from tests.samenspel.table import on
from vliegwiel.gemeenschap.models import Gebied
from vliegwiel.koers.queries import gebieden
from vliegwiel.opdracht.models import Opgave

pytestmark = pytest.mark.django_db


def gebied(cast: Cast, naam: str, soort: str = "wijk", einddatum: date | None = None) -> Gebied:
    here = {"gemeente": cast.here(), "begindatum": date(2020, 1, 1)}
    return Gebied.objects.create(**here, naam=naam, soort=soort, einddatum=einddatum)


def test_a_gebied_that_is_no_more_stays_with_its_opgave(cast: Cast, veld: Speelveld) -> None:
    """Wijken are drawn anew: who changes the title does not change where it is."""
    old = gebied(cast, "Oudwijk", einddatum=on(-1))
    Opgave.objects.filter(pk=veld.opgave.pk).update(gebied=old)
    fatima, path = cast.client_of("fatima"), f"/{HERE}/opdracht/opgaven/{veld.opgave.pk}/bewerken/"
    assert f'<option value="{old.pk}" selected>' in fatima.get(path).content.decode()
    given = {"titel": "Anders", "vraag": "Wat?", "nummer": "1", "gebied": str(old.pk)}
    assert post(fatima, path, given).status_code == 302
    found = Opgave.objects.get(pk=veld.opgave.pk)
    assert (found.titel, found.gebied_id) == ("Anders", old.pk)


def test_where_not_everything_fits_wijken_come_first(
    cast: Cast, veld: Speelveld, monkeypatch: pytest.MonkeyPatch
) -> None:
    gebied(cast, "Aan de haven", "buurt")
    wijk = gebied(cast, "Zuid")
    monkeypatch.setattr(sys.modules["vliegwiel.opdracht.views.opgave"], "MOST_GEBIEDEN", 1)
    text = cast.client_of("fatima").get(f"/{HERE}/opdracht/opgave-nieuw/").content.decode()
    assert "Zuid" in text and "Aan de haven" not in text
    assert gebieden(cast.kijker_of("fatima"), on(0))[0] == wijk
