"""Vraagt aandacht: done, put off with a reason, shown again, handed over."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker, Medewerker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import Actor, record
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.models import Aandachtspunt
from vliegwiel.samenspel.refusals import CannotPutOff, NotYourAttention
from vliegwiel.samenspel.rules.aandachtspunt import can_put_off

SNOOZE = ("uitgesteld_tot", "uitgesteld_reden", "uitgesteld_door")


def settle(*, code: str, object: UUID, now: datetime, by: Actor, medewerker: UUID | None = None) -> int:
    """An action ended this cause: its cards are gone at once. Called in the transaction of that action.

    `medewerker` narrows to the card of one colleague, where each has their own.
    """
    rows = Aandachtspunt.objects.filter(
        gemeente_id=by.gemeente_id, code=code, object=object, weg_op__isnull=True
    )
    if medewerker is not None:
        rows = rows.filter(medewerker_id=medewerker)
    return rows.update(weg_op=now, weg=Aandachtspunt.Weg.GEDAAN)


@transaction.atomic
def put_off(
    *, by: Kijker, now: datetime, aandachtspunt: Aandachtspunt, tot: date | None, reden: str
) -> Aandachtspunt:
    """Not now: until this day it is not on Vandaag. It stays whose it is.

    Raises:
        NotYourAttention: it is somebody else's, or gone.
        CannotPutOff: uitstel_niet_later, uitstel_te_lang, uitstel_na_einde, uitstel_zonder_reden.
    """
    row = _own(by, now, aandachtspunt)
    if code := can_put_off(tot, reden, day_of(now), row.voor):
        raise CannotPutOff(code)
    row.uitgesteld_tot, row.uitgesteld_reden, row.uitgesteld_door = tot, reden.strip(), by.medewerker
    row.save(update_fields=SNOOZE)
    record(
        by=by, action="aandachtspunt.uitgesteld", subject=row, now=now, code=row.code, tot=tot and str(tot)
    )
    return row


@transaction.atomic
def put_back(*, by: Kijker, now: datetime, aandachtspunt: Aandachtspunt) -> Aandachtspunt:
    """On Vandaag again, from now on.

    Raises:
        NotYourAttention: it is somebody else's, or gone.
    """
    row = _own(by, now, aandachtspunt)
    row.uitgesteld_tot, row.uitgesteld_reden, row.uitgesteld_door = None, "", None
    row.save(update_fields=SNOOZE)
    record(by=by, action="aandachtspunt.teruggezet", subject=row, now=now, code=row.code)
    return row


def _own(by: Kijker, now: datetime, aandachtspunt: Aandachtspunt) -> Aandachtspunt:
    rows = queries.own_attention(by, now).select_for_update(of=("self",))
    row = rows.filter(pk=aandachtspunt.pk).first()
    if row is None:
        raise NotYourAttention
    return row


@transaction.atomic
def hand_over_attention(*, by: Kijker, now: datetime, medewerker_id: UUID, to: Medewerker | None) -> int:
    """What asks attention of a colleague who leaves is shown to the successor. The klok puts it right if it is not
    theirs: its rule knows who works with this household now."""
    if to is None:
        return 0
    here = Aandachtspunt.objects.filter(gemeente_id=by.gemeente_id)
    rows = here.filter(medewerker_id=medewerker_id, weg_op__isnull=True)
    moved = list(rows.select_for_update(of=("self",)))
    for row in moved:
        row.medewerker, row.uitgesteld_tot, row.uitgesteld_reden, row.uitgesteld_door = to, None, "", None
        record(by=by, action="aandachtspunt.overgedragen", subject=row, now=now, code=row.code, to=str(to.pk))
    here.bulk_update(moved, ["medewerker", *SNOOZE], batch_size=200)
    return len(moved)
