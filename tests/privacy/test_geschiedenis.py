"""What a field said before and after: only what differs, in the action's own transaction."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import transaction

from tests.cast import Cast
from tests.privacy.conftest import START
from vliegwiel.kern.marks import Purpose
from vliegwiel.privacy.geschiedenis import geschiedenis_van, record_wijziging, record_wijzigingen
from vliegwiel.privacy.models import Dossier, Persoon, Wijziging


@pytest.fixture
def scene(cast: Cast) -> tuple[Any, Dossier, Persoon]:
    gemeente = cast.here()
    dossier = Dossier.objects.create(gemeente=gemeente, nummer="H-1", geopend_op=date(2026, 2, 1))
    persoon = Persoon.objects.create(gemeente=gemeente, voornaam="Rosa")
    return cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN), dossier, persoon


def test_only_what_differs_is_written(scene: tuple[Any, Dossier, Persoon]) -> None:
    kijker, dossier, persoon = scene
    rows = record_wijzigingen(
        by=kijker, dossier_id=dossier.pk, domein="wmo", subject=persoon, now=START,
        velden={"telefoon": ("", "0600"), "email": ("a@b.example", "a@b.example"), "overleden_op": (None, "")},
    )  # fmt: skip
    assert [(row.veld, row.voor, row.na, row.door, row.soort) for row in rows] == [
        ("telefoon", "", "0600", "Samira Kaya", "persoon")
    ]
    same = record_wijziging(
        by=kijker, dossier_id=dossier.pk, domein="", subject=persoon, veld="naam", voor=1, na=1, now=START
    )
    assert same is None and Wijziging.objects.count() == 1


def _changed(kijker: Any, dossier: Dossier, persoon: Persoon) -> Any:
    before = transaction.savepoint()
    record_wijziging(
        by=kijker, dossier_id=dossier.pk, domein="", subject=persoon, veld="x", voor=1, na=2, now=START
    )
    assert Wijziging.objects.exists()
    return before


def test_it_goes_with_the_action_that_fails(scene: tuple[Any, Dossier, Persoon]) -> None:
    kijker, dossier, persoon = scene
    transaction.savepoint_rollback(_changed(kijker, dossier, persoon))
    assert not Wijziging.objects.exists()


def test_it_is_found_with_its_object_in_its_own_dossier_only(scene: tuple[Any, Dossier, Persoon]) -> None:
    kijker, dossier, persoon = scene
    for na in ("een", "twee"):
        record_wijziging(
            by=kijker, dossier_id=dossier.pk, domein="", subject=persoon, veld="x", voor="", na=na, now=START
        )
    found = geschiedenis_van(kijker, dossier.pk, persoon.pk)
    assert [row.na for row in found] == ["twee", "een"]
    assert not geschiedenis_van(kijker, persoon.pk, persoon.pk).exists()
