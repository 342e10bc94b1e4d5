"""Pages of what people bring: what is wrong stands at its field, what was typed stays; who may not, finds nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import HERE
from tests.forms import key_of, post
from tests.samenspel.table import Table, lay_table, on, value_of
from tests.samenspel.test_bijdrage import fresh, offer, promise
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Afspraak, Bijdrage

TYPED = "Dit schreef ik, met moeite: “één” & <twee>."
ESCAPED = "Dit schreef ik, met moeite: “één” &amp; &lt;twee&gt;."
OF_ONE = (
    "bijdrage",
    "bijdrage_bewerken",
    "bijdrage_bevestigen",
    "bijdrage_intrekken",
    "bijdrage_afspraak",
    "bijdrage_gekomen",
)


def path(name: str, *args: Any) -> str:
    return reverse(name, args=[HERE, *args])


def text(response: Any) -> str:
    return response.content.decode()  # type: ignore[no-any-return]


def get(table: Table, naam: str, where: str) -> Any:
    answer = table.cast.client_of(naam).get(where)
    table.cast.here()
    return answer


def send(table: Table, naam: str, where: str, /, **fields: Any) -> Any:
    answer = post(table.cast.client_of(naam), where, fields)
    table.cast.here()
    return answer


# -- offering


def test_somebody_offers_something_and_reads_it_beside_what_others_bring(table: Table) -> None:
    offer(table, "bakker", inhoud="Ik kook op dinsdag.")
    answer = send(
        table,
        "mila",
        path("bijdrage_nieuw", table.tafel.pk),
        inhoud="Twee middagen.",
        uren_van="40",
        uren_tot="60",
        euro_van="600.000",
        euro_tot="€ 900 000",
    )
    made = Bijdrage.objects.get(inhoud="Twee middagen.")
    assert (answer.status_code, answer.url) == (302, path("bijdrage", made.pk))
    assert (made.euro_van, made.euro_tot) == (600_000, 900_000)
    page = text(get(table, "wim", path("bijdragen", table.tafel.pk)))
    for part in ("Ik kook op dinsdag.", "Twee middagen.", "40 tot 60 uur", "600.000 tot 900.000 euro"):
        assert part in page
    assert "Samen 600.000 tot 900.000 euro, uit 1 van de 2 bijdragen." in page
    assert "Daarvan is nog niets bevestigd." in page
    table.does("joke", actions.confirm, bijdrage=made, nummer=1)
    assert "Dat is allemaal bevestigd." in text(get(table, "wim", path("bijdragen", table.tafel.pk)))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"inhoud": ""}, 'aria-invalid="true"'),
        ({"inhoud": TYPED, "euro_van": "9", "euro_tot": "6"}, "Het eerste bedrag is groter dan het tweede."),
        ({"inhoud": TYPED, "uren_van": "9", "uren_tot": "6"}, "Het eerste getal is groter dan het tweede."),
        ({"inhoud": TYPED, "euro_van": "1.5"}, "Schrijf een heel getal"),
        ({"inhoud": TYPED, "euro_van": "veel"}, "Schrijf een heel getal"),
        ({"inhoud": TYPED, "euro_tot": "9" * 5000}, "Schrijf een heel getal"),
        ({"inhoud": TYPED, "euro_tot": "9" * 30}, "tot en met tien miljard"),
        ({"inhoud": TYPED, "uren_tot": "-4"}, "Dit aantal kan niet."),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(
    table: Table, fields: dict[str, str], sentence: str
) -> None:
    answer = send(table, "mila", path("bijdrage_nieuw", table.tafel.pk), **fields, proces=TYPED)
    assert answer.status_code == 422
    assert sentence in text(answer) and ESCAPED in text(answer)
    assert not Bijdrage.objects.exists()


def test_a_resident_is_asked_in_u(table: Table) -> None:
    page = text(get(table, "bakker", path("bijdrage_nieuw", table.tafel.pk)))
    assert "Wat brengt u?" in page and "Je biedt" not in page
    assert "Wat breng je?" in text(get(table, "mila", path("bijdrage_nieuw", table.tafel.pk)))


def test_who_changes_what_was_changed_meanwhile_sees_both(table: Table) -> None:
    made = offer(table)
    client, where = table.cast.client_of("mila"), path("bijdrage_bewerken", made.pk)
    key = key_of(client, where)
    table.cast.here()
    table.does(
        "mila", actions.change_bijdrage, bijdrage=made, nummer=1, inhoud="Op mijn telefoon geschreven."
    )
    answer = client.post(where, {"nummer": 1, "inhoud": TYPED, "_sleutel": key})
    assert answer.status_code == 422
    for part in ("Op mijn telefoon geschreven.", ESCAPED, "Iemand heeft dit intussen veranderd."):
        assert part in text(answer)
    go_on = {name: value_of(text(answer), name) for name in ("nummer", "_sleutel")}
    assert client.post(where, {"inhoud": TYPED, **go_on}).status_code == 302
    table.cast.here()
    assert (fresh(made).inhoud, fresh(made).nummer) == (TYPED, 3)


def test_who_confirms_what_was_changed_meanwhile_reads_it_first(table: Table) -> None:
    made = offer(table)
    client, where = table.cast.client_of("joke"), path("bijdrage_bevestigen", made.pk)
    key = key_of(client, where)
    table.cast.here()
    table.does("mila", actions.change_bijdrage, bijdrage=made, nummer=1, inhoud="Nu met geld.", euro_van=900)
    answer = client.post(where, {"nummer": 1, "_sleutel": key})
    assert answer.status_code == 422 and "900 euro of meer" in text(answer)
    table.cast.here()
    assert fresh(made).status == "aangeboden"
    go_on = {name: value_of(text(answer), name) for name in ("nummer", "_sleutel")}
    assert client.post(where, go_on).status_code == 302
    table.cast.here()
    assert fresh(made).status == "bevestigd"


# -- from a promise to what came of it


def test_from_an_offer_to_what_came_of_it(table: Table) -> None:
    made = offer(table)
    one = path("bijdrage", made.pk)
    assert "Bevestig dit" not in text(get(table, "mila", one))
    assert "Bevestig dit" in text(get(table, "joke", one))
    assert send(table, "joke", path("bijdrage_bevestigen", made.pk), nummer=1).status_code == 302
    answer = send(
        table,
        "wim",
        path("bijdrage_afspraak", made.pk),
        tekst="Het rooster maken",
        doener=str(table.zetels["mila"].pk),
        wanneer=on(9).isoformat(),
    )
    assert answer.status_code == 302
    page = text(get(table, "bakker", one))
    assert "Het rooster maken" in page and path("tafel_afspraak", Afspraak.objects.get().pk) in page
    told = send(table, "mila", path("bijdrage_gekomen", made.pk), nummer=1, gekomen="Tien mensen per week.")
    assert told.status_code == 302
    assert "Tien mensen per week." in text(get(table, "bakker", one))
    assert send(table, "joke", path("bijdrage_intrekken", made.pk)).status_code == 302
    assert "Teruggenomen op" in text(get(table, "bakker", one))


def test_an_afspraak_needs_somebody_at_this_table(table: Table) -> None:
    made = promise(table)
    other = lay_table(table.cast, naam="Een andere tafel", begin=table.moment)
    for doener in ("", str(other.zetels["mila"].pk), "onzin"):
        answer = send(table, "wim", path("bijdrage_afspraak", made.pk), tekst=TYPED, doener=doener)
        assert answer.status_code == 422 and ESCAPED in text(answer)
    assert not Afspraak.objects.exists()


# -- who may not


@pytest.mark.parametrize("naam", ["samira", "ton", "ellen", "ravi", "oscar", "piet"])
def test_who_does_not_read_the_table_finds_none_of_its_pages(table: Table, naam: str) -> None:
    made = promise(table, inhoud="ZEKERNIET")
    pages = [path("bijdragen", table.tafel.pk), path("bijdrage_nieuw", table.tafel.pk)]
    for where in [*pages, *(path(name, made.pk) for name in OF_ONE)]:
        answer = get(table, naam, where)
        assert answer.status_code in (403, 404), where
        assert "ZEKERNIET" not in text(answer)
        assert table.cast.client_of(naam).post(where, {"inhoud": "x"}).status_code in (403, 404, 405)
        table.cast.here()


def test_what_is_off_is_nowhere(table: Table) -> None:
    made = promise(table)
    seen = path("tafel", table.tafel.pk)
    assert "Wie brengt wat" in text(get(table, "wim", seen))
    Instelling.objects.create(
        gemeente=table.cast.here(), code="praktijk.bijdragen", waarde=False, vanaf=on(0)
    )
    assert "Wie brengt wat" not in text(get(table, "wim", seen))
    for where in (path("bijdragen", table.tafel.pk), *(path(name, made.pk) for name in OF_ONE)):
        assert get(table, "wim", where).status_code == 404, where


def test_every_page_asks_little_however_much_there_is(table: Table) -> None:
    def asked(where: str) -> int:
        client = table.cast.client_of("wim")
        client.get(where)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(where).status_code == 200
        table.cast.here()
        lines = [it["sql"] for it in queries.captured_queries]
        return sum(
            not it.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SET LOCAL")) for it in lines
        )

    made = promise(table)
    pages = [
        path("tafel", table.tafel.pk),
        path("bijdragen", table.tafel.pk),
        path("bijdrage_nieuw", table.tafel.pk),
        *(path(name, made.pk) for name in OF_ONE),
    ]
    few = {where: asked(where) for where in pages}
    for number in range(30):
        offer(table, inhoud=f"nummer {number}", euro_van=number)
    for seat in ("mila", "bakker"):
        table.does("wim", actions.agree_on, bijdrage=made, tekst=seat, doener=table.zetels[seat])
    assert {where: asked(where) for where in pages} == few
    assert max(few.values()) <= 12, few
