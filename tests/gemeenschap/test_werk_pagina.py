"""Werk op de achtergrond: who sees what stands still, trying again, and a klok of which a part fails."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from tests.cast import COLLEAGUES, HERE, Cast
from tests.forms import post
from vliegwiel.gemeenschap import werk
from vliegwiel.kern import registry
from vliegwiel.kern.clock import now
from vliegwiel.kern.codes import Purpose, Rol
from vliegwiel.kern.models import Werk
from vliegwiel.kern.registry import Registry
from vliegwiel.project import klok
from vliegwiel.samenspel.actions import bring_up_to_date
from vliegwiel.samenspel.models import Aandachtspunt

PAGE = reverse("werk", args=[HERE])


@pytest.fixture
def parked(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Werk:
    monkeypatch.setattr(werk, "_kinds", {})
    werk.declare(
        "proef",
        lambda row, by, moment: werk.Voortgang(1, 1, True),
        Purpose.BERICHTEN,
        rollen=frozenset({Rol.BACKOFFICE}),
    )
    return Werk.objects.create(
        gemeente=cast.here(),
        soort="proef",
        object=uuid4(),
        account=cast.accounts["bas"].pk,
        doel="berichten",
        status="geparkeerd",
        pogingen=5,
        volgende_op=now(),
        gemaakt_op=now() - timedelta(hours=2),
        fout="KeyError",
    )


def test_backoffice_and_beheerder_see_that_it_stands_still(cast: Cast, parked: Werk) -> None:
    for naam in COLLEAGUES:
        answer = cast.client_of(naam).get(PAGE)
        assert (answer.status_code == 200) == (naam in ("bas", "ravi")), naam
    page = cast.client_of("bas").get(PAGE).content.decode()
    assert "staat stil" in page and "KeyError" in page and "5 pogingen" in page
    assert str(parked.object) not in page


def test_trying_again(cast: Cast, parked: Werk) -> None:
    bring_up_to_date(cast.here().pk, now(), "werk_geparkeerd")
    card = Aandachtspunt.objects.get()
    assert (card.rol, card.params) == ("backoffice", {"aantal": 1})
    home = reverse("vandaag", args=[HERE])
    assert "Werk op de achtergrond staat stil" in cast.client_of("bas").get(home).content.decode()
    post(cast.client_of("bas"), reverse("werk_opnieuw", args=[HERE, parked.pk]), {})
    cast.here()
    card.refresh_from_db()
    assert card.weg == "gedaan"  # gone at once, not when the klok comes by
    werk.run(parked.gemeente_id, parked.pk)
    parked.refresh_from_db()
    assert (parked.status, parked.fout) == ("klaar", "")


def test_a_beheerder_does_not_become_who_does_it(cast: Cast, parked: Werk) -> None:
    post(cast.client_of("ravi"), reverse("werk_opnieuw", args=[HERE, parked.pk]), {})
    cast.here()
    parked.refresh_from_db()
    assert (parked.status, parked.account) == ("wacht", cast.accounts["bas"].pk)
    again = post(cast.client_of("ravi"), reverse("werk_opnieuw", args=[HERE, parked.pk]), {})
    assert again.status_code == 422  # it waits already


def test_a_part_of_the_klok_that_fails_stops_nobody_else(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ours: Registry[Any] = Registry("proef")
    broken, ran = [True], []

    def fails(gemeente_id: UUID, moment: Any) -> int:
        if broken[0]:
            raise ValueError("Fatma Yilmaz")
        return 0

    def counts(gemeente_id: UUID, moment: Any) -> int:
        ran.append(gemeente_id)
        return 1

    ours.add("proef.fout", fails, order=1)
    ours.add("proef.goed", counts, order=2)
    monkeypatch.setattr(registry, "klok", ours)
    for _ in range(2):
        klok.tick(now())
    assert set(ran) == {it.pk for it in cast.gemeenten.values()} and len(ran) == 4
    cast.here()
    row = Werk.objects.get(gemeente=cast.here())
    assert (row.soort, row.status, row.fout, row.pogingen) == (
        "klok:proef.fout",
        "geparkeerd",
        "ValueError",
        2,
    )
    assert "Fatma" not in caplog.text
    page = cast.client_of("ravi").get(PAGE).content.decode()
    assert "proef.fout" in page and "Probeer opnieuw" not in page
    broken[0] = False
    klok.tick(now())
    cast.here()
    row.refresh_from_db()
    assert row.status == "klaar"
