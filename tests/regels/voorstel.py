"""A small table for the rule tests: three parties, short ids, facts in one line each."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from vliegwiel.kern.periode import Periode
from vliegwiel.samenspel.rules import (
    HoudingFeit,
    Id,
    Keuze,
    Niveau,
    PartijStand,
    VersieFeit,
    VoorstelFeiten,
    ZetelStand,
)

DAY = date(2026, 3, 2)  # day 0 of every test
JA, LEEFT, NEE = Keuze.AKKOORD, Keuze.KAN_ERMEE_LEVEN, Keuze.NOG_NIET
UITVOERING, MANAGEMENT, BESTUUR = Niveau

GEMEENTE = PartijStand("gemeente", "Gemeente Lindebeek", tuple(Niveau))
BRUG = PartijStand("brug", "Welzijn de Brug", (UITVOERING, BESTUUR))
INWONERS = PartijStand("inwoners", "Ervaringsdeskundigen")


def on(day: int) -> date:
    return DAY + timedelta(days=day)


def moment(day: int, hour: int = 12) -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=UTC) + timedelta(days=day)


def seat(key: str, partij: str | None, niveau: Niveau | None = None, /, **rest: Any) -> ZetelStand:
    begin, end = rest.pop("begin", -30), rest.pop("end", None)
    return ZetelStand(key, partij, niveau, Periode(on(begin), None if end is None else on(end)), **rest)


def said(zetel: Id, versie: int, keuze: Keuze, day: int, hour: int = 12, want: str = "") -> HoudingFeit:
    return HoudingFeit(zetel, versie, keuze, want or ("te vaag" if keuze is NEE else ""), moment(day, hour))


SEATS = (
    seat("gids", None, mandaat="", is_begeleider=True),
    seat("kees", "gemeente", MANAGEMENT, mandaat="mag dit vaststellen"),
    seat("samira", "gemeente", UITVOERING),
    seat("joost", "brug", BESTUUR, mandaat="binnen de begroting", mandaat_tot=on(10)),
    seat("fatma", "brug", UITVOERING),
    seat("els", "brug", UITVOERING),
    seat("bakker", "inwoners"),
)


def facts(
    *houdingen: HoudingFeit, asked: Iterable[Id] = ("kees", "fatma"), versies: int = 1, **rest: Any
) -> VoorstelFeiten:
    texts = tuple(VersieFeit(number, f"tekst {number}") for number in range(1, versies + 1))
    start = VoorstelFeiten((GEMEENTE, BRUG, INWONERS), SEATS, texts, frozenset(asked), houdingen)
    return replace(start, **rest)


def leaving(key: Id, day: int, **rest: Any) -> tuple[ZetelStand, ...]:
    """All seats, with this one ended; `day` is its last."""
    return tuple(
        replace(it, periode=Periode(it.periode.begindatum, on(day)), **rest) if it.id == key else it
        for it in SEATS
    )
