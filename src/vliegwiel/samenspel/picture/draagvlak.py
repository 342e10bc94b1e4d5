"""The draagvlak table as the page draws it: codes and counts, per party and level; never a person."""

from __future__ import annotations

from datetime import date
from typing import Any

from vliegwiel.samenspel import rules
from vliegwiel.ui.sentences import sentence


def picture(feiten: rules.VoorstelFeiten, today: date) -> dict[str, Any]:
    """What the component `draagvlak` takes."""
    table = rules.draagvlak(feiten, today)
    return {
        "niveaus": [sentence(f"niveau.{niveau}") for niveau in rules.Niveau],
        "rijen": [_row(row) for row in table.rijen],
    }


def _row(row: rules.Rij) -> dict[str, Any]:
    if len(row.cellen) == 1:
        cell = row.cellen[0]
        total = sum(stand.aantal for stand in cell.standen)
        return {"naam": row.naam, "aantal": total, "vrij": cell}
    return {"naam": row.naam, "cellen": row.cellen}
