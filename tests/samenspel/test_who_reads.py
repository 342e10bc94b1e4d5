"""Who may read what: through the queries, and through every address with a browser. No is 404, without difference."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import EVERYONE, HERE, THERE, Cast
from tests.samenspel.table import ASKED, SEATED, Table, lay_table, on
from vliegwiel.kern.models import Weigering
from vliegwiel.samenspel import actions, queries
from vliegwiel.samenspel.models import Bijdrageafspraak, Terugblik, Voorstel, Voorstelterugblik

CONTENT = (
    "samira",
    "tarik",
    "lotte",
    "gijs",
    "marijke",
)  # colleagues who take part in the content, without a seat
NEVER = ("ravi", "ellen", "bas", "ton", "piet", "greet", "oscar")
READERS = {"besloten": SEATED, "open": (*SEATED, *CONTENT)}


@pytest.fixture
def full(table: Table) -> Table:
    """With a talk, words and a text, so that every address has something behind it."""
    fill(table)
    return table


def fill(table: Table) -> dict[str, Any]:
    talk = table.gesprek()
    said = table.say("bakker", talk, "ik wil gewoon meedoen")
    voorstel = table.propose(rust_op=[said])
    made = table.does("mila", actions.offer, tafel=table.tafel, inhoud="twee middagen")
    table.does("joke", actions.confirm, bijdrage=made, nummer=1)
    afspraak = table.does(
        "wim", actions.agree_on, bijdrage=made, tekst="het rooster", doener=table.zetels["mila"]
    )
    here = {"gemeente": table.tafel.gemeente}
    terugblik = Terugblik.objects.create(**here, verwachting="meer mensen", kijken_op=on(30))
    Voorstelterugblik.objects.create(**here, voorstel=voorstel, terugblik=terugblik)
    return {"gesprek": talk, "uitspraak": said, "voorstel": voorstel, "afspraak": afspraak}


def addresses(table: Table, slug: str = HERE) -> dict[str, str]:
    """Every address of the room that is about one thing."""
    tafel, voorstel = table.tafel.pk, Voorstel.objects.get(tafel=table.tafel).pk
    talk = table.tafel.gesprekken.get()
    seat = table.zetels["mila"].pk
    to = {
        "tafel": [tafel], "tafel_uitnodigen": [tafel], "tafel_afronden": [tafel], "zetel_mandaat": [tafel, seat],
        "zetel_stoppen": [tafel, seat], "gesprekken": [tafel], "gesprek_nieuw": [tafel], "voorstel_nieuw": [tafel],
        "gesprek": [talk.pk], "uitspraak_terugnemen": [talk.uitspraken.get().pk], "voorstel": [voorstel],
        "versie_nieuw": [voorstel], "voorstel_aannemen": [voorstel], "voorstel_intrekken": [voorstel],
        "nog_niet_terug": [voorstel], "nog_niet_vrijgeven": [voorstel, seat], "voorstel_houden": [voorstel],
        "voorstel_vragen": [voorstel], "voorstel_terugblik": [voorstel],
        "voorstel_terugkijken": [voorstel, Voorstelterugblik.objects.get(voorstel=voorstel).terugblik_id],
        "bijdragen": [tafel], "bijdrage_nieuw": [tafel],
        **{name: [table.tafel.bijdragen.get().pk] for name in OF_A_BIJDRAGE},
        **{name: [Bijdrageafspraak.objects.get(bijdrage__tafel=tafel).afspraak_id] for name in OF_AN_AFSPRAAK},
    }  # fmt: skip
    return {name: reverse(name, args=[slug, *args]) for name, args in to.items()}


READ = (
    "tafel",
    "gesprekken",
    "gesprek",
    "voorstel",
    "bijdragen",
    "bijdrage",
    "tafel_afspraak",
    "voorstel_terugkijken",
)
OF_A_BIJDRAGE = (
    "bijdrage",
    "bijdrage_bewerken",
    "bijdrage_bevestigen",
    "bijdrage_intrekken",
    "bijdrage_afspraak",
    "bijdrage_gekomen",
)
OF_AN_AFSPRAAK = (
    "tafel_afspraak",
    "tafel_afspraak_teruggeven",
    "tafel_afspraak_klaar",
    "tafel_afspraak_loslaten",
    "tafel_afspraak_wie",
)


LISTS = {"tafels", "tafel_nieuw", "tafel_afspraken"}


def test_no_address_of_the_room_is_forgotten(full: Table) -> None:
    from vliegwiel.samenspel.urls import urlpatterns

    elsewhere = {"aandacht_uitgesteld", "aandacht_later", "aandacht_terug"}  # test_aandacht.py
    assert {it.name for it in urlpatterns} == {*addresses(full), *LISTS} | elsewhere


KINDS = (
    queries.tafels,
    queries.gesprekken,
    queries.uitspraken,
    queries.voorstellen,
    queries.bijdragen,
    queries.tafelafspraken,
    queries.voorstelterugblikken,
)


def readable(table: Table, naam: str, day: int = 0) -> list[int]:
    """How many rows of each kind this person finds."""
    kijker = table.cast.kijker_of(naam, HERE)
    if kijker is None:
        return []
    return [kind(kijker, on(day)).count() for kind in KINDS]


@pytest.mark.parametrize("openheid", READERS)
def test_the_queries_give_what_may_be_read_and_nothing_else(cast: Cast, openheid: str) -> None:
    table = lay_table(cast, openheid)
    fill(table)
    reads = {naam for naam in EVERYONE if readable(table, naam) == [1] * len(KINDS)}
    finds_nothing = {naam for naam in EVERYONE if readable(table, naam) in ([], [0] * len(KINDS))}
    assert reads == set(READERS[openheid])
    assert reads | finds_nothing == set(EVERYONE)


@pytest.mark.parametrize("openheid", READERS)
def test_the_pages_show_the_same(cast: Cast, openheid: str) -> None:
    table = lay_table(cast, openheid)
    fill(table)
    paths = addresses(table)
    for naam in EVERYONE:
        client = cast.client_of(naam)
        answers = {client.get(paths[name]).status_code for name in READ}
        assert answers == {200 if naam in READERS[openheid] else 404}, naam
        cast.here()


@pytest.mark.parametrize("naam", ["samira", *NEVER])
def test_besloten_is_the_same_as_not_there(full: Table, naam: str) -> None:
    """Each address twice: with the real id and with one that never was. One cannot tell the two apart."""
    client = full.cast.client_of(naam)
    for path in addresses(full).values():
        full.cast.here()
        absent = no_such(path)
        real, nothing = client.get(path), client.get(absent)
        assert (real.status_code, nothing.status_code) == (404, 404), path
        assert shape(real, path) == shape(nothing, absent)
        sent = {client.post(where, {"reden": "x", "tekst": "x"}).status_code for where in (path, absent)}
        assert sent in ({404}, {405}), path


def no_such(path: str) -> str:
    """The address with other ids in it."""
    from vliegwiel.kern.ids import new_id

    return "/".join(str(new_id()) if part.count("-") == 4 else part for part in path.split("/"))


def shape(response: Any, path: str) -> str:
    """A page without what is new on every page: the token, the nonce, and the address that was asked."""
    import re

    text = response.content.decode().replace(path, "")
    return re.sub(r'(nonce|name="csrfmiddlewaretoken" value)="[^"]*"', "", text)


@pytest.mark.parametrize("naam", ["wim", "bakker"])
def test_from_the_other_gemeente_the_same_ids_lead_nowhere(full: Table, naam: str) -> None:
    there = addresses(full, THERE)
    for who in (naam, "piet", "joke"):  # Joke belongs to both and has a seat here
        client = full.cast.client_of(who)
        assert {client.get(path).status_code for path in there.values()} == {404}
        full.cast.here()


def test_a_visitor_is_led_to_the_login(full: Table) -> None:
    client = full.cast.client_of(None)
    for path in addresses(full).values():
        answer = client.get(path)
        assert answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))


def test_who_reads_along_at_an_open_table_changes_nothing(cast: Cast) -> None:
    table = lay_table(cast, "open")
    fill(table)
    client, paths = cast.client_of("samira"), addresses(table)
    only_seats = set(paths) - {*READ}
    forbidden = {name for name in only_seats if client.get(paths[name]).status_code == 403}
    assert {
        "tafel_uitnodigen",
        "zetel_mandaat",
        "voorstel_nieuw",
        "versie_nieuw",
        "bijdrage_nieuw",
    } <= forbidden
    assert {*OF_A_BIJDRAGE, *OF_AN_AFSPRAAK} - {*READ} <= forbidden
    page = client.get(paths["voorstel"]).content.decode()
    assert 'name="keuze"' not in page
    assert "Schrijf een nieuwe versie" not in page
    assert 'name="tekst"' not in client.get(paths["gesprek"]).content.decode()


def test_a_refusal_is_written_down_with_its_reason(full: Table) -> None:
    cast = full.cast
    cast.client_of("mila").get(addresses(full)["tafel_uitnodigen"])
    cast.client_of("piet").get(addresses(full)["tafel"])
    cast.here()
    found = {(it.account, it.route, it.reden) for it in Weigering.objects.all()}
    assert (cast.accounts["mila"].pk, "tafel_uitnodigen", "niet_begeleider") in found
    assert (cast.accounts["piet"].pk, "tafel", "niet_van_hier") in found


@pytest.mark.parametrize(("openheid", "still_reads"), [("besloten", {"wim"}), ("open", {"wim", "mila"})])
def test_who_left_reads_until_the_end_of_that_day(cast: Cast, openheid: str, still_reads: set[str]) -> None:
    """A resident who left reads nothing any more; a colleague reads along where everybody does."""
    table = lay_table(cast, openheid)
    fill(table)
    path = addresses(table)["tafel"]
    table.leave("mila")
    table.leave("bakker")
    assert {cast.client_of(naam).get(path).status_code for naam in ("mila", "bakker")} == {200}
    with table.on_day(1):
        cast.here()
        reads = {
            naam for naam in ("wim", "mila", "bakker") if cast.client_of(naam).get(path).status_code == 200
        }
    assert reads == still_reads


def test_a_seat_gives_no_content_to_who_only_controls(table: Table) -> None:
    """A beheerder or FG is about control and proof: a seat (given, or taken over) opens no table to them."""
    lay_table(table.cast, "open", "Een andere tafel")
    table.go_to(0)
    table.seat("ravi")
    assert list(queries.tafels(table.by("ravi"), on(0))) == []


def test_what_a_partner_sees_in_the_other_gemeente_is_of_there_alone(table: Table) -> None:
    cast = table.cast
    cast.here(THERE)
    kijker = cast.kijker_of("joke", THERE)
    assert not queries.tafels(kijker, on(0)).exists()
    assert queries.tafels(cast.kijker_of("joke", HERE), on(0)).count() == 1


def test_only_a_procesbegeleider_sees_who_has_not_spoken(full: Table) -> None:
    """Nobody is put on show (product.md), also not to a strateeg who guides the own table."""
    path = addresses(full)["tafel"]
    shown = {
        naam for naam in SEATED if "Nog niet gehoord" in full.cast.client_of(naam).get(path).content.decode()
    }
    assert shown == {"hanneke"}


@pytest.mark.parametrize("naam", ASKED)
def test_nobody_reads_on_the_page_who_still_has_to_answer(full: Table, naam: str) -> None:
    """Per party and level; the names are only under their own words and in the frame (one's own)."""
    import re

    page = full.cast.client_of(naam).get(addresses(full)["voorstel"]).content.decode()
    table = re.search(r'<div class="vliegwiel-draagvlak.*?</table>', page, re.S)
    assert table and "moet nog" in table.group()
    names = ("Wim", "Fatima", "Mila", "Joke", "Bakker", "Hanneke")
    assert not [name for name in names if name in table.group()]
    blocked = page.split("Zo kan het verder")[1].split("</ul>")[0]
    assert not [name for name in names if name in blocked]
