"""One value of a message: from text to what it means, or why it cannot be that. No reason repeats the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date, time

FIRST_YEAR, LAST_YEAR = 1900, 2100
MOST_DIGITS = 20  # int() of a longer text costs more than it tells

Reader = Callable[[str], object]


class Wrong(Exception):
    """This text cannot be the value: a code, with limits and names only."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code, self.params = code, params
        super().__init__(code)


class Noted(Exception):
    """Raised with a value that can be used, when there is something to remark."""

    def __init__(self, value: object, code: str, **params: str | int) -> None:
        self.value, self.code, self.params = value, code, params
        super().__init__(code)


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
ZONE = re.compile(r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)", re.ASCII)
WHOLE = re.compile(r"[+-]?[0-9]+", re.ASCII)
CLOCK = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?", re.ASCII)


def day(text: str) -> date:
    """An xs:date. iWmo and iJw leave the time zone out; with one the day is the same day, and remarked."""
    zone = text[10:]
    if not DAY.match(text) or (zone and not ZONE.fullmatch(zone)):
        raise Wrong("veld_datum_vorm")
    if not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        raise Wrong("veld_datum_jaar", eerste=FIRST_YEAR, laatste=LAST_YEAR)
    try:
        value = date.fromisoformat(text[:10])
    except ValueError:
        raise Wrong("veld_datum_bestaat_niet") from None
    if zone:
        raise Noted(value, "veld_datum_tijdzone")
    return value


def clock(text: str) -> time:
    """An xs:time without a zone. 24:00:00 is allowed there: the last moment of the day."""
    found = CLOCK.fullmatch(text)
    if found is None:
        raise Wrong("veld_tijd_vorm")
    hour, minute, second = map(int, found.groups()[:3])
    micro = int(((found[4] or "") + "000000")[:6])
    if (hour, minute, second, micro) == (24, 0, 0, 0):
        return time.max
    try:
        return time(hour, minute, second, micro)
    except ValueError:
        raise Wrong("veld_tijd_vorm") from None


def plain(given: str) -> str:
    """Without layout: every stretch of white is one space."""
    return " ".join(given.split())


def text(most: int) -> Reader:
    def read(given: str) -> str:
        if " " in given or not given.isprintable():  # line breaks and tabs are layout, and no printable signs
            given = plain(given)
        if not given:
            raise Wrong("veld_leeg")
        if len(given) > most:
            raise Wrong("veld_te_lang", hoogste=most)
        return given

    return read


def digits(least: int, most: int) -> Reader:
    """A number that is a name: zeroes in front count."""

    def read(given: str) -> str:
        if not (given.isascii() and given.isdecimal() and least <= len(given) <= most):
            raise Wrong("veld_cijfers", laagste=least, hoogste=most)
        return given

    return read


def whole(least: int, most: int) -> Reader:
    """An xs:integer between two limits."""

    def read(given: str) -> int:
        if len(given) > MOST_DIGITS or not WHOLE.fullmatch(given):
            raise Wrong("veld_getal", laagste=least, hoogste=most)
        value = int(given)
        if not least <= value <= most:
            raise Wrong("veld_getal", laagste=least, hoogste=most)
        return value

    return read


def exactly(wanted: str, code: str) -> Reader:
    """A value that is fixed for this kind of message."""

    def read(given: str) -> str:
        if given != wanted:
            raise Wrong(code, nodig=wanted)
        return given

    return read


def one_of(name: str, codes: Collection[str], expired: Collection[str] = ()) -> Reader:
    """A code of a list; one that should not be used any more is remarked."""

    def read(given: str) -> str:
        if given not in codes:
            raise Wrong("veld_code", lijst=name)
        if given in expired:
            raise Noted(given, "veld_code_vervallen", lijst=name)
        return given

    return read


def person_number(clean: Callable[[str], str | None]) -> Reader:
    """Nine digits that pass the elfproef; `clean` is the rule of privacy."""
    nine = digits(9, 9)

    def read(given: str) -> str:
        nine(given)
        if clean(given) != given:
            raise Wrong("veld_bsn_elfproef")
        return given

    return read
