"""The money of an opgave, written as people write it: 250.000 is never two hundred and fifty."""

from __future__ import annotations

import pytest

from tests.cast import HERE, Cast
from tests.forms import post
from vliegwiel.opdracht.models import Opgave

pytestmark = pytest.mark.django_db


def _sent(cast: Cast, budget: str) -> tuple[int, str]:
    path = f"/{HERE}/opdracht/opgave-nieuw/"
    answer = post(cast.client_of("fatima"), path, {"titel": "Huiskamers", "vraag": "Wat?", "budget": budget})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "euro"), [("250.000", 250_000), ("€ 1.200.000", 1_200_000), ("900", 900), ("", None), ("0", 0)]
)
def test_an_amount_is_kept_as_people_write_it(cast: Cast, typed: str, euro: int | None) -> None:
    assert _sent(cast, typed)[0] == 302
    assert Opgave.objects.get(titel="Huiskamers").budget == euro


@pytest.mark.parametrize("typed", ["250.00", "1,2 miljoen", "-5", "1.5"])
def test_what_is_no_whole_amount_is_asked_again(cast: Cast, typed: str) -> None:
    status, text = _sent(cast, typed)
    assert status == 422 and "bijvoorbeeld 250.000" in text and f'value="{typed}"' in text
    assert not Opgave.objects.filter(titel="Huiskamers").exists()


def test_the_browser_is_given_no_number_field(cast: Cast) -> None:
    """It reads 250.000 as 250 and says nothing."""
    text = cast.client_of("fatima").get(f"/{HERE}/opdracht/opgave-nieuw/").content.decode()
    assert 'type="number"' not in text
