"""Two people fill in the same period: who looked before the other wrote is told so, also when something was emptied."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE
from tests.effect.aanvaller import one_figure
from tests.effect.wereld import K4, indicator, wijken
from tests.forms import post
from tests.samenspel.table import Table
from vliegwiel.effect.models import Cel, Indicator, Waarneming
from vliegwiel.gemeenschap.models import Gebied

pytestmark = pytest.mark.django_db


@pytest.fixture
def plekken(table: Table) -> list[Gebied]:
    return wijken(table)


@pytest.fixture
def uitgaven(table: Table) -> Indicator:
    return indicator(table, "Uitgaven", over_inwoners=False, eenheid="euro")


def opened(table: Table, naam: str, it: Indicator) -> tuple[Any, dict[str, str]]:
    """The page as somebody has it before them, with what is in its fields."""
    client = table.cast.client_of(naam)
    return client, fields(client.get(path(it)))


def path(it: Indicator) -> str:
    return reverse("indicator_invullen", args=[HERE, it.pk]) + "?periode=2025-K4"


def fields(answer: Any) -> dict[str, str]:
    found = {}
    for tag in re.findall(r"<input\b[^>]*>", answer.content.decode()):
        given = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if "name" in given:
            found[given["name"]] = unescape(given.get("value", ""))
    return found


def send(table: Table, form: tuple[Any, dict[str, str]], it: Indicator, values: dict[Gebied, str]) -> Any:
    client, known = form
    answer = client.post(path(it), {**known, **{f"wijk_{wijk.pk.hex}": it for wijk, it in values.items()}})
    table.cast.here()
    return answer


def write(table: Table, it: Indicator, values: dict[Gebied, str], naam: str = "fatima") -> None:
    assert send(table, opened(table, naam, it), it, values).status_code == 302


def stored() -> dict[str, Decimal]:
    rows = Waarneming.objects.values_list("gebied__naam", "waarde")
    return {naam or "geheel": waarde for naam, waarde in rows}


def test_a_figure_that_moved_to_another_wijk_is_not_written_over(
    table: Table, uitgaven: Indicator, plekken: list[Gebied]
) -> None:
    one, two, _ = plekken
    write(table, uitgaven, {one: "30"})
    mine = opened(table, "wim", uitgaven)
    write(table, uitgaven, {one: "", two: "7"})
    answer = send(table, mine, uitgaven, {one: "31"})
    assert answer.status_code == 422 and "Een collega vulde" in answer.content.decode()
    assert stored() == {"Noord": Decimal(7)}


def test_a_period_that_was_emptied_and_filled_again_is_another(
    table: Table, uitgaven: Indicator, plekken: list[Gebied]
) -> None:
    one, two, _ = plekken
    write(table, uitgaven, {one: "30"})
    mine = opened(table, "wim", uitgaven)
    write(table, uitgaven, {one: ""})
    write(table, uitgaven, {two: "7"})
    assert send(table, mine, uitgaven, {one: "31"}).status_code == 422
    assert stored() == {"Noord": Decimal(7)}


def test_one_figure_less_is_a_change_too(table: Table, uitgaven: Indicator, plekken: list[Gebied]) -> None:
    one, two, _ = plekken
    write(table, uitgaven, {one: "30", two: "7"})
    mine = opened(table, "wim", uitgaven)
    write(table, uitgaven, {one: ""})
    assert send(table, mine, uitgaven, {two: "8"}).status_code == 422
    assert stored() == {"Noord": Decimal(7)}


def test_after_a_clash_what_is_there_now_is_said_and_what_was_typed_stays(
    table: Table, uitgaven: Indicator, plekken: list[Gebied]
) -> None:
    one, two, _ = plekken
    mine = opened(table, "wim", uitgaven)
    write(table, uitgaven, {two: "4711"})
    answer = send(table, mine, uitgaven, {one: "31"})
    text = answer.content.decode()
    assert "4.711" in text and 'value="31"' in text
    again = (mine[0], fields(answer))
    assert send(table, again, uitgaven, {two: "4711"}).status_code == 302
    assert stored() == {"Centrum": Decimal(31), "Noord": Decimal(4711)}


def test_of_residents_two_are_told_and_nothing_is_read_back(table: Table, plekken: list[Gebied]) -> None:
    it = indicator(table)
    mine = opened(table, "wim", it)
    write(table, it, {plekken[0]: "4711"})
    answer = send(table, mine, it, {plekken[1]: "31"})
    assert answer.status_code == 422
    assert "4711" not in answer.content.decode().replace(".", "")
    form = opened(table, "wim", it)
    assert not any("4711" in value for value in form[1].values())


def test_what_says_which_figures_were_seen_says_nothing_of_their_size(
    table: Table, plekken: list[Gebied]
) -> None:
    """Else who fills in could compare it with that of every number under ten."""
    it = indicator(table)
    write(table, it, {plekken[0]: "3"})
    row = Waarneming.objects.get()
    _, before = opened(table, "wim", it)
    Waarneming.objects.filter(pk=row.pk).update(waarde=4)
    _, after = opened(table, "wim", it)
    assert before["versie"] == after["versie"] != ""


# -- the whole and its parts, of residents


def test_a_whole_is_compared_with_what_is_sent_with_it_and_nothing_else(
    table: Table, plekken: list[Gebied]
) -> None:
    """With what a colleague filled in before, a few tries would give the three of one wijk."""
    it = indicator(table)
    write(table, it, {plekken[0]: "3"})
    for whole in ("0", "2", "3", "4"):
        client, known = opened(table, "wim", it)
        assert client.post(path(it), {**known, "geheel": whole}).status_code == 302
        table.cast.here()
    assert stored()["geheel"] == 4
    write(table, it, {plekken[1]: "40"})
    assert stored() == {"Centrum": Decimal(3), "Noord": Decimal(40), "geheel": Decimal(4)}
    client, known = opened(table, "wim", it)
    both = {**known, "geheel": "5", f"wijk_{plekken[0].pk.hex}": "6"}
    answer = client.post(path(it), both)
    assert answer.status_code == 422 and "kleiner dan de wijken samen" in answer.content.decode()
    table.cast.here()
    assert Waarneming.objects.filter(begin=K4).count() == 3


def test_a_whole_that_is_less_than_its_wijken_is_left_out_at_publication(
    table: Table, plekken: list[Gebied]
) -> None:
    """Not refused: a refusal would tell, as often as one tries."""
    it = indicator(table)
    for wijk, value in zip(plekken, (30, 3, 17), strict=True):
        write(table, it, {wijk: str(value)})
    client, known = opened(table, "wim", it)
    client.post(path(it), {**known, "geheel": "49"})
    publish = reverse("indicator_publiceren", args=[HERE, it.pk])
    assert post(client, publish, {"periode": "2025-K4"}).status_code == 302
    table.cast.here()
    rows = Cel.objects.values_list("gebied__naam", "waarde")
    shown = {naam or "totaal": None if waarde is None else int(waarde) for naam, waarde in rows}
    assert shown["totaal"] is None and shown["Noord"] is None and shown["Centrum"] == 30
    assert not Waarneming.objects.exists()
    attacker, hidden = one_figure(shown, rest=False)
    assert not attacker.revealed(hidden)
