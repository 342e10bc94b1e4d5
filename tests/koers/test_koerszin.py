"""Sentences of our course: laid on a table, adopted, held on to, let go; and the toetsvragen of the mensbeeld."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import COLLEAGUES, THERE
from tests.koers.net import adopted, propose
from tests.koers.test_words import refused
from tests.samenspel.table import Table, log_of, on
from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import registry
from vliegwiel.koers import actions, queries
from vliegwiel.koers.models import Koerszin
from vliegwiel.samenspel import actions as at_table
from vliegwiel.samenspel.models import Voorstel, Voorstelterugblik
from vliegwiel.samenspel.public import fix_terugblik, look_back


def held(table: Table, naam: str = "ton", day: int = 0) -> list[str]:
    return [it.tekst for it in queries.koerszinnen(table.by(naam), on(day))]  # type: ignore[attr-defined]


def asked(kijker: Kijker) -> list[str]:
    return [row["toetsvraag"] for part in registry.toetsvragen for row in part(kijker, on(0)) or ()]


def questions(table: Table, naam: str = "samira") -> list[str]:
    return asked(table.by(naam))


# -- laying one on a table


def test_a_sentence_goes_by_a_voorstel_and_holds_once_adopted(table: Table) -> None:
    voorstel = propose(table)
    assert (voorstel.titel, held(table), questions(table)) == ("Iedereen kan iets.", [], [])
    table.answer("wim", voorstel)
    table.adopt("wim", voorstel)
    assert held(table) == ["Iedereen kan iets."]
    assert questions(table) == ["Wat wil deze mens zelf?"]
    assert log_of(Koerszin.objects.get()) == ["koerszin.voorgelegd"]


def test_what_holds_is_the_version_that_was_adopted(table: Table) -> None:
    voorstel = propose(table, "ambitie")
    table.publish("mila", voorstel, 1, "Iedereen kan iets en doet ertoe.")
    table.answer("wim", voorstel, versie=2)
    table.adopt("wim", voorstel)
    assert held(table) == ["Iedereen kan iets en doet ertoe."]


def test_what_is_taken_off_the_table_holds_not(table: Table) -> None:
    table.does("wim", at_table.retract, voorstel=propose(table), reden="te vroeg")
    assert held(table) == [] and not queries.in_gesprek(table.by("wim"), on(0)).exists()


def test_of_the_mensbeeld_a_toetsvraag_is_asked_and_of_others_none_is_kept(table: Table) -> None:
    refused("toetsvraag_ontbreekt", lambda: propose(table, toetsvraag="  "))
    assert not Voorstel.objects.exists()
    propose(table, "wat_niet", toetsvraag="Waarom?")
    assert Koerszin.objects.get().toetsvraag == ""


def test_a_resident_with_a_seat_lays_one_too_and_who_has_none_does_not(table: Table) -> None:
    assert propose(table, naam="bakker").pk
    refused("geen_zetel", lambda: propose(table, naam="samira"))


def test_what_lies_on_a_besloten_table_is_for_who_sits_there(table: Table) -> None:
    propose(table)
    assert [it.tekst for it in queries.in_gesprek(table.by("bakker"), on(0))] == ["Iedereen kan iets."]  # type: ignore[attr-defined]
    for naam in ("samira", "ton", "ravi", "gijs"):
        assert not queries.in_gesprek(table.by(naam), on(0)).exists(), naam


@pytest.mark.parametrize("naam", COLLEAGUES)
def test_what_holds_is_for_whoever_takes_part_in_the_content(table: Table, naam: str) -> None:
    adopted(table)
    assert bool(held(table, naam)) == (naam not in ("ravi", "ellen", "bas"))


def test_a_long_sentence_is_its_own_title_cut_off_at_a_word(table: Table) -> None:
    voorstel = propose(table, "ambitie", tekst="woorden " * 40)
    assert len(voorstel.titel) <= 122 and voorstel.titel.endswith("woorden …")


def test_sentences_keep_their_order(table: Table) -> None:
    for text in ("Eerste.", "Tweede.", "Derde."):
        adopted(table, "ambitie", tekst=text)
    assert held(table) == ["Eerste.", "Tweede.", "Derde."]


def test_the_other_gemeente_reads_none(table: Table) -> None:
    adopted(table)
    cast = table.cast
    cast.here(THERE)
    kijker = cast.kijker_of("joke", THERE)
    assert not queries.koerszinnen(kijker, on(0)).exists()
    assert asked(kijker) == []


# -- toetsvragen


def test_the_toetsvragen_are_asked_for_in_one_query(table: Table, django_assert_num_queries: Any) -> None:
    adopted(table)
    kijker = table.by("samira")
    with django_assert_num_queries(1):
        assert asked(kijker) == ["Wat wil deze mens zelf?"]


def test_only_the_mensbeeld_asks(table: Table) -> None:
    adopted(table, "ambitie")
    adopted(table, "wat_niet")
    assert questions(table) == []


# -- letting go


def test_what_is_let_go_holds_no_longer_from_that_day(table: Table) -> None:
    zin = adopted(table)
    table.does("fatima", actions.let_go_zin, zin=zin)
    assert held(table) == [] and questions(table) == []
    assert log_of(zin) == ["koerszin.voorgelegd", "koerszin.losgelaten"]
    refused("koerszin_geldt_niet", lambda: table.does("fatima", actions.let_go_zin, zin=zin))


def test_only_what_holds_is_let_go_and_only_by_who_makes_policy(table: Table) -> None:
    propose(table)
    zin = Koerszin.objects.get()
    refused("koerszin_geldt_niet", lambda: table.does("wim", actions.let_go_zin, zin=zin))
    other = adopted(table, "ambitie")
    for naam in ("samira", "mila", "joke", "bakker", "ravi"):
        refused("niet_bevoegd", lambda naam=naam: table.does(naam, actions.let_go_zin, zin=other))


# -- the years


def years(table: Table) -> list[tuple[int, list[tuple[str, tuple[str, ...]]]]]:
    return [
        (it.jaar, [(str(r.wat), r.teksten) for r in it.regels]) for it in queries.de_jaren(table.by("ton"))
    ]


def look_at(table: Table, voorstel: Voorstel, oordeel: str) -> None:
    """A look back on an adopted text, as the table does it."""
    later = table.moment.date() + timedelta(days=30)
    row = table.does("wim", fix_terugblik, verwachting="Dat het helpt.", kijken_op=later)
    Voorstelterugblik.objects.create(gemeente_id=row.gemeente_id, voorstel=voorstel, terugblik=row)
    table.does("wim", look_back, terugblik=row, gebeurd="Het hielp.", oordeel=oordeel)


def test_the_years_tell_what_was_agreed_held_on_to_and_let_go(table: Table) -> None:
    first, second = adopted(table, "ambitie", tekst="Eerste."), adopted(table, "wat_niet", tekst="Tweede.")
    assert years(table) == [(2026, [("afgesproken", ("Eerste.", "Tweede."))])]
    table.go_to(320)  # January 2027
    look_at(table, first.voorstel, "houden")
    look_at(table, second.voorstel, "aanpassen")
    assert years(table)[0] == (2027, [("vastgehouden", ("Eerste.",))])
    table.go_to(321)
    table.does("mila", at_table.keep_adopted, voorstel=first.voorstel)  # once told is enough
    table.does("mila", at_table.keep_adopted, voorstel=second.voorstel)
    table.does("fatima", actions.let_go_zin, zin=second)
    assert years(table)[0] == (2027, [("vastgehouden", ("Eerste.", "Tweede.")), ("losgelaten", ("Tweede.",))])


def test_what_lies_on_the_table_is_not_in_the_years(table: Table) -> None:
    propose(table)
    assert years(table) == []
