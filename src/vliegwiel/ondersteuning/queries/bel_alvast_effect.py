"""Wat kwam ervan: people whose help ended in the last four quarters, counted by the database, protected by the rules.

Each quarter is a table by itself, so that it is the same on every page it is on: a total over four quarters would move
on with time, and two of those may be subtracted. Somebody counts once in a quarter, where their help ended last: a
number is of people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import repeat
from typing import Any
from uuid import UUID

from django.db.models import (
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce, TruncDate, TruncQuarter

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import ZONE
from vliegwiel.kern.kleine_aantallen import TOTAAL
from vliegwiel.kern.werkdagen import DAY
from vliegwiel.ondersteuning.models import Belletje, Voorziening
from vliegwiel.ondersteuning.rules.bel_alvast import Uitkomst
from vliegwiel.ondersteuning.rules.bel_uitkomst import (
    GOED,
    OP_TIJD,
    VERVOLG,
    VERVOLG_BINNEN,
    VOORTIJDIG,
    Afloop,
    Overzicht,
    outcome_summary,
    quarter_of,
)
from vliegwiel.ondersteuning.rules.voorziening import kind_of_end
from vliegwiel.ondersteuning.sentences.voorziening import category_words

QUARTERS = 4


@dataclass(frozen=True)
class Regel:
    """One row of the table; None: too few people to show."""

    wat: str
    aantal: int | None
    op_tijd: int | None
    zonder_gat: int | None
    na_gat: int | None
    gat: int | None
    goed: int | None
    voortijdig: int | None


@dataclass(frozen=True)
class Kwartaal:
    """A quarter: the total, and per kind of help."""

    code: str
    totaal: Regel
    regels: tuple[Regel, ...]


@dataclass(frozen=True)
class Effect:
    """The page; `kwartalen` newest first, without any when nothing ended."""

    van: date
    tot: date
    kwartalen: tuple[Kwartaal, ...]


def what_came_of_it(kijker: Kijker, today: date) -> Effect:
    """Counts of the four quarters that are over. One query, whatever the data; no persons, so nobody was looked at."""
    first, last = _four_quarters(today)
    quarters: dict[str, list[Afloop]] = defaultdict(list)
    for it in _repeated(_grouped(kijker.gemeente_id, first, last)):
        quarters[quarter_of(it.eind)].append(it)
    made = [_quarter(outcome_summary(quarters[code]), code) for code in sorted(quarters, reverse=True)]
    return Effect(first, last, tuple(it for it in made if it is not None))


def _four_quarters(today: date) -> tuple[date, date]:
    """The first day of the oldest and the last day of the newest quarter that is over."""
    start = date(today.year, today.month - (today.month - 1) % 3, 1)
    return date(start.year - 1, start.month, 1), start - DAY


def shown_of_quarter(gemeente_id: UUID, begin: date, last: date) -> Overzicht:
    """What this page shows of one quarter, for who shows other figures about the same people."""
    return outcome_summary(_repeated(_grouped(gemeente_id, begin, last)))


def last_ends(gemeente_id: UUID, first: date, last: date) -> QuerySet[Voorziening, Any]:
    """Of everybody the help that ended last in a quarter, and whether they were called in time (`op_tijd`)."""
    rows = Voorziening.objects.filter(
        gemeente_id=gemeente_id, ingetrokken=False, eind__range=(first, last)
    ).annotate(kwartaal=TruncQuarter("eind"))
    return rows.filter(~Exists(_ended_later(rows))).annotate(op_tijd=Exists(_reached_in_time()))


def _grouped(gemeente_id: UUID, first: date, last: date) -> Iterable[Any]:
    rows = last_ends(gemeente_id, first, last).annotate(
        uitkomst=Subquery(_calls().order_by("-moment", "-pk").values("uitkomst")[:1]),
        gat=_gap(),
    )
    groups = ("kwartaal", "wet", "categorie", "reden", "op_tijd", "uitkomst", "gat")
    return rows.order_by().values_list(*groups).annotate(aantal=Count("pk"))


def _ended_later(rows: Any) -> Any:
    """Other help of the same person that ended after this, in the same quarter."""
    after = Q(eind__gt=OuterRef("eind")) | Q(eind=OuterRef("eind"), pk__gt=OuterRef("pk"))
    return rows.filter(after, persoon_id=OuterRef("persoon_id"), kwartaal=OuterRef("kwartaal"))


def _calls() -> QuerySet[Belletje]:
    return Belletje.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), voorziening_id=OuterRef("pk"), over=OuterRef("eind")
    )


def _reached_in_time() -> QuerySet[Belletje]:
    """On a day, here, that is not after the end."""
    rows = _calls().exclude(uitkomst=Uitkomst.NIET_BEREIKT)
    return rows.annotate(dag=TruncDate("moment", tzinfo=ZONE)).filter(dag__lte=OuterRef("eind"))


def _gap() -> Any:
    """How long after its end the same kind of help of the same person begins, or began."""
    goes_on = Q(eind__isnull=True) | Q(eind__gt=OuterRef("eind"))
    other = Voorziening.objects.filter(
        goes_on,
        gemeente_id=OuterRef("gemeente_id"),
        persoon_id=OuterRef("persoon_id"),
        wet=OuterRef("wet"),
        categorie=OuterRef("categorie"),
        ingetrokken=False,
    ).annotate(begin=Coalesce("begonnen_op", "begindatum"))
    begin = Subquery(other.order_by("begin").values("begin")[:1])
    return ExpressionWrapper(begin - F("eind"), output_field=DurationField())


def _repeated(groups: Iterable[Any]) -> Iterator[Afloop]:
    """Each group as many times as there are people in it, as the rules count them."""
    for kwartaal, wet, categorie, reden, op_tijd, uitkomst, gat, aantal in groups:
        day = kwartaal.date() if isinstance(kwartaal, datetime) else kwartaal
        one = Afloop(
            categorie=f"{wet}.{categorie}",
            eind=day,
            soort=kind_of_end(wet, reden) or "",
            bereikt_op=day if op_tijd else None,
            uitkomst=uitkomst or "",
            gat=_days(gat),
        )
        yield from repeat(one, aantal)


def _days(gat: timedelta | None) -> int | None:
    """Days without help between; none when it follows only after a year."""
    if gat is None:
        return None
    days = max(0, gat.days - 1)
    return days if days <= VERVOLG_BINNEN else None


def _quarter(found: Overzicht, code: str) -> Kwartaal | None:
    """None when nobody of it counts."""
    if not found.tabel.aantal:
        return None
    kinds = sorted({column for row, column in found.tabel.aantal if row == code and column != TOTAAL})
    rows = [_row(found, code, kind) for kind in kinds]
    return Kwartaal(code, _row(found, code, TOTAAL), tuple(rows))


def _row(found: Overzicht, code: str, kind: str) -> Regel:
    cel = (code, kind)
    parts = [
        found.tabel.verdeling[name].get(cel) or (None, None) for name in (OP_TIJD, VERVOLG, GOED, VOORTIJDIG)
    ]
    on_time, follow, well, early = parts
    return Regel(
        wat="" if kind == TOTAAL else category_words(*kind.split(".", 1)),
        aantal=found.tabel.aantal[cel],
        op_tijd=on_time[0],
        zonder_gat=follow[0],
        na_gat=follow[1],
        gat=found.gat.get(cel),
        goed=well[0],
        voortijdig=early[0],
    )
