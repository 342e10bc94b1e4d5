"""Help as people read it: one provision on a page, and the order in which help is shown. Free of Django."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vliegwiel.ondersteuning.rules.voorziening import Einde, Fase

VOORBIJ = frozenset({Fase.GESTOPT, Fase.INGETROKKEN})
_SOONEST = (Fase.LOOPT_AF, Fase.LOOPT, Fase.PAUZE, Fase.KOMT, Fase.GESTOPT, Fase.INGETROKKEN)


@dataclass(frozen=True)
class Hulp:
    """One provision. `wat` is the category in words, `wie` the organisation that gives it ("" when we do not know it).

    `omvang` says how much. `voor` is a first name; `vlag` the domain, where the reader may know that it plays a part.
    """

    id: UUID
    dossier: UUID
    persoon: UUID
    voor: str
    wet: str
    wat: str
    wie: str
    sinds: date
    tot: date | None
    fase: Fase
    einde: Einde | None
    pauze_op: date | None = None
    omvang: str = ""
    domein: str = ""
    vlag: str = ""

    @property
    def voorbij(self) -> bool:
        return self.fase in VOORBIJ


@dataclass(frozen=True)
class Afloop:
    """Of a household: which help ends first."""

    voorziening: UUID
    persoon: UUID
    wat: str
    eind: date


def in_order(found: Iterable[Hulp]) -> list[Hulp]:
    """What ends soon first, then what runs; what is over last, the latest first."""
    rows = list(found)
    now = [it for it in rows if not it.voorbij]
    over = [it for it in rows if it.voorbij]
    now.sort(key=lambda it: (_SOONEST.index(it.fase), it.tot or date.max, it.wat, it.id))
    over.sort(key=lambda it: (it.tot or it.sinds, it.id), reverse=True)
    return now + over
