"""What this room puts on Vandaag: who is asked, what is due again, where one sits."""

from __future__ import annotations

from tests.samenspel.table import ASKED, Table, at, on
from vliegwiel.samenspel import actions, home, queries, rules
from vliegwiel.samenspel.models import Voorstel


def asked(table: Table, naam: str) -> bool:
    return queries.asks_me(table.by(naam), on(0)).exists()


def test_who_was_asked_is_asked_until_they_answer_and_again_at_the_next_version(table: Table) -> None:
    voorstel = table.propose()
    everybody = {naam for naam in (*ASKED, "hanneke", "samira") if asked(table, naam)}
    assert everybody == set(ASKED)
    table.answer("bakker", voorstel)
    assert not asked(table, "bakker")
    table.publish("wim", voorstel, 1, "De tweede.")
    assert asked(table, "bakker")
    table.does("wim", actions.retract, voorstel=voorstel, reden="te vroeg")
    assert not asked(table, "mila")


def test_who_takes_a_nog_niet_back_is_silent_and_asked_again(table: Table) -> None:
    voorstel = table.propose()
    table.answer("bakker", voorstel, "nog_niet")
    assert not asked(table, "bakker")
    table.does("bakker", actions.withdraw_nog_niet, voorstel=voorstel)
    assert asked(table, "bakker")
    table.answer("bakker", voorstel)
    assert not asked(table, "bakker")


def test_an_adopted_text_asks_to_be_looked_at_on_its_day_at_its_own_table(table: Table) -> None:
    voorstel = table.agreed()
    due = voorstel.terugkijken_op
    days = (due - on(0)).days
    assert not queries.due_again(table.by("mila"), on(days - 1)).exists()
    assert queries.due_again(table.by("mila"), due).get() == voorstel
    assert [it.code for it in home.due_again(table.by("bakker"), at(days))] == ["terugkijken"]
    assert not queries.due_again(table.by("samira"), due).exists()
    table.go_to(days)
    table.does("mila", actions.keep_adopted, voorstel=voorstel)
    assert not queries.due_again(table.by("mila"), due).exists()
    assert Voorstel.objects.get().terugkijken_op == rules.look_back_default(due)
