"""A word: brought, talked about, given its meaning at a table, kept or talked about again."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError

from tests.cast import THERE
from tests.samenspel.table import Table, last_line, log_of, on
from vliegwiel.kern.models import Schrijflog
from vliegwiel.kern.refusals import Refusal
from vliegwiel.koers import actions, queries
from vliegwiel.koers.models import Begrip, Betekenis
from vliegwiel.koers.rules import BegripStatus
from vliegwiel.samenspel import actions as at_table
from vliegwiel.samenspel.models import Versie, Voorstel
from vliegwiel.samenspel.queries import shared_words


def bring(table: Table, naam: str = "wim", woord: str = "normaliseren", **given: Any) -> Begrip:
    return table.does(naam, actions.bring_word, woord=woord, **given)


def give(
    table: Table, word: Begrip, naam: str = "wim", tekst: str = "Gewoon meedoen.", **given: Any
) -> Voorstel:
    given = {"gevraagd": [table.zetels["wim"]], "tafel": table.tafel, **given}
    return table.does(naam, actions.give_meaning, begrip=word, tekst=tekst, **given)


def adopt(table: Table, voorstel: Voorstel) -> Voorstel:
    table.answer("wim", voorstel)
    return table.adopt("wim", voorstel)


def status(table: Table, word: Begrip, day: int = 0) -> BegripStatus:
    rows = queries.with_meaning(queries.begrippen(table.by("ton")))
    return queries.status_of(rows.get(pk=word.pk), on(day))


def meaning(table: Table, word: Begrip) -> str:
    return queries.with_meaning(queries.begrippen(table.by("ton"))).get(pk=word.pk).betekenis  # type: ignore[attr-defined,no-any-return]


def refused(code: str, deed: Any) -> None:
    with pytest.raises(Refusal) as found:
        deed()
    assert found.value.code == code


# -- bringing one


def test_a_word_waits_on_the_list_with_what_made_it_matter(table: Table) -> None:
    word = bring(table, "mila", "  Eigen kracht ", aanleiding="we zeggen het allemaal")
    assert (word.woord, word.sleutel, word.aangedragen_door) == (
        "Eigen kracht",
        "eigen-kracht",
        "Mila Verhoeven",
    )
    assert log_of(word) == ["begrip.aangedragen"]
    assert status(table, word) is BegripStatus.NIEUW
    assert meaning(table, word) == ""


@pytest.mark.parametrize("woord", ["normaliseren", "Normaliseren", "NORMALISEREN ", "normaliséren"])
def test_a_word_is_there_once(table: Table, woord: str) -> None:
    bring(table)
    refused("woord_bestaat", lambda: bring(table, woord=woord))
    assert Begrip.objects.count() == 1
    bring(table, woord="normaal")


@pytest.mark.parametrize("woord", ["", "   ", "!?", "–"])
def test_a_word_has_letters(table: Table, woord: str) -> None:
    refused("woord_leeg", lambda: bring(table, woord=woord))


@pytest.mark.parametrize("naam", ["ravi", "ellen", "bas", "ton"])
def test_who_takes_no_part_in_the_content_brings_none(table: Table, naam: str) -> None:
    refused("niet_bevoegd", lambda: bring(table, naam))
    assert not Begrip.objects.exists()


def test_the_other_gemeente_has_its_own_words(table: Table) -> None:
    bring(table)
    cast = table.cast
    cast.here(THERE)
    assert not queries.begrippen(cast.kijker_of("piet")).exists()
    actions.bring_word(by=cast.kijker_of("piet"), now=table.now(), woord="normaliseren")
    assert queries.begrippen(cast.kijker_of("piet")).count() == 1
    assert queries.begrippen(cast.kijker_of("wim")).count() == 1


# -- its whole life


def test_the_life_of_a_word(table: Table) -> None:
    word = bring(table)
    first = give(table, word)
    assert (first.titel, status(table, word), meaning(table, word)) == (
        "normaliseren",
        BegripStatus.IN_GESPREK,
        "",
    )
    adopt(table, first)
    assert (status(table, word), meaning(table, word)) == (BegripStatus.VASTGESTELD, "Gewoon meedoen.")
    due = (Voorstel.objects.get().terugkijken_op - on(0)).days
    assert status(table, word, due - 1) is BegripStatus.VASTGESTELD
    assert status(table, word, due) is BegripStatus.TERUGKIJKEN
    table.go_to(due)
    table.does("mila", at_table.keep_adopted, voorstel=first)
    assert status(table, word, due) is BegripStatus.VASTGESTELD


def test_while_it_is_talked_about_again_the_old_meaning_holds(table: Table) -> None:
    word = bring(table)
    adopt(table, give(table, word))
    second = give(table, word, tekst="Meedoen zoals je bent.")
    assert (status(table, word), meaning(table, word)) == (BegripStatus.IN_GESPREK, "Gewoon meedoen.")
    adopt(table, second)
    assert (status(table, word), meaning(table, word)) == (BegripStatus.VASTGESTELD, "Meedoen zoals je bent.")


def test_when_the_new_round_is_taken_off_the_table_the_old_meaning_stands(table: Table) -> None:
    word = bring(table)
    adopt(table, give(table, word))
    table.does("wim", at_table.retract, voorstel=give(table, word, tekst="Anders."), reden="te vroeg")
    assert (status(table, word), meaning(table, word)) == (BegripStatus.VASTGESTELD, "Gewoon meedoen.")


def test_when_the_first_round_is_taken_off_the_table_the_word_is_new_again(table: Table) -> None:
    word = bring(table)
    table.does("wim", at_table.retract, voorstel=give(table, word), reden="te vroeg")
    assert status(table, word) is BegripStatus.NIEUW


def test_the_meaning_is_the_last_version_that_was_adopted(table: Table) -> None:
    word = bring(table)
    voorstel = give(table, word)
    table.publish("mila", voorstel, 1, "Gewoon meedoen, met hulp.")
    table.answer("wim", voorstel, versie=2)
    table.adopt("wim", voorstel)
    assert meaning(table, word) == "Gewoon meedoen, met hulp."


# -- starting a round


def test_a_round_is_a_proposal_and_a_link_and_both_are_logged(table: Table) -> None:
    word = bring(table)
    before = Schrijflog.objects.count()
    give(table, word)
    lines = list(Schrijflog.objects.order_by("id")[before:].values_list("actie", flat=True))
    assert lines == ["voorstel.geopend", "betekenis.begonnen"]
    assert last_line().parameters == {"begrip": str(word.pk)}


def test_two_rounds_at_once_are_refused(table: Table) -> None:
    word = bring(table)
    give(table, word)
    refused("woord_in_gesprek", lambda: give(table, word, tekst="Iets anders."))
    assert (Betekenis.objects.count(), Voorstel.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("naam", "given", "code"),
    [
        ("samira", {}, "geen_zetel"),
        ("wim", {"tekst": "  "}, "tekst_leeg"),
        ("wim", {"gevraagd": []}, "niemand_gevraagd"),
        ("wim", {"sluitdatum": on(-1)}, "sluitdatum_voorbij"),
    ],
)
def test_a_refused_round_leaves_nothing(table: Table, naam: str, given: dict[str, Any], code: str) -> None:
    word = bring(table)
    before = Schrijflog.objects.count()
    refused(code, lambda: give(table, word, naam, **given))
    assert not Betekenis.objects.exists() and not Voorstel.objects.exists() and not Versie.objects.exists()
    assert Schrijflog.objects.count() == before
    assert status(table, word) is BegripStatus.NIEUW


@pytest.mark.parametrize("deed", ["bring", "give"])
def test_when_the_line_cannot_be_written_nothing_is(
    table: Table, deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = bring(table)

    def broken(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError("the log is full")

    monkeypatch.setattr(Schrijflog.objects, "create", broken)
    with pytest.raises(DatabaseError, match="the log is full"):
        bring(table, woord="eigen kracht") if deed == "bring" else give(table, word)
    assert list(Begrip.objects.all()) == [word]
    assert not Betekenis.objects.exists() and not Voorstel.objects.exists()


# -- what others read


def test_words_are_shared_by_name_by_party_or_not_at_all(table: Table) -> None:
    talk = table.gesprek()
    said = {
        delen: table.say("bakker", talk, f"dit deel ik: {delen}", delen=delen)
        for delen in ("tafel", "partij", "naam")
    }
    voorstel = give(table, bring(table), rust_op=list(said.values()))
    versie = table.dossier(voorstel).laatste
    assert shared_words(versie) == [said["partij"], said["naam"]]
