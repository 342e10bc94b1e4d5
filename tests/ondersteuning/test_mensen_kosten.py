"""What the list costs: as many queries for eighty households as for eight hundred, and for a long history."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import NOW, involve, make_afspraak, make_household
from vliegwiel.ondersteuning.models import Contactmoment

MOST = 12
NOT_COUNTED = (
    "SAVEPOINT",
    "RELEASE",
    "ROLLBACK",
    "BEGIN",
    "COMMIT",
    "SET LOCAL",
    "SELECT SET_CONFIG",
    "PRAGMA",
)


def fill(cast: Cast, many: int, contacts: int = 2) -> None:
    """Households of Samira with contact and a next step, in bulk."""
    here = cast.here()
    samira = cast.medewerkers["samira"]
    for place in range(many):
        gezin = make_household(here, f"Huis {place:04d}", [f"Mens Nummer{place}", f"Kind Nummer{place}"])
        involve(gezin, samira, "wmo" if place % 2 else "jeugd")
        make_afspraak(gezin, "Belt", medewerker=samira)
        Contactmoment.objects.bulk_create(
            Contactmoment(
                gemeente=here,
                dossier=gezin.dossier,
                domein=("", "wmo", "schulden")[row % 3],
                medewerker=samira,
                soort="telefoon",
                uitkomst="gesproken",
                moment=NOW - timedelta(hours=row + place),
            )
            for row in range(contacts)
        )


def cost(cast: Cast, url: str, **data: Any) -> tuple[int, str]:
    client = cast.client_of("samira")
    client.get(url, data)
    with CaptureQueriesContext(connection) as watched:
        answer = client.get(url, data)
    cast.here()
    assert answer.status_code == 200
    counted = [it["sql"] for it in watched if not it["sql"].lstrip().upper().startswith(NOT_COUNTED)]
    print("\n".join(sql[:150] for sql in counted))
    return len(counted), answer.content.decode()


def test_the_list_costs_the_same_with_ten_times_as_much(cast: Cast) -> None:
    url = reverse("mijn_mensen", args=[HERE])
    fill(cast, 8)
    few, _ = cost(cast, url)
    fill(cast, 72, contacts=25)
    more, page = cost(cast, url)
    assert few == more <= MOST
    assert page.count('class="utrecht-table__row mensen-rij') == 80


@pytest.mark.parametrize(("name", "data"), [("zoeken", {"q": "nummer"})])
def test_search_costs_the_same_with_ten_times_as_much(cast: Cast, name: str, data: dict[str, Any]) -> None:
    url = reverse(name, args=[HERE])
    fill(cast, 8)
    few, _ = cost(cast, url, **data)
    fill(cast, 72)
    more, _ = cost(cast, url, **data)
    assert few == more <= MOST
