"""Wat kwam ervan: people whose help ended in a quarter, counted by the database, protected by the rules.

Each quarter is a table by itself and counted once (`actions/beeld.py`): a total over four quarters would move on with
time, and two of those may be subtracted. Somebody counts once in a quarter, where their help ended last: a number is
of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

from vliegwiel.kern.clock import ZONE
from vliegwiel.ondersteuning.models import Belletje, Voorziening
from vliegwiel.ondersteuning.rules.bel_alvast import Uitkomst
from vliegwiel.ondersteuning.rules.bel_beeld import Beeld, as_beeld
from vliegwiel.ondersteuning.rules.bel_uitkomst import VERVOLG_BINNEN, Afloop, outcome_summary
from vliegwiel.ondersteuning.rules.kwartaal import last_day
from vliegwiel.ondersteuning.rules.voorziening import kind_of_end


def beeld_of_quarter(gemeente_id: UUID, begin: date) -> Beeld:
    """What may be shown of a quarter, as it is kept. No persons are read, so nobody was looked at."""
    return as_beeld(outcome_summary(_repeated(_grouped(gemeente_id, begin, last_day(begin)))))


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
