"""Who looked: a page says whom it shows, and the line is written before the answer leaves (normen.md, Logging)."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker


@dataclass(frozen=True)
class Getoond:
    """What one page showed, for one kijker."""

    kijker: Kijker
    soort: str  # Inzage.Soort
    personen: tuple[tuple[UUID, UUID | None], ...]  # (persoon, dossier)


_shown: ContextVar[list[Getoond] | None] = ContextVar("vliegwiel_getoond", default=None)


def toon(kijker: Kijker, soort: str, personen: Iterable[tuple[UUID, UUID | None]]) -> None:
    """Say that this page shows these persons. Called by a room's queries, where the rows are read."""
    found = tuple(dict.fromkeys(personen))
    if not found:
        return
    shown = _shown.get()
    if shown is None:
        raise RuntimeError("nobody collects what is shown: reading persons needs a request or a job")
    shown.append(Getoond(kijker, soort, found))
