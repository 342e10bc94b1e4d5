"""What was said in a proposal is written once, and what is decided is closed: by the database itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from tests.samenspel.table import Table
from vliegwiel.kern.ids import new_id
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Houding, Onderbouwing, Versie, Voorstel


def refused(deed: Callable[[], Any], why: str) -> None:
    with pytest.raises(DatabaseError, match=why), transaction.atomic():
        deed()


@pytest.fixture
def voorstel(table: Table) -> Voorstel:
    said = table.say("bakker", table.gesprek(), "ik wil gewoon meedoen")
    found = table.propose(rust_op=[said])
    table.answer("bakker", found, "nog_niet")
    return found


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Versie, {"tekst": "iets anders"}),
        (Versie, {"nummer": 7}),
        (Houding, {"keuze": "akkoord"}),
        (Houding, {"want": ""}),
    ],
)
def test_a_version_and_a_stance_never_change(voorstel: Voorstel, model: Any, change: dict[str, Any]) -> None:
    refused(lambda: model.objects.all().update(**change), "written once")
    row = model.objects.first()
    for name, value in change.items():
        setattr(row, name, value)
    refused(row.save, "written once")


def test_nor_what_a_version_rests_on(voorstel: Voorstel) -> None:
    refused(lambda: Onderbouwing.objects.all().update(versie=Versie.objects.get()), "written once")


def adopted(table: Table) -> Voorstel:
    return table.agreed()


def retracted(table: Table) -> Voorstel:
    return table.does("wim", actions.retract, voorstel=table.propose(), reden="te vroeg")


decided = pytest.mark.parametrize("decide", [adopted, retracted])


def copy_of(row: Any, **change: Any) -> Any:
    """The same row once more, with another id."""
    row.pk = new_id()
    for name, value in change.items():
        setattr(row, name, value)
    return row


@decided
def test_a_decided_text_takes_no_new_version(table: Table, decide: Callable[[Table], Voorstel]) -> None:
    decide(table)
    late = copy_of(Versie.objects.get(), nummer=2, tekst="toch iets anders")
    refused(lambda: late.save(force_insert=True), "besloten")


@decided
def test_a_decided_text_takes_no_new_stance(table: Table, decide: Callable[[Table], Voorstel]) -> None:
    voorstel = decide(table)
    late = Houding(
        gemeente_id=voorstel.gemeente_id, versie=Versie.objects.get(), zetel=table.zetels["mila"], keuze="nog_niet",
        want="te laat", moment=table.now(),
    )  # fmt: skip
    refused(lambda: late.save(force_insert=True), "besloten")


@decided
@pytest.mark.parametrize(
    "change", [{"status": "open"}, {"titel": "een ander woord"}], ids=["opened again", "another title"]
)
def test_a_decision_is_not_undone(
    table: Table, decide: Callable[[Table], Voorstel], change: dict[str, Any]
) -> None:
    decide(table)
    refused(lambda: Voorstel.objects.all().update(**change), "besloten")


def test_the_day_of_adoption_stays_and_the_day_to_look_back_moves(table: Table) -> None:
    voorstel = table.agreed()
    later = voorstel.aangenomen_op + timedelta(days=1)
    refused(lambda: Voorstel.objects.all().update(aangenomen_op=later), "besloten")
    Voorstel.objects.all().update(terugkijken_op=later.date())


def test_the_decision_of_one_text_leaves_another_open(table: Table) -> None:
    table.agreed()
    other = table.propose(titel="eigen kracht")
    table.publish("mila", other, 1, "De tweede.")
    table.answer("mila", other, versie=2)
    assert Voorstel.objects.filter(status="open").get() == other
