"""The sentences of our course: one is laid before a table as a Voorstel, and one that holds is let go."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.koers import access
from vliegwiel.koers.models import Koerszin
from vliegwiel.koers.refusals import CannotKeepZin
from vliegwiel.samenspel.public import Tafel, Voorstel, open_voorstel, require_apart

TITEL = 120


@transaction.atomic
def propose_zin(
    *, by: Kijker, now: datetime, soort: str, tafel: Tafel, tekst: str, toetsvraag: str = "", **fields: Any
) -> Voorstel:
    """Lay a sentence before a table. A sentence of the mensbeeld brings its toetsvraag; it counts once adopted.

    Raises:
        CannotKeepZin: toetsvraag_ontbreekt.
        OfHousehold: what is adopted there would be for the whole gemeente.
        NoSeat, TableFinished, CannotPropose: see `samenspel.open_voorstel`.
    """
    kind = Koerszin.Soort(soort)
    question = toetsvraag.strip() if kind is Koerszin.Soort.MENSBEELD else ""
    if kind is Koerszin.Soort.MENSBEELD and not question:
        raise CannotKeepZin("toetsvraag_ontbreekt")
    require_apart(tafel)
    voorstel = open_voorstel(by=by, now=now, tafel=tafel, titel=_titel(tekst), tekst=tekst, **fields)
    rows = Koerszin.objects.filter(gemeente_id=by.gemeente_id, soort=kind)
    last = rows.aggregate(last=Max("volgorde"))["last"] or 0
    zin = Koerszin.objects.create(
        gemeente_id=by.gemeente_id, soort=kind, voorstel=voorstel, toetsvraag=question, volgorde=last + 1
    )
    record(by=by, action="koerszin.voorgelegd", subject=zin, now=now, soort=str(kind))
    return voorstel


def _titel(tekst: str) -> str:
    """A sentence is its own title; a long one is cut off at a word."""
    line = " ".join(tekst.split())
    return line if len(line) <= TITEL else line[:TITEL].rsplit(" ", 1)[0] + " …"


@transaction.atomic
def let_go_zin(*, by: Kijker, now: datetime, zin: Koerszin) -> Koerszin:
    """From today this sentence no longer holds. It stays in the years of the Koers.

    Raises:
        NotAllowed: the kijker does not make policy here.
        CannotKeepZin: koerszin_geldt_niet.
    """
    access.require_can_write_doelen(by)
    rows = Koerszin.objects.select_for_update(of=("self",)).select_related("voorstel")
    row = rows.get(gemeente_id=by.gemeente_id, pk=zin.pk)
    if row.einddatum is not None or row.voorstel.status != Voorstel.Status.AANGENOMEN:
        raise CannotKeepZin("koerszin_geldt_niet")
    row.einddatum = day_of(now)
    row.save(update_fields=["einddatum"])
    record(by=by, action="koerszin.losgelaten", subject=row, now=now)
    return row
