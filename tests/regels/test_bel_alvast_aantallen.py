"""What came of calling: counted right, and whoever tries every possible table learns no count that is not shown."""

from __future__ import annotations

import itertools
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vliegwiel.kern.kleine_aantallen import TOTAAL, Beschermd, Cel, Telling, protect
from vliegwiel.ondersteuning.rules.bel_uitkomst import (
    GOED,
    OP_TIJD,
    VERVOLG,
    Afloop,
    gap_days,
    outcome_summary,
    quarter_of,
)

CAP = 8  # small numbers in these tables, and small is under two or three: so every table can be tried

Parts = tuple[int, ...]  # of one cell: the count, then the first part of each division of two


# -- the attacker: every table of whole numbers that looks the same


class Attacker:
    """Knows what is shown, that counts are whole and not below zero, and that parts are together the count."""

    def __init__(self, seen: Beschermd, cap: int) -> None:
        self.seen, self.cap = seen, cap
        self.rows = sorted({row for row, _ in seen.aantal} - {TOTAAL})
        self.columns = sorted({column for _, column in seen.aantal} - {TOTAAL})
        self.names = list(seen.verdeling)

    def known(self, cel: Cel) -> list[int | None]:
        parts = [self.seen.verdeling[name][cel] for name in self.names]
        return [self.seen.aantal[cel], *(it[0] if it else None for it in parts)]

    def fits(self, cel: Cel, numbers: Parts) -> bool:
        return all(known in (None, it) for known, it in zip(self.known(cel), numbers, strict=True))

    def cells(self, cel: Cel) -> list[Parts]:
        every = (
            (count, *parts)
            for count in range(self.cap + 1)
            for parts in itertools.product(range(count + 1), repeat=len(self.names))
        )
        return [numbers for numbers in every if self.fits(cel, numbers)]

    def signature(self, row: list[Parts]) -> tuple[int, ...]:
        """What this row adds to the totals that are shown."""
        columns = [*zip(self.columns, row, strict=True), (TOTAAL, plus(row))]
        return tuple(
            number
            for column, numbers in columns
            for number, known in zip(numbers, self.known((TOTAAL, column)), strict=True)
            if known is not None
        )

    def values(self) -> dict[tuple[Cel, int], set[int]]:
        """Per cell and number (count or part) every value it has in some table."""
        ways: list[dict[tuple[int, ...], dict[tuple[str, int], set[int]]]] = []
        for row in self.rows:
            way: dict[tuple[int, ...], dict[tuple[str, int], set[int]]] = defaultdict(
                lambda: defaultdict(set)
            )
            for numbers in itertools.product(*(self.cells((row, column)) for column in self.columns)):
                if self.fits((row, TOTAAL), plus(numbers)):
                    found = way[self.signature(list(numbers))]
                    for column, it in [*zip(self.columns, numbers, strict=True), (TOTAAL, plus(numbers))]:
                        for place, number in enumerate(it):
                            found[column, place].add(number)
            ways.append(way)
        return self.together(ways)

    def together(
        self, ways: list[dict[tuple[int, ...], dict[tuple[str, int], set[int]]]]
    ) -> dict[tuple[Cel, int], set[int]]:
        goal = tuple(
            known
            for column in [*self.columns, TOTAAL]
            for known in self.known((TOTAAL, column))
            if known is not None
        )
        values: dict[tuple[Cel, int], set[int]] = defaultdict(set)
        for chosen in itertools.product(*ways[:-1]):
            last = tuple(total - sum(parts) for total, *parts in zip(goal, *chosen, strict=True))
            if last not in ways[-1]:
                continue
            found = [way[it] for way, it in zip(ways, (*chosen, last), strict=True)]
            for key in found[0]:
                for row, it in zip(self.rows, found, strict=True):
                    values[(row, key[0]), key[1]] |= it[key]
                low, high = sum(min(it[key]) for it in found), sum(max(it[key]) for it in found)
                values[(TOTAAL, key[0]), key[1]] |= {low, high}
        return values


def plus(row: tuple[Parts, ...] | list[Parts]) -> Parts:
    return tuple(map(sum, zip(*row, strict=True)))


def hidden(seen: Beschermd) -> Iterator[tuple[Cel, int]]:
    for cel, count in seen.aantal.items():
        if count is None:
            yield cel, 0
    for place, parts in enumerate(seen.verdeling.values(), 1):
        for cel, it in parts.items():
            if it is None:
                yield cel, place


