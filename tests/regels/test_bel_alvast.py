"""Bel alvast: nobody missed, nobody twice, on a working day, whatever the clock and the calendar do (2024-2060)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.rules.bel_alvast import (
    Card,
    Gebeld,
    Kandidaten,
    Waarom,
    Weg,
    call_way,
    call_window,
    guide,
    owner_of,
    wants_call,
)
from vliegwiel.ondersteuning.rules.voorziening import Einde, Fase, Reden, Wet, categories
from vliegwiel.ondersteuning.rules.vraag import Houder

DAY = timedelta(days=1)
HOLIDAYS = holidays.country_holidays("NL", years=range(2023, 2062))
AFTER = timedelta(days=28)


def closed(day: date, extra: Iterable[date] = ()) -> bool:
    return day.weekday() >= 5 or day in HOLIDAYS or day in extra


def last_open(day: date, extra: Iterable[date] = ()) -> date:
    return next(it for it in (day - n * DAY for n in range(60)) if not closed(it, extra))


def next_open(day: date, extra: Iterable[date] = ()) -> date:
    return next(it for it in (day + n * DAY for n in range(60)) if not closed(it, extra))


# -- by example

EIND = date(2026, 12, 12)  # a Saturday
FIRST = date(2026, 10, 16)  # eight weeks before, on a Saturday: the Friday before
PLANNED = Reden(Einde.VOLGENS_PLAN, True)
BROKEN = Reden(Einde.VOORTIJDIG, True)
DEAD = Reden(Einde.OVERLEDEN, False)


def card(today: date, eind: date | None = EIND, fase: str = Fase.LOOPT, **rest: object) -> Card | None:
    return wants_call(fase=fase, eind=eind, today=today, weken=8, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("eind", "weken", "day"),
    [
        (EIND, 8, FIRST),
        (date(2028, 2, 29), 8, date(2028, 1, 4)),
        (date(2028, 4, 25), 8, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2026, 12, 24)),
        (date(2027, 1, 2), 1, date(2026, 12, 24)),  # second day of Christmas, then the first
        (date(2026, 6, 1), 8, date(2026, 4, 2)),  # Easter Monday goes back to the Thursday before Good Friday
        (date(2026, 5, 24), 8, date(2026, 3, 27)),  # the Sunday on which the clock goes forward
        (EIND, 0, date(2026, 12, 11)),
    ],
)
def test_the_first_day_to_call(eind: date, weken: int, day: date) -> None:
    assert call_window(eind, weken) == day


def test_a_card_comes_stays_and_goes() -> None:
    assert card(FIRST - DAY) is None
    first = card(FIRST)
    assert first == Card(FIRST, date(2026, 12, 11), Waarom.LOOPT_AF, {"eind": "2026-12-12"})
    assert card(EIND) == first
    late = card(EIND + DAY, fase=Fase.GESTOPT)
    assert late is not None
    assert (late.waarom, late.op_zijn_laatst) == (Waarom.AL_VOORBIJ, date(2027, 1, 8))
    assert card(EIND + AFTER, fase=Fase.GESTOPT) is not None
    assert card(EIND + AFTER + DAY, fase=Fase.GESTOPT) is None


def test_no_card_for_who_died_moved_or_is_not_helped_yet() -> None:
    assert card(FIRST, weg=True) is None
    assert card(FIRST, reden=DEAD) is None
    assert card(FIRST, fase=Fase.KOMT) is None
    assert card(FIRST, fase=Fase.INGETROKKEN) is None
    assert card(FIRST, eind=None) is None
    assert card(FIRST, fase=Fase.PAUZE) is not None


@pytest.mark.parametrize("uitkomst", ["verlengen", "andere_hulp", "loopt_goed_af"])
def test_a_matter_that_is_settled_does_not_come_back_but_another_end_does(uitkomst: str) -> None:
    called = Gebeld(uitkomst, EIND, FIRST)
    assert card(FIRST, laatste=called) is None
    assert card(EIND + DAY, laatste=called) is None
    again = card(date(2027, 10, 20), date(2027, 12, 12), laatste=called)
    assert again is not None
    assert (again.waarom, again.params["eerder"]) == (Waarom.NIEUW_EINDE, "2026-12-12")
    sooner = card(FIRST + 5 * DAY, date(2026, 11, 1), laatste=called)
    assert sooner is not None
    assert sooner.waarom is Waarom.NIEUW_EINDE


def test_not_reached_comes_back_on_the_day_that_was_chosen() -> None:
    called = Gebeld("niet_bereikt", EIND, FIRST, date(2026, 10, 24))  # a Saturday
    assert card(date(2026, 10, 25), laatste=called) is None
    again = card(date(2026, 10, 26), laatste=called)
    assert again is not None
    assert (again.vanaf, again.waarom) == (date(2026, 10, 26), Waarom.NOG_NIET_BEREIKT)
    assert card(FIRST + DAY, laatste=Gebeld("niet_bereikt", EIND, FIRST)) is None
    assert card(FIRST + 3 * DAY, laatste=Gebeld("niet_bereikt", EIND, FIRST)) is not None


def test_not_reached_never_waits_until_after_the_end() -> None:
    friday = date(2026, 12, 11)
    too_late = Gebeld("niet_bereikt", EIND, FIRST, date(2027, 2, 1))
    again = card(friday, laatste=too_late)
    assert again is not None
    assert again.vanaf == friday
    last_day = Gebeld("niet_bereikt", EIND, friday, date(2026, 12, 14))
    assert card(friday, laatste=last_day) is None  # not at once again
    assert card(date(2026, 12, 14), fase=Fase.GESTOPT, laatste=last_day) is not None


def test_what_was_talked_through_and_ended_as_planned_is_over_though_the_day_differs() -> None:
    other = EIND - 2 * DAY
    called = Gebeld("loopt_goed_af", EIND, FIRST)
    assert card(EIND, other, Fase.GESTOPT, laatste=called, reden=PLANNED) is None
    broken = card(EIND, other, Fase.GESTOPT, laatste=called, reden=BROKEN)
    assert broken is not None
    assert broken.waarom is Waarom.VOORTIJDIG
    long_ago = Gebeld("verlengen", date(2025, 12, 12), date(2025, 11, 3))
    assert card(EIND, other, Fase.GESTOPT, laatste=long_ago, reden=PLANNED) is not None


def test_short_help_is_called_about_once_it_runs() -> None:
    begin = date(2026, 11, 28)  # a Saturday, two weeks before the end
    assert card(begin, begin=begin) is None
    it = card(date(2026, 11, 30), begin=begin)
    assert it is not None
    assert it.vanaf == date(2026, 11, 30)
    weekend = card(date(2026, 12, 13), date(2026, 12, 13), begin=EIND)
    assert weekend is not None
    assert weekend.vanaf <= date(2026, 12, 13)


# -- whatever the clock and the calendar do


@dataclass
class Help:
    """One provision in the simulation, and what has happened to it."""

    eind: date
    weken: int = 8
    laatste: Gebeld | None = None
    weg: bool = False

    def card(self, today: date, extra: frozenset[date]) -> Card | None:
        fase = Fase.GESTOPT if self.eind < today else Fase.LOOPT
        return wants_call(
            fase=fase,
            eind=self.eind,
            today=today,
            weken=self.weken,
            weg=self.weg,
            laatste=self.laatste,
            gesloten=extra,
        )


@dataclass
class Board:
    """The cards there are: what `vliegwiel klok` makes of the rules, without a database."""

    extra: frozenset[date] = frozenset()
    open: dict[tuple[int, date], Card] = field(default_factory=dict)
    opened: list[tuple[int, date, date]] = field(default_factory=list)

    def turn(self, today: date, people: list[Help]) -> None:
        for number, it in enumerate(people):
            wanted = it.card(today, self.extra)
            for key in [
                key for key in self.open if key[0] == number and (wanted is None or key[1] != it.eind)
            ]:
                del self.open[key]
            if wanted is not None and (number, it.eind) not in self.open:
                self.opened.append((number, it.eind, today))
            if wanted is not None:
                self.open[number, it.eind] = wanted
            assert sum(key[0] == number for key in self.open) <= 1


def sundays() -> list[date]:
    """Both clock changes of every year."""
    last = [date(year, month, 31) for year in range(2024, 2061) for month in (3, 10)]
    return [day - timedelta(days=(day.weekday() + 1) % 7) for day in last]


LEAPS = [date(year, 2, 29) for year in range(2024, 2061, 4)]
YEAR_ENDS = [date(year, month, day) for year in range(2024, 2061) for month, day in ((12, 31), (1, 1))]
FEASTS = sorted(day for day in HOLIDAYS if 2024 <= day.year <= 2060)
special = st.sampled_from([*LEAPS, *YEAR_ENDS, *sundays(), *FEASTS])
ends = st.dates(date(2024, 1, 1), date(2060, 12, 31)) | special
weeks = st.sampled_from([1, 4, 8, 8, 13, 26])
# An end of which the first day to call falls on a special day.
aimed = st.builds(lambda day, weken: Help(day + timedelta(weeks=weken), weken), special, weeks)
people = st.builds(Help, ends, weeks) | aimed
extras = st.sets(st.integers(-6, 6), max_size=6)
fast = settings(deadline=None, max_examples=200)


def expected(it: Help, extra: frozenset[date]) -> date:
    return last_open(it.eind - timedelta(days=7 * it.weken), extra)


def moments(it: Help, minute: int) -> list[datetime]:
    """Every 24 hours of UTC, so that the Dutch day is now and then skipped or seen twice at a clock change."""
    begin = datetime(it.eind.year, it.eind.month, it.eind.day, tzinfo=UTC) - timedelta(
        weeks=it.weken, days=20
    )
    return [begin + timedelta(days=number, minutes=minute) for number in range(it.weken * 7 + 60)]


def at_the_change(it: Help) -> list[datetime]:
    """Every twenty minutes from midnight to four on the days at which the clock changes."""
    days = [day for day in sundays() if abs((it.eind - day).days) < it.weken * 7 + 30]
    return [
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=20 * step)
        for day in days
        for step in range(-3, 13)
    ]


@fast
@given(people, st.integers(0, 1439) | st.sampled_from([1350, 1410, 60, 30]), extras)
def test_a_clock_that_turns_each_day_misses_nobody_and_calls_nobody_twice(
    it: Help, minute: int, shifts: set[int]
) -> None:
    extra = frozenset(it.eind - timedelta(weeks=it.weken, days=shift) for shift in shifts)
    board = Board(extra)
    turns = sorted([*moments(it, minute), *at_the_change(it)])
    days = [day_of(moment) for moment in turns]
    for day in days:
        board.turn(day, [it])
    vanaf = expected(it, extra)
    assert board.opened == [(0, it.eind, min(day for day in days if day >= vanaf))]
    assert vanaf <= it.eind - timedelta(weeks=it.weken) and not closed(vanaf, extra)
    if vanaf in days:
        assert board.opened[0][2] == vanaf
    assert (board.opened[0][2] - vanaf).days <= 1
    assert not board.open  # four weeks after the end


@fast
@given(st.lists(people, min_size=1, max_size=4), st.data())
def test_a_clock_that_skips_days_and_turns_twice_finds_them_at_its_next_turn(
    several: list[Help], data: st.DataObject
) -> None:
    first = min(expected(it, frozenset()) for it in several)
    near = [it for it in several if (it.eind - first).days < 700]
    gaps = data.draw(st.lists(st.sampled_from([0, 0, 1, 1, 2, 3, 5, 9, 21]), min_size=10, max_size=80))
    days = [first - 3 * DAY]
    for gap in gaps:
        days.append(days[-1] + gap * DAY)
    board = Board()
    for day in days:
        board.turn(day, near)
    found = {number: day for number, _, day in board.opened}
    assert max(Counter(number for number, _, _ in board.opened).values(), default=0) <= 1
    for number, it in enumerate(near):
        due = [day for day in days if expected(it, frozenset()) <= day <= it.eind + AFTER]
        assert found.get(number) == min(due, default=None)


outcomes = st.sampled_from(["verlengen", "andere_hulp", "loopt_goed_af", "niet_bereikt", "niet_bereikt"])
happenings = st.tuples(
    st.integers(1, 12),
    st.sampled_from(["call", "call", "call", "end", "end", "leave"]),
    outcomes,
    st.integers(1, 40),
    st.integers(-60, 90),
)


@fast
@given(people, st.lists(happenings, max_size=8))
def test_whatever_happens_there_is_a_card_when_and_only_when_there_should_be(
    it: Help, story: list[tuple[int, str, str, int, int]]
) -> None:
    """A consulent calls when there is a card, on any day; ends change, people leave; the clock turns every day."""
    board = Board()
    today = expected(it, frozenset()) - 2 * DAY
    settled: set[date] = set()
    for wait, what, uitkomst, again, shift in [*story, (40, "", "", 0, 0)]:
        for _ in range(wait):
            today += DAY
            board.turn(today, [it])
            assert ((0, it.eind) in board.open) == should(it, today, settled)
        if what == "call" and board.open:
            weer_op = today + again * DAY if uitkomst == "niet_bereikt" else None
            it.laatste = Gebeld(uitkomst, it.eind, today, weer_op)
            settled |= {it.eind} if uitkomst != "niet_bereikt" else set()
        elif what == "end":
            it.eind += shift * DAY
            settled = (
                {it.eind} if it.laatste and it.laatste.concluded and it.laatste.over == it.eind else set()
            )
        elif what == "leave":
            it.weg = True


def should(it: Help, today: date, settled: set[date]) -> bool:
    """The same said once more, in other words."""
    if it.weg or it.eind in settled or today > it.eind + AFTER:
        return False
    call = it.laatste
    if call is None or call.over != it.eind or call.weer_op is None:
        return today >= expected(it, frozenset())
    last, again = last_open(it.eind), next_open(call.weer_op)
    return today >= (last if call.op < last < again else again)


@fast
@given(ends, weeks)
def test_the_latest_day_is_a_working_day_too(eind: date, weken: int) -> None:
    for today in (last_open(eind - timedelta(weeks=weken)), eind, eind + 9 * DAY):
        it = wants_call(fase=Fase.LOOPT, eind=eind, today=today, weken=weken)
        assert it is not None
        assert not closed(it.vanaf)
        assert not closed(it.op_zijn_laatst)
        assert it.vanaf <= it.op_zijn_laatst
        assert it.op_zijn_laatst <= eind or today > eind


def test_the_dutch_day_is_skipped_and_doubled_at_the_clock_changes() -> None:
    """What the simulation rests on: half past ten in UTC is half past eleven or half past midnight."""
    spring = [day_of(datetime(2026, 3, day, 22, 30, tzinfo=UTC)) for day in (28, 29)]
    autumn = [day_of(datetime(2026, 10, day, 22, 30, tzinfo=UTC)) for day in (24, 25)]
    assert [second - first for first, second in pairwise(spring)] == [2 * DAY]
    assert [second - first for first, second in pairwise(autumn)] == [0 * DAY]


# -- who, and how

ANNE, BART, NEAR, AROUND, DESK, CREW = (UUID(int=number) for number in range(1, 7))
LONG, SHORT = date(2024, 1, 1), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("wie", "owner"),
    [
        (Kandidaten(ANNE, [(LONG, BART)], [(LONG, CREW)], (NEAR,), DESK), Houder(mens=ANNE)),
        (Kandidaten(None, [(SHORT, ANNE), (LONG, BART)], [(LONG, CREW)], (NEAR,), DESK), Houder(mens=BART)),
        (Kandidaten(None, [(LONG, BART), (LONG, ANNE)]), Houder(mens=ANNE)),
        (Kandidaten(None, [], [(SHORT, NEAR), (LONG, CREW)], (NEAR,), DESK), Houder(team=CREW)),
        (Kandidaten(gebied_teams=(NEAR, AROUND), vraag_team=DESK), Houder(team=NEAR)),
        (Kandidaten(vraag_team=DESK), Houder(team=DESK)),
        (Kandidaten(), None),
    ],
)
def test_the_owner(wie: Kandidaten, owner: Houder | None) -> None:
    assert owner_of(wie) == owner


@pytest.mark.parametrize(
    ("telefoon", "adres", "way"),
    [
        ("06 12 34 56 78", "", Weg.BELLEN),
        ("+31 (0)35-1234567", "Dorpsstraat 1", Weg.BELLEN),
        ("", "Dorpsstraat 1", Weg.BRIEF_OF_BEZOEK),
        ("geheim", "Dorpsstraat 1", Weg.BRIEF_OF_BEZOEK),
        ("", " ", Weg.NAVRAGEN),
    ],
)
def test_how(telefoon: str, adres: str, way: Weg) -> None:
    assert call_way(telefoon, adres) is way


def test_there_is_something_warm_to_say_about_every_category() -> None:
    wijzers = {guide(wet, it.code) for wet in Wet for it in categories(wet)}
    assert guide("wmo", "99") == guide("jeugd", "") in wijzers
    assert guide("wmo", "01") != guide("jeugd", "45")
    for it in wijzers:
        said = " ".join([it.opening, it.tekst, *it.vraag, it.beloof_niet])
        assert 3 <= it.tekst.count(".") + it.tekst.count("?") <= 5
        assert "!" not in said and "hulpverlener" not in said
        assert len(it.vraag) == 3
