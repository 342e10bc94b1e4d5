"""An afspraak that is past its day asks attention, and opens nothing that was closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import NOW, TODAY, involve, make_afspraak, make_household
from tests.samenspel.test_aandacht import _still, cards, rows, turn
from vliegwiel.kern.codes import Purpose
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Aandachtspunt

pytestmark = pytest.mark.django_db
__all__ = ["_still"]  # the clock stands still here too


def test_an_afspraak_that_is_past_its_day(cast: Cast) -> None:
    gezin = make_household(cast.here())
    samira, mila = cast.medewerkers["samira"], cast.medewerkers["mila"]
    involve(gezin, samira, "wmo")
    past = make_afspraak(gezin, medewerker=samira, gever=samira, wanneer=TODAY - timedelta(days=1))
    make_afspraak(gezin, medewerker=samira, wanneer=TODAY)
    turn(cast)
    assert [row.object for row in rows()] == [past.pk]
    past.medewerker = mila
    past.save()
    turn(cast)
    assert rows()[0].medewerker == mila
    actions.finish_afspraak(
        by=cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN), now=NOW, afspraak=past, uitkomst="gelukt"
    )
    assert Aandachtspunt.objects.get().weg == "gedaan"


def test_who_gave_it_and_left_the_household_is_not_let_in_again(cast: Cast) -> None:
    gezin = make_household(cast.here())
    samira = cast.medewerkers["samira"]
    involvement = involve(gezin, samira, "wmo")
    make_afspraak(gezin, wie="netwerk", wie_naam="Oma", gever=samira, wanneer=TODAY - timedelta(days=3))
    turn(cast)
    assert len(cards(cast, "samira")) == 1
    involvement.einddatum = TODAY - timedelta(days=1)
    involvement.save()
    assert cards(cast, "samira") == []
    assert cast.client_of("samira").get(reverse("plan", args=[HERE, gezin.dossier.pk])).status_code == 404
