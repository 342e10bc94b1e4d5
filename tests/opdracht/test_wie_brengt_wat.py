"""Two colleagues choose at once which Bijdragen belong to an opdracht: both are heard."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.cast import Cast
from tests.forms import key_of
from tests.opdracht.speelveld import Speelveld
from vliegwiel.opdracht.models import Opdrachtbijdrage
from vliegwiel.samenspel import actions as at_table

pytestmark = pytest.mark.django_db


def offered(veld: Speelveld, naam: str, inhoud: str) -> str:
    return str(veld.does(naam, at_table.offer, tafel=veld.table.tafel, inhoud=inhoud).pk)


def linked() -> set[str]:
    return {str(pk) for pk in Opdrachtbijdrage.objects.values_list("bijdrage_id", flat=True)}


def send(client: Any, path: str, ticked: list[str], stood: list[str]) -> None:
    fields = {"bijdragen": ticked, "stond": " ".join(stood), "_sleutel": key_of(client, path)}
    assert client.post(path, fields).status_code in (302, 303)


def test_who_sends_an_older_page_undoes_nothing_of_a_colleague(cast: Cast, veld: Speelveld) -> None:
    hours, room, money = (offered(veld, "wim", it) for it in ("uren", "een ruimte", "geld"))
    path, wim, fatima = veld.path("bijdragen/"), cast.client_of("wim"), cast.client_of("fatima")
    send(wim, path, [hours, room], [])
    send(fatima, path, [money], [])  # her page was opened before his was sent
    assert linked() == {hours, room, money}
    send(wim, path, [room, money], [hours, room, money])
    send(fatima, path, [hours, money], [hours, room, money])  # both let go of another one
    assert linked() == {money}


def test_the_page_says_what_stood_there(cast: Cast, veld: Speelveld) -> None:
    hours = offered(veld, "wim", "uren")
    wim, path = cast.client_of("wim"), veld.path("bijdragen/")
    send(wim, path, [hours], [])
    field = re.search('<input[^>]*name="stond"[^>]*>', wim.get(path).content.decode())
    assert field and f'value="{hours}"' in field[0]
    send(wim, path, [], ["zomaar", hours])
    assert not linked()
