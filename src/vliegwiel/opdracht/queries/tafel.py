"""What lies at the table of an opdracht: where one can be written, who can be asked about it, what it can rest on."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from vliegwiel.gemeenschap.public import Deelname, Kijker, Medewerker, Roltoekenning, active
from vliegwiel.kern.codes import WITHOUT_CONTENT
from vliegwiel.koers.public import Doel, doelen, lopend
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opdracht, Opdrachtbijdrage, Opgave, Paragraaf
from vliegwiel.opdracht.queries.reading import marks
from vliegwiel.samenspel.public import (
    Bijdrage,
    Tafel,
    Uitspraak,
    bijdragen,
    recently_said,
    zetels_of,
)

CHOICES = 100
MOST_DOELEN = 300


def seats_to_ask(opdracht: Opdracht, today: date) -> list[Any]:
    """The seats with a voice whose people may read this opdracht: nobody is asked about what is closed to them."""
    granted = Roltoekenning.objects.filter(
        active(today), gemeente_id=OuterRef("gemeente_id"), medewerker_id=OuterRef("medewerker_id")
    )
    content = Q(inwoner__isnull=False) | Exists(granted.exclude(rol__in=WITHOUT_CONTENT))
    seats = zetels_of(opdracht.tafel).filter(active(today), content, partij__isnull=False)
    seats = seats.annotate(account=Coalesce("medewerker__account_id", "inwoner__account_id"))
    works, speaks = _before_the_wall(opdracht, today)
    return list(seats.filter(~Exists(works), ~Exists(speaks)))


def _before_the_wall(opdracht: Opdracht, today: date) -> tuple[QuerySet[Medewerker], QuerySet[Tafel]]:
    """Of a seat, by its `account`: where it works for a possible bidder, and where it sits for one, at any table."""
    marked = MogelijkeInschrijver.objects.filter(
        marks(today), gemeente_id=opdracht.gemeente_id, opgave_id=opdracht.opgave_id
    ).values("deelname_id")
    here = {"gemeente_id": OuterRef("gemeente_id")}
    works = Medewerker.objects.filter(
        active(today), **here, account_id=OuterRef("account"), deelname__in=marked
    )
    same = Q(zetels__medewerker__account_id=OuterRef("account"))
    same |= Q(zetels__inwoner__account_id=OuterRef("account"))
    sits = Q(zetels__partij__deelname__in=marked) & active(today, "zetels__")
    return works, Tafel.objects.filter(sits, same, **here)


def doelen_to_rest_on(kijker: Kijker, today: date, paragraaf: Paragraaf | None = None) -> list[Doel]:
    """The doelen pursued today, and those this paragraph rests on already."""
    rows = doelen(kijker)
    found = list(lopend(rows, today)[:MOST_DOELEN])
    if paragraaf is None:
        return found
    known = {it.pk for it in found}
    linked = rows.filter(pk__in=paragraaf.doelen.filter(gemeente_id=kijker.gemeente_id).values("doel_id"))
    return found + [it for it in linked[:MOST_DOELEN] if it.pk not in known]


def words_to_rest_on(
    kijker: Kijker, opdracht: Opdracht, today: date, linked: list[Uitspraak]
) -> list[Uitspraak]:
    """What was said last at its table, and what this paragraph rests on already."""
    found = recently_said(kijker, opdracht.tafel_id, today)
    known = {it.pk for it in found}
    return [it for it in linked if it.pk not in known] + found


def bijdragen_to_link(kijker: Kijker, opdracht: Opdracht, today: date) -> list[Bijdrage]:
    """What people bring at its table and did not take back."""
    rows = bijdragen(kijker, today).filter(tafel_id=opdracht.tafel_id)
    return list(rows.exclude(status=Bijdrage.Status.INGETROKKEN)[:CHOICES])


def linked_bijdragen(opdracht: Opdracht, offered: list[Bijdrage]) -> QuerySet[Opdrachtbijdrage, UUID]:
    """Which of these belong to the opdracht already."""
    rows = Opdrachtbijdrage.objects.filter(gemeente_id=opdracht.gemeente_id, opdracht_id=opdracht.pk)
    return rows.filter(bijdrage_id__in=[it.pk for it in offered]).values_list("bijdrage_id", flat=True)


def may_be_marked(opgave: Opgave, today: date) -> list[Deelname]:
    """The organisations that take part today and are not marked yet, the gemeente itself left out."""
    marked = MogelijkeInschrijver.objects.filter(
        gemeente_id=opgave.gemeente_id, opgave_id=opgave.pk, einddatum__isnull=True
    )
    rows = Deelname.objects.filter(active(today), gemeente_id=opgave.gemeente_id)
    rows = rows.exclude(pk__in=marked.values("deelname_id")).exclude(organisatie__soort="gemeente")
    return list(rows.select_related("organisatie").order_by("organisatie__naam")[: 2 * CHOICES])
