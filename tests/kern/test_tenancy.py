"""A row of another gemeente is refused by the database, on both engines."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from vliegwiel.gemeenschap.models import Gebied
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.models import Gemeente

pytestmark = pytest.mark.django_db


@pytest.fixture
def twee() -> tuple[Gemeente, Gemeente]:
    return tuple(Gemeente.objects.create(slug=slug, naam=slug, aangemaakt_op=timezone.now()) for slug in ("a", "b"))  # type: ignore[return-value]


def a_gebied(gemeente: Gemeente, **fields: object) -> Gebied:
    with as_gemeente(gemeente.pk):
        return Gebied.objects.create(gemeente=gemeente, soort="wijk", naam="Oost", begindatum="2026-01-01", **fields)


def test_a_reference_to_another_gemeente_is_refused(twee: tuple[Gemeente, Gemeente]) -> None:
    here, there = twee
    theirs = a_gebied(there)
    with pytest.raises(IntegrityError), transaction.atomic(), as_gemeente(here.pk):
        Gebied.objects.create(gemeente=here, soort="buurt", naam="x", begindatum="2026-01-01", ouder_id=theirs.pk)
        connection.check_constraints() if connection.vendor == "sqlite" else _check_now()


def _check_now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_an_update_keeps_the_gemeente(twee: tuple[Gemeente, Gemeente]) -> None:
    here, there = twee
    row = a_gebied(here)
    with as_gemeente(here.pk):
        row.naam = "West"
        row.gemeente_id = here.pk
        row.save()
        assert Gebied.objects.get(gemeente=here).naam == "West"
