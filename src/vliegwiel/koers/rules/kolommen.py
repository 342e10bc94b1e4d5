"""In which order things stand in fixed columns, so that the lines between them cross little. Free of Django.

The best of a few turns of the barycentre heuristic (Sugiyama, Tagawa and Toda, 1981): each column is put in the order
of the middle of its neighbours, from left to right and back. The same columns always give the same order.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence

Plek = tuple[object, ...]  # ("doel", id), or ("lijn", number of the line, column)
Kolommen = list[list[Plek]]
BEURTEN = 12


def geordend(kolommen: Kolommen, stukken: Sequence[tuple[Plek, Plek]]) -> Kolommen:
    """The best order that was found in a few turns, from left to right and back; never worse than the first."""
    links: dict[Plek, list[Plek]] = {}
    rechts: dict[Plek, list[Plek]] = {}
    for right, left in stukken:
        links.setdefault(right, []).append(left)
        rechts.setdefault(left, []).append(right)
    best, least = kolommen, kruisingen(kolommen, stukken)
    now = kolommen
    for turn in range(BEURTEN):
        now = _geschoven(now, links if turn % 2 == 0 else rechts, naar_rechts=turn % 2 == 0)
        crossed = kruisingen(now, stukken)
        if crossed < least:
            best, least = now, crossed
    return best


def _geschoven(kolommen: Kolommen, buren: Mapping[Plek, Sequence[Plek]], naar_rechts: bool) -> Kolommen:
    """Each column in the order of the middle of its neighbours; who has none keeps its place."""
    found = list(kolommen)
    columns = range(1, len(found)) if naar_rechts else range(len(found) - 2, -1, -1)
    for column in columns:
        beside = {plek: at for at, plek in enumerate(found[column - 1 if naar_rechts else column + 1])}
        found[column] = _op_midden(found[column], beside, buren)
    return found


def _op_midden(
    kolom: Sequence[Plek], beside: Mapping[Plek, int], buren: Mapping[Plek, Sequence[Plek]]
) -> list[Plek]:
    scale = len(beside) / max(len(kolom), 1)

    def middle(entry: tuple[int, Plek]) -> tuple[float, int]:
        at, plek = entry
        places = [beside[it] for it in buren.get(plek, ())]
        return (sum(places) / len(places) if places else at * scale, at)

    return [plek for _, plek in sorted(enumerate(kolom), key=middle)]


def kruisingen(kolommen: Kolommen, stukken: Iterable[tuple[Plek, Plek]]) -> int:
    """How many pieces cross one another."""
    at = {plek: (column, row) for column, plekken in enumerate(kolommen) for row, plek in enumerate(plekken)}
    gaps: dict[int, list[tuple[int, int]]] = {}
    for right, left in stukken:
        gaps.setdefault(at[right][0], []).append((at[left][1], at[right][1]))
    return sum(_omkeringen(pairs) for pairs in gaps.values())


def _omkeringen(pairs: Iterable[tuple[int, int]]) -> int:
    seen: list[int] = []
    count = 0
    for _, other in sorted(pairs):
        count += len(seen) - bisect_right(seen, other)
        insort(seen, other)
    return count
