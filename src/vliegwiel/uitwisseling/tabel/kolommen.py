"""Which column is which: names people use for the same thing, with or without accents, spaces and case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vliegwiel.kern.taal import fold

# Our name of a column, and the names it is recognised by (folded, only letters and digits).
KOLOMMEN: dict[str, tuple[str, ...]] = {
    "bsn": ("bsn", "burgerservicenummer", "sofinummer", "bsnclient", "clientbsn"),
    "geboortedatum": ("geboortedatum", "geboren", "geboortedag", "geboorte", "gebdatum", "datumgeboorte"),
    "voornaam": ("voornaam", "voornamen", "roepnaam", "voorletters"),
    "voorvoegsel": ("voorvoegsel", "voorvoegsels", "tussenvoegsel", "tussenvoegsels"),
    "achternaam": ("achternaam", "geslachtsnaam", "naam", "familienaam", "naamclient", "clientnaam"),
    "telefoon": ("telefoon", "telefoonnummer", "tel", "telnr", "mobiel"),
    "email": ("email", "emailadres", "mail", "mailadres"),
    "straat": ("straat", "straatnaam"),
    "huisnummer": ("huisnummer", "huisnr", "nr"),
    "postcode": ("postcode", "pc"),
    "plaats": ("plaats", "woonplaats", "plaatsnaam"),
    "wet": ("wet", "domeinwet", "regeling"),
    "toewijzing": (
        *(
            "toewijzing",
            "toewijzingnummer",
            "toewijzingsnummer",
            "toewijzingnr",
            "nummer",
            "beschikkingnummer",
        ),
        *("indicatienummer", "voorzieningnummer", "referentie"),
    ),
    "categorie": ("categorie", "productcategorie", "soort", "soorthulp", "voorziening"),
    "code": ("code", "productcode", "product"),
    "aanbieder": ("aanbieder", "agb", "agbcode", "aanbiederagb", "agbaanbieder", "zorgaanbieder"),
    "ingangsdatum": ("ingangsdatum", "begindatum", "startdatum", "start", "begin", "ingang", "van", "vanaf"),
    "einddatum": ("einddatum", "eind", "einde", "stopdatum", "totenmet", "tot", "tm"),
    "volume": ("volume", "omvang", "hoeveelheid", "aantal"),
    "eenheid": ("eenheid", "eenheden"),
    "frequentie": ("frequentie", "hoevaak", "per"),
}
NODIG = ("achternaam", "toewijzing", "categorie", "ingangsdatum")
_NAME = {name: code for code, names in KOLOMMEN.items() for name in names}
_SIGNS = re.compile(r"[\W_]+")


def known_name(text: str) -> str | None:
    """The column this name stands for."""
    return _NAME.get(_SIGNS.sub("", fold(text)))


def recognise(kop: Sequence[str]) -> tuple[dict[str, int], list[str]]:
    """Where each column stands, and which are there more than once."""
    found: dict[str, int] = {}
    double: list[str] = []
    for place, text in enumerate(kop):
        code = known_name(text)
        if code in found:
            double.append(code)
        elif code is not None:
            found[code] = place
    return found, double
