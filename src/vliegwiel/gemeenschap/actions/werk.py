"""Background work that is parked: try again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vliegwiel.gemeenschap import werk as background
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.queries import parked
from vliegwiel.gemeenschap.refusals import NotParked
from vliegwiel.kern import registry
from vliegwiel.kern.models import Werk


@transaction.atomic
def try_again(*, by: Kijker, now: datetime, werk: Werk) -> Werk:
    """Begin again where it stopped, as who asks it now or as who asked it first.

    Raises:
        NotParked: it is not parked (any more), or the klok does it again by itself.
    """
    row = parked(by).select_for_update(of=("self",)).filter(pk=werk.pk).first()
    if row is None or row.soort.startswith(background.KLOK):
        raise NotParked
    background.again(row, by=by, now=now)
    if not parked(by).exists():
        for part in registry.opgelost:
            part(code="werk_geparkeerd", object=by.gemeente_id, now=now, by=by)
    return row
