"""A Bijdrage that waits asks attention of who may confirm it, and of nobody else; gone when it is confirmed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import HERE
from tests.samenspel.table import Table, on
from vliegwiel.kern.marks import Purpose
from vliegwiel.privacy.inzage import collecting
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.home import aandacht
from vliegwiel.samenspel.models import Aandachtspunt, Bijdrage, Zetel

CODE = "bijdrage_wacht"


def asked(table: Table, day: int) -> set[str]:
    """Of whom it asks attention after a turn of the klok on this day."""
    table.go_to(day)
    with table.on_day(day):
        actions.bring_up_to_date(table.cast.here().pk, table.moment)
    people = {it.pk: naam for naam, it in table.cast.medewerkers.items()}
    rows = Aandachtspunt.objects.filter(code=CODE, weg_op__isnull=True)
    return {people[row.medewerker_id] for row in rows}


def offered(table: Table) -> Bijdrage:
    """Mila offers hours for Welzijn de Brug; joke of that party has mandaat."""
    made: Bijdrage = table.does("mila", actions.offer, tafel=table.tafel, inhoud="een beweegclub", uren_van=8)
    return made


def test_it_asks_who_may_promise_for_that_party_until_it_is_confirmed(table: Table) -> None:
    row = offered(table)
    assert asked(table, 1) == {"joke"}
    assert asked(table, 2) == {"joke"} and Aandachtspunt.objects.filter(code=CODE).count() == 1
    table.does("joke", actions.confirm, bijdrage=row, nummer=row.nummer)
    assert not Aandachtspunt.objects.filter(code=CODE, weg_op__isnull=True).exists()
    assert asked(table, 3) == set()


def test_what_is_taken_back_asks_nothing_any_more(table: Table) -> None:
    row = offered(table)
    assert asked(table, 1) == {"joke"}
    table.does("mila", actions.retract_bijdrage, bijdrage=row)
    assert asked(table, 2) == set()


@pytest.mark.parametrize("change", [{"mandaat": ""}, {"mandaat_tot": on(1)}, {"einddatum": on(1)}])
def test_without_mandaat_or_seat_it_asks_nobody(table: Table, change: dict[str, Any]) -> None:
    offered(table)
    Zetel.objects.filter(pk=table.zetels["joke"].pk).update(**change)
    assert asked(table, 2) == set()


def test_the_card_says_what_is_offered_and_leads_there(table: Table) -> None:
    row = offered(table)
    asked(table, 1)
    with table.on_day(1), collecting(route="test"):
        kijker = table.cast.kijker_of("joke", purpose=Purpose.OVERZICHT)
        (card,) = [it for it in aandacht.asks(kijker, table.moment) if it.code == CODE]
    assert card.params["inhoud"] == "een beweegclub" and card.href.endswith(f"/{row.pk}/")


def test_the_page_says_when_nobody_can_confirm_it_and_who_can_change_that(table: Table) -> None:
    row = offered(table)
    where, nobody = (
        f"/{HERE}/bijdragen/{row.pk}/",
        "Nog niemand van Welzijn de Brug heeft mandaat aan deze tafel.",
    )
    assert nobody not in table.cast.client_of("mila").get(where).content.decode()
    table.cast.here()
    Zetel.objects.filter(tafel=table.tafel).update(mandaat="")
    assert nobody in table.cast.client_of("mila").get(where).content.decode()
