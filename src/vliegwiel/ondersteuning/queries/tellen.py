"""Counts from the work for the rooms above: numbers per gebied of a quarter that is over, and no persons.

Somebody counts once in a quarter, where their help ended last, as on *Wat kwam ervan*. The gebied is the wijk of the
household; who lives nowhere we know, or at a secret address, is in the row without a gebied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from vliegwiel.gemeenschap.public import Gebied
from vliegwiel.kern.clock import ZONE
from vliegwiel.kern.kleine_aantallen import Telling
from vliegwiel.kern.werkdagen import DAY
from vliegwiel.ondersteuning.models import Adres, Huishouden, Kwartaalbeeld, Plandoel, Voorziening
from vliegwiel.ondersteuning.queries.bel_alvast_tellen import last_ends
from vliegwiel.ondersteuning.rules.bel_uitkomst import NOT_COUNTED, OP_TIJD, VOORTIJDIG
from vliegwiel.ondersteuning.rules.voorziening import Einde, kind_of_end

ONBEKEND = ""  # the row of who lives in no known wijk
AANTAL = "aantal"
VOLGENS_PLAN, ANDERS = "volgens_plan", "anders"
KINDS = {Einde.VOLGENS_PLAN: VOLGENS_PLAN, Einde.VOORTIJDIG: VOORTIJDIG}


@dataclass(frozen=True)
class Kwartaaltelling:
    """Per gebied (its id as text) × kind, not yet protected: for publication only.

    `elders`: the totals of the same people that another page shows, counted at `moment`; `gelijk`: with these numbers.
    """

    telling: Telling
    elders: frozenset[str] = frozenset()
    gelijk: bool = True
    moment: datetime | None = None


def help_ended(gemeente_id: UUID, begin: date, last: date) -> Kwartaaltelling:
    """People whose help ended, per gebied and kind of end, and of those who was called in time."""
    rows = last_ends(gemeente_id, begin, last).annotate(plek=_wijk())
    groups = rows.order_by().values_list("plek", "wet", "reden", "op_tijd").annotate(aantal=Count("pk"))
    in_time: Counter[tuple[str, str]] = Counter()
    others: Counter[tuple[str, str]] = Counter()
    for plek, wet, reden, op_tijd, aantal in groups:
        kind = kind_of_end(wet, reden)
        if kind in NOT_COUNTED:
            continue
        cel = (str(plek) if plek else ONBEKEND, KINDS.get(kind, ANDERS) if kind else ANDERS)
        (in_time if op_tijd else others)[cel] += aantal
    parts = {cel: (in_time[cel], others[cel]) for cel in {*in_time, *others}}
    telling = Telling({cel: sum(it) for cel, it in parts.items()}, {OP_TIJD: parts})
    return Kwartaaltelling(telling, *_beside(gemeente_id, begin, telling))


def _beside(gemeente_id: UUID, begin: date, telling: Telling) -> tuple[frozenset[str], bool, datetime | None]:
    """Which totals of this quarter *Wat kwam ervan* shows, and whether all of them are what is counted now."""
    beeld = Kwartaalbeeld.objects.filter(gemeente_id=gemeente_id, begin=begin).first()
    there = (beeld and beeld.beeld.get("totaal")) or {}
    counted = {
        AANTAL: sum(telling.aantal.values()),
        VOORTIJDIG: sum(number for (_, kind), number in telling.aantal.items() if kind == VOORTIJDIG),
        OP_TIJD: sum(first for first, _ in telling.verdeling[OP_TIJD].values()),
    }
    shown = {name: there[name] for name in counted if there.get(name) is not None}
    same = all(counted[name] == number for name, number in shown.items())
    return frozenset(shown), same, beeld.moment if beeld else None


def goals_reached(gemeente_id: UUID, begin: date, last: date) -> Kwartaaltelling:
    """Households that reached a goal of their plan, as they see it themselves: each once in a quarter."""
    since, until = (datetime.combine(day, time.min, ZONE) for day in (begin, last + DAY))
    rows = Plandoel.objects.filter(
        gemeente_id=gemeente_id, status=Plandoel.Status.GEHAALD, klaar_op__gte=since, klaar_op__lt=until
    ).annotate(plek=_wijk())
    groups = rows.order_by().values_list("plek").annotate(aantal=Count("dossier_id", distinct=True))
    return Kwartaaltelling(Telling(_as_column(groups)))


def _as_column(groups: Iterable[Any]) -> dict[tuple[str, str], int]:
    found: Counter[tuple[str, str]] = Counter()
    for plek, aantal in groups:
        found[str(plek) if plek else ONBEKEND, AANTAL] += aantal
    return dict(found)


def _wijk() -> Subquery:
    """The wijk of the household of a row, unless it lives, or lived, at a secret address."""
    here: QuerySet[Huishouden, Any] = Huishouden.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), dossier_id=OuterRef("dossier_id")
    )
    secret = Adres.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), dossier_id=OuterRef("dossier_id"), geheim=True
    )
    here = here.filter(~Exists(secret)).annotate(
        wijk=Case(
            When(gebied__soort=Gebied.Soort.WIJK, then=F("gebied_id")),
            default=F("gebied__ouder_id"),
        )
    )
    return Subquery(here.values("wijk")[:1])


def counts_anything(gemeente_id: UUID) -> tuple[bool, bool]:
    """Whether there is help, and whether there are goals, to count at all."""
    here = Q(gemeente_id=gemeente_id)
    return Voorziening.objects.filter(here).exists(), Plandoel.objects.filter(here).exists()
