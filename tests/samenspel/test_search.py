"""Searching in Dutch: the same answers on SQLite and on PostgreSQL, and only among what one may read."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.cast import HERE, THERE, Cast
from tests.samenspel.table import Table, lay_table
from vliegwiel.gemeenschap.zoeken import hits
from vliegwiel.koers import home as words
from vliegwiel.koers.actions import bring_word
from vliegwiel.samenspel import actions, home

TABLES = {
    "Vroegsignalering": "Schulden eerder zien, met de woningcorporaties.",
    "Jeugd in de wijk": "Gezinnen, scholen en de jeugdarts; één plan per gezin.",
    "Eigen kracht": "Wat kunnen mensen zelf, en wat niet?",
    "Bereikbaarheid": "Iedereen wordt binnen 24 uur teruggebeld (ook ’s avonds).",
    "Ruimte 2026-2030": "De foto’s van de Café-avond: creatief coördineren.",
}

# The question, and the tables that answer it. One list, run on both engines: so both give the same.
QUESTIONS = [
    ("schulden", {"Vroegsignalering"}),
    ("schuld", {"Vroegsignalering"}),
    ("SCHULDEN", {"Vroegsignalering"}),
    ("vroegsignal", {"Vroegsignalering"}),
    ("woningcorporatie", {"Vroegsignalering"}),
    ("gezin", {"Jeugd in de wijk"}),
    ("gezinnen scholen", {"Jeugd in de wijk"}),
    ("een plan", {"Jeugd in de wijk"}),
    ("één plan", {"Jeugd in de wijk"}),
    ("jeugd wijken", {"Jeugd in de wijk"}),
    ("jeu", {"Jeugd in de wijk"}),
    ("eigen krachten", {"Eigen kracht"}),
    ("mensen", {"Eigen kracht"}),
    ("niet", {"Eigen kracht"}),
    ("24", {"Bereikbaarheid"}),
    ("avond", {"Bereikbaarheid", "Ruimte 2026-2030"}),
    ("avonden", {"Bereikbaarheid", "Ruimte 2026-2030"}),
    ("foto", {"Ruimte 2026-2030"}),
    ("foto’s", {"Ruimte 2026-2030"}),
    ("cafe", {"Ruimte 2026-2030"}),
    ("café-avond", {"Ruimte 2026-2030"}),
    ("coordineren", {"Ruimte 2026-2030"}),
    ("2030", {"Ruimte 2026-2030"}),
    ("jeugd schulden", set()),  # every word, not any
    ("fietsen", set()),
    ("", set()),
    ("   ", set()),
    ("de het een", set()),  # words too common to search for
    ("%", set()),
    ("*", set()),
    ('"', set()),
    ("' OR 1=1 --", set()),
    ("schulden)", {"Vroegsignalering"}),
    ("schulden & | !", {"Vroegsignalering"}),
    ("NOT schulden", set()),
    ("schulden:*", {"Vroegsignalering"}),
    ("zoektekst:schulden", set()),
]


@pytest.fixture
def town(table: Table) -> Table:
    for naam, bedoeling in TABLES.items():
        table.does("gijs", actions.start_tafel, naam=naam, bedoeling=bedoeling)
        table.does("gijs", bring_word, woord=naam, aanleiding=bedoeling)
    return table


def test_every_question_has_its_answer(town: Table) -> None:
    gijs = town.by("gijs")
    found = {
        question: {hit.titel for hit in hits(gijs, question, [home.search])} for question, _ in QUESTIONS
    }
    assert found == dict(QUESTIONS)


def test_words_answer_the_same_questions(town: Table) -> None:
    samira = town.by("samira")  # words are for everybody
    found = {
        question: {hit.titel for hit in hits(samira, question, [words.search])} for question, _ in QUESTIONS
    }
    assert found == dict(QUESTIONS)


def test_what_was_renamed_is_found_by_its_new_words_only(town: Table) -> None:
    from vliegwiel.kern.search import stems_of
    from vliegwiel.samenspel.models import Tafel

    row = Tafel.objects.get(naam="Vroegsignalering")
    row.zoektekst = stems_of("Geldzorgen")
    row.save(update_fields=["zoektekst"])
    gijs = town.by("gijs")
    assert hits(gijs, "schulden", [home.search]) == []
    assert [hit.titel for hit in hits(gijs, "geldzorg", [home.search])] == ["Vroegsignalering"]


def search_page(table: Table, naam: str, question: str, slug: str = HERE) -> str:
    answer = table.cast.client_of(naam).get(reverse("zoeken", args=[slug]), {"q": question})
    table.cast.here()
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def test_a_besloten_table_is_found_by_its_seats_only(town: Table) -> None:
    town.does("wim", actions.start_tafel, naam="Open deur", bedoeling="Voor wie meeleest.", openheid="open")
    besloten, open_door = (str(it.pk) for it in (town.tafel, town.by("wim") and _named("Open deur")))
    for naam, finds in {
        "wim": {besloten, open_door}, "mila": {besloten, open_door}, "samira": {open_door}, "bakker": {besloten},
        "ton": set(), "ravi": set(), "ellen": set(), "bas": set(),
    }.items():  # fmt: skip
        shown = search_page(town, naam, "samen") + search_page(town, naam, "deur")
        assert {pk for pk in (besloten, open_door) if pk in shown} == finds, naam


def _named(naam: str) -> object:
    from vliegwiel.samenspel.models import Tafel

    return Tafel.objects.get(naam=naam)


def test_nothing_of_the_other_gemeente_is_found(cast: Cast) -> None:
    table = lay_table(cast, "open")
    table.does("wim", bring_word, woord="samen")
    assert search_page(table, "samira", "samen").count("Samen doen") == 1
    assert "Samen doen" not in search_page(table, "piet", "samen", THERE)
    assert search_page(table, "piet", "samen") == "404"


def test_the_question_stands_on_the_page_and_does_nothing_else(town: Table) -> None:
    page = search_page(town, "gijs", "<script>alert(1)</script>")
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page
