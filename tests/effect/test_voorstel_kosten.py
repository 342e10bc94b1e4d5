"""The page of a Voorstel asks no more for what stands beside it: what each room keeps comes with the Voorstel."""

from __future__ import annotations

from typing import Any

import pytest

from tests.effect.wereld import adopt, agree, indicator
from tests.huis.test_queries import counted
from tests.samenspel.table import Table

MOST = 12


def cost(table: Table, naam: str, voorstel: Any) -> int:
    client = table.cast.client_of(naam)
    path = f"/lindebeek/voorstellen/{voorstel.pk}/"
    client.get(path)  # the first page of a day also writes down that the session goes on
    with counted() as found:
        assert client.get(path).status_code == 200
    return found.queries


@pytest.mark.parametrize("naam", ["fatima", "bakker"])
def test_a_voorstel_of_a_beoogd_effect(table: Table, naam: str) -> None:
    row = agree(table, indicator(table))
    adopt(table, row)
    assert cost(table, naam, row.voorstel) <= MOST


@pytest.mark.parametrize("naam", ["fatima", "bakker"])
def test_a_voorstel_of_nothing_else(table: Table, naam: str) -> None:
    talk = table.gesprek(titel="In de keuken")
    text = table.propose(rust_op=[table.say("bakker", talk, "Samen lukt het.")])
    assert cost(table, naam, text) <= MOST
