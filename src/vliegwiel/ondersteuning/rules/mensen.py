"""A row of Mijn mensen: what it holds, who has the ball, and the order of the list. Free of Django."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import UUID

from vliegwiel.kern.taal import fold
from vliegwiel.ondersteuning.rules.hulp import Afloop


class Volgorde(StrEnum):
    """How the list is sorted."""

    STILTE = "stilte"  # longest without contact first
    STAP = "stap"  # next step first
    AFLOOP = "afloop"  # help that ends first
    NAAM = "naam"


class Van(StrEnum):
    """Whose people: with whom I work myself, or a team I am in."""

    MIJ = "mij"
    TEAM = "team"


@dataclass(frozen=True)
class Mens:
    """Somebody who lives there."""

    persoon: UUID
    naam: str
    telefoon: str = ""
    voornaam: str = ""


@dataclass(frozen=True)
class Contact:
    """The latest contact that this kijker may see."""

    moment: datetime
    soort: str
    uitkomst: str


@dataclass(frozen=True)
class Bericht:
    """What a resident said back and nobody has read yet."""

    contact: UUID
    moment: datetime
    regel: str


@dataclass(frozen=True)
class Bal:
    """Who has the ball: a code (`bal.<code>`) and a name where one belongs to it."""

    code: str
    wie: str = ""


@dataclass(frozen=True)
class Stap:
    """The next step: the first open Afspraak that this kijker may see."""

    afspraak: UUID
    tekst: str
    wanneer: date | None
    bal: Bal
    doet: UUID | None = None  # the resident who does it


@dataclass(frozen=True)
class Rij:
    """One household in the list."""

    dossier: UUID
    naam: str
    nummer: str
    contact: Contact | None = None
    stap: Stap | None = None
    berichten: tuple[Bericht, ...] = ()
    mensen: tuple[Mens, ...] = ()
    mag_noteren: bool = False
    ziet_contact: bool = False
    afloop: Afloop | None = None


def who_has_the_ball(
    *,
    status: str,
    me: UUID,
    medewerker: UUID | None,
    naam: str,
    gever: UUID | None,
    gever_naam: str,
    ander: str,
) -> Bal:
    """Who has to do something now. Until it is taken the giver holds it; a resident takes nothing.

    `ander` is the name of a resident or somebody around them, where there is no colleague.
    """
    if status == "teruggegeven":
        return Bal("terug_bij_jou") if gever == me else Bal("terug", gever_naam)
    if status == "gevraagd" and medewerker is not None:
        return Bal("aan_jou") if medewerker == me else Bal("wacht", naam)
    if medewerker is None:
        return Bal("ander", ander) if ander else Bal("inwoner")
    return Bal("jij") if medewerker == me else Bal("collega", naam)


def with_people(rij: Rij, mensen: Iterable[Mens]) -> Rij:
    """The row with who lives there. A resident who does the next step is named only when known by name there."""
    people = tuple(mensen)
    stap = rij.stap
    if stap is not None and stap.doet is not None:
        name = next((mens.naam for mens in people if mens.persoon == stap.doet), "")
        stap = replace(stap, bal=Bal("ander", name) if name else Bal("inwoner"))
    return replace(rij, mensen=people, stap=stap)


LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def in_order(rijen: Iterable[Rij], volgorde: Volgorde) -> list[Rij]:
    """The rows sorted; the name decides between equals, so that a page is always the same page."""
    named = sorted(rijen, key=lambda rij: (fold(rij.naam), rij.nummer))
    if volgorde == Volgorde.STILTE:
        return sorted(named, key=lambda rij: rij.contact.moment if rij.contact else LONG_AGO)
    if volgorde == Volgorde.STAP:
        return sorted(named, key=lambda rij: _day_of(rij.stap))
    if volgorde == Volgorde.AFLOOP:
        return sorted(named, key=lambda rij: rij.afloop.eind if rij.afloop else date.max)
    return named


def _day_of(stap: Stap | None) -> tuple[int, date]:
    """Steps with a day first, then those without, then no step at all."""
    if stap is None:
        return 2, date.max
    return (0, stap.wanneer) if stap.wanneer else (1, date.max)


def holds(rij: Rij, vraag: str) -> bool:
    """Whether every word of the question stands in the name, the number or the people of a row."""
    text = fold(" ".join([rij.naam, rij.nummer, *(mens.naam for mens in rij.mensen)]))
    return all(word in text for word in fold(vraag).split())
