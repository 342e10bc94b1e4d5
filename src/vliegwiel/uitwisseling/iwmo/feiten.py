"""From the values of a message to what the rooms below understand: a person and facts about provisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from decimal import Decimal

from vliegwiel.ondersteuning.public import Feit, Orde, Start, Stop, Toewijzing
from vliegwiel.uitwisseling.iwmo.bericht import Adres, Bericht, Client, Contact, Kop, Naam, Productregel
from vliegwiel.uitwisseling.iwmo.lezer import Waarden
from vliegwiel.uitwisseling.iwmo.samenhang import products
from vliegwiel.uitwisseling.iwmo.soorten import Soort

MIDNIGHT = time()
EMPTY: Waarden = {}


def bericht(soort: Soort, values: Waarden, inhoud_hash: str) -> Bericht:
    """Only for values of a message in which nothing is wrong."""
    header, client = values["Header"], values["Client"]
    sent = header["BerichtIdentificatie"]
    kop = Kop(
        soort.wet, soort.nummer, header["BerichtCode"], header["Afzender"], header["Ontvanger"],
        sent["Identificatie"], sent["Dagtekening"], inhoud_hash,
    )  # fmt: skip
    return Bericht(kop, _client(client), tuple(_lines(soort, kop, client)))


def _client(client: Waarden) -> Client:
    birth = client["Geboortedatum"]
    contacts = client.get("Contactgegevens", EMPTY).get("Contact", ())
    return Client(
        client["Bsn"], birth["Datum"], birth.get("DatumGebruik", ""), client["Geslacht"], _name(client["Naam"]),
        tuple(_contact(contact) for contact in contacts),
    )  # fmt: skip


def _name(name: Waarden) -> Naam:
    own, partner = name["Geslachtsnaam"], name.get("Partnernaam", EMPTY)
    return Naam(
        own["Achternaam"], own.get("Voorvoegsel", ""), partner.get("Achternaam", ""), partner.get("Voorvoegsel", ""),
        name.get("Voornamen", ""), name.get("Voorletters", ""), name.get("NaamGebruik", ""),
    )  # fmt: skip


def _contact(contact: Waarden) -> Contact:
    phones, period = contact.get("Telefoon", EMPTY), contact.get("Periode", EMPTY)
    return Contact(
        contact["Soort"], _address(contact["Adres"]) if "Adres" in contact else None, contact.get("Organisatie", ""),
        tuple((phone["Telefoonnummer"], phone["Landnummer"]) for phone in phones.values()),
        contact.get("Emailadres", ""), period.get("Begindatum"), period.get("Einddatum"),
    )  # fmt: skip


def _address(address: Waarden) -> Adres:
    house = address.get("Huis", EMPTY)
    return Adres(
        address.get("Straatnaam", ""), house.get("Huisnummer"), house.get("Huisletter", ""),
        house.get("HuisnummerToevoeging", ""), house.get("AanduidingWoonadres", ""), address.get("Postcode", ""),
        address.get("Plaatsnaam", ""), address.get("LandCode", ""),
    )  # fmt: skip


def _lines(soort: Soort, kop: Kop, client: Waarden) -> Iterator[Productregel]:
    for place, product in products(soort, client):
        if "ToewijzingNummer" in product:
            which = product.get("Product", EMPTY)
            yield Productregel(
                product["ToewijzingNummer"], _fact(soort, kop, product), place,
                which.get("Categorie", ""), which.get("Code", ""), product.get("ToewijzingIngangsdatum"),
            )  # fmt: skip


def _fact(soort: Soort, kop: Kop, product: Waarden) -> Feit:
    if soort.nummer == 301:
        return _toewijzing(kop, product)
    orde = Orde(kop.dagtekening, MIDNIGHT, kop.dagtekening, kop.inhoud_hash)
    begin, status = product["Begindatum"], product["StatusAanlevering"]
    if soort.nummer == 305:
        return Start(orde, begin, status)
    return Stop(orde, begin, product["Einddatum"], product["RedenBeeindiging"], status)


def _toewijzing(kop: Kop, product: Waarden) -> Toewijzing:
    """The standard counts a budget in cents."""
    which, much = product.get("Product", EMPTY), product.get("Omvang", EMPTY)
    cents = product.get("Budget")
    return Toewijzing(
        Orde(product["Toewijzingsdatum"], product["Toewijzingstijd"], kop.dagtekening, kop.inhoud_hash),
        which.get("Categorie", ""), code=which.get("Code", ""), aanbieder=kop.aanbieder,
        referentie=product.get("ReferentieAanbieder", ""), ingangsdatum=product["Ingangsdatum"],
        einddatum=product.get("Einddatum"), reden_wijziging=product.get("RedenWijziging", ""),
        volume=much.get("Volume"), eenheid=much.get("Eenheid", ""), frequentie=much.get("Frequentie", ""),
        budget=None if cents is None else Decimal(cents) / 100,
    )  # fmt: skip
