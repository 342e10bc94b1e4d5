"""The klok over the database: whatever happens between turns, who should be called has one card, and nobody else.

Days are skipped, turns come twice, ends move, people are called, move away and come back, colleagues leave. After each
turn what is open is laid beside what the rules say of each provision by itself.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import Cast, make_cast
from tests.ondersteuning.bel import ending, make_team, noon, open_points, turn
from tests.ondersteuning.gezin import SINCE, involve
from vliegwiel.kern import clock
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Belletje, Voorziening
from vliegwiel.ondersteuning.rules.bel_alvast import Gebeld, wants_call
from vliegwiel.ondersteuning.rules.voorziening import fase, reden_of
from vliegwiel.privacy.models import Betrokkene, Betrokkenheid, Persoon
from vliegwiel.samenspel.models import Aandachtspunt

START = date(2026, 3, 2)
WEEKS = 8
PEOPLE = 4


def say_rules(row: Voorziening, today: date) -> bool:
    """Whether somebody should be called about this today, straight from the rules, one by one."""
    lives = Betrokkene.objects.filter(persoon=row.persoon, dossier=row.dossier, begindatum__lte=today)
    here = lives.filter(einddatum__isnull=True) | lives.filter(einddatum__gte=today)
    last = Belletje.objects.filter(voorziening=row).order_by("moment", "pk").last()
    card = wants_call(
        fase=fase(row, today, WEEKS),
        eind=row.eind,
        today=today,
        weken=WEEKS,
        begin=row.begonnen_op or row.begindatum,
        reden=reden_of(row.wet, row.reden),
        weg=not here.exists() or row.persoon.overleden_op is not None,
        laatste=last and Gebeld(last.uitkomst, last.over, day_of(last.moment), last.weer_op),
    )
    return card is not None


class World:
    """A gemeente, four people with help, and a day that goes on."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.day = cast, START
        make_team(cast, "Aanmeldteam", "lotte")
        self.rows = [
            ending(cast, f"Mens{n}", eind=START + timedelta(days=40 + 13 * n), gewijzigd_op=noon(SINCE))
            for n in range(PEOPLE)
        ]
        involve(self.rows[0].gezin, cast.medewerkers["samira"], regie="vaste_contactpersoon")
        involve(self.rows[1].gezin, cast.medewerkers["tarik"], "wmo")

    def fresh(self, n: int) -> Voorziening:
        self.cast.here()
        return Voorziening.objects.select_related("persoon").get(pk=self.rows[n].pk)

    def change(self, n: int, **fields: Any) -> None:
        fields = {"gewijzigd_op": noon(self.day), **fields}
        Voorziening.objects.filter(pk=self.rows[n].pk).update(**fields)

    def call(self, n: int, uitkomst: str) -> None:
        row = self.fresh(n)
        if row.eind is None:
            return
        point = Aandachtspunt.objects.filter(object=row.pk, weg_op__isnull=True).first()
        again = self.day + timedelta(days=3) if uitkomst == "niet_bereikt" else None
        Belletje.objects.create(
            gemeente=row.gemeente,
            voorziening=row,
            dossier=row.dossier,
            domein="wmo",
            persoon=row.persoon,
            medewerker=self.cast.medewerkers["samira"],
            over=row.eind,
            uitkomst=uitkomst,
            weer_op=again,
            moment=noon(self.day) + timedelta(hours=1),
        )
        if point and uitkomst != "niet_bereikt":
            point.weg_op, point.weg = noon(self.day), "gedaan"
            point.save()

    def check(self) -> None:
        points = open_points(self.cast)
        twice = [key for key, count in Counter(it.object for it in points).items() if count > 1]
        assert twice == []
        shown = {it.object for it in points if it.vanaf <= self.day}
        for n in range(PEOPLE):
            row = self.fresh(n)
            if say_rules(row, self.day):
                assert row.pk in shown, (self.day, n, row.eind)
            elif row.pk in shown:  # put off until the day to try again: there, and not yet to do
                last = Belletje.objects.filter(voorziening=row, over=row.eind).order_by("moment", "pk").last()
                assert last is not None, (self.day, n, row.eind)
                assert last.uitkomst == "niet_bereikt", (self.day, n, row.eind)
        for it in points:
            assert it.medewerker_id != self.cast.medewerkers["mila"].pk
            assert (it.medewerker_id is None) != (it.team_id is None)


person = st.integers(0, PEOPLE - 1)
steps = st.one_of(
    st.tuples(st.just("wait"), st.integers(0, 30)),
    st.tuples(st.just("turn"), st.just(0)),
    st.tuples(st.just("earlier"), person),
    st.tuples(st.just("later"), person),
    st.tuples(st.just("no_end"), person),
    st.tuples(st.just("stopped"), person),
    st.tuples(st.just("died"), person),
    st.tuples(st.just("withdrawn"), person),
    st.tuples(st.just("verlengen"), person),
    st.tuples(st.just("niet_bereikt"), person),
    st.tuples(st.just("leaves"), st.just(0)),
)


