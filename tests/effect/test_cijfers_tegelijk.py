"""Two people fill in the same period: who looked before the other wrote is told so, also when something was emptied."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.effect.wereld import K4, fill, indicator, wijken
from tests.samenspel.table import Table
from vliegwiel.effect import actions as effect
from vliegwiel.effect.models import Waarneming
from vliegwiel.effect.refusals import CannotFillIn

pytestmark = pytest.mark.django_db


def test_a_figure_that_moved_to_another_wijk_is_not_written_over(table: Table) -> None:
    one, two, _ = wijken(table)
    it = indicator(table, "Uitgaven", over_inwoners=False, eenheid="euro")
    fill(table, it, K4, {one: 30})  # a colleague opens the form now
    given = {"indicator": it, "begin": K4, "nummer": 1}
    table.does("fatima", effect.fill_in, waarden={one.pk: None, two.pk: Decimal(7)}, **given)
    with pytest.raises(CannotFillIn, match="cijfer_botsing"):
        table.does("fatima", effect.fill_in, waarden={one.pk: Decimal(31), two.pk: None}, **given)
    assert list(Waarneming.objects.values_list("gebied__naam", "waarde")) == [("Noord", Decimal(7))]


def test_one_figure_less_is_a_change_too(table: Table) -> None:
    one, two, _ = wijken(table)
    it = indicator(table, "Uitgaven", over_inwoners=False, eenheid="euro")
    fill(table, it, K4, {one: 30, two: 7})
    given = {"indicator": it, "begin": K4, "nummer": 2}
    table.does("fatima", effect.fill_in, waarden={one.pk: None}, **given)
    with pytest.raises(CannotFillIn, match="cijfer_botsing"):
        table.does("fatima", effect.fill_in, waarden={two.pk: Decimal(8)}, **given)
