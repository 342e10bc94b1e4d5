"""What the rules of a table read: facts about seats, versions and stances. Free of Django.

Facts are what was written down, never a conclusion; conclusions come from `consent` and `draagvlak`.
Ids are whatever the caller uses (UUIDs in the application, short words in tests).
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeAlias

from vliegwiel.kern.periode import Periode

Id: TypeAlias = Hashable


class Niveau(StrEnum):
    """The levels a party can have, in the order in which they are shown."""

    UITVOERING = "uitvoering"
    MANAGEMENT = "management"
    BESTUUR = "bestuur"


class Keuze(StrEnum):
    """The answers to *Hoe sta je hierin?*."""

    AKKOORD = "akkoord"
    KAN_ERMEE_LEVEN = "kan_ermee_leven"
    NOG_NIET = "nog_niet"


class VoorstelStatus(StrEnum):
    OPEN = "open"
    AANGENOMEN = "aangenomen"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True)
class Code:
    """Why something is refused or still blocked; the sentence is made where it is shown."""

    code: str
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class PartijStand:
    """A party at the table and the levels it has (none for, say, a group of residents)."""

    id: Id
    naam: str
    niveaus: tuple[Niveau, ...] = ()


@dataclass(frozen=True, slots=True)
class ZetelStand:
    """A seat. The last day of `periode` is a day on which the seat still counts.

    `vertrek_vastgelegd` is the instant at which the end was written down: an end date set in the
    past must not turn an answer given before that instant into the answer of a successor.
    """

    id: Id
    partij: Id | None
    niveau: Niveau | None
    periode: Periode
    mandaat: str = ""
    mandaat_tot: date | None = None
    is_begeleider: bool = False
    vertrek_vastgelegd: datetime | None = None

    def is_active(self, on: date, at: datetime | None = None) -> bool:
        """Whether the seat counts on this day; with `at`, as far as was known at that instant."""
        return self.periode.contains(on) or (self._end_unknown(at) and self.periode.begindatum <= on)

    def has_left(self, on: date, at: datetime | None = None) -> bool:
        """Whether its last day lies before this day; with `at`, as far as was known at that instant."""
        return self.periode.is_over(on) and not self._end_unknown(at)

    def _end_unknown(self, at: datetime | None) -> bool:
        return at is not None and self.vertrek_vastgelegd is not None and at <= self.vertrek_vastgelegd


@dataclass(frozen=True, slots=True)
class VersieFeit:
    nummer: int
    tekst: str


@dataclass(frozen=True, slots=True)
class HoudingFeit:
    """A stance on one version. A seat may answer a version more than once; the last one counts."""

    zetel: Id
    versie: int
    keuze: Keuze
    want: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class IntrekkingFeit:
    """A seat withdraws its *nog niet* without another answer; it is silent again."""

    zetel: Id
    moment: datetime


@dataclass(frozen=True, slots=True)
class VrijgaveFeit:
    """The begeleider lets the *nog niet* of a departed seat go, because its party has nobody left."""

    zetel: Id
    reden: str
    moment: datetime


@dataclass(frozen=True)  # no slots: it remembers its seats by id
class VoorstelFeiten:
    """Everything the rules need to know about one Voorstel.

    `partijen` in the order of showing, `zetels` in order of seniority, facts in the order of
    recording. `besloten_op` is the day of adoption or withdrawal. Raises ValueError when the
    versions are not numbered 1..n.
    """

    partijen: tuple[PartijStand, ...]
    zetels: tuple[ZetelStand, ...]
    versies: tuple[VersieFeit, ...] = ()
    gevraagd: frozenset[Id] = frozenset()
    houdingen: tuple[HoudingFeit, ...] = ()
    intrekkingen: tuple[IntrekkingFeit, ...] = ()
    vrijgaven: tuple[VrijgaveFeit, ...] = ()
    status: VoorstelStatus = VoorstelStatus.OPEN
    sluitdatum: date | None = None
    besloten_op: date | None = None

    def __post_init__(self) -> None:
        if [versie.nummer for versie in self.versies] != list(range(1, len(self.versies) + 1)):
            raise ValueError("versions must be numbered 1..n, without gaps and in order")

    @property
    def laatste(self) -> int:
        """Number of the latest version; 0 before the first."""
        return len(self.versies)

    @cached_property
    def _by_id(self) -> dict[Id, ZetelStand]:
        return {zetel.id: zetel for zetel in self.zetels}

    def zetel(self, key: Id) -> ZetelStand | None:
        return self._by_id.get(key)

    def is_active(self, key: Id, on: date) -> bool:
        zetel = self.zetel(key)
        return zetel is not None and zetel.is_active(on)
