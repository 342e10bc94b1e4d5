"""The web form: anybody asks, a team holds it, and nothing is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from tests.cast import Cast
from tests.forms import key_of, post
from tests.ondersteuning.gezin import TODAY
from tests.ondersteuning.test_vraag_opschrijven import WORDS, url
from tests.ondersteuning.test_vraag_overdracht import make_team
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.ondersteuning.models import Vraag

FIELDS = {"woorden": WORDS, "naam": "mevrouw De Wit", "contact": "06 12 34 56 78"}


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def setting(cast: Cast, code: str, waarde: object) -> None:
    Instelling.objects.create(gemeente=cast.here(), code=code, waarde=waarde, vanaf=TODAY)


def test_anybody_asks_and_a_team_holds_it(cast: Cast) -> None:
    team = make_team(cast, "Wegwijs", "samira")
    visitor = cast.client_of(None)
    answer = post(visitor, url("vraag_stellen"), FIELDS)
    assert answer.status_code == 302
    after = visitor.get(answer.headers["Location"]).content.decode()
    assert "binnen 5 dagen" in after
    assert WORDS not in after
    cast.here()
    row = Vraag.objects.get()
    assert (row.houder_team, row.houder, row.kanaal, row.status) == (team, None, "web", "open")
    assert WORDS in cast.client_of("samira").get(url("vragen")).content.decode()


@pytest.mark.parametrize("waarde", ["Wijkteam West", "wijkteam west"])
def test_the_gemeente_chooses_which_team(cast: Cast, waarde: str) -> None:
    make_team(cast, "Adviespunt")
    west = make_team(cast, "Wijkteam West")
    setting(cast, "vraag_team", waarde)
    post(cast.client_of(None), url("vraag_stellen"), FIELDS)
    cast.here()
    assert Vraag.objects.get().houder_team == west


def test_without_a_choice_the_first_by_name_and_without_a_team_by_phone(cast: Cast) -> None:
    visitor = cast.client_of(None)
    assert "Bel de gemeente" in visitor.get(url("vraag_stellen")).content.decode()
    cast.here()
    first = make_team(cast, "Adviespunt")
    make_team(cast, "Wijkteam West")
    post(visitor, url("vraag_stellen"), FIELDS)
    cast.here()
    assert Vraag.objects.get().houder_team == first


def test_a_machine_is_thanked_and_nothing_is_stored(cast: Cast) -> None:
    make_team(cast, "Wegwijs")
    answer = post(cast.client_of(None), url("vraag_stellen"), {**FIELDS, "website": "https://koop.example"})
    assert answer.status_code == 302
    cast.here()
    assert not Vraag.objects.exists()


def test_after_five_questions_from_one_address_it_waits(cast: Cast) -> None:
    make_team(cast, "Wegwijs")
    visitor = cast.client_of(None)
    statuses = [post(visitor, url("vraag_stellen"), FIELDS).status_code for _ in range(6)]
    assert statuses == [302] * 5 + [429]
    cast.here()
    assert Vraag.objects.count() == 5


def test_sent_twice_is_asked_once_and_what_was_typed_stays(cast: Cast) -> None:
    make_team(cast, "Wegwijs")
    visitor = cast.client_of(None)
    bad = post(visitor, url("vraag_stellen"), {**FIELDS, "contact": ""})
    assert bad.status_code == 422
    assert WORDS in bad.content.decode()
    fields = {**FIELDS, "_sleutel": key_of(visitor, url("vraag_stellen"))}
    for _ in range(2):
        assert visitor.post(url("vraag_stellen"), fields).status_code == 302
    cast.here()
    assert Vraag.objects.count() == 1


def test_what_is_off_is_not_there(cast: Cast) -> None:
    setting(cast, "vraag", False)
    assert cast.client_of(None).get(url("vraag_stellen")).status_code == 404
    assert cast.client_of("samira").get(url("vragen")).status_code == 404
    assert url("vragen") not in cast.client_of("samira").get(url("vandaag")).content.decode()


def test_another_gemeente_or_none(cast: Cast) -> None:
    make_team(cast, "Wegwijs")
    visitor = cast.client_of(None)
    assert "Bel de gemeente" in visitor.get("/waterrade/vraag-stellen/").content.decode()
    assert visitor.get("/nergens/vraag-stellen/").status_code == 404
