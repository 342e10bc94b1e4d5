"""Valid 301, 305 and 307 messages for invented people, from a few words: for tests, rigs and the bench."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from xml.sax.saxutils import escape

GEMEENTE, AANBIEDER = "9901", "42420001"
DAG = date(2026, 3, 2)
CODES = {
    ("wmo", 301): "414",
    ("wmo", 305): "418",
    ("wmo", 307): "420",
    ("jeugd", 301): "436",
    ("jeugd", 305): "438",
    ("jeugd", 307): "440",
}
NAMES = {"wmo": ("iwmo", "wmo"), "jeugd": ("ijw", "jw")}
FIRST = "Anna Bram Cato Daan Eva Finn Guusje Hidde Isa Jip Kaat Lars Mees Noor Otis Pien Quint Roos Sem Tess".split()
LAST = "Akker Boom Duin Eik Heide Iep Kade Linde Meer Polder Rietveld Sloot Terp Veen Weide Zee".split()
STREETS = "Lindelaan Beekweg Molenpad Kerkstraat Dorpsplein".split()


def bsn(number: int) -> str:
    """A number that passes the elfproef, another for each number (below ten million)."""
    for last in range(10):
        digits = [int(sign) for sign in f"9{number:07d}"]
        total = sum((9 - place) * digit for place, digit in enumerate(digits)) - last
        if total % 11 == 0:
            return "".join(map(str, digits)) + str(last)
    return bsn(number + 5_000_000)


@dataclass(frozen=True)
class Mens:
    bsn: str = bsn(1)
    geboren: date = date(1950, 4, 2)
    voornaam: str = "Anna"
    achternaam: str = "Veen"
    voorvoegsel: str = "van der"
    telefoon: str = "0612345678"
    straat: str = "Lindelaan"
    huisnummer: int = 12
    postcode: str = "1234AB"
    plaats: str = "Lindebeek"
    geslacht: str = "2"

    @classmethod
    def nummer(cls, number: int) -> Mens:
        return cls(
            bsn(number),
            date(1935, 1, 1) + timedelta(days=(number * 37) % 25_000),
            FIRST[number % len(FIRST)],
            f"{LAST[number // len(FIRST) % len(LAST)]}{number % 97}",
            telefoon=f"06{number % 100_000_000:08d}",
            straat=STREETS[number % len(STREETS)],
            huisnummer=1 + number % 200,
        )


@dataclass(frozen=True)
class Toewijzing:
    nummer: int = 1
    categorie: str = "01"
    op: date = DAG
    tijd: str = "10:00:00"
    begin: date = date(2026, 1, 1)
    eind: date | None = date(2026, 12, 31)
    reden: str = ""
    volume: int | None = 4
    budget: int | None = None


@dataclass(frozen=True)
class Start:
    nummer: int = 1
    begin: date = date(2026, 1, 5)
    status: str = "1"


@dataclass(frozen=True)
class Stop:
    nummer: int = 1
    begin: date = date(2026, 1, 5)
    eind: date = date(2026, 6, 30)
    reden: str = "19"
    status: str = "1"


Regel = Toewijzing | Start | Stop
KINDS: dict[type[Any], int] = {Toewijzing: 301, Start: 305, Stop: 307}


@dataclass(frozen=True)
class Bericht:
    """One message; its kind follows from its lines."""

    regels: tuple[Regel, ...]
    mens: Mens = field(default_factory=Mens)
    wet: str = "wmo"
    dagtekening: date = DAG
    identificatie: str = "000000000001"
    gemeente: str = GEMEENTE
    aanbieder: str = AANBIEDER

    @property
    def soort(self) -> int:
        return KINDS[type(self.regels[0])]

    @property
    def naam(self) -> str:
        return f"{NAMES[self.wet][1]}{self.soort}-{self.identificatie}.xml"

    def xml(self) -> bytes:
        return _message(self).encode()


def bericht(*regels: Regel, **fields: Any) -> Bericht:
    return Bericht(regels, **fields)


# -- as XML


def _tag(space: str, name: str, inside: str | int | date | None) -> str:
    return "" if inside is None or inside == "" else f"<{space}:{name}>{inside}</{space}:{name}>"


def _message(it: Bericht) -> str:
    standard, short = NAMES[it.wet]
    b, m = standard, f"{short}{it.soort}"
    base = f"http://www.istandaarden.nl/{standard}/3_2"
    sender, receiver = (it.gemeente, it.aanbieder) if it.soort == 301 else (it.aanbieder, it.gemeente)
    sent = _tag(b, "Identificatie", it.identificatie) + _tag(b, "Dagtekening", it.dagtekening)
    versions = "".join(_tag(b, f"{of}XsdVersie", "1.0.0") for of in ("Basisschema", "Bericht"))
    header = "".join(
        _tag(m, name, value)
        for name, value in (
            ("BerichtCode", CODES[it.wet, it.soort]),
            ("BerichtVersie", 3),
            ("BerichtSubversie", 2),
            ("Afzender", sender),
            ("Ontvanger", receiver),
            ("BerichtIdentificatie", sent),
            ("XsdVersie", versions),
        )
    )
    inside = _tag(m, "Header", header) + _tag(m, "Client", _client(it, b, m))
    spaces = f'xmlns:{b}="{base}/basisschema/schema" xmlns:{m}="{base}/{m}/schema"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{m}:Bericht {spaces}>{inside}</{m}:Bericht>\n'


def _client(it: Bericht, b: str, m: str) -> str:
    who = it.mens
    surname = _tag(b, "Achternaam", escape(who.achternaam)) + _tag(b, "Voorvoegsel", who.voorvoegsel)
    name = _tag(b, "Geslachtsnaam", surname) + _tag(b, "Voornamen", escape(who.voornaam))
    if it.soort == 301:
        name += _tag(b, "NaamGebruik", 1)
    group, one, make = LINES[it.soort]
    lines = "".join(_tag(m, one, make(line, it.wet, b, m)) for line in it.regels)
    return "".join(
        (
            _tag(m, "Bsn", who.bsn),
            _tag(m, "Geboortedatum", _tag(b, "Datum", who.geboren)),
            _tag(m, "Geslacht", who.geslacht),
            _tag(m, "Naam", name),
            _tag(m, "Contactgegevens", _contact(who, b, m)) if it.soort == 301 else "",
            _tag(m, group, lines),
        )
    )


def _contact(who: Mens, b: str, m: str) -> str:
    address = (
        _tag(b, "Huis", _tag(b, "Huisnummer", who.huisnummer))
        + _tag(b, "Postcode", who.postcode)
        + _tag(b, "Straatnaam", who.straat)
        + _tag(b, "Plaatsnaam", who.plaats)
    )
    phone = _tag(b, "Telefoonnummer", who.telefoon) + _tag(b, "Landnummer", "0031")
    inside = _tag(m, "Soort", "01") + _tag(m, "Adres", address)
    inside += _tag(m, "Telefoon", _tag(b, "Telefoon01", phone)) if who.telefoon else ""
    return _tag(m, "Contact", inside)


def _product(wet: str, categorie: str, b: str, m: str) -> str:
    return _tag(m, "Product", _tag(b, "Categorie", categorie) + _tag(b, "Code", "01A01"))


def _assigned(it: Toewijzing, wet: str, b: str, m: str) -> str:
    much = (
        _tag(b, "Volume", it.volume) + _tag(b, "Eenheid", "04") + _tag(b, "Frequentie", 2)
        if it.volume is not None
        else ""
    )
    return "".join(
        (
            _tag(m, "ToewijzingNummer", it.nummer),
            _product(wet, it.categorie, b, m),
            _tag(m, "Toewijzingsdatum", it.op),
            _tag(m, "Toewijzingstijd", it.tijd),
            _tag(m, "Ingangsdatum", it.begin),
            _tag(m, "Einddatum", it.eind),
            _tag(m, "RedenWijziging", it.reden),
            _tag(m, "Omvang", much),
            _tag(m, "Budget", it.budget),
        )
    )


def _started(it: Start, wet: str, b: str, m: str) -> str:
    return (
        _tag(m, "ToewijzingNummer", it.nummer)
        + _tag(m, "Begindatum", it.begin)
        + _tag(m, "StatusAanlevering", it.status)
    )


def _stopped(it: Stop, wet: str, b: str, m: str) -> str:
    return (
        _tag(m, "ToewijzingNummer", it.nummer)
        + _tag(m, "Begindatum", it.begin)
        + _tag(m, "RedenBeeindiging", it.reden)
        + _tag(m, "Einddatum", it.eind)
        + _tag(m, "StatusAanlevering", it.status)
    )


LINES: dict[int, tuple[str, str, Any]] = {
    301: ("ToegewezenProducten", "ToegewezenProduct", _assigned),
    305: ("StartProducten", "StartProduct", _started),
    307: ("StopProducten", "StopProduct", _stopped),
}


# -- many at once


def many(count: int, *, seed: int = 1, gemeente: str = GEMEENTE) -> list[Bericht]:
    """So many messages of a gemeente at work: assignments, what began on them, what stopped; in any order."""
    chance = random.Random(seed)
    made: list[Bericht] = []
    for number in range(1, count + 1):
        if len(made) >= count:
            break
        made += _of_person(number, chance, gemeente)
    made = made[:count]
    chance.shuffle(made)
    return made


def _of_person(number: int, chance: random.Random, gemeente: str) -> Iterator[Bericht]:
    wet = "jeugd" if number % 4 == 0 else "wmo"
    fixed: dict[str, Any] = {"mens": Mens.nummer(number), "wet": wet, "gemeente": gemeente}
    numbers = [number * 10 + place for place in range(chance.choice((1, 1, 2)))]
    category = "45" if wet == "jeugd" else "02"
    begin = date(2026, 1, 1) + timedelta(days=chance.randrange(60))
    end = begin + timedelta(days=chance.choice((90, 180, 365)))

    def sent(kind: int, lines: Sequence[Regel], days: int) -> Bericht:
        return Bericht(
            tuple(lines),
            identificatie=f"{number:08d}{kind:04d}",
            dagtekening=DAG + timedelta(days=days),
            **fixed,
        )

    yield sent(1, [Toewijzing(it, category, begin=begin, eind=end) for it in numbers], 0)
    yield sent(2, [Start(it, begin) for it in numbers], 10)
    if chance.random() < 0.4:
        reason = "31" if wet == "jeugd" else "19"
        yield sent(3, [Stop(it, begin, end - timedelta(days=20), reason) for it in numbers], 20)
    if chance.random() < 0.2:
        changed = Toewijzing(
            numbers[0], category, begin=begin, eind=end + timedelta(days=30), reden="04", tijd="11:00:00"
        )
        yield sent(4, [changed], 5)
