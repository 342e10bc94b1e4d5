"""A table of figures: checked whole, told by row and column, and nothing stored when there is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.effect.wereld import fill, indicator, wijken
from tests.forms import key_of
from tests.samenspel.table import START, Table, lay_table
from vliegwiel.effect.models import Indicator, Waarneming
from vliegwiel.effect.public import publish
from vliegwiel.gemeenschap.models import Gebied
from vliegwiel.kern import clock

HEAD = "indicator;gebied;periode;waarde\n"


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(START):
        yield


@pytest.fixture
def table(cast: Cast) -> Table:
    table = lay_table(cast)
    wijken(table, "Centrum", "Noord")
    indicator(table, "Bezoekers")
    indicator(table, "Kosten", over_inwoners=False, ritme="maand", eenheid="euro")
    return table


def path() -> str:
    return reverse("cijfers_inlezen", args=[HERE])


def give(table: Table, text: str | bytes, naam: str = "fatima") -> Any:
    client = table.cast.client_of(naam)
    content = text.encode() if isinstance(text, str) else text
    file = SimpleUploadedFile("cijfers.csv", content, "text/csv")
    answer = client.post(path(), {"bestanden": file, "_sleutel": key_of(client, path())})
    table.cast.here()
    return client, answer


def read_in(client: Any, table: Table, answer: Any, text: str) -> Any:
    page = answer.content.decode()
    key = re.search(r'name="_sleutel" value="([^"]+)"', page)
    assert key
    seen = re.search(r'name="versie"[^>]* value="(\w+)"', page)
    versie = seen[1] if seen else ""
    sent = client.post(path(), {"inhoud": text, "_sleutel": key.group(1), "versie": versie})
    table.cast.here()
    return sent


def test_look_first_and_then_read_in(table: Table) -> None:
    text = HEAD + "Bezoekers;Centrum;2025-K4;31\nbezoekers;;2025-k4;52\nKosten;;2026-01;1.250,50\n"
    client, answer = give(table, text)
    assert answer.status_code == 200 and "Klopt dit zo?" in answer.content.decode()
    assert not Waarneming.objects.exists()
    assert read_in(client, table, answer, text).status_code == 302
    stored = {(it.indicator.naam, it.begin, it.waarde) for it in Waarneming.objects.all()}
    assert len(stored) == 3 and ("Kosten", date(2026, 1, 1), 1250.50) in {
        (a, b, float(c)) for a, b, c in stored
    }


@pytest.mark.parametrize(
    ("rows", "place", "sentence"),
    [
        ("Wat;;2025-K4;3", "rij 2, kolom indicator", "staat niet op de lijst"),
        ("Bezoekers;Zuid;2025-K4;3", "rij 2, kolom gebied", "Deze wijk kennen we niet"),
        ("Bezoekers;;2025-12;3", "rij 2, kolom periode", "per maand of per kwartaal"),
        ("Bezoekers;;voorjaar;3", "rij 2, kolom periode", "Schrijf een maand als"),
        ("Bezoekers;;2026-K1;3", "rij 2, kolom periode", "nog niet voorbij"),
        ("Bezoekers;;2025-K4;drie", "rij 2, kolom waarde", "Dit is geen getal"),
        ("Bezoekers;;2025-K4;", "rij 2, kolom waarde", "Deze cel is leeg"),
        ("Bezoekers;;2025-K4;-1", "rij 2, kolom waarde", "hele getallen"),
        ("Bezoekers;;2025-K4;=1+1", "rij 2, kolom waarde", "als een formule"),
        ("Bezoekers;;2025-K4;3\nBezoekers;;2025-K4;3", "rij 3", "staat ook in rij 2"),
        (
            "Bezoekers;;2025-K4;3\nBezoekers;Noord;2025-K4;4",
            "rij 2, kolom waarde",
            "kleiner dan de wijken samen",
        ),
    ],
)
def test_a_fault_is_told_by_row_and_column(table: Table, rows: str, place: str, sentence: str) -> None:
    text = HEAD + rows + "\nKosten;;2026-01;10\n"
    client, answer = give(table, text)
    told = answer.content.decode()
    assert answer.status_code == 422 and place in told and sentence in told
    sent = client.post(path(), {"inhoud": text, "_sleutel": key_of(client, path())})
    table.cast.here()
    assert sent.status_code == 422 and not Waarneming.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a;b\n1;2",
        b"\xff\xfe\x00",
        b"PK\x03\x04",
        HEAD,
        "indicator;indicator;x\nx;y;1",
    ],
)
def test_no_table_is_no_disaster(table: Table, text: str | bytes) -> None:
    _, answer = give(table, text)
    assert answer.status_code == 422


def test_what_cells_say_is_never_repeated_as_markup(table: Table) -> None:
    text = HEAD + "Bezoekers;<script>x</script>;2025-K4;3\n"
    _, answer = give(table, text)
    assert "<script>x" not in answer.content.decode()


def test_for_who_keeps_figures(table: Table) -> None:
    for naam in ("samira", "mila", "bas", "ellen", "bakker"):
        assert table.cast.client_of(naam).get(path()).status_code in (403, 404)


# -- what it replaces


def cells(answer: Any) -> list[str]:
    page = re.sub(r"<[^>]+>", "|", answer.content.decode())
    return [it.strip() for it in page.split("|") if it.strip()]


def write(table: Table, naam: str, begin: date, waarden: dict[str | None, int]) -> None:
    places = {it.naam: it for it in Gebied.objects.all()}
    values = {wijk and places[wijk]: number for wijk, number in waarden.items()}
    fill(table, Indicator.objects.get(naam=naam), begin, values)


def test_the_table_says_first_what_it_replaces(table: Table) -> None:
    write(table, "Kosten", date(2026, 1, 1), {None: 4711})
    text = HEAD + "Kosten;;2025-12;10\nKosten;;2026-01;20\nKosten;Noord;2026-01;30\n"
    _, answer = give(table, text)
    told = cells(answer)
    assert any("1 cijfer komt in de plaats van een cijfer dat er al staat." in it for it in told)
    at = told.index("Wat deze tabel vervangt")
    assert told[at:].count("4.711") == 1
    where = told.index("4.711", at)
    assert told[where - 3 : where + 2] == ["Kosten", "de hele gemeente", "2026-01", "4.711", "20"]
    assert Waarneming.objects.get().waarde == 4711


def test_a_table_that_replaces_nothing_says_so(table: Table) -> None:
    write(table, "Kosten", date(2026, 1, 1), {None: 4711})
    _, answer = give(table, HEAD + "Kosten;;2025-12;10\n")
    told = cells(answer)
    assert "Wat deze tabel vervangt" not in told
    assert any("Er staat nog niets dat hierdoor verandert." in it for it in told)


def test_of_residents_it_says_that_there_is_something_and_not_what(table: Table) -> None:
    write(table, "Bezoekers", date(2025, 10, 1), {"Noord": 4711})
    _, answer = give(table, HEAD + "Bezoekers;Noord;2025-K4;31\n")
    told = cells(answer)
    assert "ingevuld, niet te zien" in told
    assert "4711" not in answer.content.decode().replace(".", "")


@pytest.mark.parametrize("wijk", [None, "Noord"])
def test_what_changed_after_looking_is_looked_at_again(table: Table, wijk: str | None) -> None:
    text = HEAD + "Kosten;;2026-01;20\n"
    client, answer = give(table, text)
    write(table, "Kosten", date(2026, 1, 1), {wijk: 4711})
    sent = read_in(client, table, answer, text)
    page = sent.content.decode()
    assert sent.status_code == 422 and "Een collega veranderde net cijfers" in page
    assert {it.waarde for it in Waarneming.objects.all()} == {4711}
    assert ("4.711" in page) is (wijk is None)
    assert "Kosten;;2026-01;20" in page  # the table is still there: nobody has to choose it again
    assert read_in(client, table, sent, text).status_code == 302
    assert Waarneming.objects.get(gebied=None).waarde == 20
    assert Waarneming.objects.count() == (1 if wijk is None else 2)


def test_a_period_that_was_published_meanwhile_is_told_by_its_row(table: Table) -> None:
    write(table, "Bezoekers", date(2025, 10, 1), {"Noord": 31})
    text = HEAD + "Bezoekers;Noord;2025-K4;32\n"
    client, answer = give(table, text)
    it = Indicator.objects.get(naam="Bezoekers")
    table.does("fatima", publish, indicator=it, begin=date(2025, 10, 1))
    sent = read_in(client, table, answer, text)
    assert sent.status_code == 422 and "rij 2, kolom periode" in sent.content.decode()