def do(world: World, what: str, n: int) -> None:
    if what in ("wait", "turn"):
        world.day += timedelta(days=n if what == "wait" else 0)
        turn(world.cast, world.day)
        return world.check()
    if what in ("verlengen", "niet_bereikt"):
        return world.call(n, what)
    if what == "leaves":
        Betrokkenheid.objects.update(beeindigd_op=noon(world.day))
        return None
    row = world.fresh(n)
    base = row.eind or world.day
    fields: dict[str, Any] = {
        "earlier": {"eind": max(base - timedelta(days=10), SINCE)},
        "later": {"eind": base + timedelta(days=45)},
        "no_end": {"eind": None},
        "stopped": {"eind": world.day, "reden": "21", "gestopt_op": world.day},
        "died": {"reden": "02"},
        "withdrawn": {"ingetrokken": not row.ingetrokken},
    }[what]
    return world.change(n, **fields)


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(story=st.lists(steps, min_size=3, max_size=12))
def test_nobody_is_missed_and_nobody_has_two_cards(story: list[tuple[str, int]]) -> None:
    with transaction.atomic():
        world = World(make_cast())
        turn(world.cast, world.day)
        world.check()
        for what, n in story:
            with clock.at(noon(world.day)):
                do(world, what, n)
        world.day += timedelta(days=1)
        turn(world.cast, world.day)
        world.check()
        transaction.set_rollback(True)


def test_every_day_of_a_year_one_card_from_the_right_day(cast: Cast) -> None:
    """Help that ends on each day of two months; the klok turns on every day, and on each the rules agree."""
    world = World(cast)
    ends = [START + timedelta(days=57 + n) for n in range(0, 42, 3)]
    world.rows = [
        ending(cast, f"Mens{n}", eind=eind, gewijzigd_op=noon(SINCE)) for n, eind in enumerate(ends)
    ]
    for ahead in range(0, 60):
        day = START + timedelta(days=ahead)
        turn(cast, day)
        shown = {it.object for it in open_points(cast) if it.vanaf <= day}
        for row in Voorziening.objects.select_related("persoon"):
            assert (row.pk in shown) == say_rules(row, day), (day, row.eind)


def test_days_that_the_klok_stood_still_are_made_up_for(cast: Cast) -> None:
    rows = [
        ending(cast, f"Mens{n}", eind=START + timedelta(days=57 + n), gewijzigd_op=noon(SINCE))
        for n in range(20)
    ]
    make_team(cast, "Aanmeldteam", "lotte")
    turn(cast, START)
    assert open_points(cast) == []
    turn(cast, START + timedelta(days=25))
    assert {it.object for it in open_points(cast)} == {row.pk for row in rows}


def test_what_changed_elsewhere_is_found_within_a_week(cast: Cast) -> None:
    """Somebody comes back to live here: no message says so."""
    row = ending(cast, eind=START + timedelta(days=50), gewijzigd_op=noon(SINCE))
    make_team(cast, "Aanmeldteam", "lotte")
    row.dossier.betrokkenen.update(einddatum=START - timedelta(days=1))
    turn(cast, START)
    assert open_points(cast) == []
    row.dossier.betrokkenen.update(einddatum=None)
    for ahead in range(1, 8):
        turn(cast, START + timedelta(days=ahead))
    assert [it.object for it in open_points(cast)] == [row.pk]


def test_help_that_begins_later_is_called_about_when_it_runs(cast: Cast) -> None:
    ending(
        cast,
        begindatum=START + timedelta(days=10),
        eind=START + timedelta(days=30),
        gewijzigd_op=noon(SINCE),
    )
    make_team(cast, "Aanmeldteam", "lotte")
    turn(cast, START)
    (point,) = open_points(cast)
    assert point.vanaf == START + timedelta(days=10)  # Thursday 12 March: waits, and opens nothing before
    assert "Anna" not in cast.client_of("lotte").get("/lindebeek/bel-alvast/").content.decode()


def test_a_person_who_died_has_no_card_though_nothing_else_changed(cast: Cast) -> None:
    row = ending(cast, eind=START + timedelta(days=20), gewijzigd_op=noon(SINCE))
    make_team(cast, "Aanmeldteam", "lotte")
    turn(cast, START)
    Persoon.objects.filter(pk=row.persoon.pk).update(overleden_op=START)
    turn(cast, START)
    assert open_points(cast) == []


def test_the_number_of_questions_does_not_depend_on_the_number_of_provisions(cast: Cast) -> None:
    """Neither the turn that finds them all, nor the one of the next day."""
    make_team(cast, "Aanmeldteam", "lotte")
    asked = []
    for number, first in ((5, START), (40, START + timedelta(days=7))):
        for n in range(number):
            eind = first + timedelta(days=15 + n % 20)
            ending(cast, f"Mens{number}-{n}", eind=eind, gewijzigd_op=noon(first))
        for day in (first, first + timedelta(days=1)):
            with CaptureQueriesContext(connection) as queries:
                turn(cast, day)
            asked.append(len(queries))
    assert len(open_points(cast)) == 45
    assert asked[1] == asked[3]
    assert max(asked) <= 60
