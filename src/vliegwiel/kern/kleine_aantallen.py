"""Small numbers protected: a table of counts in which nobody can be found back. Free of Django.

A count under ten is not shown, nor a part of a count (called in time: 37 of 40) when that part or what is left of it is
under ten; zero neither, so that nobody learns that nobody, or everybody, is meant. Rows and columns have true totals,
and what is not shown must not follow from them. So more is left out until for every count that is not shown there is
another table, possible in every way, that looks the same and has another number there:

- a cycle of cells, one up, the next down, …, keeps every total: the table is a graph with rows and columns as nodes
  and cells (totals too) as edges, and only cells that are left out may move. `_cycle` finds the cheapest one
  through a cell, and what it needs is left out. To leave out more never takes such a cycle away again.
- of a count (not of a part) the other table has ten or more there: that it is small is not to be seen either.
- the parts move along: a count moves together with the largest part of each division, parts move against each other.
  So whoever puts the count beside its parts finds out no more.

Not protected is who compares two tables with cells in common, today's with the one of last week: show quarters that
are over, each as a table of its own, for the whole gemeente, without filters.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

TOTAAL = "totaal"
MINSTE = 10

Cel: TypeAlias = tuple[str, str]  # row, column; either may be TOTAAL
Delen: TypeAlias = tuple[int, ...]  # how a count is divided: its parts, together the count


@dataclass(frozen=True)
class Telling:
    """Counts per row and column, and per name of a division the parts of every count. Without totals."""

    aantal: Mapping[Cel, int]
    verdeling: Mapping[str, Mapping[Cel, Delen]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, delen in self.verdeling.items():
            if {cel: sum(it) for cel, it in delen.items()} != dict(self.aantal):
                raise ValueError(f"{name}: the parts are not the count")


@dataclass(frozen=True)
class Beschermd:
    """What may be shown; None is "minder dan tien, of niet te tonen". Totals are under TOTAAL."""

    aantal: Mapping[Cel, int | None]
    verdeling: Mapping[str, Mapping[Cel, Delen | None]]


def protect(telling: Telling, minste: int = MINSTE) -> Beschermd:
    """The table with what may be seen of it, totals included."""
    cells = _with_totals(telling.aantal)
    counts = {cel: sum(_under(telling.aantal, cel)) for cel in cells}
    divided = {
        name: {cel: _together(_under(parts, cel), _width(parts)) for cel in cells}
        for name, parts in telling.verdeling.items()
    }
    hidden = _hide_counts(counts, list(divided.values()), minste)
    gone = {name: _hide_parts(counts, parts, hidden, minste) for name, parts in divided.items()}
    return Beschermd(
        {cel: None if cel in hidden else counts[cel] for cel in cells},
        {
            name: {cel: None if cel in gone[name] else parts[cel] for cel in cells}
            for name, parts in divided.items()
        },
    )


Value = TypeVar("Value")


def _with_totals(values: Mapping[Cel, object]) -> list[Cel]:
    rows, columns = (sorted({cel[place] for cel in values}) for place in (0, 1))
    return [(row, column) for row in [*rows, TOTAAL] for column in [*columns, TOTAAL] if values]


def _under(values: Mapping[Cel, Value], cel: Cel) -> list[Value]:
    """The values that a cell, or a total, stands for."""
    if TOTAAL not in cel:
        return [values[cel]] if cel in values else []
    return [
        it for (row, column), it in values.items() if cel[0] in (row, TOTAAL) and cel[1] in (column, TOTAAL)
    ]


def _width(parts: Mapping[Cel, Delen]) -> int:
    """Into how many parts this division divides."""
    return len(next(iter(parts.values()), ()))


def _together(delen: list[Delen], width: int) -> Delen:
    """Where there is nobody, every part is empty: most kinds of help do not end in every quarter."""
    return tuple(sum(parts) for parts in zip((0,) * width, *delen, strict=True))


# -- what is left out


def _hide_counts(counts: Mapping[Cel, int], divided: list[dict[Cel, Delen]], minste: int) -> set[Cel]:
    """Which counts are not shown. In the other table the largest part of every division moves along."""
    largest = [
        max(range(len(it[TOTAAL, TOTAAL])), key=lambda part: it[TOTAAL, TOTAAL][part]) for it in divided if it
    ]
    down = {
        cel: min([number, *(it[cel][part] for it, part in zip(divided, largest, strict=True))])
        for cel, number in counts.items()
    }
    hidden = {cel for cel, number in counts.items() if number < minste}
    todo = sorted(hidden)
    for cel in todo:
        world = World(dict.fromkeys(counts, EVER), dict(down), hidden, counts)
        small = counts[cel] < minste
        todo += sorted(world.let_move(cel, minste - counts[cel], [True]) if small else world.let_move(cel, 1))
    return hidden


def _hide_parts(
    counts: Mapping[Cel, int], parts: Mapping[Cel, Delen], hidden_counts: set[Cel], minste: int
) -> set[Cel]:
    """Which divisions are not shown; the count stays as it is in the other table. An empty cell is nobody's."""
    hidden = hidden_counts | {cel for cel, it in parts.items() if min(it) < minste}
    todo = sorted(hidden)
    for cel in todo:
        for part in range(len(parts[cel])) if counts[cel] else ():
            todo += sorted(_let_part_move(counts, parts, hidden, cel, part, minste))
    return hidden


