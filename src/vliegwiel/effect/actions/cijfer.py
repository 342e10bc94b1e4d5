"""Filling in figures: one period at a time by form, or many by file. Until they are published they can be changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from vliegwiel.effect import access, rules
from vliegwiel.effect.models import Indicator, Publicatie, Waarneming
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
    *, by: Kijker, now: datetime, indicator: Indicator, begin: date, nummer: int, waarden: Waarden
) -> Indicator:
    """Write the figures of one period. `nummer` says what was there when the form was opened.

    Raises:
        NotAllowed: the kijker does not keep figures.
        CannotFillIn: cijfer_uit_werk, periode_niet_voorbij, al_gepubliceerd, cijfer_botsing {nummer}, geen_heel_getal,
            geheel_te_klein, cijfer_leeg, gebied_geen_wijk.
    """
    access.require_can_keep_figures(by)
    row = locked(indicator)
    there = _there(row, begin)
    _check(row, begin, day_of(now))
    if (last := sum(it.nummer for it in there.values())) != nummer:
        raise CannotFillIn("cijfer_botsing", nummer=last)
    _write(by, now, row, begin, waarden, there)
    return row


@transaction.atomic
def fill_in_file(*, by: Kijker, now: datetime, cijfers: Sequence[Cijfer]) -> int:
    """Write all of these figures, or none. How many.

    Raises:
        NotAllowed: the kijker does not keep figures.
        CannotFillIn: as for `fill_in`.
    """
    access.require_can_keep_figures(by)
    periods: dict[tuple[UUID, date], dict[UUID | None, Decimal | None]] = defaultdict(dict)
    for it in cijfers:
        periods[it.indicator_id, it.begin][it.gebied_id] = it.waarde
    rows = Indicator.objects.select_for_update().filter(gemeente_id=by.gemeente_id).order_by("pk")
    known = {it.pk: it for it in rows.filter(pk__in={pk for pk, _ in periods})}
    for (pk, begin), values in sorted(periods.items(), key=lambda item: (str(item[0][0]), item[0][1])):
        _check(known[pk], begin, day_of(now))
        _write(by, now, known[pk], begin, values, _there(known[pk], begin))
    return len(cijfers)


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


def _there(indicator: Indicator, begin: date) -> dict[UUID | None, Waarneming]:
    rows = Waarneming.objects.filter(gemeente_id=indicator.gemeente_id, indicator_id=indicator.pk)
    return {it.gebied_id: it for it in rows.filter(begin=begin)}


def _write(
    by: Kijker,
    now: datetime,
    indicator: Indicator,
    begin: date,
    values: Waarden,
    there: dict[UUID | None, Waarneming],
) -> None:
    given = {gebied: value for gebied, value in values.items() if value is not None}
    if not given and not there:
        raise CannotFillIn("cijfer_leeg")
    if indicator.over_inwoners:
        _check_residents(by, given, there)
    for gebied, value in given.items():
        _store(by, now, indicator, begin, gebied, value, there.get(gebied))
    if not indicator.over_inwoners:  # of residents what is there is not shown again, so empty is as it was
        _empty(
            indicator, begin, [it for gebied, it in there.items() if values.get(gebied, it.waarde) is None]
        )
    record(by=by, action="cijfer.ingevuld", subject=indicator, now=now, begin=begin.isoformat())


def _empty(indicator: Indicator, begin: date, emptied: Sequence[Waarneming]) -> None:
    """These go, and what was changed in them keeps counting: a period with other figures never has the same number."""
    if not emptied:
        return
    rows = Waarneming.objects.filter(
        gemeente_id=indicator.gemeente_id, indicator_id=indicator.pk, begin=begin
    )
    rows.filter(pk__in=[it.pk for it in emptied]).delete()
    if left := rows.order_by("pk").first():
        left.nummer += sum(it.nummer for it in emptied) + 1
        left.save(update_fields=["nummer"])


def _check_residents(
    by: Kijker, given: Mapping[UUID | None, Decimal], there: Mapping[UUID | None, Waarneming]
) -> None:
    if any(value < 0 or value != value.to_integral_value() for value in given.values()):
        raise CannotFillIn("geen_heel_getal")
    together = {**{gebied: it.waarde for gebied, it in there.items()}, **given}
    whole = together.pop(None, None)
    if whole is not None and whole < sum(together.values()):
        raise CannotFillIn("geheel_te_klein")
    wijken = Gebied.objects.filter(gemeente_id=by.gemeente_id, soort=Gebied.Soort.WIJK)
    if wijken.filter(pk__in=list(together)).count() < len(together):
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
