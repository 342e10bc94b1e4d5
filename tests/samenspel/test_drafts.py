"""What somebody is writing waits on the server: offered again, gone once it was sent, never in the way of another."""

from __future__ import annotations

import re
from typing import Any

from django.urls import reverse

from tests.cast import HERE
from tests.forms import key_of
from tests.samenspel.table import Table, value_of
from vliegwiel.kern.models import Concept
from vliegwiel.samenspel.models import Versie

TYPED = "Half af, maar van mij."


def path(name: str, *args: Any) -> str:
    return reverse(name, args=[HERE, *args])


def type_in(table: Table, client: Any, where: str, **fields: Any) -> None:
    """What the script of the page does while somebody types, with the address the page itself names."""
    page = client.get(where).content.decode()
    url = re.search(r'data-concept-url="([^"]+)"', page)
    assert url, "the form keeps no draft"
    assert (
        client.post(url.group(1), {**fields, "_sleutel": "x", "csrfmiddlewaretoken": "x"}).status_code == 204
    )
    table.cast.here()


def test_what_was_typed_is_offered_to_its_writer_only(table: Table) -> None:
    where = path("gesprek", table.gesprek().pk)
    mila = table.cast.client_of("mila")
    type_in(table, mila, where, tekst=TYPED)
    again = table.cast.client_of("mila").get(where).content.decode()  # another browser, the same account
    assert TYPED in again and "is bewaard" in again
    assert TYPED not in table.cast.client_of("joke").get(where).content.decode()
    table.cast.here()
    assert set(Concept.objects.get().velden) == {"tekst"}  # no keys, no tokens


def test_each_place_has_its_own_draft(table: Table) -> None:
    one, two = path("gesprek", table.gesprek().pk), path("gesprek", table.gesprek(titel="Later").pk)
    mila = table.cast.client_of("mila")
    type_in(table, mila, one, tekst=TYPED)
    assert TYPED not in mila.get(two).content.decode()
    table.cast.here()
    type_in(table, mila, one, tekst="Verder geschreven.")
    assert Concept.objects.get().velden == {"tekst": "Verder geschreven."}


def test_a_draft_is_gone_once_it_was_sent(table: Table) -> None:
    where = path("gesprek", table.gesprek().pk)
    mila = table.cast.client_of("mila")
    type_in(table, mila, where, tekst=TYPED)
    key = key_of(mila, where)
    assert (
        mila.post(where, {"tekst": TYPED, "vorm": "uitspraak", "delen": "tafel", "_sleutel": key}).status_code
        == 302
    )
    table.cast.here()
    assert not Concept.objects.exists()


def test_a_draft_stays_when_sending_was_refused(table: Table) -> None:
    where = path("versie_nieuw", table.propose().pk)
    mila = table.cast.client_of("mila")
    type_in(table, mila, where, gebaseerd_op="1", tekst=TYPED)
    key = key_of(mila, where)
    table.cast.here()
    refused = mila.post(where, {"gebaseerd_op": "1", "tekst": "", "_sleutel": key})
    assert refused.status_code == 422
    table.cast.here()
    assert Concept.objects.get().velden["tekst"] == TYPED


def test_an_old_draft_clashes_instead_of_overwriting_and_can_be_let_go(table: Table) -> None:
    """Mila began on version 1, Joke published version 2, Mila comes back: both are on her screen."""
    voorstel = table.propose()
    where = path("versie_nieuw", voorstel.pk)
    mila = table.cast.client_of("mila")
    type_in(table, mila, where, gebaseerd_op="1", tekst=TYPED)
    table.publish("joke", voorstel, 1, "Wat Joke intussen schreef.")
    page = mila.get(where).content.decode()
    table.cast.here()
    assert TYPED in page and "Wat Joke intussen schreef." in page
    assert value_of(page, "gebaseerd_op") == "1"
    sent = mila.post(where, {"gebaseerd_op": "1", "tekst": TYPED, "_sleutel": value_of(page, "_sleutel")})
    assert sent.status_code == 422
    table.cast.here()
    assert [it.nummer for it in Versie.objects.order_by("nummer")] == [1, 2]
    afresh = mila.get(f"{where}?opnieuw=1").content.decode()
    assert value_of(afresh, "gebaseerd_op") == "2" and TYPED not in afresh


def test_a_visitor_keeps_no_draft(table: Table) -> None:
    answer = table.cast.client_of(None).post(path("concept") + "?plek=/x/", {"tekst": TYPED})
    assert answer.status_code == 302
    table.cast.here()
    assert not Concept.objects.exists()
