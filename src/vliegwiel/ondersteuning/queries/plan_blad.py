"""What one kijker may see of one plan: the same for the page, the print, the PDF and the copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from vliegwiel.ondersteuning.rules.hulp import Hulp


@dataclass(frozen=True)
class Mens:
    """Somebody who lives here today. `leeftijd` only when we know the date of birth."""

    id: UUID
    naam: str
    voornaam: str
    leeftijd: int | None
    telefoon: str
    email: str

    @property
    def is_kind(self) -> bool:
        return self.leeftijd is not None and self.leeftijd < 18


@dataclass(frozen=True)
class Contactpersoon:
    naam: str
    organisatie: str
    medewerker: UUID | None
    ben_ik: bool


@dataclass(frozen=True)
class Woonplek:
    """Where they live; `geheim` without a street when the kijker may not know."""

    straat: str
    postcode: str
    plaats: str
    geheim: bool

    @property
    def bekend(self) -> bool:
        return bool(self.straat)


@dataclass(frozen=True)
class Deel:
    """Something somebody said or wants. `over` is a first name, or empty: the household. `vlag`: see PlanBlad."""

    id: UUID
    soort: str
    tekst: str
    leefgebied: str
    domein: str
    vlag: str
    persoon: UUID | None
    over: str
    eigen_woorden: bool
    verzegeld: bool
    afgesloten: bool
    gemaakt_op: datetime


@dataclass(frozen=True)
class Bijdraagt:
    """The Doel of the gemeente that a goal contributes to."""

    doel: UUID
    naam: str


@dataclass(frozen=True)
class Doel:
    id: UUID
    tekst: str
    eerste_stap: str
    score: int | None
    status: str
    domein: str
    vlag: str
    persoon: UUID | None
    over: str
    afgesloten: bool
    terugkijken_op: date | None
    teruggekeken: bool
    gemaakt_op: datetime
    draagt_bij: tuple[Bijdraagt, ...] = ()


@dataclass(frozen=True)
class Wie:
    """Who does what: `naam` as people say it, `onder` the organisation; `bal` is who has to do something now."""

    id: UUID
    tekst: str
    wie: str
    naam: str
    onder: str
    gever: str
    wanneer: date | None
    hoe_laat: time | None
    status: str
    domein: str
    vlag: str
    persoon: UUID | None
    voor: str
    afgesloten: bool
    van_mij: bool
    doelen: tuple[UUID, ...] = ()

    @property
    def bal(self) -> str:
        """Who has the ball: the giver until it is taken, and again when it is given back."""
        return self.gever if self.status in ("gevraagd", "teruggegeven") and self.gever else self.naam


@dataclass(frozen=True)
class Contact:
    id: UUID
    soort: str
    uitkomst: str
    regel: str
    wie: str
    van_inwoner: bool
    domein: str
    vlag: str
    persoon: UUID | None
    moment: datetime


@dataclass(frozen=True)
class Deelnemer:
    """A colleague or team that is involved; in which domains only where that may be known."""

    naam: str
    organisatie: str
    soort: str
    vlaggen: tuple[str, ...]
    seed: str


@dataclass(frozen=True)
class Begin:
    """The question it began with."""

    id: UUID
    woorden: str
    eerste_advies: str
    gesteld_op: datetime


@dataclass(frozen=True)
class Weerwoord:
    """A resident's words beside one line, and the answer when there is one."""

    id: UUID
    woorden: str
    besluit: str
    reden: str
    gevraagd_op: datetime


@dataclass(frozen=True)
class PlanBlad:
    """One plan as this kijker may see it.

    `domein` of a part is for the program; a page shows `vlag`, which is empty where the kijker may not know that the
    domain plays a part. `correcties`: by the id of the object.
    """

    dossier: UUID
    nummer: str
    referentie: str
    huishouden: str
    plan: UUID | None  # a household that came in by a message has none yet
    familieplan: str
    begonnen_op: date | None
    gesloten_op: date | None
    versie: int
    tafel: UUID | None
    mensen: tuple[Mens, ...] = ()
    contactpersoon: Contactpersoon | None = None
    adres: Woonplek | None = None
    goed: tuple[Deel, ...] = ()
    wil: tuple[Deel, ...] = ()
    aantekeningen: tuple[Deel, ...] = ()
    doelen: tuple[Doel, ...] = ()
    gelukt: tuple[Doel, ...] = ()
    afspraken: tuple[Wie, ...] = ()
    gedaan: tuple[Wie, ...] = ()
    contacten: tuple[Contact, ...] = ()
    deelnemers: tuple[Deelnemer, ...] = ()
    hulp: tuple[Hulp, ...] = ()
    begin: tuple[Begin, ...] = ()
    correcties: Mapping[UUID, tuple[Weerwoord, ...]] = field(default_factory=dict)
    leest_inhoud: bool = False
    leest_doelen: bool = False
    leest_afspraken: bool = False
    werkt_mee: bool = False  # involved as who may keep who lives here and what is in the plan
    leest_voor: bool = False  # may read out who looked, for somebody without an account
    spoed_tot: datetime | None = None

    @property
    def bellen(self) -> Mens | None:
        """Whom to call first: the first adult with a number."""
        return next((wie for wie in self.mensen if wie.telefoon and not wie.is_kind), None)
