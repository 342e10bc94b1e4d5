"""From a message to packages: what it says per assignment, with whom it is about in the words we use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vliegwiel.ondersteuning.public import Mens, Pakket, Toewijzing, Woonadres
from vliegwiel.uitwisseling.iwmo.bericht import Adres, Bericht, Client, Contact, Naam, Productregel

NOTHING_KNOWN = "3"  # COD170: of this birth date neither day, month nor year is known
PARTNER, PARTNER_OWN, OWN_PARTNER = "2", "3", "4"  # COD700: how somebody uses the names
# COD757, where somebody really is first: 03 where they stay, 04 for a while, 01 as registered, 02 post.
NEAREST = ("03", "04", "01", "02")
HERE = ("31", "0031", "+31", "")


@dataclass(frozen=True)
class Deel:
    """A package and where in the file its first fact stood."""

    pakket: Pakket
    plaats: str

    @property
    def sleutel(self) -> tuple[str, str]:
        return self.pakket.wet, self.pakket.toewijzing

    @property
    def begint(self) -> bool:
        """Whether it holds an assignment, so that what waits for it can be applied."""
        return any(isinstance(feit, Toewijzing) for feit in self.pakket.feiten)


def parts_of(bericht: Bericht, bestand: UUID) -> Iterator[Deel]:
    """A package for each assignment in the message."""
    mens = mens_of(bericht.client, bericht.kop.dagtekening)
    lines: dict[int, list[Productregel]] = defaultdict(list)
    for line in bericht.regels:
        lines[line.toewijzing].append(line)
    for number, found in lines.items():
        feiten = tuple(line.feit for line in found)
        pakket = Pakket(bericht.kop.wet.value, str(number), feiten, bestand, mens)
        yield Deel(pakket, found[0].plaats)


def mens_of(client: Client, today: date) -> Mens:
    """Whom a message is about; of several addresses the one where somebody is now."""
    contacts = sorted(
        (it for it in client.contacten if _counts(it, today)),
        key=lambda it: NEAREST.index(it.soort) if it.soort in NEAREST else len(NEAREST),
    )
    prefix, surname = surname_of(client.naam)
    return Mens(
        client.bsn,
        None if client.datumgebruik == NOTHING_KNOWN else client.geboortedatum,
        voornaam=client.naam.voornamen or client.naam.voorletters,
        voorvoegsel=prefix,
        achternaam=surname,
        telefoon=next((_phone(*it.telefoons[0]) for it in contacts if it.telefoons), ""),
        email=next((it.email for it in contacts if it.email), ""),
        adres=next((_home(it.adres) for it in contacts if it.adres and it.soort != "02"), None),
    )


def surname_of(naam: Naam) -> tuple[str, str]:
    """(prefix, surname) as somebody wants to be called."""
    own, partner = (naam.voorvoegsel, naam.achternaam), (naam.partner_voorvoegsel, naam.partner_achternaam)
    if not naam.partner_achternaam:
        return own
    if naam.naamgebruik == PARTNER:
        return partner
    if naam.naamgebruik == PARTNER_OWN:
        return partner[0], f"{partner[1]}-{_joined(own)}"
    if naam.naamgebruik == OWN_PARTNER:
        return own[0], f"{own[1]}-{_joined(partner)}"
    return own


def _joined(name: tuple[str, str]) -> str:
    return " ".join(part for part in name if part)


def _counts(contact: Contact, today: date) -> bool:
    """Of the person themselves, and on that day."""
    begun = contact.begindatum is None or contact.begindatum <= today
    return begun and (contact.einddatum is None or contact.einddatum >= today) and not contact.organisatie


def _phone(number: str, country: str) -> str:
    return number if country in HERE else f"+{country.lstrip('+0')} {number}"


def _home(given: Adres) -> Woonadres | None:
    if not given.straat:
        return None
    number = "" if given.huisnummer is None else f"{given.huisnummer}{given.huisletter}"
    extra = f"-{given.toevoeging}" if given.toevoeging else ""
    return Woonadres(given.straat, f"{number}{extra}", given.postcode, given.plaats)
