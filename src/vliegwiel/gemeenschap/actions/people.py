"""A colleague's last day, and leaving."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from vliegwiel.gemeenschap.access import require_can_manage
from vliegwiel.gemeenschap.actions.roles import hold, require_here, require_other_beheerder, require_within
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Medewerker, Roltoekenning, Teamlid
from vliegwiel.gemeenschap.queries import is_beheerder, open_work_of, takes_part
from vliegwiel.gemeenschap.refusals import (
    LastDayBeforeFirst,
    LastDayPassed,
    SuccessorIsYou,
    SuccessorLeaves,
    SuccessorNeeded,
    SuccessorSeesNoContent,
)
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record


@transaction.atomic
def set_last_day(*, by: Kijker, now: datetime, medewerker: Medewerker, einddatum: date | None) -> Medewerker:
    """Change or clear the last day on which this colleague is let in.

    Raises:
        NotBeheerder, HasLeft, LastDayPassed, LastDayBeforeFirst, OrganisationLeaves
        LastBeheerder: with this day, nobody would be left to manage the gemeente.
    """
    require_can_manage(by)
    today = day_of(now)
    require_here(medewerker, today)
    hold(by)
    require_within(medewerker.deelname, einddatum)
    if einddatum is not None:
        _require_possible(medewerker, einddatum, today)
        if is_beheerder(medewerker, today):
            require_other_beheerder(medewerker, einddatum + timedelta(days=1))
    _move_end(medewerker, einddatum)
    record(by=by, action="laatste_dag", subject=medewerker, now=now, einddatum=_iso(einddatum))
    return medewerker


@transaction.atomic
def end_colleague(
    *,
    by: Kijker,
    now: datetime,
    medewerker: Medewerker,
    einddatum: date,
    opvolger: Medewerker | None = None,
    meteen: bool = False,
) -> Medewerker:
    """Somebody stops here: open work goes to `opvolger` now, access ends after `einddatum`.

    `meteen` ends access at once (yesterday becomes the last day); who only began today is let in until midnight.

    Raises:
        NotBeheerder, HasLeft, LastDayPassed, LastDayBeforeFirst, LastBeheerder, OrganisationLeaves
        SuccessorNeeded: there is open work and nobody to take it.
        SuccessorSeesNoContent: whoever takes it would not see what it is about.
        SuccessorIsYou: a beheerder does not take it over themselves.
        SuccessorLeaves: whoever takes it is the same person or stops earlier.
    """
    require_can_manage(by)
    today = day_of(now)
    require_here(medewerker, today)
    hold(by)
    last = max(today - timedelta(days=1), medewerker.begindatum) if meteen else einddatum
    if not meteen:
        _require_possible(medewerker, last, today)
        require_within(medewerker.deelname, last)
    if is_beheerder(medewerker, today):
        require_other_beheerder(medewerker, last + timedelta(days=1))
    handed = _hand_over(by, medewerker, opvolger, last, now)
    _move_end(medewerker, last)
    record(
        by=by,
        action="collega_stopt",
        subject=medewerker,
        now=now,
        einddatum=_iso(last),
        overgedragen=handed,
        opvolger=str(opvolger.pk) if opvolger else None,
    )
    return medewerker


def _require_possible(medewerker: Medewerker, last: date, today: date) -> None:
    if last < medewerker.begindatum:
        raise LastDayBeforeFirst(begindatum=medewerker.begindatum)
    if last < today:
        raise LastDayPassed


def _hand_over(by: Kijker, medewerker: Medewerker, to: Medewerker | None, last: date, now: datetime) -> int:
    """Everything this colleague holds goes to `to`; how many things that were."""
    work = open_work_of(by, medewerker)
    if not work.count:
        return 0
    if to is None:
        raise SuccessorNeeded(aantal=work.count)
    if to.account_id == by.account_id:
        raise SuccessorIsYou
    if not takes_part(to.gemeente_id, day_of(now)).filter(pk=to.pk).exists():
        raise SuccessorSeesNoContent
    if to.pk == medewerker.pk or (to.einddatum is not None and to.einddatum <= last):
        raise SuccessorLeaves
    for part in registry.open_werk:
        part.hand_over(medewerker=medewerker, to=to, by=by, now=now)
    return work.count


def _move_end(medewerker: Medewerker, einddatum: date | None) -> None:
    """The last day, and with it that of the roles and teams that lasted as long."""
    as_long = Q(einddatum__isnull=True) | Q(einddatum__gte=medewerker.einddatum or date.max)
    for model in (Roltoekenning, Teamlid):
        rows = model.objects.filter(as_long, gemeente_id=medewerker.gemeente_id, medewerker=medewerker)
        if einddatum is not None:
            rows.filter(begindatum__gt=einddatum).delete()  # would have begun after the last day
        rows.update(einddatum=einddatum)
    medewerker.einddatum = einddatum
    medewerker.save(update_fields=["einddatum"])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
