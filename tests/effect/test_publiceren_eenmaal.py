"""Published once: what was shown is never shown otherwise, and what was hidden is nowhere kept."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps

from tests.effect.aanvaller import one_figure, quarter_from_work
from tests.effect.wereld import K3, K4, fill, indicator, wijken
from tests.samenspel.table import Table
from vliegwiel.effect import actions as effect
from vliegwiel.effect.models import Cel, Indicator, Publicatie, Waarneming
from vliegwiel.effect.refusals import CannotFillIn, CannotPublish
from vliegwiel.effect.rules import of_wijken, protect_werk
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.kern.models import Schrijflog
from vliegwiel.ondersteuning.models import Huishouden, Voorziening
from vliegwiel.ondersteuning.queries.bel_alvast_effect import what_came_of_it
from vliegwiel.ondersteuning.queries.tellen import help_ended
from vliegwiel.privacy.models import Dossier, Persoon

GEBOREN = date(1960, 1, 1)


def shown(begin: date, it: Indicator) -> dict[str, int | None]:
    rows = Cel.objects.filter(indicator=it, begin=begin).values_list("gebied__naam", "waarde")
    return {naam or "totaal": None if waarde is None else int(waarde) for naam, waarde in rows}


def test_a_small_number_is_left_out_and_gone(table: Table) -> None:
    one, two, three = wijken(table)
    it = indicator(table)
    fill(table, it, K4, {one: 30, two: 3, three: 17})
    table.does("fatima", effect.publish, indicator=it, begin=K4)
    assert not Waarneming.objects.exists()
    seen = shown(K4, it)
    assert seen["Noord"] is None and set(seen) == {"Centrum", "Noord", "Zuid", "totaal"}
    attacker, hidden = one_figure(seen, rest=False)
    assert not attacker.revealed(hidden)


def test_without_every_wijk_nobody_knows_the_whole(table: Table) -> None:
    one, two, _ = wijken(table)
    it = indicator(table)
    fill(table, it, K4, {one: 30, two: 20})
    table.does("fatima", effect.publish, indicator=it, begin=K4)
    assert shown(K4, it) == {"Centrum": 30, "Noord": 20}


def test_nothing_changes_after_publication(table: Table) -> None:
    one, *_ = wijken(table)
    it = indicator(table)
    fill(table, it, K4, {one: 30, None: 50})
    table.does("fatima", effect.publish, indicator=it, begin=K4)
    before = list(Cel.objects.order_by("pk").values())
    with pytest.raises(CannotFillIn, match="al_gepubliceerd"):
        fill(table, it, K4, {one: 31})
    with pytest.raises(CannotPublish, match="al_gepubliceerd"):
        table.does("fatima", effect.publish, indicator=it, begin=K4)
    with pytest.raises(CannotPublish, match="niets_ingevuld"):
        table.does("fatima", effect.publish, indicator=it, begin=K3)
    assert list(Cel.objects.order_by("pk").values()) == before


# -- counted from the work


class Werk:
    """A gemeente where help ends, and messages that come late."""

    def __init__(self, table: Table) -> None:
        self.table, self.gemeente = table, table.cast.here()
        self.wijken = wijken(table)
        self.number = 0
        self.chance = random.Random(7)

    def ends(self, day: date, wijk: Any, reden: str = "19", categorie: str = "01") -> None:
        self.number += 1
        it = {"gemeente": self.gemeente}
        dossier = Dossier.objects.create(**it, nummer=f"W{self.number}", geopend_op=GEBOREN)
        Huishouden.objects.create(**it, dossier=dossier, naam="iemand", gebied=wijk)
        person = Persoon.objects.create(**it, achternaam="iemand", geboortedatum=GEBOREN)
        Voorziening.objects.create(
            **it,
            dossier=dossier,
            domein="wmo",
            persoon=person,
            wet="wmo",
            toewijzing=str(self.number),
            categorie=categorie,
            begindatum=date(2024, 1, 1),
            eind=day,
            reden=reden,
            gewijzigd_op=datetime(2026, 1, 1, tzinfo=UTC),
        )

    def quarter(self, begin: date) -> None:
        for _ in range(90):
            day = begin + timedelta(days=self.chance.randrange(80))
            self.ends(
                day,
                self.chance.choice([*self.wijken, *self.wijken[:1] * 4, None]),
                self.chance.choice(["19", "19", "19", "21", "36"]),
                self.chance.choice(["01", "01", "05"]),
            )

    def klok(self, moment: datetime) -> int:
        self.table.cast.here()
        return effect.publish_from_work(self.gemeente.pk, moment)

    def everything(self) -> dict[date, dict[str, dict[str, int | None]]]:
        found: dict[date, dict[str, dict[str, int | None]]] = defaultdict(lambda: defaultdict(dict))
        for cel in Cel.objects.select_related("indicator", "gebied"):
            where = cel.gebied.naam if cel.gebied else "totaal"
            found[cel.begin][cel.indicator.telling][where] = None if cel.waarde is None else int(cel.waarde)
        return found


NU = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 4, 28, 9, 0, tzinfo=UTC)


def test_a_figure_gets_its_name_whatever_colleagues_called_theirs(table: Table) -> None:
    """The klok does not stop at a name that is taken, and writes down what it made."""
    taken = "Hulp die eindigde volgens plan"
    for naam in (taken, f"{taken} (geteld)", f"{taken} (geteld 2)"):
        indicator(table, naam)
    work = Werk(table)
    work.quarter(K4)
    work.klok(NU)
    made = Indicator.objects.get(telling="volgens_plan")
    assert made.naam == f"{taken} (geteld 3)"
    assert Schrijflog.objects.filter(actie="indicator.gemaakt", object=made.pk).exists()


def test_a_quarter_is_published_once_however_often_the_klok_strikes(table: Table) -> None:
    work = Werk(table)
    work.quarter(K4)
    assert work.klok(NU) == 8  # as many quarters back as there are; no plan goals yet
    cells = Cel.objects.count()
    assert work.klok(NU) == 0 and Cel.objects.count() == cells
    assert set(Indicator.objects.values_list("telling", flat=True)) == {
        "volgens_plan",
        "voortijdig",
        "op_tijd_gebeld",
    }
    assert Publicatie.objects.filter(begin=K4).count() == 1
    assert any(value for values in work.everything()[K4].values() for value in values.values())


def test_a_quarter_waits_for_late_messages(table: Table) -> None:
    work = Werk(table)
    work.quarter(K4)
    work.klok(datetime(2026, 1, 15, 9, 0, tzinfo=UTC))
    assert not Publicatie.objects.filter(begin=K4).exists()
    work.klok(datetime(2026, 1, 23, 9, 0, tzinfo=UTC))
    assert Publicatie.objects.filter(begin=K4).exists()


def test_what_is_off_counts_nothing(table: Table) -> None:
    work = Werk(table)
    work.quarter(K4)
    Instelling.objects.create(
        gemeente=work.gemeente, code="praktijk.effect", waarde=False, vanaf=date(2026, 1, 1)
    )
    assert work.klok(NU) == 0 and not Publicatie.objects.exists()


def test_the_attacker_learns_nothing_in_space_and_in_time(table: Table) -> None:
    """All quarters, all figures, and what *Wat kwam ervan* shows of the same people at that moment; then late
    messages come and another quarter goes by."""
    work = Werk(table)
    for begin in (K3, K4):
        work.quarter(begin)
    work.klok(NU)
    first = work.everything()
    elders = _elders(table)
    for begin in (K3, K4):
        attacker, hidden = quarter_from_work(first[begin], elders[begin])
        assert hidden and not attacker.revealed(hidden)
    work.ends(date(2025, 11, 3), work.wijken[1], "21")  # one message, too late: one person in a small wijk
    work.quarter(date(2026, 1, 1))
    with table.on_day(57):
        work.klok(LATER)
    second = work.everything()
    assert {begin: second[begin] for begin in first} == first
    attacker, hidden = quarter_from_work(second[date(2026, 1, 1)], None)
    assert not attacker.revealed(hidden)


def _elders(table: Table) -> dict[date, dict[str, dict[str, int | None]]]:
    found = {}
    for it in what_came_of_it(table.by("wim"), table.moment.date()).kwartalen:
        year, number = it.code.split("-")
        rows = {"totaal": it.totaal, **{row.wat: row for row in it.regels}}
        found[date(int(year), int(number) * 3 - 2, 1)] = {
            kind: {name: getattr(row, name) for name in ("aantal", "op_tijd", "goed", "voortijdig")}
            for kind, row in rows.items()
        }
    return found


def test_the_attacker_sees_one_late_message_where_figures_are_not_frozen(table: Table) -> None:
    """Why they are: counted again, the difference is that one person."""
    work = Werk(table)
    work.quarter(K4)

    def counted_again() -> dict[tuple[str, str], int | None]:
        found = help_ended(work.gemeente.pk, K4, date(2025, 12, 31))
        wijken = [str(it.pk) for it in work.wijken]
        shown = protect_werk(of_wijken(found.telling, wijken), found.elders)
        return {(code, where): value for code, values in shown.items() for where, value in values.items()}

    before = counted_again()
    work.ends(date(2025, 11, 3), work.wijken[0], "19")
    after = counted_again()
    both = {key for key, value in before.items() if value is not None and after[key] is not None}
    assert 1 in {after[key] - before[key] for key in both}  # type: ignore[operator]


def test_what_is_hidden_is_in_no_table_of_this_room(table: Table) -> None:
    """A number of its own that nobody else has, in a wijk too small to show."""
    one, two, three = wijken(table)
    it = indicator(table)
    fill(table, it, K4, {one: 4000, two: 7, three: 5000, None: 9007})
    table.does("fatima", effect.publish, indicator=it, begin=K4)
    for model in apps.get_app_config("effect").get_models():
        for row in model.objects.all().values():  # type: ignore[attr-defined]
            assert 7 not in [value for value in row.values() if not isinstance(value, bool)], model
