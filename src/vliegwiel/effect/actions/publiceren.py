"""Publishing: what may be shown of a quarter is written once, and what was filled in is gone.

A figure that nobody may see is not kept either: later nobody has to be trusted with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.effect import access, rules
from vliegwiel.effect.actions.cijfer import is_published, locked
from vliegwiel.effect.models import Cel, Indicator, Publicatie, Waarneming
from vliegwiel.effect.refusals import CannotPublish
from vliegwiel.gemeenschap.public import Gebied, Kijker, Medewerker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record


@transaction.atomic
def publish(*, by: Kijker, now: datetime, indicator: Indicator, begin: date) -> Publicatie:
    """Show a quarter of a figure about residents, protected, for ever as it is now.

    Raises:
        NotAllowed: the kijker does not keep figures.
        CannotPublish: niet_te_publiceren, periode_niet_voorbij, al_gepubliceerd, niets_ingevuld.
    """
    access.require_can_keep_figures(by)
    row = locked(indicator)
    if row.telling or not row.over_inwoners:
        raise CannotPublish("niet_te_publiceren")
    if not rules.is_over(begin, row.ritme, day_of(now)):
        raise CannotPublish("periode_niet_voorbij")
    if is_published(row, begin):
        raise CannotPublish("al_gepubliceerd")
    filled = Waarneming.objects.filter(gemeente_id=by.gemeente_id, indicator_id=row.pk, begin=begin)
    values = _shown(row, {it.gebied_id: int(it.waarde) for it in filled}, begin)
    made = write_once(row.gemeente_id, str(row.pk), begin, {row: values}, now, by.medewerker)
    assert made is not None
    filled.delete()
    record(by=by, action="cijfers.gepubliceerd", subject=made, now=now, begin=begin.isoformat())
    return made


def _shown(indicator: Indicator, filled: dict[UUID | None, int], begin: date) -> dict[str, int | None]:
    """The whole is shown where it was filled in, or where every wijk was: else nobody knows what it is of."""
    if not filled:
        raise CannotPublish("niets_ingevuld")
    whole = filled.pop(None, None)
    per_gebied = {str(gebied): number for gebied, number in filled.items()}
    values = rules.protect_inwoners(per_gebied, whole)
    if whole is None and set(wijken(indicator.gemeente_id, begin)) - set(per_gebied):
        del values[rules.GEHEEL]
    return values


def wijken(gemeente_id: UUID, begin: date) -> list[str]:
    """The wijken there were at the end of a quarter, as ids."""
    day = rules.last_day(begin, rules.KWARTAAL)
    rows = Gebied.objects.filter(active(day), gemeente_id=gemeente_id, soort=Gebied.Soort.WIJK)
    return [str(pk) for pk in rows.order_by("naam", "pk").values_list("pk", flat=True)]


def write_once(
    gemeente_id: UUID,
    onderwerp: str,
    begin: date,
    shown: Mapping[Indicator, Mapping[str, int | None]],
    now: datetime,
    medewerker: Medewerker | None = None,
) -> Publicatie | None:
    """The publication with its cells; None when there is one already, which stays as it is."""
    made, new = Publicatie.objects.get_or_create(
        gemeente_id=gemeente_id,
        onderwerp=onderwerp,
        begin=begin,
        defaults={"medewerker": medewerker, "moment": now},
    )
    if not new:
        return None
    Cel.objects.bulk_create(
        Cel(
            gemeente_id=gemeente_id,
            publicatie=made,
            indicator=indicator,
            gebied_id=None if gebied == rules.GEHEEL else UUID(gebied),
            begin=begin,
            waarde=value,
        )
        for indicator, values in shown.items()
        for gebied, value in values.items()
    )
    return made
