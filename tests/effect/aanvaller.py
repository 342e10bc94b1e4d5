"""The attacker: knows everything that was ever shown, how figures are made, and that they are whole numbers of people;
finds out what every number that is not shown can still be.

The numbers of a quarter are unknowns with sums between them (`Som`). Bounds are tightened until nothing moves; then
for a number each end of what is left is tried by searching a whole world that fits. What has one possible value left
is revealed. `worlds` is the slow and certain way, to check the quick one with.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

BEDRAG = 500  # more people than any number in these tests


@dataclass(frozen=True)
class Som:
    """low <= sum of coefficient × unknown <= high."""

    terms: tuple[tuple[int, str], ...]
    low: int
    high: int


Grens = dict[str, tuple[int, int]]


@dataclass
class Aanvaller:
    """Unknowns with what they can be, and the sums between them."""

    grens: Grens = field(default_factory=dict)
    sommen: list[Som] = field(default_factory=list)

    def unknown(self, *names: str) -> None:
        for name in names:
            self.grens.setdefault(name, (0, BEDRAG))

    def is_sum(self, whole: str, parts: Iterable[str]) -> None:
        parts = list(parts)
        self.unknown(whole, *parts)
        self.sommen.append(Som(((-1, whole), *((1, it) for it in parts)), 0, 0))

    def at_most(self, parts: Iterable[str], whole: str) -> None:
        parts = list(parts)
        self.unknown(whole, *parts)
        self.sommen.append(Som(((-1, whole), *((1, it) for it in parts)), -BEDRAG * 10, 0))

    def shown(self, name: str, value: int | None) -> None:
        self.unknown(name)
        if value is not None:
            self.grens[name] = (value, value)

    # -- what can it be

    def revealed(self, names: Iterable[str]) -> dict[str, int]:
        """Of these numbers those with one possible value."""
        base = _tightened(self.grens, self.sommen)
        assert base is not None, "what is shown contradicts itself"
        return {name: base[name][0] for name in names if not self._moves(base, name)}

    def _moves(self, base: Grens, name: str) -> bool:
        low, high = base[name]
        if low == high:
            return False
        seen: set[int] = set()
        for value in itertools.chain(
            range(low, min(high, low + 30) + 1), range(high, max(low, high - 30), -1)
        ):
            found = _solve({**base, name: (value, value)}, self.sommen)
            if found is not None:
                seen.add(value)
            if len(seen) > 1:
                return True
        return False

    def worlds(self, most: int) -> Iterator[dict[str, int]]:
        """Every world that fits, with no number above `most`."""
        names = sorted(self.grens)
        ranges = [range(low, min(high, most) + 1) for low, high in (self.grens[name] for name in names)]
        for numbers in itertools.product(*ranges):
            world = dict(zip(names, numbers, strict=True))
            if all(it.low <= sum(c * world[n] for c, n in it.terms) <= it.high for it in self.sommen):
                yield world


def _tightened(grens: Mapping[str, tuple[int, int]], sommen: Sequence[Som]) -> Grens | None:
    """The bounds that follow; None when no world fits."""
    left = dict(grens)
    moved = True
    while moved:
        moved = False
        for som in sommen:
            ends = [_ends(c, left[n]) for c, n in som.terms]
            least, most = sum(a for a, _ in ends), sum(b for _, b in ends)
            if least > som.high or most < som.low:
                return None
            for (c, name), (a, b) in zip(som.terms, ends, strict=True):
                # what coefficient × unknown may be, at most and at least
                over, under = som.high - (least - a), som.low - (most - b)
                low, high = left[name]
                if c > 0:
                    new = max(low, -(-under // c)), min(high, over // c)
                else:  # divided by a number below zero the ends change places
                    new = max(low, -(over // -c)), min(high, (-under) // -c)
                if new != (low, high):
                    if new[0] > new[1]:
                        return None
                    left[name], moved = new, True
    return left


def _ends(coefficient: int, grens: tuple[int, int]) -> tuple[int, int]:
    low, high = coefficient * grens[0], coefficient * grens[1]
    return (low, high) if coefficient > 0 else (high, low)


def _solve(grens: Grens, sommen: Sequence[Som], deep: int = 0) -> Grens | None:
    """A whole world that fits, by trying the unknown with the fewest possibilities."""
    left = _tightened(grens, sommen)
    if left is None:
        return None
    open_ = [name for name, (low, high) in left.items() if low < high]
    if not open_:
        return left
    name = min(open_, key=lambda it: left[it][1] - left[it][0])
    low, high = left[name]
    for value in {low: 0, high: 0, (low + high) // 2: 0} if high - low > 40 else range(low, high + 1):
        found = _solve({**left, name: (value, value)}, sommen, deep + 1)
        if found is not None:
            return found
    return None


# -- what is shown of a quarter, as sums


Getoond = Mapping[str, Mapping[str, int | None]]


def quarter_from_work(shown: Getoond, elders: Getoond | None, later: int = 0) -> tuple[Aanvaller, list[str]]:
    """The figures counted from the work of one quarter, and beside them what *Wat kwam ervan* shows of it: per kind of
    help (and "totaal") the numbers aantal, op_tijd, goed, voortijdig. With the names of what is not shown.

    `later`: the figures were counted later than that page, and so many messages may have come in between; how many of
    them are about whom is not shown either."""
    it, hidden = Aanvaller(), []
    wijken = [name for name in next(iter(shown.values())) if name != "totaal"]
    rows = [*wijken, "elders"]
    for code in ("volgens_plan", "voortijdig", "anders", "op_tijd_gebeld"):
        it.is_sum(f"{code}@totaal", [f"{code}@{row}" for row in rows])
    for row in [*rows, "totaal"]:
        it.is_sum(f"aantal@{row}", [f"{code}@{row}" for code in ("volgens_plan", "voortijdig", "anders")])
        it.at_most([f"op_tijd_gebeld@{row}"], f"aantal@{row}")
    for code, values in shown.items():
        for row, value in values.items():
            it.shown(f"{code}@{row}", value)
            hidden += [f"{code}@{row}"] if value is None else []
    if elders is None:
        return it, hidden
    hidden += _beside(it, elders, later)
    if later:
        return it, hidden
    whole = elders["totaal"]
    told = {"voortijdig@totaal": whole["voortijdig"], "op_tijd_gebeld@totaal": whole["op_tijd"]}
    return it, [name for name in hidden if told.get(name) is None]  # what stands there is no secret here


def _beside(it: Aanvaller, elders: Getoond, later: int) -> list[str]:
    kinds = [kind for kind in elders if kind != "totaal"]
    hidden = []
    for name in ("aantal", "op_tijd", "goed", "voortijdig"):
        it.is_sum(f"{name}#totaal", [f"{name}#{kind}" for kind in kinds])
        for kind, values in elders.items():
            it.shown(f"{name}#{kind}", values[name])
            hidden += [f"{name}#{kind}"] if values[name] is None else []
    for kind in elders:
        it.at_most([f"op_tijd#{kind}"], f"aantal#{kind}")
        it.at_most([f"goed#{kind}", f"voortijdig#{kind}"], f"aantal#{kind}")
    for here, there in (("aantal", "aantal"), ("voortijdig", "voortijdig"), ("op_tijd_gebeld", "op_tijd")):
        came = f"te_laat@{here}"
        it.grens[came] = (0, later)
        it.is_sum(f"{here}@totaal", [f"{there}#totaal", came])
        hidden += [came] if later else []
    it.grens["te_laat@volgens_plan"] = (0, later)
    it.is_sum("volgens_plan@totaal", ["al@volgens_plan", "te_laat@volgens_plan"])
    it.at_most(["al@volgens_plan"], "goed#totaal")
    return hidden


def in_time(first: Mapping[str, Getoond], again: Mapping[str, Getoond]) -> dict[tuple[str, str, str], int]:
    """What somebody learns who kept what was shown and looks again: where a number moved, and by how much."""
    found = {}
    for page, values in first.items():
        for name, numbers in values.items():
            for column, number in numbers.items():
                now = again[page][name][column]
                if number is not None and now is not None and now != number:
                    found[page, name, column] = now - number
    return found


def one_figure(values: Mapping[str, int | None], rest: bool) -> tuple[Aanvaller, list[str]]:
    """A figure that was filled in: wijken, perhaps people who live elsewhere, and the whole."""
    it = Aanvaller()
    wijken = [name for name in values if name != "totaal"]
    it.is_sum("totaal", [*wijken, *(["elders"] if rest else [])])
    for name, value in values.items():
        it.shown(name, value)
    return it, [name for name, value in values.items() if value is None]
