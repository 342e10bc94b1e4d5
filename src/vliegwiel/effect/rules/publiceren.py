"""Which figures about residents may be shown. Decided once, at publication; what is hidden is nowhere kept.

What is shown of each figure is one column: every wijk, and the whole gemeente. Who lives in no known wijk is a row
too, which is never shown: so a wijk that is left out never follows by subtraction from the whole.

The ends of help are one table (gebied × kind of end, called in time as a division), protected as a whole: space and
kinds together. What *Wat kwam ervan* shows of the same people (`elders`) is known too. Of a total that stands in both
places nothing may differ: it is shown here only where it is shown there; and where our table would leave out a total
that is shown there, that kind is left out here altogether, because leaving out counts on nobody knowing the total.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import product
from typing import TypeAlias

from vliegwiel.effect.rules.telling import (
    ANDERS,
    DOEL_GEHAALD,
    ONBEKEND,
    OP_TIJD_GEBELD,
    VOLGENS_PLAN,
    VOORTIJDIG,
)
from vliegwiel.kern.kleine_aantallen import MINSTE, TOTAAL, Beschermd, Cel, Telling, protect

GEHEEL = TOTAAL
KINDS = (VOLGENS_PLAN, VOORTIJDIG, ANDERS)
IETS = "aantal"  # the one column of a figure that is not divided
AANTAL, OP_TIJD = "aantal", "op_tijd"  # codes of totals, as `elders` and a division name them

Waarden: TypeAlias = dict[str, int | None]  # gebied (or GEHEEL) -> what is shown; None: not shown


def protect_inwoners(
    per_gebied: Mapping[str, int], geheel: int | None = None, minste: int = MINSTE
) -> Waarden:
    """A figure that was filled in: a number per gebied, and of the whole gemeente where it is known.

    Without it the whole is what the gebieden are together. A whole that is less than that is not shown: a refusal
    would tell what the others filled in, to who tries a few.
    """
    if geheel is None:
        return _column(per_gebied, minste)
    rest = geheel - sum(per_gebied.values())
    if rest < 0:
        return {**_column(per_gebied, minste), GEHEEL: None}
    return _column({**per_gebied, ONBEKEND: rest}, minste)


def protect_werk(
    onderwerp_telling: Telling,
    elders: Collection[str] | None = None,
    minste: int = MINSTE,
    *,
    gelijk: bool = True,
) -> dict[str, Waarden]:
    """What is shown of a subject counted from the work: per code of a figure, per gebied. Without a kind of end
    (`IETS`) it is goals that were reached. `elders`: codes of the totals that are shown elsewhere (AANTAL, OP_TIJD,
    VOORTIJDIG); None: nothing is shown elsewhere. Not `gelijk`: counted at another moment, with another outcome."""
    columns = {column for _, column in onderwerp_telling.aantal}
    if columns <= {IETS}:
        return {DOEL_GEHAALD: _column({row: n for (row, _), n in onderwerp_telling.aantal.items()}, minste)}
    seen = protect(onderwerp_telling, minste)
    rows = sorted({row for row, _ in onderwerp_telling.aantal} - {ONBEKEND})
    shown = {
        kind: {row: seen.aantal[row, kind] for row in [*rows, GEHEEL]} for kind in (VOLGENS_PLAN, VOORTIJDIG)
    }
    shown[OP_TIJD_GEBELD] = {row: _first(seen, row) for row in [*rows, GEHEEL]}
    return _beside(shown, seen, elders, gelijk)


def of_wijken(telling: Telling, wijken: Collection[str]) -> Telling:
    """The same counts with every wijk of that day as a row, also with nobody, and every kind of end as a column.

    Who lives in a wijk that is not (any more) one of these is in the row without one.
    """
    columns = KINDS if telling.verdeling else (IETS,)
    empty = dict.fromkeys(product([*wijken, ONBEKEND], columns), 0)

    def folded(values: Mapping[Cel, int]) -> dict[Cel, int]:
        found = dict(empty)
        for (row, column), number in values.items():
            found[row if row in wijken else ONBEKEND, column] += number
        return found

    aantal = folded(telling.aantal)
    verdeling = {}
    for name, parts in telling.verdeling.items():
        first = folded({cel: it[0] for cel, it in parts.items()})
        verdeling[name] = {cel: (first[cel], number - first[cel]) for cel, number in aantal.items()}
    return Telling(aantal, verdeling)


def _column(numbers: Mapping[str, int], minste: int) -> Waarden:
    seen = protect(Telling({(row, IETS): number for row, number in numbers.items()}), minste)
    return {row: seen.aantal[row, IETS] for row in [*(row for row in numbers if row != ONBEKEND), GEHEEL]}


def _first(seen: Beschermd, row: str) -> int | None:
    parts = seen.verdeling[OP_TIJD].get((row, TOTAAL))
    return parts[0] if parts else None


def _beside(
    shown: dict[str, Waarden], seen: Beschermd, elders: Collection[str] | None, gelijk: bool
) -> dict[str, Waarden]:
    """The same totals elsewhere: shown in both places, or in neither. Two different totals are never both shown: their
    difference is how many messages came in between."""
    if elders is None:
        return shown
    whole = seen.aantal[TOTAAL, TOTAAL], shown[VOORTIJDIG][GEHEEL]
    if (AANTAL in elders and whole[0] is None) or (VOORTIJDIG in elders and whole[1] is None):
        return {code: dict.fromkeys(values) for code, values in shown.items()}
    if OP_TIJD in elders and shown[OP_TIJD_GEBELD][GEHEEL] is None:
        shown[OP_TIJD_GEBELD] = dict.fromkeys(shown[OP_TIJD_GEBELD])
    for code, name in ((VOORTIJDIG, VOORTIJDIG), (OP_TIJD_GEBELD, OP_TIJD)):
        if name not in elders or not gelijk:
            shown[code][GEHEEL] = None
    return shown
