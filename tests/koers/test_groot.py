"""Two hundred doelen still make a page, read in as few questions as five."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.koers.test_pages import path
from tests.samenspel.table import START, Table
from vliegwiel.koers.models import Doel, Doelverband
from vliegwiel.koers.rules.doelennetwerk import MEEST, RANG, SOORTEN


def fill(table: Table) -> list[Doel]:
    """As many doelen as there can be, each tied to a few of a higher kind."""
    gemeente = table.cast.here()
    rows = [
        Doel(gemeente=gemeente, naam=f"Doel {n} van Lindebeek", soort=SOORTEN[n % 4], aangemaakt_op=START)
        for n in range(MEEST)
    ]
    Doel.objects.bulk_create(rows)
    ties = {(n, (n * 7 + 5 * k) % MEEST) for n in range(MEEST) for k in range(1, 6)}
    up = [(rows[n], rows[m]) for n, m in sorted(ties) if RANG[rows[m].soort] < RANG[rows[n].soort]]
    Doelverband.objects.bulk_create(
        Doelverband(gemeente=gemeente, van=van, naar=naar, soort="draagt_bij") for van, naar in up
    )
    return rows


def test_two_hundred_doelen_make_a_page_with_as_few_questions(table: Table) -> None:
    rows = fill(table)
    client = table.cast.client_of("wim")
    client.get(path("doelen"))  # who logs in is remembered now
    asked: Any
    with CaptureQueriesContext(connection) as asked:
        shown = client.get(path("doelen")).content.decode()
    assert all(path("koersdoel", it.pk) in shown for it in rows)
    assert len(asked.captured_queries) <= 12
    assert "En nog" in shown  # what stands out is told in forty sentences at most
