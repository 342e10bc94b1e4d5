"""Looking back on an opdracht: what its table expected of it, fixed beforehand, and once what became of that."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.log import record
from vliegwiel.opdracht import queries, rules
from vliegwiel.opdracht.actions.hand import at_hand
from vliegwiel.opdracht.models import Opdracht, Opdrachtterugblik
from vliegwiel.opdracht.refusals import CannotLookBackYet, refuse
from vliegwiel.samenspel.public import Terugblik, fix_terugblik, look_back, settle

CODE = "opdracht_terugkijken"


@transaction.atomic
def expect_of_opdracht(
    *, by: Kijker, now: datetime, opdracht: Opdracht, verwachting: str, kijken_op: date | None
) -> Terugblik:
    """Write down what the table expects of an adopted opdracht, and when it looks back.

    Raises:
        CannotWriteHere: see `at_hand`.
        CannotLookBackYet: opdracht_niet_vastgesteld.
        samenspel's CannotLookBack: the codes of `fix_terugblik`.
    """
    row = at_hand(by, now, opdracht.pk)
    refuse(CannotLookBackYet, rules.cannot_look_back(queries.status_of(row)))
    found: Terugblik = fix_terugblik(by=by, now=now, verwachting=verwachting, kijken_op=kijken_op)
    link = Opdrachtterugblik.objects.create(gemeente_id=by.gemeente_id, opdracht=row, terugblik=found)
    record(by=by, action="opdracht.terugblik", subject=link, now=now, opdracht=str(row.pk))
    return found


@transaction.atomic
def look_back_on_opdracht(
    *,
    by: Kijker,
    now: datetime,
    terugblik: Opdrachtterugblik,
    gebeurd: str,
    oordeel: str,
    geleerd: str = "",
) -> Terugblik:
    """What became of it, once. What asked attention for it goes.

    Raises:
        CannotWriteHere: see `at_hand`.
        samenspel's CannotLookBack: the codes of `look_back`.
    """
    at_hand(by, now, terugblik.opdracht_id)
    found: Terugblik = look_back(
        by=by, now=now, terugblik=terugblik.terugblik, gebeurd=gebeurd, oordeel=oordeel, geleerd=geleerd
    )
    settle(code=CODE, object=terugblik.opdracht_id, now=now, by=by)
    return found
