"""Saying by what we see it."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from vliegwiel.effect import access
from vliegwiel.effect.models import Indicator
from vliegwiel.effect.refusals import CannotKeepIndicator
from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.log import record


@transaction.atomic
def make_indicator(
    *,
    by: Kijker,
    now: datetime,
    naam: str,
    ritme: str,
    eenheid: str = "",
    over_inwoners: bool = False,
    toelichting: str = "",
) -> Indicator:
    """A figure that is filled in. What is about residents goes by quarter.

    Raises:
        NotAllowed: the kijker does not keep figures.
        CannotKeepIndicator: inwoners_per_kwartaal, indicator_bestaat.
    """
    access.require_can_keep_figures(by)
    if over_inwoners and ritme != Indicator.Ritme.KWARTAAL:
        raise CannotKeepIndicator("inwoners_per_kwartaal")
    try:
        with transaction.atomic():
            row = Indicator.objects.create(
                gemeente_id=by.gemeente_id,
                naam=naam.strip(),
                eenheid=eenheid.strip(),
                ritme=ritme,
                over_inwoners=over_inwoners,
                toelichting=toelichting.strip(),
                aangemaakt_op=now,
            )
    except IntegrityError as error:
        raise CannotKeepIndicator("indicator_bestaat") from error
    record(by=by, action="indicator.gemaakt", subject=row, now=now, over_inwoners=over_inwoners)
    return row
