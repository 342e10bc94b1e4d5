"""What of a household goes into the search index. Free of Django."""

from __future__ import annotations


def address_words(straat: str, huisnummer: str, postcode: str, plaats: str) -> list[str]:
    """The texts of an address to index: a postcode is found with and without its space."""
    whole = postcode.replace(" ", "")
    return [straat, huisnummer, postcode, whole if whole != postcode else f"{whole[:4]} {whole[4:]}", plaats]
