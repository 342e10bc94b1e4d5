"""Three lines by day, and how lines of who looked fall together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from vliegwiel.ondersteuning.rules.inwoner import APART, GROEPEN, Blik, fall_together, first_three, whole_days
from vliegwiel.ondersteuning.rules.kaart import LANGST, Kaartstand, end_is_right, is_open, proposed_end

TODAY = date(2026, 3, 10)
near = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days))


@dataclass(frozen=True)
class Line:
    groep: str
    wanneer: date | None = None
    hoe_laat: time | None = None
    vast: bool = False


lines = st.lists(
    st.builds(
        Line,
        st.sampled_from(GROEPEN),
        st.none() | near,
        st.none() | st.integers(0, 23).map(time),
        st.booleans(),
    ),
    max_size=12,
)


@given(lines)
def test_three_lines_and_the_rest_lose_nothing(given_lines: list[Line]) -> None:
    first, rest = first_three(given_lines, TODAY)
    assert len(first) == min(3, len(given_lines))
    assert sorted(map(repr, first + rest)) == sorted(map(repr, given_lines))


@given(lines)
def test_each_of_the_three_groups_that_has_a_line_is_seen(given_lines: list[Line]) -> None:
    first, _ = first_three(given_lines, TODAY)
    assert {it.groep for it in first} >= {it.groep for it in given_lines}


def test_the_nearest_day_to_come_goes_before_what_is_past() -> None:
    past, soon, later = (Line("zelf", TODAY + timedelta(days=d)) for d in (-3, 1, 9))
    assert first_three([past, later, soon], TODAY)[0] == [soon, later, past]


def test_of_the_gemeente_the_vaste_contactpersoon_comes_first() -> None:
    other, vast = Line("gemeente", TODAY), Line("gemeente", TODAY + timedelta(days=30), vast=True)
    assert first_three([other, vast, Line("zelf"), Line("omgeving")], TODAY)[0][2] == vast


def look(number: int, soort: str, dag: int = 0, organisatie: str = "A", doel: str = "vraag") -> Blik:
    day = TODAY - timedelta(days=dag)
    return Blik(number, UUID(int=1), datetime(2026, 3, 10, tzinfo=UTC), day, organisatie, doel, soort)


soorten = st.sampled_from(["lijst", "zoeken", *sorted(APART)])
looks = st.lists(
    st.builds(
        look,
        st.integers(),
        st.sampled_from(["lijst", "zoeken", *sorted(APART)]),
        st.integers(0, 2),
        st.sampled_from("AB"),
    )
)


@given(looks)
def test_lists_are_one_line_a_day_and_all_else_its_own(seen: list[Blik]) -> None:
    found = fall_together(seen)
    assert [it for it in found if it.soort in APART] == [it for it in seen if it.soort in APART]
    wide = [(it.dag, it.organisatie, it.doel) for it in found if it.soort not in APART]
    assert len(wide) == len(set(wide))
    assert set(wide) == {(it.dag, it.organisatie, it.doel) for it in seen if it.soort not in APART}


def test_a_batch_that_was_cut_off_ends_at_a_whole_day() -> None:
    rows = [look(3, "plan"), look(2, "plan", 1), look(1, "plan", 1)]
    assert whole_days(rows, True) == rows[:1]
    assert whole_days(rows, False) == rows
    assert whole_days(rows[1:], True) == rows[1:]  # one day fills the batch: then it is shown as it is


def test_a_card_opens_through_its_last_day() -> None:
    assert is_open(Kaartstand(TODAY, False, None), TODAY)
    assert not is_open(Kaartstand(TODAY, False, None), TODAY + timedelta(days=1))
    assert not is_open(Kaartstand(TODAY, True, None), TODAY)
    assert not is_open(Kaartstand(TODAY, False, TODAY), TODAY)


@given(st.none() | near.map(lambda day: day + timedelta(days=60)))
def test_what_is_proposed_may_be_chosen(day: date | None) -> None:
    assert end_is_right(proposed_end(day, TODAY), TODAY)
    assert not end_is_right(TODAY + LANGST + timedelta(days=1), TODAY)
