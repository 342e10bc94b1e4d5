"""Quarters that are over are counted from the work and published, once. May run twice, or late.

A quarter waits some weeks (setting `effect_wachten_dagen`), so that messages that come late are still counted. What
comes later still is not: a figure that was shown is never shown otherwise. *Wat kwam ervan* is counted just before,
because it is about the same people.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, count
from uuid import UUID

from django.db import transaction

from vliegwiel.effect import rules
from vliegwiel.effect.actions.publiceren import wijken, write_once
from vliegwiel.effect.models import Indicator, Publicatie
from vliegwiel.gemeenschap.public import values_for
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.public import (
    Kwartaaltelling,
    counts_anything,
    freeze_quarters,
    goals_reached,
    help_ended,
    quarters_due,
)

PRAKTIJK = "praktijk.effect"
COUNTS: dict[str, Callable[[UUID, date, date], Kwartaaltelling]] = {
    rules.ONDERWERPEN[0]: help_ended,
    rules.ONDERWERPEN[1]: goals_reached,
}
NAMEN = {  # stored, so that a gemeente reads its figures by these names
    "volgens_plan": "Hulp die eindigde volgens plan",
    "voortijdig": "Hulp die voortijdig stopte",
    "op_tijd_gebeld": "Gebeld voordat de hulp eindigde",
    "doel_gehaald": "Doelen uit een plan die zijn gehaald",
}


@dataclass(frozen=True)
class Klok:
    """Nobody in particular."""

    gemeente_id: UUID
    account_id: None = None


def publish_from_work(gemeente_id: UUID, now: datetime) -> int:
    """Publish what is due; the number of publications."""
    if not values_for(gemeente_id, day_of(now)).get(PRAKTIJK):
        return 0
    freeze_quarters(gemeente_id, now)
    counted = dict(zip(rules.ONDERWERPEN, counts_anything(gemeente_id), strict=True))
    due = [
        (onderwerp, begin)
        for begin in quarters_due(gemeente_id, now)
        for onderwerp in rules.ONDERWERPEN
        if counted[onderwerp]
    ]
    begins = [begin for _, begin in due]
    done = set(
        Publicatie.objects.filter(gemeente_id=gemeente_id, begin__in=begins).values_list("onderwerp", "begin")
    )
    return sum(
        _publish(gemeente_id, onderwerp, begin, now)
        for onderwerp, begin in due
        if (onderwerp, begin) not in done
    )


@transaction.atomic
def _publish(gemeente_id: UUID, onderwerp: str, begin: date, now: datetime) -> int:
    found = COUNTS[onderwerp](gemeente_id, begin, rules.last_day(begin, rules.KWARTAAL))
    telling = rules.of_wijken(found.telling, wijken(gemeente_id, begin))
    same = found.gelijk and found.moment in (None, now)  # else messages may have come in between
    shown = rules.protect_werk(telling, found.elders, gelijk=same)
    made = write_once(
        gemeente_id,
        onderwerp,
        begin,
        {_indicator(gemeente_id, code, now): values for code, values in shown.items()},
        now,
    )
    if made is None:
        return 0
    record(
        by=Klok(gemeente_id), action="cijfers.gepubliceerd", subject=made, now=now, begin=begin.isoformat()
    )
    return 1


def _indicator(gemeente_id: UUID, code: str, now: datetime) -> Indicator:
    """The figure of this code; made the first time it is counted."""
    row = Indicator.objects.filter(gemeente_id=gemeente_id, telling=code).first()
    if row is not None:
        return row
    made = Indicator.objects.create(
        gemeente_id=gemeente_id,
        naam=_free_name(gemeente_id, NAMEN[code]),
        eenheid=next(it.eenheid for it in rules.AFGELEIDEN if it.code == code),
        ritme=rules.KWARTAAL,
        over_inwoners=True,
        telling=code,
        aangemaakt_op=now,
    )
    record(by=Klok(gemeente_id), action="indicator.gemaakt", subject=made, now=now, over_inwoners=True)
    return made


def _free_name(gemeente_id: UUID, naam: str) -> str:
    """This name, or with a word behind it when colleagues gave it to a figure of their own."""
    rows = Indicator.objects.filter(gemeente_id=gemeente_id, naam__startswith=naam)
    taken = set(rows.values_list("naam", flat=True))
    others = (f"{naam} (geteld {n})" for n in count(2))
    return next(it for it in chain((naam, f"{naam} (geteld)"), others) if it not in taken)
