"""The pages: who reads them, what they say, and that they cost little."""

from __future__ import annotations

import re
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import HERE
from tests.effect.wereld import K4, agree, fill, indicator, wijken
from tests.samenspel.table import Table


def path(name: str, *args: Any) -> str:
    return reverse(name, args=[HERE, *args])


def page(table: Table, naam: str, where: str, status: int = 200, most: int = 12) -> str:
    client = table.cast.client_of(naam)
    client.get(where)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        answer = client.get(where)
    table.cast.here()
    assert answer.status_code == status, where
    asked = [
        q["sql"]
        for q in seen
        if not re.match(r"BEGIN|COMMIT|SAVEPOINT|RELEASE|SET|SELECT set_config", q["sql"])
    ]
    assert len(asked) <= most, "\n".join(asked)
    return re.sub(r"\s+", " ", answer.content.decode())


def test_every_page_opens(table: Table) -> None:
    places = wijken(table)
    it = indicator(table)
    fill(table, it, K4, {None: 60, places[0]: 30, places[1]: 12, places[2]: 3})
    row = agree(table, it)
    table.cast.here()
    for where in (
        path("effecten"),
        path("indicatoren"),
        path("indicator_nieuw"),
        path("indicator", it.pk),
        path("indicator", it.pk) + f"?gebied={places[0].pk}",
        path("indicator_invullen", it.pk),
        path("indicator_publiceren", it.pk),
        path("beoogd", row.pk),
        path("beoogd_tafel"),
        path("beoogd_nieuw", table.tafel.pk),
        path("beoogd_bevinding", row.pk),
    ):
        page(table, "wim", where)
