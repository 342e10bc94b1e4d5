"""The doelennetwerk as it is now, held fast: whoever else ties doelen waits until this transaction ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.koers import queries
from vliegwiel.koers.models import Doel, Doelverband
from vliegwiel.koers.rules.doelennetwerk import Band, Id, Knoop


@dataclass(frozen=True)
class Netwerk:
    """The doelen that are pursued, and what ties them."""

    doelen: dict[UUID, Doel]
    banden: list[Band]

    @property
    def knopen(self) -> list[Knoop]:
        return [Knoop(it.pk, it.soort, it.naam) for it in self.doelen.values()]

    def namen(self, ids: Iterable[Id], tussen: str = ", ") -> str:
        return tussen.join(f"‘{self.doelen[it].naam}’" for it in ids if isinstance(it, UUID))


def locked(by: Kijker, today: date) -> Netwerk:
    """Every doel of the gemeente is the lock: two ties that are made at once could close a circle together."""
    everything = Doel.objects.select_for_update().filter(gemeente_id=by.gemeente_id).order_by("pk")
    held = queries.lopend(everything, today)
    list(everything.values_list("pk"))
    ties = Doelverband.objects.filter(gemeente_id=by.gemeente_id).values_list("van_id", "naar_id", "soort")
    return Netwerk({it.pk: it for it in held}, [Band(*tie) for tie in ties])
