"""Looking back on an adopted text: what a table expects of it, and when the day has come what became of that."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.samenspel import access, queries
from vliegwiel.samenspel.actions.aandachtspunt import settle
from vliegwiel.samenspel.actions.terugblik import fix_terugblik, look_back
from vliegwiel.samenspel.models import Voorstel, Voorstelterugblik
from vliegwiel.samenspel.refusals import CannotLookBack

TERUGBLIK = "voorstel_terugblik"  # the code of what asks attention


@transaction.atomic
def expect_of_voorstel(
    *, by: Kijker, now: datetime, voorstel: Voorstel, verwachting: str, kijken_op: date | None
) -> Voorstelterugblik:
    """Write down beforehand what an adopted text should bring, and the day to look. Also at a finished table.

    Raises:
        NoSeat: the kijker does not sit at this table.
        CannotLookBack: niet_aangenomen, tafel_van_huishouden, and the codes of `rules.terugblik.can_fix`.
    """
    row = Voorstel.objects.select_related("tafel").get(gemeente_id=by.gemeente_id, pk=voorstel.pk)
    _require_seat(by, row, now)
    if row.tafel.dossier_id is not None:
        raise CannotLookBack("tafel_van_huishouden")
    if row.status != Voorstel.Status.AANGENOMEN:
        raise CannotLookBack("niet_aangenomen")
    made = fix_terugblik(by=by, now=now, verwachting=verwachting, kijken_op=kijken_op)
    link = Voorstelterugblik.objects.create(gemeente_id=by.gemeente_id, voorstel=row, terugblik=made)
    record(by=by, action="voorstel.terugblik", subject=row, now=now, terugblik=str(made.pk))
    return link


@transaction.atomic
def look_back_on_voorstel(
    *,
    by: Kijker,
    now: datetime,
    link: Voorstelterugblik,
    gebeurd: str,
    oordeel: str,
    geleerd: str = "",
) -> Voorstelterugblik:
    """What happened, what we do now, what we learned. The text itself stays as it is.

    Raises:
        NoSeat: the kijker does not sit at this table.
        CannotLookBack: the codes of `rules.terugblik.can_look_back`.
    """
    _require_seat(by, link.voorstel, now)
    link.terugblik = look_back(
        by=by, now=now, terugblik=link.terugblik, gebeurd=gebeurd, oordeel=oordeel, geleerd=geleerd
    )
    record(by=by, action="voorstel.teruggekeken", subject=link.voorstel, now=now, oordeel=oordeel)
    settle(code=TERUGBLIK, object=link.terugblik_id, now=now, by=by)
    return link


def _require_seat(by: Kijker, voorstel: Voorstel, now: datetime) -> None:
    if queries.own_seat(by, queries.zetels_of(voorstel.tafel), day_of(now)) is None:
        raise access.NoSeat
