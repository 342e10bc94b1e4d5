"""Settings per gemeente: one typed, dated registry. Rooms declare, a beheerder sets, queries read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from vliegwiel.gemeenschap.models import Instelling

Value = bool | int | str


@dataclass(frozen=True)
class Declaration:
    """A setting that exists: its code, type and default. `praktijk` marks a practice that is on or off."""

    code: str
    default: Value
    praktijk: bool = False


_declared: dict[str, Declaration] = {}


def declare(*declarations: Declaration) -> None:
    """Make settings known; called by a room at start-up."""
    for declaration in declarations:
        _declared[declaration.code] = declaration


def declared() -> list[Declaration]:
    return sorted(_declared.values(), key=lambda declaration: declaration.code)


def praktijken() -> list[Declaration]:
    """The practices a gemeente can switch on and off."""
    return [declaration for declaration in declared() if declaration.praktijk]


def values_for(gemeente_id: UUID, today: date) -> dict[str, Any]:
    """Every setting of this gemeente as it counts today; one query."""
    found: dict[str, Any] = {code: declaration.default for code, declaration in _declared.items()}
    rows = Instelling.objects.filter(gemeente_id=gemeente_id, vanaf__lte=today).order_by("vanaf")
    dated = dict(rows.values_list("code", "waarde"))  # of one code the last day that has come wins
    return {**found, **{code: value for code, value in dated.items() if code in _declared}}