def _let_part_move(
    counts: Mapping[Cel, int], parts: Mapping[Cel, Delen], hidden: set[Cel], cel: Cel, part: int, minste: int
) -> set[Cel]:
    """Let one part of a cell move against the largest other part: a small one up as far as it can."""
    others = [it for it in range(len(parts[cel])) if it != part]
    if not others:
        return set()
    other = max(others, key=lambda it: (parts[cel][it], parts[TOTAAL, TOTAAL][it]))
    up = {at: it[other] for at, it in parts.items()}
    world = World(up, {at: it[part] for at, it in parts.items()}, hidden, counts)
    room = min(minste - parts[cel][part], up[cel])
    return world.let_move(cel, room, [True]) if room > 0 else world.let_move(cel, 1)


# -- another table that looks the same

EVER = 10**9
Step: TypeAlias = tuple[Cel, bool]  # through which cell, and whether it goes up


class World:
    """A table that may differ from the true one in the hidden cells, and what each can still go up and down."""

    def __init__(
        self, up: dict[Cel, int], down: dict[Cel, int], hidden: set[Cel], counts: Mapping[Cel, int]
    ) -> None:
        self.room = {True: up, False: down}
        self.hidden = hidden
        self.counts = counts
        self.rows = sorted({row for row, _ in counts})
        self.columns = sorted({column for _, column in counts})

    def let_move(self, cel: Cel, number: int, ways: Iterable[bool] = (True, False)) -> set[Cel]:
        """Hide what is needed to let a cell go up (or down) by a number, the cheapest way. What is hidden now."""
        best = min((self._cycle(cel, way) for way in ways), key=lambda it: it[0])
        new: set[Cel] = set()
        while number > 0:
            if best[0] >= EVER:  # never with everything hidden: then leave out everything
                new |= set(self.counts) - self.hidden
                break
            steps = best[1]
            size = min(number, *(self.room[way][at] for at, way in steps))
            for at, way in steps:
                self.room[way][at] -= size
                self.room[not way][at] += size
                new |= {at} - self.hidden
            self.hidden |= new
            number -= size
            best = self._cycle(cel, steps[0][1])
        self.hidden |= new
        return new

    def _cycle(self, cel: Cel, up: bool) -> tuple[float, list[Step]]:
        """The cheapest cycle through a cell that goes up (or down), beginning with it: rows and columns are the nodes.

        A total stands on the other side of its sum: there up and down change places.
        """
        if not self.room[up][cel]:
            return EVER, []
        away = up == _is_sum(cel)  # what a step from a row to a column does to a cell that is no total
        start, goal = (0, cel[0]), (1, cel[1])
        best: dict[tuple[int, str], float] = {start: 0}
        came: dict[tuple[int, str], tuple[tuple[int, str], Step]] = {}
        queue: list[tuple[float, tuple[int, str]]] = [(0, start)]
        while queue:
            price, node = heapq.heappop(queue)
            if node == goal:
                break
            if price > best[node]:
                continue
            side, name = node
            for other in self.rows if side else self.columns:
                at = (other, name) if side else (name, other)
                way = (away == (side == 0)) != _is_sum(at)
                if at == cel or not self.room[way][at]:
                    continue
                total = price + (0.001 if at in self.hidden else self._price(at))
                if total < best.get((1 - side, other), EVER):
                    best[1 - side, other] = total
                    came[1 - side, other] = (node, (at, way))
                    heapq.heappush(queue, (total, (1 - side, other)))
        return (best[goal], [(cel, up), *_steps(came, goal)]) if goal in came else (EVER, [])

    def _price(self, cel: Cel) -> int:
        """Rather a small cell than a large one, rather a cell than a total."""
        return (1 + self.counts[cel]) * (1 + cel.count(TOTAAL))


def _is_sum(cel: Cel) -> bool:
    """A total of a row or column; the total of all totals stands among the cells again."""
    return cel.count(TOTAAL) == 1


def _steps(came: Mapping[tuple[int, str], tuple[tuple[int, str], Step]], node: tuple[int, str]) -> list[Step]:
    steps = []
    while node in came:
        node, step = came[node]
        steps.append(step)
    return steps
