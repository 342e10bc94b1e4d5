"""Filling in figures: one period at a time by form, or many by file. Until they are published they can be changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from vliegwiel.effect import access, rules
from vliegwiel.effect.models import Indicator, Publicatie, Waarneming
from vliegwiel.effect.queries import Periode, standing
from vliegwiel.effect.refusals import CannotFillIn
from vliegwiel.gemeenschap.public import Gebied, Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record

Waarden = Mapping[UUID | None, Decimal | None]


@dataclass(frozen=True)
class Cijfer:
    """One figure of a file; without a gebied it is about the whole gemeente."""

    indicator_id: UUID
    gebied_id: UUID | None
    begin: date
    waarde: Decimal


@transaction.atomic
def fill_in(
    *, by: Kijker, now: datetime, indicator: Indicator, begin: date, versie: str, waarden: Waarden
) -> Indicator:
    """Write the figures of one period. `versie` says what was there when the form was opened (`queries.filled`).

    Raises:
        NotAllowed: the kijker does not keep figures.
        CannotFillIn: cijfer_uit_werk, periode_niet_voorbij, al_gepubliceerd, cijfer_botsing, geen_heel_getal,
            geheel_te_klein, cijfer_leeg, gebied_geen_wijk.
    """
    access.require_can_keep_figures(by)
    row = locked(indicator)
    _check(row, begin, day_of(now))
    there = _as_seen(by, {(row.pk, begin)}, versie, "cijfer_botsing")
    _write(by, now, row, begin, waarden, there[row.pk, begin])
    return row


@transaction.atomic
def fill_in_file(*, by: Kijker, now: datetime, cijfers: Sequence[Cijfer], versie: str) -> int:
    """Write all of these figures, or none. How many. `versie` says what was there when somebody looked at the table
    (`queries.filled_in`).

    Raises:
        NotAllowed: the kijker does not keep figures.
        CannotFillIn: as for `fill_in`, and cijfers_botsing.
    """
    access.require_can_keep_figures(by)
    periods: dict[Periode, dict[UUID | None, Decimal | None]] = defaultdict(dict)
    for it in cijfers:
        periods[it.indicator_id, it.begin][it.gebied_id] = it.waarde
    rows = Indicator.objects.select_for_update().filter(gemeente_id=by.gemeente_id).order_by("pk")
    known = {it.pk: it for it in rows.filter(pk__in={pk for pk, _ in periods})}
    for pk, begin in periods:
        _check(known[pk], begin, day_of(now))
    there = _as_seen(by, periods.keys(), versie, "cijfers_botsing")
    for (pk, begin), values in sorted(periods.items(), key=lambda item: (str(item[0][0]), item[0][1])):
        _write(by, now, known[pk], begin, values, there[pk, begin])
    return len(cijfers)


def _as_seen(
    by: Kijker, periods: Collection[Periode], versie: str, code: str
) -> dict[Periode, dict[UUID | None, Waarneming]]:
    """What is there now, per period and gebied; a refusal when somebody wrote there since it was looked at."""
    rows = standing(by.gemeente_id, periods)
    if rules.version_of((it.pk, it.nummer) for it in rows) != versie:
        raise CannotFillIn(code)
    there: dict[Periode, dict[UUID | None, Waarneming]] = defaultdict(dict)
    for it in rows:
        there[it.indicator_id, it.begin][it.gebied_id] = it
    return there


def locked(indicator: Indicator) -> Indicator:
    """The row is the lock: whoever publishes or fills in at the same time waits."""
    rows = Indicator.objects.select_for_update().filter(gemeente_id=indicator.gemeente_id)
    return rows.get(pk=indicator.pk)


def is_published(indicator: Indicator, begin: date) -> bool:
    rows = Publicatie.objects.filter(gemeente_id=indicator.gemeente_id, onderwerp=str(indicator.pk))
    return rows.filter(begin=begin).exists()


def _check(indicator: Indicator, begin: date, today: date) -> None:
    if indicator.telling:
        raise CannotFillIn("cijfer_uit_werk")
    if not rules.is_over(begin, indicator.ritme, today):
        raise CannotFillIn("periode_niet_voorbij")
    if is_published(indicator, begin):
        raise CannotFillIn("al_gepubliceerd")


def _write(
    by: Kijker,
    now: datetime,
    indicator: Indicator,
    begin: date,
    values: Waarden,
    there: Mapping[UUID | None, Waarneming],
) -> None:
    given = {gebied: value for gebied, value in values.items() if value is not None}
    if not given and not there:
        raise CannotFillIn("cijfer_leeg")
    if indicator.over_inwoners:
        _check_residents(by, given)
    for gebied, value in given.items():
        _store(by, now, indicator, begin, gebied, value, there.get(gebied))
    if not indicator.over_inwoners:  # of residents what is there is not shown again, so empty is as it was
        emptied = [it.pk for gebied, it in there.items() if gebied in values and values[gebied] is None]
        Waarneming.objects.filter(gemeente_id=by.gemeente_id, pk__in=emptied).delete()
    record(by=by, action="cijfer.ingevuld", subject=indicator, now=now, begin=begin.isoformat())


def _check_residents(by: Kijker, given: Mapping[UUID | None, Decimal]) -> None:
    """The whole is compared with what is sent together with it and nothing else: else a few tries at a whole would tell
    what a colleague filled in."""
    if any(value < 0 or value != value.to_integral_value() for value in given.values()):
        raise CannotFillIn("geen_heel_getal")
    parts = {gebied: value for gebied, value in given.items() if gebied is not None}
    if None in given and given[None] < sum(parts.values()):
        raise CannotFillIn("geheel_te_klein")
    wijken = Gebied.objects.filter(gemeente_id=by.gemeente_id, soort=Gebied.Soort.WIJK)
    if wijken.filter(pk__in=list(parts)).count() < len(parts):
        raise CannotFillIn("gebied_geen_wijk")


def _store(
    by: Kijker,
    now: datetime,
    indicator: Indicator,
    begin: date,
    gebied: UUID | None,
    value: Decimal,
    row: Waarneming | None,
) -> None:
    if row is None:
        row = Waarneming(
            gemeente_id=by.gemeente_id, indicator=indicator, gebied_id=gebied, begin=begin, nummer=0
        )
    row.waarde, row.medewerker, row.moment, row.nummer = value, by.medewerker, now, row.nummer + 1
    row.save()
