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
from tests.effect.wereld import indicator, wijken
from tests.forms import key_of
from tests.samenspel.table import START, Table, lay_table
from vliegwiel.effect.models import Waarneming
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
    key = re.search(r'name="_sleutel" value="([^"]+)"', answer.content.decode())
    assert key
    sent = client.post(path(), {"inhoud": text, "_sleutel": key.group(1)})
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
