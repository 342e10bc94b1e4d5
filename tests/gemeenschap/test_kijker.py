"""Who is looking is read afresh in each request; what is remembered of an address decides nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import HERE, THERE, Cast
from vliegwiel.gemeenschap import kijker as kijkers
from vliegwiel.gemeenschap.kijker import Kijker, find_kijker
from vliegwiel.gemeenschap.models import Instelling, Roltoekenning
from vliegwiel.kern.clock import today
from vliegwiel.kern.database import request_transaction
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Gemeente

pytestmark = pytest.mark.django_db


def look(cast: Cast, naam: str, slug: str = HERE) -> Kijker | None:
    with request_transaction(writes=False):
        return find_kijker(cast.accounts[naam], slug, Purpose.OVERZICHT, today())


def test_a_role_that_ended_is_gone_in_the_next_request(cast: Cast) -> None:
    first = look(cast, "samira")
    assert first and first.rollen
    cast.here()
    Roltoekenning.objects.filter(medewerker=first.medewerker).update(
        begindatum=today() - timedelta(days=9), einddatum=today() - timedelta(days=1)
    )
    again = look(cast, "samira")
    assert again is not None and again.rollen == frozenset()


def test_of_one_setting_the_last_day_that_has_come_counts(cast: Cast) -> None:
    gemeente = cast.here()
    for days, waarde in ((-20, True), (-3, False), (5, True)):
        Instelling.objects.create(
            gemeente=gemeente, code="mijn_mensen", waarde=waarde, vanaf=today() + timedelta(days=days)
        )
    asker = look(cast, "samira")
    assert asker is not None and asker.instellingen["mijn_mensen"] is False
    assert asker.instellingen["plan"] is True  # never set


@pytest.mark.parametrize("wrong", ["unknown", "elsewhere"])
def test_what_is_remembered_of_an_address_decides_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    """A slug that went to another gemeente: the answer is about who somebody is there, roles and all."""
    right = look(cast, "samira")
    remembered: dict[str, Any] = {HERE: cast.gemeenten[THERE].pk} if wrong == "elsewhere" else {}
    monkeypatch.setattr(kijkers, "_last", remembered)
    again = look(cast, "samira")
    assert again is not None and again == right and again.rollen
    assert remembered == {HERE: cast.gemeenten[HERE].pk}


def test_who_is_nobody_here_sees_no_gemeente_at_all(cast: Cast) -> None:
    stranger = next(
        naam for naam, who in cast.medewerkers.items() if who.gemeente_id == cast.gemeenten[THERE].pk
    )
    look(cast, "samira")  # the address is remembered
    with request_transaction(writes=False):
        assert find_kijker(cast.accounts[stranger], HERE, Purpose.OVERZICHT, today()) is None
        from django.db import connection

        if connection.vendor == "postgresql":
            assert not Instelling.objects.exists() and not Roltoekenning.objects.exists()
    assert Gemeente.objects.filter(slug=HERE).exists()
