"""The paragraphs of an opdracht: writing, changing, leaving out, and their order. Only as long as it is a concept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.koers.public import Doel
from vliegwiel.opdracht import queries, rules
from vliegwiel.opdracht.actions.hand import at_hand, index
from vliegwiel.opdracht.models import Opdracht, Paragraaf, Paragraafdoel, Paragraafuitspraak
from vliegwiel.opdracht.refusals import CannotChangeText, refuse
from vliegwiel.samenspel.public import Uitspraak

MOST = 150  # paragraphs of one document


@transaction.atomic
def add_paragraph(
    *,
    by: Kijker,
    now: datetime,
    opdracht: Opdracht,
    soort: str,
    kop: str,
    tekst: str,
    doelen: Iterable[Doel] | None = None,
    uitspraken: Iterable[Uitspraak] = (),
) -> Paragraaf:
    """Add a paragraph below the others, with what it rests on.

    Raises:
        CannotWriteHere: see `at_hand`.
        CannotChangeText: opdracht_ligt_voor, opdracht_staat_vast, opdracht_vol, paragraaf_zonder_kop, paragraaf_leeg.
    """
    row = _open_text(by, now, opdracht)
    there = list(queries.paragrafen(row).values_list("volgorde", flat=True))
    if len(there) >= MOST:
        raise CannotChangeText("opdracht_vol", meest=MOST)
    refuse(CannotChangeText, rules.paragraph_lacks(kop, tekst))
    new = Paragraaf.objects.create(
        gemeente_id=by.gemeente_id,
        opdracht=row,
        volgorde=max(there, default=0) + 1,
        soort=Paragraaf.Soort(soort),
        kop=kop.strip(),
        tekst=tekst.strip(),
        medewerker=by.medewerker,
        gewijzigd_op=now,
    )
    _rest(new, doelen, uitspraken)
    index(row)
    record(by=by, action="paragraaf.geschreven", subject=new, now=now, opdracht=str(row.pk))
    return new


@transaction.atomic
def edit_paragraph(
    *,
    by: Kijker,
    now: datetime,
    paragraaf: Paragraaf,
    nummer: int,
    soort: str,
    kop: str,
    tekst: str,
    doelen: Iterable[Doel] | None = None,
    uitspraken: Iterable[Uitspraak] = (),
) -> Paragraaf:
    """Change a paragraph. It was written on change `nummer`; when another came in between, nothing is overwritten.

    What it rests on that this writer may not read stays as it was.

    Raises:
        CannotWriteHere: see `at_hand`.
        CannotChangeText: paragraaf_botsing {laatste}, paragraaf_weg, and the codes of `add_paragraph`.
    """
    row, opdracht = _at_hand(by, now, paragraaf)
    if row.nummer != nummer:
        raise CannotChangeText("paragraaf_botsing", laatste=row.nummer)
    refuse(CannotChangeText, rules.paragraph_lacks(kop, tekst))
    row.soort, row.kop, row.tekst = Paragraaf.Soort(soort), kop.strip(), tekst.strip()
    row.medewerker, row.gewijzigd_op = by.medewerker, now
    row.nummer += 1
    row.save(update_fields=["soort", "kop", "tekst", "medewerker", "gewijzigd_op", "nummer"])
    _rest(row, doelen, uitspraken, of=queries.linked_words(row, by, day_of(now)))
    index(opdracht)
    record(by=by, action="paragraaf.veranderd", subject=row, now=now, nummer=row.nummer)
    return row


def _rest(
    row: Paragraaf,
    doelen: Iterable[Doel] | None,
    uitspraken: Iterable[Uitspraak],
    of: Iterable[Uitspraak] = (),
) -> None:
    """Rest it on these doelen (None: as they were) and words; of the words those it rested on before (`of`) may go."""
    here: dict[str, Any] = {"gemeente_id": row.gemeente_id, "paragraaf": row}
    if doelen is not None:
        goals = {it.pk for it in doelen}
        old = Paragraafdoel.objects.filter(**here)
        old.exclude(doel_id__in=goals).delete()
        new = sorted(goals - set(old.values_list("doel_id", flat=True)))
        Paragraafdoel.objects.bulk_create([Paragraafdoel(**here, doel_id=pk) for pk in new])
    words = {it.pk for it in uitspraken}
    said = Paragraafuitspraak.objects.filter(**here)
    said.filter(uitspraak_id__in={it.pk for it in of} - words).delete()
    more = sorted(words - set(said.values_list("uitspraak_id", flat=True)))
    Paragraafuitspraak.objects.bulk_create([Paragraafuitspraak(**here, uitspraak_id=pk) for pk in more])


@transaction.atomic
def drop_paragraph(*, by: Kijker, now: datetime, paragraaf: Paragraaf) -> Paragraaf:
    """Leave a paragraph out of the document.

    Raises:
        CannotWriteHere: see `at_hand`.
        CannotChangeText: opdracht_ligt_voor, opdracht_staat_vast, paragraaf_weg.
    """
    row, opdracht = _at_hand(by, now, paragraaf)
    row.vervallen_op = now
    row.save(update_fields=["vervallen_op"])
    index(opdracht)
    record(by=by, action="paragraaf.weg", subject=row, now=now)
    return row


def paragraph_up(*, by: Kijker, now: datetime, paragraaf: Paragraaf) -> Paragraaf:
    """A place higher among those of its kind. Raises as `drop_paragraph`."""
    return _move(by, now, paragraaf, up=True)


def paragraph_down(*, by: Kijker, now: datetime, paragraaf: Paragraaf) -> Paragraaf:
    """A place lower among those of its kind. Raises as `drop_paragraph`."""
    return _move(by, now, paragraaf, up=False)


@transaction.atomic
def _move(by: Kijker, now: datetime, paragraaf: Paragraaf, *, up: bool) -> Paragraaf:
    row, opdracht = _at_hand(by, now, paragraaf)
    same = list(queries.paragrafen(opdracht).filter(soort=row.soort))
    places = [it.volgorde for it in same]
    known = {it.pk: it for it in same}
    for place, pk in zip(places, rules.moved(list(known), row.pk, up), strict=True):
        known[pk].volgorde = place
    Paragraaf.objects.filter(gemeente_id=by.gemeente_id).bulk_update(same, ["volgorde"])
    record(by=by, action="paragraaf.verplaatst", subject=row, now=now)
    return row


def _open_text(by: Kijker, now: datetime, opdracht: Opdracht) -> Opdracht:
    row = at_hand(by, now, opdracht.pk)
    refuse(CannotChangeText, rules.cannot_write(queries.status_of(row)))
    return row


def _at_hand(by: Kijker, now: datetime, paragraaf: Paragraaf) -> tuple[Paragraaf, Opdracht]:
    opdracht = _open_text(by, now, paragraaf.opdracht)
    row = queries.paragrafen(opdracht).filter(pk=paragraaf.pk).first()
    if row is None:
        raise CannotChangeText("paragraaf_weg")
    return row, opdracht
