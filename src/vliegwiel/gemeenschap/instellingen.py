"""Settings per gemeente: one typed, dated registry. Rooms declare, a beheerder sets, queries read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

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


def dated_settings(today: date) -> QuerySet[Instelling, dict[str, Any]]:
    """Every setting whose day has come, of every gemeente: for who looks at one."""
    return Instelling.objects.filter(vanaf__lte=today).values("code", "waarde", "vanaf")


def as_they_count(dated: Iterable[Sequence[Any]] | None) -> dict[str, Any]:
    """Every setting as it counts today, from rows of (code, value, day); what was never set has its default."""
    found: dict[str, Any] = {code: declaration.default for code, declaration in _declared.items()}
    rows = sorted(dated or (), key=lambda row: str(row[2]))  # of one code the last day that has come wins
    return {**found, **{code: value for code, value, _ in rows if code in _declared}}


def values_for(gemeente_id: UUID, today: date) -> dict[str, Any]:
    """Every setting of this gemeente as it counts today; one query."""
    rows = dated_settings(today).filter(gemeente_id=gemeente_id)
    return as_they_count(rows.values_list("code", "waarde", "vanaf"))
