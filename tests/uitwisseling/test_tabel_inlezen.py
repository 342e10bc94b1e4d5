"""A table of provisions: given, looked at without people, read in by the same job, told by row and column."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.forms import post
from tests.uitwisseling.inlezen import NOW, do_work, statuses
from vliegwiel.kern import clock
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.uitwisseling.actions import tabel as actions
from vliegwiel.uitwisseling.actions.klok import destroy_old
from vliegwiel.uitwisseling.models import Bestand, Inlezing

HEAD = "Achternaam;Voornaam;Geboortedatum;Wet;Toewijzing;Categorie;Ingangsdatum;Einddatum"
GOOD = f"""{HEAD}
Veen;Anna;02-04-1950;Wmo;A-1;01;01-01-2026;31-12-2026
Boom;Bram;03-05-1960;Wmo;A-2;02;01-02-2026;
"""
BAD = f"""{HEAD}
Veen;Anna;02-04-1950;Wmo;A-1;01;01-01-2026;31-12-2025
"""


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(NOW):
        yield


def give(client: Any, text: str) -> str:
    file = SimpleUploadedFile("hulp.csv", text.encode(), "text/csv")
    answer = post(client, f"/{HERE}/berichten/tabel/", {"bestanden": file})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_looked_at_without_people_and_then_read_in(cast: Cast) -> None:
    client = cast.client_of("bas")
    place = give(client, GOOD)
    shown = client.get(place).content.decode()
    assert "2 rijen" in shown and "Veen" not in shown and "1950" not in shown and "A-1" not in shown
    assert not Voorziening.objects.exists()
    answer = post(client, place)
    inlezing = Inlezing.objects.get()
    assert answer["Location"] == reverse("inlezing", args=[HERE, inlezing.pk])
    do_work(inlezing)
    assert statuses(inlezing) == ["verwerkt"]
    assert Voorziening.objects.filter(bron="bestand").count() == 2
    row = Bestand.objects.get()
    assert (row.feiten, row.inhoud) == (2, None)
    assert client.get(place).status_code == 302


def test_a_column_that_holds_something_else_shows_nothing_of_it(cast: Cast) -> None:
    """Whoever puts names or numbers of persons under another head does not show them on the page."""
    wrong = GOOD.replace(";01;01-01-2026", ";Hulp voor Keesje;900092319").replace("Wmo;A-1", "Anna Veen;A-1")
    shown = cast.client_of("bas").get(give(cast.client_of("bas"), wrong)).content.decode()
    assert not [it for it in ("Keesje", "900092319", "Veen") if it in shown]
    assert "31-12-2026" in shown and ">02<" in shown


def test_one_fault_and_nothing_of_it_is_stored(cast: Cast) -> None:
    client = cast.client_of("bas")
    place = give(client, BAD)
    assert "Er is 1 fout" in client.get(place).content.decode()
    post(client, place)
    inlezing = Inlezing.objects.get()
    do_work(inlezing)
    assert statuses(inlezing) == ["afgekeurd"] and not Voorziening.objects.exists()
    page = client.get(reverse("bestand", args=[HERE, Bestand.objects.get().pk])).content.decode()
    assert "rij 2, kolom Laatste dag" in page and "De laatste dag ligt voor de eerste dag" in page


def test_a_table_without_the_act_asks_for_it(cast: Cast) -> None:
    client = cast.client_of("bas")
    place = give(client, GOOD.replace(";Wet;", ";Iets;"))
    assert "Van welke wet" in client.get(place).content.decode()
    assert post(client, place).status_code == 422
    assert post(client, place, {"wet": "wmo"}).status_code == 302
    do_work(Inlezing.objects.get())
    assert Voorziening.objects.filter(wet="wmo").count() == 2


def test_many_rows_take_more_steps(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "ROWS", 1)
    client = cast.client_of("bas")
    post(client, give(client, GOOD))
    row = do_work(Inlezing.objects.get())
    assert (row.stap, row.stappen, row.status) == (2, 2, "klaar")
    assert Voorziening.objects.count() == 2


def test_the_same_table_again_brings_nothing_new(cast: Cast) -> None:
    client = cast.client_of("bas")
    for _ in range(2):
        post(client, give(client, GOOD))
        do_work(Inlezing.objects.latest("gemaakt_op", "id"))
    assert sorted(Bestand.objects.values_list("feiten", flat=True)) == [0, 2]


@pytest.mark.parametrize("eerst", ["30-06-2026", "30-09-2026", "30-11-2026"])
def test_who_mends_a_table_the_same_day_is_heard(cast: Cast, eerst: str) -> None:
    """Of two tables of one day the one that was given last counts."""
    client = cast.client_of("bas")
    for hours, day in enumerate((eerst, "31-12-2026", "31-10-2026")):
        with clock.at(NOW + timedelta(hours=hours)):
            post(client, give(client, GOOD.replace("31-12-2026", day)))
            do_work(Inlezing.objects.latest("gemaakt_op", "id"))
        said = Voorziening.objects.get(toewijzing="A-1").eind
        assert said and said.strftime("%d-%m-%Y") == day


def test_a_table_nobody_confirmed_is_destroyed(cast: Cast) -> None:
    give(cast.client_of("bas"), GOOD)
    gemeente = cast.here()
    assert destroy_old(gemeente.pk, NOW + timedelta(days=6)) == 0
    assert destroy_old(gemeente.pk, NOW + timedelta(days=8)) == 1
    row = Bestand.objects.get()
    assert (row.inhoud, row.status) == (None, "afgekeurd")
    assert Inlezing.objects.get().klaar_op
