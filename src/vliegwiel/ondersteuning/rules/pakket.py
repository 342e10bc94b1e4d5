"""What a message or a file says about one assignment of one person, and what became of it. Free of Django.

A fact is stored as plain JSON without a name in it; its hash is that of its own content, so that the same fact in two
messages is one fact, and facts of one moment have an order that does not depend on which came first.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from vliegwiel.kern.taal import fold
from vliegwiel.ondersteuning.rules.voorziening import Feit, Orde, Start, Stop, Toewijzing


@dataclass(frozen=True)
class Woonadres:
    straat: str
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""


@dataclass(frozen=True)
class Mens:
    """The person a message is about, as it names them. `bsn`: nine digits that passed the elfproef, or None."""

    bsn: str | None
    geboortedatum: date | None
    voornaam: str = ""
    voorvoegsel: str = ""
    achternaam: str = ""
    telefoon: str = ""
    email: str = ""
    adres: Woonadres | None = None

    @property
    def hele_achternaam(self) -> str:
        return f"{self.voorvoegsel} {self.achternaam}".strip()


@dataclass(frozen=True)
class Pakket:
    """Facts about one assignment, from one file (`bericht` is its id). `bron`: "bericht" or "bestand"."""

    wet: str
    toewijzing: str
    feiten: tuple[Feit, ...]
    bericht: UUID
    persoon: Mens
    bron: str = "bericht"


class Status(StrEnum):
    NIEUW = "nieuw"  # somebody we did not know: a household of their own
    BEKEND = "bekend"  # somebody we know, or an assignment we know
    GEBOORTEDATUM_ANDERS = (
        "geboortedatum_anders"  # the number is known, of somebody else it seems: kept aside
    )
    LIJKT_OP = "lijkt_op"  # no number, and somebody alike: kept aside, as a proposal
    TOEWIJZING_ONBEKEND = "toewijzing_onbekend"  # a start or stop before its assignment: kept aside


TERZIJDE = frozenset({Status.GEBOORTEDATUM_ANDERS, Status.LIJKT_OP, Status.TOEWIJZING_ONBEKEND})


@dataclass(frozen=True)
class Uitkomst:
    """What became of a Pakket: codes and ids, never a value. `feiten`: how many of its facts were new.

    `kandidaat` is the dossier of somebody who looks alike.
    """

    code: Status
    opmerkingen: tuple[str, ...] = ()
    voorziening: UUID | None = None
    dossier: UUID | None = None
    kandidaat: UUID | None = None
    feiten: int = 0


# -- facts as they are stored

SOORTEN: dict[str, type[Feit]] = {"toewijzing": Toewijzing, "start": Start, "stop": Stop}
_SOORT = {kind: soort for soort, kind in SOORTEN.items()}
_NAMES = {kind: tuple(it.name for it in fields(kind) if it.name != "orde") for kind in _SOORT}
_DAYS = frozenset({"ingangsdatum", "einddatum", "begindatum"})


def soort_of(feit: Feit) -> str:
    return _SOORT[type(feit)]


def as_json(feit: Feit) -> dict[str, Any]:
    """The fact in plain values; what is empty is left out."""
    orde = feit.orde
    found: dict[str, Any] = {
        "orde": [orde.datum.isoformat(), orde.tijd.isoformat(), orde.dagtekening.isoformat()]
    }
    for name in _NAMES[type(feit)]:
        value = getattr(feit, name)
        if value is not None and value != "":
            found[name] = value if isinstance(value, int) else _plain(value)
    return found


def _plain(value: Any) -> Any:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def from_json(soort: str, given: dict[str, Any], hash_: str) -> Feit:
    """The fact that was stored so."""
    values: dict[str, Any] = dict(given)
    datum, tijd, dagtekening = values.pop("orde")
    for name in _DAYS & values.keys():
        values[name] = date.fromisoformat(values[name])
    if "budget" in values:
        values["budget"] = Decimal(values["budget"])
    orde = Orde(date.fromisoformat(datum), time.fromisoformat(tijd), date.fromisoformat(dagtekening), hash_)
    return SOORTEN[soort](orde=orde, **values)


def hash_of(soort: str, gegevens: dict[str, Any]) -> str:
    text = json.dumps([soort, gegevens], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def with_own_hash(feit: Feit, hash_: str) -> Feit:
    orde = feit.orde
    return replace(feit, orde=Orde(orde.datum, orde.tijd, orde.dagtekening, hash_))


def says_the_same(one: Toewijzing, other: Toewijzing) -> bool:
    """Apart from when it was said."""
    return replace(one, orde=other.orde) == other


# -- who looks like whom

_SMALL = frozenset(
    "van de den der het t ten ter te in op aan bij uit voor al el la le les du des da di dos af".split()
)
_WORDS = re.compile(r"[^\W_]+")


def name_words(achternaam: str) -> frozenset[str]:
    """The words of a surname by which it is known: "van der Berg-Jansen" is {berg, jansen}."""
    words = _WORDS.findall(fold(achternaam))
    return frozenset(word for word in words if word not in _SMALL) or frozenset(words)


def alike(mens: Mens, voornaam: str, achternaam: str, geboortedatum: date | None) -> bool:
    """Born on the same day, and a word of the surname the same (who has one name only: of that)."""
    if mens.geboortedatum is None or mens.geboortedatum != geboortedatum:
        return False
    mine = name_words(mens.achternaam or mens.voornaam)
    return not mine.isdisjoint(name_words(achternaam or voornaam))


def contradicts(mens: Mens, voornaam: str, achternaam: str, geboortedatum: date | None) -> bool:
    """Whether what is said of somebody, without a number, cannot be about this person."""
    if mens.geboortedatum and geboortedatum and mens.geboortedatum != geboortedatum:
        return True
    said = mens.achternaam or mens.voornaam
    return bool(said) and name_words(said).isdisjoint(name_words(achternaam or voornaam))


def born_otherwise(mens: Mens, geboortedatum: date | None) -> bool:
    return bool(mens.geboortedatum and geboortedatum and mens.geboortedatum != geboortedatum)


def most_alike(mens: Mens, found: Iterable[tuple[UUID, str, str, date | None]]) -> UUID | None:
    """Of these persons (id, first name, surname, date of birth) who looks like this one; the same first name first."""
    same = [row for row in found if alike(mens, *row[1:])]
    first = fold(mens.voornaam)
    same.sort(key=lambda row: (fold(row[1]) != first, row[0]))
    return same[0][0] if same else None
