"""What is kept of a quarter of *Wat kwam ervan*: the numbers that may be shown and nothing else. Free of Django.

What is hidden is null: later nobody has to be trusted with it.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from vliegwiel.kern.kleine_aantallen import TOTAAL
from vliegwiel.ondersteuning.rules.bel_uitkomst import GOED, OP_TIJD, VERVOLG, VOORTIJDIG, Overzicht

GETALLEN = ("aantal", "op_tijd", "zonder_gat", "na_gat", "gat", "goed", "voortijdig")

Beeld: TypeAlias = dict[str, Any]


def as_beeld(found: Overzicht) -> Beeld:
    """Of one quarter: `totaal` (none when nobody counts) and per kind of help a row in `regels`."""
    codes = {row for row, _ in found.tabel.aantal if row != TOTAAL}
    if not codes:
        return {"totaal": None, "regels": []}
    (code,) = codes
    kinds = sorted({column for row, column in found.tabel.aantal if row == code and column != TOTAAL})
    return {
        "totaal": _numbers(found, code, TOTAAL),
        "regels": [{"soort": kind, **_numbers(found, code, kind)} for kind in kinds],
    }


def _numbers(found: Overzicht, code: str, kind: str) -> dict[str, int | None]:
    cel = (code, kind)
    parts = [
        found.tabel.verdeling[name].get(cel) or (None, None) for name in (OP_TIJD, VERVOLG, GOED, VOORTIJDIG)
    ]
    on_time, follow, well, early = parts
    values = (
        found.tabel.aantal[cel],
        on_time[0],
        follow[0],
        follow[1],
        found.gat.get(cel),
        well[0],
        early[0],
    )
    return dict(zip(GETALLEN, values, strict=True))