def check(telling: Telling, minste: int, cap: int = CAP) -> None:
    """No small number is shown; no hidden one follows; a small count might be no small one."""
    seen = protect(telling, minste)
    assert all(count is None or count >= minste for count in seen.aantal.values())
    assert all(it is None or min(it) >= minste for parts in seen.verdeling.values() for it in parts.values())
    values = Attacker(seen, cap).values()
    for cel, place in hidden(seen):
        under = [at for at in telling.aantal if cel[0] in (at[0], TOTAAL) and cel[1] in (at[1], TOTAAL)]
        count = sum(telling.aantal[at] for at in under)
        if place and not count:
            continue  # nobody is there: no part of nobody is anybody's
        assert len(values[cel, place]) > 1, f"{cel} {place} follows from what is shown"
        if not place and count < minste:
            assert max(values[cel, place]) >= minste, f"{cel} is seen to be small"


def tables(rows: int, columns: int, divisions: int, largest: int = 5) -> st.SearchStrategy[Telling]:
    """Random tables; half of the parts about half, so that some of them may be shown."""
    cells = [(f"r{row}", f"k{column}") for row in range(rows) for column in range(columns)]
    one = (st.integers(0, largest) | st.integers(largest - 1, largest)).flatmap(
        lambda count: st.tuples(st.just(count), *[st.integers(0, count) | st.just(count // 2)] * divisions)
    )

    def made(numbers: list[tuple[int, ...]]) -> Telling:
        table = dict(zip(cells, numbers, strict=True))
        names = [f"v{place}" for place in range(1, divisions + 1)]
        parts = {
            name: {at: (it[p], it[0] - it[p]) for at, it in table.items()} for p, name in enumerate(names, 1)
        }
        return Telling({at: it[0] for at, it in table.items()}, parts)

    return st.lists(one, min_size=len(cells), max_size=len(cells)).map(made)


calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@settings(calm, max_examples=60)
@given(tables(3, 3, 0))
def test_no_count_follows_from_rows_columns_and_totals(telling: Telling) -> None:
    check(telling, 3)


@settings(calm, max_examples=60)
@given(tables(2, 2, 1))
def test_no_part_follows_from_counts_and_totals(telling: Telling) -> None:
    check(telling, 2)


@settings(calm, max_examples=6)
@given(tables(2, 3, 1, 4))
def test_nor_in_a_wider_table(telling: Telling) -> None:
    check(telling, 2, 6)


@settings(calm, max_examples=6)
@given(tables(2, 2, 2, 4))
def test_nor_from_two_divisions_side_by_side(telling: Telling) -> None:
    check(telling, 2, 6)


def test_a_count_moves_together_with_its_parts() -> None:
    """Four cells whose parts cannot be exchanged: put beside the parts, too, the small count stays hidden."""
    parts = {(row, column): (4, 4) for row in "abc" for column in "xyz"}
    parts |= {("a", "x"): (1, 0), ("a", "y"): (3, 0), ("b", "x"): (0, 3), ("b", "y"): (1, 2)}
    check(Telling({cel: sum(it) for cel, it in parts.items()}, {"v": parts}), 2, 10)


def test_what_is_large_is_shown() -> None:
    large = {(row, column): 30 for row in "ab" for column in "xy"}
    seen = protect(Telling(large, {"v": dict.fromkeys(large, (12, 18))}))
    assert None not in seen.aantal.values()
    assert seen.aantal[TOTAAL, TOTAAL] == 120
    assert seen.verdeling["v"]["a", TOTAAL] == (24, 36)


def test_one_small_cell_takes_three_others_along() -> None:
    table = {(row, column): 30 for row in "abc" for column in "xyz"} | {("a", "x"): 4}
    seen = protect(Telling(table))
    assert sorted(cel for cel, count in seen.aantal.items() if count is None) == [
        ("a", "x"),
        ("a", "y"),
        ("b", "x"),
        ("b", "y"),
    ]
    assert seen.aantal["a", TOTAAL] == 64


def test_everybody_is_as_small_as_nobody() -> None:
    """All forty were called: then each of them is known to be. What is left, zero, is under ten."""
    table = {(row, column): 40 for row in "ab" for column in "xy"}
    seen = protect(Telling(table, {"v": dict.fromkeys(table, (25, 15)) | {("a", "x"): (40, 0)}}))
    assert seen.verdeling["v"]["a", "x"] is None
    assert seen.aantal["a", "x"] == 40


@pytest.mark.parametrize("table", [{}, {("a", "x"): 0}, {("a", "x"): 9}, {("a", "x"): 9, ("a", "y"): 0}])
def test_little_or_nothing_shows_nothing(table: dict[Cel, int]) -> None:
    seen = protect(Telling(table))
    assert set(seen.aantal.values()) <= {None}


def test_a_kind_of_help_that_did_not_end_in_every_quarter() -> None:
    table = {("a", "x"): 40, ("b", "y"): 40, ("b", "x"): 40}
    seen = protect(Telling(table, {"v": dict.fromkeys(table, (20, 20))}))
    assert seen.aantal["a", "y"] is None
    assert seen.verdeling["v"]["a", "y"] is None
    assert seen.aantal[TOTAAL, TOTAAL] == 120


def test_parts_that_are_not_the_count_are_refused() -> None:
    with pytest.raises(ValueError, match="the parts are not the count"):
        Telling({("a", "x"): 5}, {"v": {("a", "x"): (2, 2)}})


def test_three_years_of_forty_categories_are_quick() -> None:
    chance = random.Random(4)
    table = {
        (f"q{row}", f"c{column}"): int(chance.expovariate(0.05)) for row in range(12) for column in range(42)
    }
    parts = {at: (count // 2, count - count // 2) for at, count in table.items()}
    before = time.process_time()
    protect(Telling(table, {"v": parts, "w": parts}))
    assert time.process_time() - before < 10


# -- counting

Q2 = date(2026, 5, 1)


def test_quarters() -> None:
    assert [quarter_of(date(2026, month, 28)) for month in (1, 3, 4, 12)] == [
        "2026-1",
        "2026-1",
        "2026-2",
        "2026-4",
    ]


@pytest.mark.parametrize(
    ("others", "gap"),
    [
        ([], None),
        ([(date(2026, 5, 2), None)], 0),
        ([(date(2026, 4, 1), date(2026, 9, 1))], 0),
        ([(date(2026, 5, 3), None)], 1),
        ([(date(2026, 8, 1), None), (date(2026, 5, 22), date(2026, 6, 1))], 20),
        ([(date(2025, 1, 1), date(2026, 5, 1))], None),
        ([(date(2027, 5, 2), None)], 365),
        ([(date(2027, 5, 3), None)], None),
    ],
)
def test_gap(others: list[tuple[date, date | None]], gap: int | None) -> None:
    assert gap_days(Q2, others) == gap


@pytest.mark.parametrize(
    ("it", "in_time", "well"),
    [
        (Afloop("02", Q2), False, False),
        (Afloop("02", Q2, bereikt_op=Q2, uitkomst="loopt_goed_af"), True, True),
        (Afloop("02", Q2, bereikt_op=date(2026, 5, 2), uitkomst="verlengen", gat=3), False, False),
        (Afloop("02", Q2, "volgens_plan", gat=40), False, True),
        (Afloop("02", Q2, "voortijdig", Q2, "loopt_goed_af", 0), True, False),
        (Afloop("02", Q2, "gemeente", gat=0), False, True),
    ],
)
def test_in_time_and_ended_well(it: Afloop, in_time: bool, well: bool) -> None:
    assert (it.op_tijd, it.goed) == (in_time, well)


def test_summary() -> None:
    rows = [Afloop("02", Q2, "volgens_plan", Q2, "loopt_goed_af")] * 12
    rows += [Afloop("02", Q2, "gemeente", gat=days) for days in range(1, 15)]
    rows += [Afloop("02", Q2, "gemeente", gat=0)] * 11
    page = outcome_summary([*rows, *[Afloop("02", Q2, "overleden")] * 20])
    cel = ("2026-2", "02")
    assert page.tabel.aantal[cel] == 37
    assert page.tabel.verdeling[OP_TIJD][cel] == (12, 25)
    assert page.tabel.verdeling[VERVOLG][cel] == (11, 14, 12)
    assert page.tabel.verdeling[GOED][cel] == (23, 14)
    assert page.gat[cel] == page.gat[TOTAAL, TOTAAL] == 7
    assert outcome_summary([]).gat == {}


def test_no_middle_gap_of_a_few() -> None:
    rows = [Afloop("02", Q2, gat=days) for days in range(9)] + [Afloop("02", Q2)] * 30
    assert outcome_summary(rows).gat == {}
