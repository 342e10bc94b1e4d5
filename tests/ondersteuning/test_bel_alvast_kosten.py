"""What the pages of bel alvast cost: a fixed number of questions, whatever there is to show."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.ondersteuning.bel import ending, make_team, open_points, turn
from tests.ondersteuning.gezin import TODAY, client_of, involve, make_address, resident
from tests.ondersteuning.test_bel_alvast_noteren import LIST, path, record
from tests.ondersteuning.test_bel_alvast_wijzer import EFFECT, HOME, ONE, WEEKS

MOST = 12


def fill(cast: Cast, number: int) -> None:
    """People of Samira and of her team, some called before."""
    for n in range(number):
        row = ending(cast, f"Mens{number}-{n}", eind=TODAY + timedelta(days=10 + n))
        make_address(row.gezin)
        if n % 2:
            involve(row.gezin, cast.medewerkers["samira"], "wmo")
    turn(cast)
    fresh = [point for point in open_points(cast) if point.uitgesteld_tot is None]
    for point in fresh[: number // 2]:
        record(cast, "samira", point, uitkomst="niet_bereikt", weer_op=TODAY + timedelta(days=1))


def asked(client: Any, where: str) -> int:
    """How many questions a page asks, apart from the transaction and what is written down about looking."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(where).status_code == 200
    kinds = ("SELECT",)
    return sum(it["sql"].lstrip().upper().startswith(kinds) for it in queries)


@pytest.mark.parametrize("more", ["", "?wanneer=later", "?wanneer=gebeld"])
def test_the_list(cast: Cast, more: str) -> None:
    make_team(cast, "Aanmeldteam", "samira")
    fill(cast, 4)
    client = cast.client_of("samira")
    client.get(LIST + more)
    few = asked(client, LIST + more)
    cast.here()
    fill(cast, 12)
    many = asked(client, LIST + more)
    assert few == many
    assert many <= MOST + 2  # session and account, as on every page
    print("list", more, many)


def test_the_card_the_letter_and_the_other_pages(cast: Cast) -> None:
    make_team(cast, "Aanmeldteam", "samira")
    fill(cast, 4)
    point, client = open_points(cast)[0], cast.client_of("samira")
    found = {where: asked(client, where) for where in (path(point), path(point, "brief/"))}
    lotte = cast.client_of("lotte")
    found |= {where: asked(lotte, where) for where in (HOME, ONE, WEEKS, EFFECT)}
    print(found)
    assert {where: count for where, count in found.items() if count > MOST + 2} == {}


def test_the_resident(cast: Cast) -> None:
    make_team(cast, "Aanmeldteam", "samira")
    fill(cast, 2)
    point = open_points(cast)[0]
    inwoner = resident(point.persoon)
    print("inwoner", asked(client_of(inwoner), "/lindebeek/wie-doet-wat/"))
