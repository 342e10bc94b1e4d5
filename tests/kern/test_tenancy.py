"""A row of another gemeente is refused by the database, on both engines."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from vliegwiel.gemeenschap.models import Gebied
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.models import Gemeente

pytestmark = pytest.mark.django_db


@pytest.fixture
def twee() -> list[Gemeente]:
    return [
        Gemeente.objects.create(slug=slug, naam=slug, aangemaakt_op=timezone.now()) for slug in ("a", "b")
    ]


def a_gebied(gemeente: Gemeente, **fields: object) -> Gebied:
    with as_gemeente(gemeente.pk):
        return Gebied.objects.create(
            gemeente=gemeente, soort="wijk", naam="Oost", begindatum="2026-01-01", **fields
        )


def check_now() -> None:
    """Both engines judge a reference at the end of a transaction; a test asks for it sooner."""
    if connection.vendor == "sqlite":
        connection.check_constraints()
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def points_there(here: Gemeente, there: Gebied) -> None:
    with transaction.atomic():
        a_gebied(here, ouder_id=there.pk)
        check_now()


def test_a_reference_to_another_gemeente_is_refused(twee: list[Gemeente]) -> None:
    here, there = twee
    theirs = a_gebied(there)
    with pytest.raises(IntegrityError):
        points_there(here, theirs)


def test_an_update_keeps_the_gemeente(twee: list[Gemeente]) -> None:
    row = a_gebied(twee[0])
    with as_gemeente(row.gemeente_id):
        row.naam = "West"
        row.save()
        assert Gebied.objects.get(gemeente=row.gemeente).naam == "West"
