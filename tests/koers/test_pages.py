"""The pages of words: the list, one word for everybody, and the meaning where a word stands, once per page."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import COLLEAGUES, HERE, RESIDENTS, THERE
from tests.forms import post
from tests.koers.test_words import adopt, bring, give
from tests.samenspel.table import Table
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.koers.models import Begrip
from vliegwiel.samenspel import actions as at_table

TYPED = "Waarom nu? “Omdat” het <overal> staat."


def path(name: str, *args: Any, slug: str = HERE) -> str:
    return reverse(name, args=[slug, *args])


def page(table: Table, naam: str, where: str) -> str:
    answer = table.cast.client_of(naam).get(where)
    table.cast.here()
    assert answer.status_code == 200, where
    return answer.content.decode()  # type: ignore[no-any-return]


def bare(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


# -- one word


@pytest.mark.parametrize("naam", [*COLLEAGUES, *RESIDENTS])
def test_an_adopted_meaning_is_for_everybody_in_the_gemeente(table: Table, naam: str) -> None:
    adopt(table, give(table, bring(table)))
    assert "Gewoon meedoen." in page(table, naam, path("begrip", "normaliseren"))
    assert "normaliseren" in page(table, naam, path("begrippen"))


@pytest.mark.parametrize("naam", ["piet", "oscar"])
def test_and_for_nobody_else(table: Table, naam: str) -> None:
    bring(table)
    client = table.cast.client_of(naam)
    assert client.get(path("begrip", "normaliseren")).status_code == 404
    assert client.get(path("begrippen")).status_code == 404
    assert client.get(path("begrip", "normaliseren", slug=THERE)).status_code == 404


def test_a_besloten_round_shows_that_it_is_there_and_no_more(table: Table) -> None:
    """Who does not sit there reads neither its name, nor its text, nor who takes part."""
    word = bring(table)
    give(table, word, tekst="Een tekst die nog niemand kent.")
    where = path("begrip", word.sleutel)
    for naam in ("samira", "ton", "ravi"):
        shown = page(table, naam, where)
        assert "aan een besloten tafel" in shown and "in gesprek" in shown
        for secret in ("Samen doen", "nog niemand kent", "Fatima", "/voorstellen/"):
            assert secret not in shown, naam
    assert "Samen doen" in page(table, "bakker", where)


def test_the_meaning_of_a_besloten_round_does_not_name_its_table(table: Table) -> None:
    voorstel = adopt(table, give(table, bring(table)))
    where = path("begrip", "normaliseren")
    shown = page(table, "samira", where)
    assert "Gewoon meedoen." in shown and "Samen doen" not in shown and str(voorstel.pk) not in shown
    assert "aan tafel Samen doen" in bare(page(table, "mila", where))


def test_the_words_under_a_meaning_are_shown_as_their_speakers_chose(table: Table) -> None:
    talk = table.gesprek()
    said = [
        table.say("bakker", talk, "woorden van deze tafel", delen="tafel"),
        table.say("fatima", talk, "woorden zonder naam", delen="partij"),
        table.say("mila", talk, "woorden met naam", delen="naam"),
        table.say("hanneke", talk, "woorden van wie begeleidt", delen="partij"),
        table.say("joke", talk, "een verhaal uit de wijk", delen="partij", vorm="zo_niet"),
    ]
    adopt(table, give(table, bring(table), rust_op=said))
    for naam in ("samira", "ton", "mila"):
        shown = bare(page(table, naam, path("begrip", "normaliseren")))
        assert "woorden van deze tafel" not in shown
        assert re.search("woorden zonder naam” ?Gemeente Lindebeek", shown), shown
        assert not [it for it in ("Fatima", "Hanneke", "Joke") if it in shown]
        assert re.search("woorden met naam” ?Mila Verhoeven", shown)
        assert "woorden van wie begeleidt” iemand aan tafel" in shown
        assert "een verhaal uit de wijk" in shown


def test_words_are_shared_only_once_the_text_is_adopted(table: Table) -> None:
    said = table.say("mila", table.gesprek(), "woorden met naam", delen="naam")
    voorstel = give(table, bring(table), rust_op=[said])
    where = path("begrip", "normaliseren")
    assert "woorden met naam" not in page(table, "samira", where)
    adopt(table, voorstel)
    assert "woorden met naam" in page(table, "samira", where)


def test_one_starts_a_round_at_the_own_running_tables(table: Table) -> None:
    bring(table)
    other = table.does("gijs", at_table.start_tafel, naam="De tafel van Gijs", bedoeling="x", openheid="open")
    where = path("begrip", "normaliseren")
    assert "Samen doen" in page(table, "mila", where)
    assert "De tafel van Gijs" not in page(table, "mila", where)  # reads along, does not sit there
    table.does("gijs", at_table.finish_tafel, tafel=other)
    assert "De tafel van Gijs" not in page(table, "gijs", where)


# -- forms


def test_a_word_is_brought_from_the_page(table: Table) -> None:
    answer = post(
        table.cast.client_of("samira"), path("begrip_nieuw"), {"woord": "Eigen kracht", "aanleiding": TYPED}
    )
    assert answer["Location"] == path("begrip", "eigen-kracht")
    table.cast.here()
    assert Begrip.objects.get().aanleiding == TYPED


def test_a_word_that_is_there_already_comes_back_with_what_was_typed(table: Table) -> None:
    bring(table)
    answer = post(
        table.cast.client_of("samira"), path("begrip_nieuw"), {"woord": "Normaliseren", "aanleiding": TYPED}
    )
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Dit woord staat er al." in shown and "&lt;overal&gt;" in shown and 'aria-invalid="true"' in shown


@pytest.mark.parametrize("naam", ["ravi", "ellen", "ton"])
def test_who_takes_no_part_in_the_content_gets_no_form(table: Table, naam: str) -> None:
    assert table.cast.client_of(naam).get(path("begrip_nieuw")).status_code == 403


def test_a_round_starts_from_the_page_and_a_second_is_refused_there(table: Table) -> None:
    word = bring(table)
    where = path("betekenis", word.sleutel, table.tafel.pk)
    fields = {"tekst": "Gewoon meedoen.", "gevraagd": [str(table.zetels["mila"].pk)]}
    client = table.cast.client_of("mila")
    assert post(client, where, fields).status_code == 302
    table.cast.here()
    again = post(table.cast.client_of("wim"), where, {**fields, "tekst": TYPED})
    assert again.status_code == 422
    assert "Over dit woord loopt al een voorstel." in again.content.decode()
    assert "&lt;overal&gt;" in again.content.decode()


@pytest.mark.parametrize(("naam", "status"), [("samira", 404), ("ton", 404), ("ravi", 404), ("piet", 404)])
def test_a_round_at_a_table_one_does_not_read_is_not_there(table: Table, naam: str, status: int) -> None:
    word = bring(table)
    client, where = table.cast.client_of(naam), path("betekenis", word.sleutel, table.tafel.pk)
    assert client.get(where).status_code == status
    assert client.post(where, {"tekst": "x"}).status_code == status


def test_pages_to_read_take_no_post(table: Table) -> None:
    bring(table)
    client = table.cast.client_of("wim")
    assert {client.post(it).status_code for it in (path("begrippen"), path("begrip", "normaliseren"))} == {
        405
    }


def test_a_practice_that_is_off_is_nowhere(table: Table) -> None:
    adopt(table, give(table, bring(table)))
    Instelling.objects.create(
        gemeente=table.cast.here(), code="praktijk.begrippen", waarde=False, vanaf=table.moment.date()
    )
    client = table.cast.client_of("wim")
    assert {client.get(it).status_code for it in (path("begrippen"), path("begrip", "normaliseren"))} == {404}
    table.cast.here()
    assert path("begrippen") not in page(table, "wim", path("vandaag"))
    assert "/koers/begrip" not in page(table, "wim", path("zoeken") + "?q=normaliseren")
    other = table.propose(titel="iets", tekst="Wij gaan normaliseren.")
    assert "Gewoon meedoen." not in page(table, "wim", path("voorstel", other.pk))


# -- the meaning where the word stands


def shown_meanings(markup: str) -> int:
    """How often the page marks the word in a text (the list at its foot stands apart)."""
    return len(re.findall(r'id="woord-normaliseren-hier"', markup))


@pytest.fixture
def adopted(table: Table) -> Table:
    adopt(table, give(table, bring(table)))
    return table


def test_the_meaning_stands_once_on_a_page_where_the_word_stands(adopted: Table) -> None:
    other = adopted.propose(
        titel="aanpak", tekst="Normaliseren eerst.\n\nEn dan weer normaliseren, en normaliseren."
    )
    shown = page(adopted, "bakker", path("voorstel", other.pk))
    assert shown_meanings(shown) == 1
    assert shown.count('id="woord-normaliseren"') == 1


def test_also_in_the_purpose_of_a_table(adopted: Table) -> None:
    other = adopted.does(
        "wim", at_table.start_tafel, naam="Tweede", bedoeling="Wij normaliseren. Normaliseren is nodig."
    )
    assert shown_meanings(page(adopted, "wim", path("tafel", other.pk))) == 1


def test_never_inside_what_people_said(adopted: Table) -> None:
    said = adopted.say("bakker", adopted.gesprek(), "Normaliseren voelt als wegsturen.", delen="naam")
    story = adopted.say("bakker", adopted.gesprek(), "Zij wilde normaliseren.", vorm="zo_niet")
    other = adopted.propose(titel="aanpak", tekst="Eerst luisteren.", rust_op=[said, story])
    adopted.answer("bakker", other, "nog_niet", want="normaliseren is niet luisteren")
    for where in (
        path("voorstel", other.pk),
        path("gesprek", said.gesprek_id),
        path("versie_nieuw", other.pk),
    ):
        shown = page(adopted, "bakker", where)
        assert "ormaliseren" in shown
        assert shown_meanings(shown) == 0, where


def test_with_the_word_in_both_only_the_text_is_marked(adopted: Table) -> None:
    said = adopted.say("bakker", adopted.gesprek(), "Normaliseren voelt als wegsturen.")
    other = adopted.propose(titel="aanpak", tekst="Wij normaliseren samen.", rust_op=[said])
    shown = page(adopted, "mila", path("voorstel", other.pk))
    assert shown_meanings(shown) == 1
    quotes = re.findall(r"<blockquote.*?</blockquote>", shown, re.S)
    assert quotes and not any("woord-" in it for it in quotes)


def test_a_page_about_the_word_itself_does_not_explain_it(adopted: Table) -> None:
    word = Begrip.objects.get()
    again = give(adopted, word, tekst="Normaliseren is meedoen zoals je bent.")
    assert shown_meanings(page(adopted, "wim", path("voorstel", again.pk))) == 0
    assert shown_meanings(page(adopted, "wim", path("begrip", word.sleutel))) == 0


def test_a_word_without_a_meaning_is_not_marked(table: Table) -> None:
    bring(table)
    other = table.propose(titel="aanpak", tekst="Wij normaliseren samen.")
    assert shown_meanings(page(table, "wim", path("voorstel", other.pk))) == 0


def test_no_meaning_of_the_other_gemeente(adopted: Table) -> None:
    from vliegwiel.koers.home import meanings

    cast = adopted.cast
    cast.here(THERE)
    assert meanings(cast.kijker_of("joke", THERE)) == []
    assert len(meanings(cast.kijker_of("joke", HERE))) == 1
