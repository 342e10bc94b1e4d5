"""Words that were taken back stand nowhere any more: not in the talk, not under a text, not in a count."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE
from tests.forms import post
from tests.samenspel.table import SEATED, Table, on
from vliegwiel.koers.actions import bring_word, give_meaning
from vliegwiel.samenspel import actions, queries
from vliegwiel.samenspel.models import Uitspraak, Voorstel

WORDS = "Ik belde en niemand nam op."


@pytest.fixture
def spoken(table: Table) -> dict[str, Any]:
    """Mevrouw Bakker said it for everybody to read, and the adopted meaning of a word rests on it."""
    talk = table.gesprek()
    said = table.say("bakker", talk, WORDS, delen="naam")
    story = table.say("bakker", talk, "Een verhaal dat ik vertelde.", delen="naam", vorm="zo_niet")
    word = table.does("wim", bring_word, woord="bereikbaar")
    seats = [table.zetels["wim"]]
    given = {
        "tafel": table.tafel,
        "tekst": "Er neemt iemand op.",
        "rust_op": [said, story],
        "gevraagd": seats,
    }
    voorstel = table.does("wim", give_meaning, begrip=word, **given)
    table.answer("wim", voorstel)
    table.adopt("wim", voorstel)
    return {"said": said, "story": story, "talk": talk, "voorstel": voorstel, "word": word}


def pages(table: Table, spoken: dict[str, Any]) -> dict[str, str]:
    to = {
        "gesprek": [spoken["talk"].pk], "voorstel": [spoken["voorstel"].pk], "tafel": [table.tafel.pk],
        "gesprekken": [table.tafel.pk], "voorstel_nieuw": [table.tafel.pk], "begrip": [spoken["word"].sleutel],
        "begrippen": [], "vandaag": [],
    }  # fmt: skip
    return {name: reverse(name, args=[HERE, *args]) for name, args in to.items()}


def showing(table: Table, spoken: dict[str, Any], words: str) -> set[str]:
    """The pages on which these words stand, for anybody at the table."""
    found = set()
    for naam in SEATED:
        client = table.cast.client_of(naam)
        found |= {
            name for name, it in pages(table, spoken).items() if words in client.get(it).content.decode()
        }
        table.cast.here()
    return found


def test_before_that_they_stand_where_they_belong(table: Table, spoken: dict[str, Any]) -> None:
    assert showing(table, spoken, WORDS) == {"gesprek", "voorstel", "voorstel_nieuw", "begrip"}


def test_words_taken_back_vanish_everywhere(table: Table, spoken: dict[str, Any]) -> None:
    where = reverse("uitspraak_terugnemen", args=[HERE, spoken["said"].pk])
    assert post(table.cast.client_of("bakker"), where).status_code == 302
    table.cast.here()
    assert showing(table, spoken, WORDS) == set()
    assert not queries.uitspraken(table.by("wim"), on(0)).filter(pk=spoken["said"].pk).exists()
    assert queries.rests_on(table.dossier(spoken["voorstel"]).laatste) == [spoken["story"]]
    assert [it.aantal for it in queries.gesprekken(table.by("wim"), on(0))] == [1]
    page = table.cast.client_of("wim").get(pages(table, spoken)["voorstel"]).content.decode()
    assert "1 uitspraak uit 1 gesprek" in page


def test_a_story_too(table: Table, spoken: dict[str, Any]) -> None:
    table.does("bakker", actions.take_back, uitspraak=spoken["story"])
    assert showing(table, spoken, spoken["story"].tekst) == set()


def test_who_comes_to_take_them_back_again_finds_nothing(table: Table, spoken: dict[str, Any]) -> None:
    table.does("bakker", actions.take_back, uitspraak=spoken["said"])
    where = reverse("uitspraak_terugnemen", args=[HERE, spoken["said"].pk])
    assert table.cast.client_of("bakker").get(where).status_code == 404


def test_somebody_elses_words_stay(table: Table, spoken: dict[str, Any]) -> None:
    where = reverse("uitspraak_terugnemen", args=[HERE, spoken["said"].pk])
    answer = post(table.cast.client_of("wim"), where)
    assert answer.status_code == 422
    assert "Alleen wie het zei, kan het terugnemen." in answer.content.decode()
    table.cast.here()
    assert not Uitspraak.objects.filter(ingetrokken_op__isnull=False).exists()


def test_a_new_version_can_no_longer_rest_on_them(table: Table) -> None:
    said = table.say("bakker", table.gesprek(), WORDS)
    voorstel = table.propose(rust_op=[said])
    table.does("bakker", actions.take_back, uitspraak=said)
    where = reverse("versie_nieuw", args=[HERE, voorstel.pk])
    fields = {"gebaseerd_op": 1, "tekst": "De tweede.", "rust_op": [said.pk]}
    answer = post(table.cast.client_of("mila"), where, fields)
    assert answer.status_code == 422
    table.cast.here()
    assert Voorstel.objects.get().versies.count() == 1
