"""The whole doelennetwerk of a gemeente as one page shows it: read in two queries, read by the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.koers.models import Doel, Doelverband
from vliegwiel.koers.queries.doel import doelen, lopend, lopende_verbanden
from vliegwiel.koers.rules.doelenboom import Kort, Tak, boom, kort
from vliegwiel.koers.rules.doelennetwerk import (
    DRAAGT_BIJ,
    MEEST,
    MEESTE_BANDEN,
    RANG,
    Band,
    Id,
    Knoop,
    Zin,
    zinnen,
)
from vliegwiel.koers.rules.tekening import Tekening, teken


@dataclass(frozen=True)
class Gezegd:
    """A sentence about the network with the doelen it is about."""

    code: str
    doelen: tuple[Doel, ...]


@dataclass(frozen=True)
class Buur:
    """A doel that this one is tied to, and the tie."""

    verband: Doelverband
    doel: Doel


@dataclass(frozen=True)
class Netwerk:
    """The doelen that are pursued, in the order of showing, and what ties them."""

    doelen: dict[Id, Doel]
    verbanden: Sequence[Doelverband]

    @cached_property
    def knopen(self) -> list[Knoop]:
        return [Knoop(it.pk, it.soort, it.naam, indicator=bool(it.indicator)) for it in self.doelen.values()]

    @cached_property
    def banden(self) -> list[Band]:
        return [Band(it.van_id, it.naar_id, it.soort) for it in self.verbanden]

    @cached_property
    def boom(self) -> tuple[Tak, ...]:
        return boom(self.knopen, self.banden)

    @cached_property
    def kort(self) -> tuple[Kort, ...]:
        return kort(self.knopen, self.banden)

    @cached_property
    def tekening(self) -> Tekening:
        return teken(self.knopen, self.banden)

    @cached_property
    def gezegd(self) -> list[Gezegd]:
        return [self._told(it) for it in zinnen(self.knopen, self.banden)]

    def over(self, id: UUID) -> list[Gezegd]:
        """What there is to say about this one."""
        return [it for it in self.gezegd if any(one.pk == id for one in it.doelen)]

    def _told(self, zin: Zin) -> Gezegd:
        return Gezegd(zin.code, tuple(self.doelen[it] for it in zin.knopen))

    def boven(self, id: UUID) -> list[Buur]:
        """What this one contributes to."""
        return self._buren["boven", id]

    def onder(self, id: UUID) -> list[Buur]:
        """What contributes to this one."""
        return self._buren["onder", id]

    def botst(self, id: UUID) -> list[Buur]:
        """What clashes with this one."""
        return self._buren["botst", id]

    @cached_property
    def _buren(self) -> dict[tuple[str, UUID], list[Buur]]:
        """Of each doel its neighbours, in the order in which doelen are shown; who was stopped is no longer there."""
        place = {key: at for at, key in enumerate(self.doelen)}
        found: dict[tuple[str, UUID], list[Buur]] = defaultdict(list)
        for tie in self.verbanden:
            if tie.van_id in self.doelen and tie.naar_id in self.doelen:
                one, other = ("boven", "onder") if tie.soort == DRAAGT_BIJ else ("botst", "botst")
                found[one, tie.van_id].append(Buur(tie, self.doelen[tie.naar_id]))
                found[other, tie.naar_id].append(Buur(tie, self.doelen[tie.van_id]))
        for beside in found.values():
            beside.sort(key=lambda it: place[it.doel.pk])
        return found


def netwerk(kijker: Kijker, today: date) -> Netwerk:
    """Everything that is pursued, in two queries; bounded, because a page is."""
    rows = list(lopend(doelen(kijker), today).select_related("gebied")[:MEEST])
    rows.sort(key=lambda it: (RANG[it.soort], it.naam.casefold(), str(it.pk)))
    found: dict[Id, Doel] = {it.pk: it for it in rows}
    return Netwerk(found, list(lopende_verbanden(kijker, today)[:MEESTE_BANDEN]))
