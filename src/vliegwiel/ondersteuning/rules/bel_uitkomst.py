"""Wat kwam ervan: what came of calling before help ends, per quarter and category. Free of Django.

Told of help that ended: was it called about in time, was there a gap before help of the same kind went on, did it end
well, and did one side stop early. Who died or moved away is not in it: there was nothing to call about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from vliegwiel.kern.kleine_aantallen import (
    MINSTE,
    TOTAAL,
    Beschermd,
    Cel,
    Delen,
    Telling,
    protect,
)
from vliegwiel.ondersteuning.rules.bel_alvast import Uitkomst
from vliegwiel.ondersteuning.rules.voorziening import Einde

NOT_COUNTED = frozenset({Einde.OVERLEDEN, Einde.VERHUISD, Einde.EXTERNE_OORZAAK})
VERVOLG_BINNEN = 365  # days; help that begins later is a new question, no gap
OP_TIJD, VERVOLG, GOED = "op_tijd", "vervolg", "goed"  # ja/nee; zonder gat/na een gat/geen; ja/nee
VOORTIJDIG = "voortijdig"  # ja/nee: one side stopped before the end


@dataclass(frozen=True)
class Afloop:
    """Help that ended: `soort` is the kind of end ("" without a reason), `gat` as `gap_days` says.

    `bereikt_op` is the day of the first call about this end that reached somebody; `uitkomst` is of the last one.
    """

    categorie: str
    eind: date
    soort: str = ""
    bereikt_op: date | None = None
    uitkomst: str = ""
    gat: int | None = None

    @property
    def op_tijd(self) -> bool:
        """Reached while the help still ran; the last day is in time."""
        return self.bereikt_op is not None and self.bereikt_op <= self.eind

    @property
    def goed(self) -> bool:
        """It ended as was meant, or went on without a gap. Stopped by one side is never well."""
        if self.soort == Einde.VOORTIJDIG:
            return False
        planned = self.soort == Einde.VOLGENS_PLAN or (
            not self.soort and self.uitkomst == Uitkomst.LOOPT_GOED_AF
        )
        return planned or self.gat == 0


@dataclass(frozen=True)
class Overzicht:
    """The page: what may be shown of counts and divisions, and the middle gap where enough people had one."""

    tabel: Beschermd
    gat: Mapping[Cel, int]


def quarter_of(day: date) -> str:
    return f"{day.year}-{(day.month + 2) // 3}"


def gap_days(eind: date, anderen: Iterable[tuple[date, date | None]]) -> int | None:
    """Days without help between this end and what follows: (begin, end) of the person's other help of this category.

    0 when it goes on the next day or ran already; None when nothing follows within a year.
    """
    follows = [begin for begin, end in anderen if end is None or end > eind]
    gaps = [max(0, (begin - eind - timedelta(days=1)).days) for begin in follows]
    return min((gap for gap in gaps if gap <= VERVOLG_BINNEN), default=None)


def outcome_summary(rijen: Iterable[Afloop], minste: int = MINSTE) -> Overzicht:
    """Count per quarter of the end and per category, protected. Give quarters that are over, of the whole gemeente."""
    cells: dict[Cel, list[Afloop]] = defaultdict(list)
    for rij in rijen:
        if rij.soort not in NOT_COUNTED:
            cells[quarter_of(rij.eind), rij.categorie].append(rij)
    telling = Telling(
        {cel: len(here) for cel, here in cells.items()},
        {
            OP_TIJD: {cel: _yes_and_no(it.op_tijd for it in here) for cel, here in cells.items()},
            VERVOLG: {cel: _follow_up(here) for cel, here in cells.items()},
            GOED: {cel: _yes_and_no(it.goed for it in here) for cel, here in cells.items()},
            VOORTIJDIG: {
                cel: _yes_and_no(it.soort == Einde.VOORTIJDIG for it in here) for cel, here in cells.items()
            },
        },
    )
    tabel = protect(telling, minste)
    return Overzicht(tabel, _middle_gaps(cells, tabel))


def _yes_and_no(answers: Iterable[bool]) -> Delen:
    every = list(answers)
    return sum(every), len(every) - sum(every)


def _follow_up(here: Iterable[Afloop]) -> Delen:
    gaps = [it.gat for it in here]
    none = gaps.count(None)
    return gaps.count(0), len(gaps) - gaps.count(0) - none, none


def _middle_gaps(cells: Mapping[Cel, list[Afloop]], tabel: Beschermd) -> dict[Cel, int]:
    """The middle one of the gaps, only where their number is shown. Not the mean: that would betray their sum."""
    shown = [cel for cel, parts in tabel.verdeling[VERVOLG].items() if parts is not None]
    return {cel: median_low(_gaps(cells, cel)) for cel in shown}


def _gaps(cells: Mapping[Cel, list[Afloop]], cel: Cel) -> list[int]:
    rows = [
        here
        for (row, column), here in cells.items()
        if cel[0] in (row, TOTAAL) and cel[1] in (column, TOTAAL)
    ]
    return [it.gat for here in rows for it in here if it.gat]
