"""What must fit together inside a message, once its values are read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vliegwiel.uitwisseling.iwmo.lezer import Lezer, Waarden
from vliegwiel.uitwisseling.iwmo.soorten import Soort
from vliegwiel.uitwisseling.iwmo.velden import PRODUCTS
from vliegwiel.uitwisseling.rules.vondst import Ernst

CLIENT = "/Bericht/Client"
BEGIN = {301: "Ingangsdatum", 307: "Begindatum"}


def check(lezer: Lezer, soort: Soort, values: Waarden) -> None:
    """Dates in order, and every product with the toewijzing it belongs to."""
    client = values.get("Client") or {}
    _birth(lezer, values, client)
    _contacts(lezer, client)
    numbers: set[int] = set()
    for place, product in products(soort, client):
        _product_dates(lezer, soort, place, product)
        _number(lezer, soort, place, product.get("ToewijzingNummer"), numbers, "ToewijzingNummer" in product)


def products(soort: Soort, client: Waarden) -> Iterator[tuple[str, Waarden]]:
    """Place and values of each product of a message."""
    group, one = PRODUCTS[soort.nummer]
    for at, product in enumerate((client.get(group) or {}).get(one, ()), start=1):
        if product is not None:
            yield f"{CLIENT}/{group}/{one}[{at}]", product


def after(begin: date | None, end: date | None) -> bool:
    return begin is not None and end is not None and end < begin


def _birth(lezer: Lezer, values: Waarden, client: Waarden) -> None:
    sent = ((values.get("Header") or {}).get("BerichtIdentificatie") or {}).get("Dagtekening")
    if after((client.get("Geboortedatum") or {}).get("Datum"), sent):
        lezer.note_at(f"{CLIENT}/Geboortedatum/Datum", "bericht_geboren_later")


def _contacts(lezer: Lezer, client: Waarden) -> None:
    for at, contact in enumerate((client.get("Contactgegevens") or {}).get("Contact", ()), start=1):
        period = (contact or {}).get("Periode") or {}
        if after(period.get("Begindatum"), period.get("Einddatum")):
            place = f"{CLIENT}/Contactgegevens/Contact[{at}]/Periode/Einddatum"
            lezer.note_at(place, "bericht_eind_voor_begin", params={"begin": "Begindatum"})


def _product_dates(lezer: Lezer, soort: Soort, place: str, product: Waarden) -> None:
    begin = BEGIN.get(soort.nummer, "")
    if after(product.get(begin), product.get("Einddatum")):
        lezer.note_at(f"{place}/Einddatum", "bericht_eind_voor_begin", params={"begin": begin})
    if after(product.get("ToewijzingIngangsdatum"), product.get("Begindatum")):
        lezer.note_at(f"{place}/Begindatum", "bericht_begin_voor_ingang", Ernst.OPMERKING)


def _number(lezer: Lezer, soort: Soort, place: str, number: int | None, seen: set[int], given: bool) -> None:
    """A 305 or 307 may leave the number out; then we cannot know which toewijzing it is about."""
    if not given and soort.nummer != 301:
        lezer.note_at(place, "bericht_zonder_toewijzing", Ernst.OPMERKING)
    if number is None:
        return
    if number in seen and soort.nummer == 301:
        lezer.note_at(f"{place}/ToewijzingNummer", "bericht_nummer_dubbel")
    seen.add(number)
