"""A message that passed its check: who sent it, whom it is about, and the facts it holds per toewijzing.

What we have no purpose for is checked and then left: relations, remarks in free text, legal status.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vliegwiel.ondersteuning.public import Feit, Wet
from vliegwiel.uitwisseling.iwmo.soorten import Soort
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst


@dataclass(frozen=True, slots=True)
class Kop:
    """Two messages are the same when everything here agrees."""

    wet: Wet
    soort: int  # 301, 305, 307
    berichtcode: str
    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: date
    inhoud_hash: str

    @property
    def gemeente(self) -> str:
        """The code of the gemeente the message belongs to."""
        return self.afzender if self.soort == 301 else self.ontvanger

    @property
    def aanbieder(self) -> str:
        """The AGB code of the provider."""
        return self.ontvanger if self.soort == 301 else self.afzender


@dataclass(frozen=True, slots=True)
class Naam:
    achternaam: str
    voorvoegsel: str
    partner_achternaam: str
    partner_voorvoegsel: str
    voornamen: str
    voorletters: str
    naamgebruik: str  # COD700; empty in a 305 and 307


@dataclass(frozen=True, slots=True)
class Adres:
    straat: str
    huisnummer: int | None
    huisletter: str
    toevoeging: str
    aanduiding: str
    postcode: str
    plaats: str
    land: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Where somebody can be reached. `soort` is COD757: 01 BRP, 02 post, 03 where they stay, 04 for a while."""

    soort: str
    adres: Adres | None
    organisatie: str
    telefoons: tuple[tuple[str, str], ...]  # number, country
    email: str
    begindatum: date | None
    einddatum: date | None


@dataclass(frozen=True, slots=True)
class Client:
    """`datumgebruik` (COD170) says which part of the birth date is unknown: 1 the day, 2 day and month, 3 all."""

    bsn: str
    geboortedatum: date
    datumgebruik: str
    geslacht: str
    naam: Naam
    contacten: tuple[Contact, ...] = ()  # only in a 301


@dataclass(frozen=True, slots=True)
class Productregel:
    """One fact of a message and which toewijzing it belongs to."""

    toewijzing: int
    feit: Feit
    plaats: str
    categorie: str = ""  # what a 305 or 307 says the product is
    code: str = ""
    ingangsdatum: date | None = None  # ... and when its toewijzing began


@dataclass(frozen=True, slots=True)
class Bericht:
    kop: Kop
    client: Client
    regels: tuple[Productregel, ...]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What came of reading a file. There is a message only when nothing in it is wrong."""

    soort: Soort | None
    bericht: Bericht | None
    vondsten: tuple[Vondst, ...]

    @property
    def afgekeurd(self) -> bool:
        return any(vondst.ernst is Ernst.FOUT for vondst in self.vondsten)
