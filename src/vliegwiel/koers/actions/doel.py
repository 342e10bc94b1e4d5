"""Doelen: writing one, changing it, stopping it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.search import stems_of
from vliegwiel.koers import access
from vliegwiel.koers.actions.netwerk import Netwerk, locked
from vliegwiel.koers.models import Begrip, Doel, Doelbegrip
from vliegwiel.koers.refusals import CannotKeepDoel
from vliegwiel.koers.rules.doelennetwerk import MEEST
from vliegwiel.koers.rules.doelverband import soort_past_niet

FIELDS = ("naam", "soort", "toelichting", "indicator", "gebied", "koerszin")


@transaction.atomic
def add_doel(
    *,
    by: Kijker,
    now: datetime,
    naam: str,
    soort: str,
    begrippen: Iterable[Begrip] = (),
    **fields: Any,
) -> Doel:
    """Write down something we want (`fields`: toelichting, indicator, gebied, koerszin). What it contributes to is said
    afterwards.

    Raises:
        NotAllowed: the kijker does not make policy here.
        CannotKeepDoel: koersdoel_leeg, koersdoel_te_veel.
    """
    access.require_can_write_doelen(by)
    if len(locked(by, day_of(now)).doelen) >= MEEST:
        raise CannotKeepDoel("koersdoel_te_veel", aantal=MEEST)
    row = Doel(gemeente_id=by.gemeente_id, aangemaakt_op=now)
    _fill(row, {"naam": naam, "soort": soort, **fields})
    row.save()
    _about(row, begrippen)
    record(by=by, action="koersdoel.toegevoegd", subject=row, now=now, soort=soort)
    return row


@transaction.atomic
def change_doel(
    *,
    by: Kijker,
    now: datetime,
    doel: Doel,
    nummer: int,
    begrippen: Iterable[Begrip] | None = None,
    **fields: Any,
) -> Doel:
    """Change a doel that was read as change `nummer`; when somebody was earlier, nothing is overwritten. What is not
    given (also `begrippen`: None) stays as it is.

    Raises:
        NotAllowed: the kijker does not make policy here.
        CannotKeepDoel: koersdoel_gestopt, koersdoel_botsing, koersdoel_soort_past_niet {namen}, koersdoel_leeg.
    """
    access.require_can_write_doelen(by)
    net = locked(by, day_of(now))
    row = _running(net, doel)
    if row.nummer != nummer:
        raise CannotKeepDoel("koersdoel_botsing")
    if wrong := soort_past_niet(net.knopen, net.banden, row.pk, fields.get("soort", row.soort)):
        raise CannotKeepDoel("koersdoel_soort_past_niet", namen=net.namen(wrong))
    _fill(row, fields)
    row.nummer += 1
    row.save(update_fields=[*FIELDS, "zoektekst", "nummer"])
    if begrippen is not None:
        _about(row, begrippen)
    record(by=by, action="koersdoel.veranderd", subject=row, now=now, nummer=row.nummer)
    return row


@transaction.atomic
def stop_doel(*, by: Kijker, now: datetime, doel: Doel) -> Doel:
    """From today this is no longer pursued: it leaves the network, and what pointed to it keeps pointing to it.

    Raises:
        NotAllowed: the kijker does not make policy here.
        CannotKeepDoel: koersdoel_gestopt.
    """
    access.require_can_write_doelen(by)
    row = _running(locked(by, day_of(now)), doel)
    row.einddatum = day_of(now)
    row.nummer += 1
    row.save(update_fields=["einddatum", "nummer"])
    record(by=by, action="koersdoel.gestopt", subject=row, now=now)
    return row


def _running(net: Netwerk, doel: Doel) -> Doel:
    row = net.doelen.get(doel.pk)
    if row is None:
        raise CannotKeepDoel("koersdoel_gestopt")
    return row


def _fill(row: Doel, fields: Mapping[str, Any]) -> None:
    """Only what was given; spaces around a text are nobody's meaning."""
    for name in FIELDS:
        if name in fields:
            value = fields[name]
            setattr(row, name, " ".join(value.split()) if name == "naam" else _stripped(value))
    if not row.naam:
        raise CannotKeepDoel("koersdoel_leeg")
    row.soort = Doel.Soort(row.soort)
    row.zoektekst = stems_of(row.naam, row.toelichting, row.indicator)


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _about(row: Doel, begrippen: Iterable[Begrip]) -> None:
    """The words it is about are these, and no others."""
    wanted = {it.pk: it for it in begrippen}
    links = Doelbegrip.objects.filter(gemeente_id=row.gemeente_id, doel=row)
    links.exclude(begrip_id__in=wanted).delete()
    there = set(links.values_list("begrip_id", flat=True))
    for pk, begrip in wanted.items():
        if pk not in there:
            Doelbegrip.objects.create(gemeente_id=row.gemeente_id, doel=row, begrip=begrip)
