"""Words for days, hours, amounts and lists, in the reader's language (Dutch or English). Used as Jinja filters."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.html import format_html
from django.utils.translation import get_language

from vliegwiel.kern import clock

HERE = ZoneInfo("Europe/Amsterdam")
DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
NUMBERS = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(),
    "en": "zero one two three four five six seven eight nine ten eleven twelve".split(),
}
NEAR = {
    "nl": {-2: "eergisteren", -1: "gisteren", 0: "vandaag", 1: "morgen", 2: "overmorgen"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
}
UNITS = {  # one, more than one
    "nl": {"day": ("dag", "dagen"), "week": ("week", "weken"), "month": ("maand", "maanden"), "year": ("jaar", "jaar")},
    "en": {
        "day": ("day", "days"), "week": ("week", "weeks"), "month": ("month", "months"), "year": ("year", "years"),
    },
}  # fmt: skip
NBSP = "\u00a0"


def _language(taal: str | None) -> str:
    return "en" if (taal or get_language() or "nl").startswith("en") else "nl"


def _day(value: date | datetime) -> date:
    """The day here, also for an instant in UTC just before midnight."""
    if isinstance(value, datetime):
        return (value.astimezone(HERE) if value.tzinfo else value).date()
    return value


def datum(value: date | datetime | None, taal: str | None = None) -> str:
    """ "dinsdag 24 november 2026"."""
    if value is None:
        return ""
    day, lang = _day(value), _language(taal)
    return f"{DAYS[lang][day.weekday()]} {day.day} {MONTHS[lang][day.month - 1]} {day.year}"


def datum_kort(value: date | datetime | None, taal: str | None = None) -> str:
    """ "24 november", with the year only when it is not this one."""
    if value is None:
        return ""
    day, lang = _day(value), _language(taal)
    text = f"{day.day} {MONTHS[lang][day.month - 1]}"
    return text if day.year == clock.today().year else f"{text} {day.year}"


def tijd(value: datetime | time | None, taal: str | None = None) -> str:
    """ "10.00 uur" on the clock here."""
    if value is None:
        return ""
    here = value.astimezone(HERE) if isinstance(value, datetime) and value.tzinfo else value
    return f"{here:%H:%M}" if _language(taal) == "en" else f"{here.hour}.{here:%M} uur"


def wanneer(value: date | datetime | None, vandaag: date | None = None, taal: str | None = None) -> str:
    """How far from today, in words: "gisteren", "over vijf weken", "drie maanden geleden"."""
    if value is None:
        return ""
    lang = _language(taal)
    days = (_day(value) - (vandaag or clock.today())).days
    if days in NEAR[lang]:
        return NEAR[lang][days]
    count, unit = _rounded(abs(days))
    one, more = UNITS[lang][unit]
    span = f"{aantal(count, lang)} {one if count == 1 else more}"
    if lang == "en":
        return f"in {span}" if days > 0 else f"{span} ago"
    return f"over {span}" if days > 0 else f"{span} geleden"


def _rounded(days: int) -> tuple[int, str]:
    if days < 14:
        return days, "day"
    if days < 63:
        return round(days / 7), "week"
    if days < 700:
        return round(days / 30.44), "month"
    return round(days / 365.25), "year"


def aantal(value: int, taal: str | None = None) -> str:
    """A number as a word up to twelve: "drie"; beyond that as a figure."""
    lang = _language(taal)
    return NUMBERS[lang][value] if 0 <= value <= 12 else getal(value, lang)


def getal(value: float | Decimal | None, taal: str | None = None) -> str:
    """ "1.234,5" in Dutch, "1,234.5" in English; no needless decimals."""
    if value is None:
        return ""
    text = f"{value:,}" if isinstance(value, int) else f"{Decimal(str(value)):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if _language(taal) == "en" else text.translate(str.maketrans(",.", ".,"))


def bedrag(value: float | Decimal | None, taal: str | None = None) -> str:
    """Euros: "€ 1,2 miljoen" where that is exact to one decimal, else "€ 600.000"; cents only when there are."""
    if value is None:
        return ""
    lang, amount = _language(taal), Decimal(str(value))
    gap = "" if lang == "en" else NBSP
    sign = "-" if amount < 0 else ""
    amount = abs(amount).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    millions = amount / 1_000_000
    if millions >= 1 and millions == round(millions, 1):
        return f"{sign}€{gap}{getal(millions.normalize(), lang)} {'million' if lang == 'en' else 'miljoen'}"
    whole = amount == amount.to_integral_value()
    text = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    return f"{sign}€{gap}{text if lang == 'en' else text.translate(str.maketrans(',.', '.,'))}"


def opsomming(items: Iterable[Any], woord: str | None = None, taal: str | None = None) -> str:
    """ "a, b en c"."""
    words = [str(item) for item in items]
    joint = woord or ("and" if _language(taal) == "en" else "en")
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}" if words else ""


def voorletter(naam: str) -> str:
    """At most two initials: "SK" for Samira Kaya, "B" for mevrouw Bakker (the words in small letters do not count)."""
    words = [word for word in naam.replace("-", " ").split() if word[:1].isupper()] or naam.split()
    return "".join(word[0].upper() for word in ([words[0], words[-1]] if len(words) > 1 else words[:1]))


def zaad(text: object) -> int:
    """A fixed number for a text, to choose colours and shapes by (the same in every process)."""
    return zlib.crc32(str(text).encode())


def hoofdletter(text: str) -> str:
    """A capital to begin a sentence with; the rest as it was ("Sunday 22 November" keeps its November)."""
    return text[:1].upper() + text[1:]


def nl(text: str) -> str:
    """What people wrote is Dutch: on a page in another language the words say so (WCAG 3.1.2)."""
    if not text or _language(None) == "nl":
        return text
    return format_html('<span lang="nl">{}</span>', text)


FILTERS: dict[str, Callable[..., Any]] = {
    f.__name__: f
    for f in (
        datum,
        datum_kort,
        tijd,
        wanneer,
        aantal,
        getal,
        bedrag,
        opsomming,
        voorletter,
        zaad,
        nl,
        hoofdletter,
    )
}
