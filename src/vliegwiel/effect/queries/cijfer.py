"""Figures: what was published of residents, and the rest as it was filled in.

What was filled in about residents and is not published yet is not read back by anybody, not even who filled it in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

from django.db.models import Q, QuerySet

from vliegwiel.effect import rules
from vliegwiel.effect.models import Cel, Indicator, Publicatie, Waarneming
from vliegwiel.gemeenschap.public import Gebied, Kijker, active

MOST_POINTS = 120  # periods of one figure: ten years of months
MOST_WIJKEN = 200

Sleutel: TypeAlias = tuple[UUID, UUID | None]  # indicator, gebied
Periode: TypeAlias = tuple[UUID, date]  # indicator, first day


@dataclass(frozen=True)
class Reeks:
    """The points of one figure in one gebied, oldest first."""

    punten: tuple[rules.Punt, ...]
    ritme: str

    @property
    def zin(self) -> rules.Zin:
        return rules.wat_zien_we(self.punten, self.ritme)

    @property
    def getoond(self) -> int:
        return sum(it.waarde is not None for it in self.punten)


def reads_figures(kijker: Kijker) -> bool:
    """Every colleague who takes part in the content reads what was published."""
    return kijker.medewerker is not None and kijker.sees_content


def indicatoren(kijker: Kijker) -> QuerySet[Indicator]:
    """Every figure of this gemeente, by name."""
    if not reads_figures(kijker):
        return Indicator.objects.none()
    return Indicator.objects.filter(gemeente_id=kijker.gemeente_id).order_by("naam")


def wijken(kijker: Kijker, day: date) -> list[Gebied]:
    """The wijken of that day, by name."""
    rows = Gebied.objects.filter(active(day), gemeente_id=kijker.gemeente_id, soort=Gebied.Soort.WIJK)
    return list(rows.order_by("naam", "pk")[:MOST_WIJKEN])


def points(kijker: Kijker, wanted: Iterable[tuple[Indicator, UUID | None]]) -> dict[Sleutel, Reeks]:
    """The points of these figures; two queries, however many."""
    asked = {(indicator.pk, gebied): indicator for indicator, gebied in wanted}
    residents = [key for key, it in asked.items() if it.over_inwoners]
    others = [key for key, it in asked.items() if not it.over_inwoners]
    found: dict[Sleutel, list[rules.Punt]] = defaultdict(list)
    for model, keys in ((Cel, residents), (Waarneming, others)):
        rows = model.objects.filter(_these(keys), gemeente_id=kijker.gemeente_id)
        for indicator, gebied, begin, value in rows.values_list(
            "indicator_id", "gebied_id", "begin", "waarde"
        ):
            found[indicator, gebied].append(rules.Punt(begin, value))
    return {
        key: Reeks(tuple(sorted(found[key], key=lambda it: it.begin)[-MOST_POINTS:]), it.ritme)
        for key, it in asked.items()
    }


def _these(keys: Sequence[Sleutel]) -> Q:
    """The rows of these figures, each in its own gebied."""
    found = Q(pk__in=[])
    whole = [indicator for indicator, gebied in keys if gebied is None]
    found |= Q(indicator_id__in=whole, gebied__isnull=True)
    for indicator, gebied in keys:
        if gebied is not None:
            found |= Q(indicator_id=indicator, gebied_id=gebied)
    return found


def points_of(kijker: Kijker, indicator: Indicator, gebied_id: UUID | None) -> Reeks:
    return points(kijker, [(indicator, gebied_id)])[indicator.pk, gebied_id]


def table_of_quarters(
    kijker: Kijker, indicator: Indicator, begins: Sequence[date]
) -> dict[UUID | None, dict[date, Decimal | None]]:
    """What is shown of these periods per gebied (None: the whole gemeente)."""
    model = Cel if indicator.over_inwoners else Waarneming
    rows = model.objects.filter(
        gemeente_id=kijker.gemeente_id, indicator_id=indicator.pk, begin__in=list(begins)
    )
    found: dict[UUID | None, dict[date, Decimal | None]] = defaultdict(dict)
    for gebied, begin, value in rows.values_list("gebied_id", "begin", "waarde"):
        found[gebied][begin] = value
    return dict(found)


@dataclass(frozen=True)
class Ingevuld:
    """What stands there for some periods; None: filled in about residents, which is not read back. And which rows
    those were (`versie`)."""

    waarden: dict[tuple[UUID, UUID | None, date], Decimal | None]
    versie: str


def standing(gemeente_id: UUID, periods: Collection[Periode]) -> list[Waarneming]:
    """The rows of these periods as they are now. For who writes in them; a page reads `filled_in`."""
    rows = Waarneming.objects.filter(
        gemeente_id=gemeente_id,
        indicator_id__in={pk for pk, _ in periods},
        begin__in={begin for _, begin in periods},
    )
    return [it for it in rows.select_related("indicator") if (it.indicator_id, it.begin) in periods]


def filled_in(kijker: Kijker, periods: Collection[Periode]) -> Ingevuld:
    """What stands there for these periods. One query."""
    rows = standing(kijker.gemeente_id, periods)
    values = {
        (it.indicator_id, it.gebied_id, it.begin): None if it.indicator.over_inwoners else it.waarde
        for it in rows
    }
    return Ingevuld(values, rules.version_of((it.pk, it.nummer) for it in rows))


def filled(kijker: Kijker, indicator: Indicator, begin: date) -> tuple[dict[UUID | None, Decimal], str]:
    """What stands there for one period (of residents: nothing), and which rows those are."""
    found = filled_in(kijker, {(indicator.pk, begin)})
    shown = {gebied: value for (_, gebied, _), value in found.waarden.items() if value is not None}
    return shown, found.versie


def periods_to_publish(kijker: Kijker, indicator: Indicator) -> list[date]:
    """Quarters about residents that were filled in and wait to be published, oldest first."""
    if not indicator.over_inwoners:
        return []
    rows = Waarneming.objects.filter(gemeente_id=kijker.gemeente_id, indicator_id=indicator.pk)
    return list(rows.order_by("begin").values_list("begin", flat=True).distinct()[:MOST_POINTS])


def published(kijker: Kijker, indicator_ids: Iterable[UUID]) -> set[tuple[UUID, date]]:
    """Which periods of these figures were published: nothing can be filled in there any more."""
    wanted = {str(pk): pk for pk in indicator_ids}
    rows = Publicatie.objects.filter(gemeente_id=kijker.gemeente_id, onderwerp__in=wanted)
    return {(wanted[onderwerp], begin) for onderwerp, begin in rows.values_list("onderwerp", "begin")}
