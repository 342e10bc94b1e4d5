"""One cell: from what was typed to what it means, or why not. A reason never repeats what was typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from vliegwiel.kern.taal import fold
from vliegwiel.ondersteuning.public import categories
from vliegwiel.privacy.public import clean_bsn
from vliegwiel.uitwisseling.rules.waarden import FIRST_YEAR, LAST_YEAR, Wrong

Lezer = Callable[[str], Any]

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_DUTCH = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})(?: 0?0:00(?::00)?)?", re.ASCII)
_QUOTED = re.compile(r'="(.*)"', re.DOTALL)
_PHONE = re.compile(r"\+?[0-9][0-9 ().-]*", re.ASCII)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_STARTS = ("=", "+", "-", "@", "\t", "\r")
NOTHING = frozenset({"", "-", "--", "n.v.t.", "nvt", "onbekend", "null"})

EENHEDEN = {
    "01": ("minuut", "minuten", "min"),
    "04": ("uur", "uren", "u"),
    "14": ("etmaal", "etmalen"),
    "16": ("dagdeel", "dagdelen"),
    "82": ("stuksnaarresultaat", "resultaat"),
    "83": ("euro", "euros", "bedrag"),
    "84": ("stuks", "stuk", "keer", "inspanning"),
}
FREQUENTIES = {
    "1": ("dag", "perdag", "dagelijks"),
    "2": ("week", "perweek", "wekelijks"),
    "4": ("maand", "permaand", "maandelijks"),
    "6": ("totaal", "intotaal", "samen", "totaalbinnengeldigheidsduur"),
}


def cleaned(text: str, kolom: str) -> str:
    """Without white at the ends; ="0012" is how spreadsheets keep zeroes; "-" is empty. Raises Wrong for a formula.

    A telephone number may begin with +. Nothing that begins with = + - @ goes on from here to any other program.
    """
    text = " ".join(text.replace("\u00a0", " ").split())
    if found := _QUOTED.fullmatch(text):
        text = found[1].strip()
    if fold(text) in NOTHING:
        return ""
    if text.startswith(_STARTS) and not (kolom == "telefoon" and _PHONE.fullmatch(text)):
        raise Wrong("tabel_formule")
    if not text.isprintable():
        raise Wrong("tabel_teken")
    return text


def day(text: str) -> date:
    """24-11-2026, 24/11/2026 or 2026-11-24."""
    if found := _ISO.fullmatch(text):
        year, month, dag = map(int, found.groups())
    elif found := _DUTCH.fullmatch(text):
        dag, month, year = map(int, found.groups())
    else:
        raise Wrong("tabel_datum_vorm")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Wrong("veld_datum_jaar", eerste=FIRST_YEAR, laatste=LAST_YEAR)
    try:
        return date(year, month, dag)
    except ValueError:
        raise Wrong("veld_datum_bestaat_niet") from None


def bsn(text: str) -> str:
    """Nine digits; a spreadsheet loses a zero in front."""
    found = clean_bsn(text)
    if found is None:
        raise Wrong("veld_bsn_elfproef")
    return found


def agb(text: str) -> str:
    """Eight digits, likewise."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 8):
        raise Wrong("tabel_agb")
    return text.zfill(8)


def number(text: str) -> int:
    whole = text.removesuffix(",00").removesuffix(".00").removesuffix(",0").removesuffix(".0")
    if not (whole.isascii() and whole.isdecimal() and len(whole) <= 8):
        raise Wrong("veld_getal", laagste=0, hoogste=99_999_999)
    return int(whole)


def short(most: int) -> Lezer:
    def read(text: str) -> str:
        if len(text) > most:
            raise Wrong("veld_te_lang", hoogste=most)
        return text

    return read


def phone(text: str) -> str:
    if not _PHONE.fullmatch(text) or len(text) > 40:
        raise Wrong("tabel_telefoon")
    return text


def mail(text: str) -> str:
    if not _MAIL.fullmatch(text) or len(text) > 254:
        raise Wrong("tabel_email")
    return text


def wet(text: str) -> str:
    word = fold(text).replace(" ", "")
    if word in ("wmo", "wmo2015"):
        return "wmo"
    if word in ("jeugd", "jeugdwet", "jw", "ijw"):
        return "jeugd"
    raise Wrong("tabel_wet")


def _word(names: dict[str, tuple[str, ...]]) -> Lezer:
    known = {name: code for code, words in names.items() for name in words}
    known |= {code: code for code in names} | {code.lstrip("0"): code for code in names}

    def read(text: str) -> str:
        found = known.get(re.sub(r"[\W_]+", "", fold(text)))
        if found is None:
            raise Wrong("tabel_woord")
        return found

    return read


@cache
def _categories(act: str) -> dict[str, str]:
    return {name: it.code for it in categories(act) for name in (it.code, fold(it.naam))}


def category_in(act: str, text: str) -> str:
    """A code of the act's list (a spreadsheet loses the zero), or its words."""
    known = _categories(act)
    found = known.get(text.zfill(2)) or known.get(fold(text))
    if found is None:
        raise Wrong("veld_code", lijst="020")
    return found


LEZERS: dict[str, Lezer] = {
    "bsn": bsn,
    "geboortedatum": day,
    "voornaam": short(80),
    "voorvoegsel": short(20),
    "achternaam": short(99),
    "telefoon": phone,
    "email": mail,
    "straat": short(120),
    "huisnummer": short(12),
    "postcode": short(7),
    "plaats": short(80),
    "wet": wet,
    "toewijzing": short(40),
    "categorie": short(60),
    "code": short(8),
    "aanbieder": agb,
    "ingangsdatum": day,
    "einddatum": day,
    "volume": number,
    "eenheid": _word(EENHEDEN),
    "frequentie": _word(FREQUENTIES),
}
