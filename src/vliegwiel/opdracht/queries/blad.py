"""An opdracht as it is read: its paragraphs, what each rests on, who brings what, the looks back.

The same sheet is the page and the DOCX. Words said at a table and Bijdragen stay as closed as they are there: what
this kijker may not read is counted, never shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.database import rows_as_json
from vliegwiel.koers.public import PRAKTIJK_KOERS, doelen
from vliegwiel.opdracht.models import (
    Opdracht,
    Opdrachtbijdrage,
    Opdrachtterugblik,
    Paragraaf,
    Paragraafdoel,
    Paragraafuitspraak,
)
from vliegwiel.opdracht.queries.reading import status_of
from vliegwiel.opdracht.rules import OpdrachtStatus
from vliegwiel.samenspel.public import Bijdrage, Uitspraak, bijdragen, uitspraken

PRAKTIJK_BIJDRAGEN = "praktijk.bijdragen"
MOST = 200  # paragraphs, Bijdragen: more is no document


@dataclass
class Alinea:
    """One paragraph with what it rests on; `verborgen` is the number of words this kijker may not read."""

    paragraaf: Paragraaf
    plek: str
    doelen: list[tuple[str, str]]  # id, naam
    gezegd: list[Uitspraak] = field(default_factory=list)
    verborgen: int = 0


@dataclass(frozen=True)
class Blad:
    """An opdracht as this kijker reads it."""

    opdracht: Opdracht
    status: OpdrachtStatus
    tekst: list[Alinea]
    wat_niet: list[Alinea]
    bijdragen: list[Bijdrage]
    bijdragen_verborgen: int
    terugblikken: list[Opdrachtterugblik]

    @property
    def alineas(self) -> list[Alinea]:
        return [*self.tekst, *self.wat_niet]


def paragrafen(opdracht: Opdracht) -> QuerySet[Paragraaf]:
    """The paragraphs of an opdracht the kijker already reads, as they stand, in order."""
    rows = Paragraaf.objects.filter(gemeente_id=opdracht.gemeente_id, opdracht_id=opdracht.pk)
    return rows.filter(vervallen_op__isnull=True).order_by("volgorde", "id")


def blad_of(kijker: Kijker, opdracht: Opdracht, today: date) -> Blad:
    """Everything of an opdracht from `opdrachten`, in four queries."""
    found = _alineas(kijker, opdracht)
    _add_words(kijker, opdracht, found, today)
    brought, hidden = _brought(kijker, opdracht, today)
    kinds = Paragraaf.Soort
    return Blad(
        opdracht,
        status_of(opdracht),
        [it for it in found.values() if it.paragraaf.soort == kinds.TEKST],
        [it for it in found.values() if it.paragraaf.soort == kinds.WAT_NIET],
        brought,
        hidden,
        list(all_terugblikken(opdracht)[:MOST]),
    )


def _alineas(kijker: Kijker, opdracht: Opdracht) -> dict[UUID, Alinea]:
    rows = paragrafen(opdracht).select_related("medewerker")
    if kijker.aan(PRAKTIJK_KOERS):
        linked = Paragraafdoel.objects.filter(
            gemeente_id=kijker.gemeente_id, paragraaf_id=OuterRef(OuterRef("pk"))
        )
        wanted = doelen(kijker).filter(pk__in=linked.values("doel_id")).values("id", "naam")
        rows = rows.annotate(rust_op_doelen=rows_as_json(wanted))
    found, counts = {}, dict.fromkeys(Paragraaf.Soort.values, 0)
    for row in rows[:MOST]:
        counts[row.soort] += 1
        goals: Any = getattr(row, "rust_op_doelen", None) or []
        found[row.pk] = Alinea(
            row, str(counts[row.soort]), [(str(UUID(str(pk))), naam) for pk, naam in goals]
        )
    return found


def _add_words(kijker: Kijker, opdracht: Opdracht, found: dict[UUID, Alinea], today: date) -> None:
    """What was said under each paragraph: at tables this kijker reads, or shared with everyone by who said it."""
    may = Exists(uitspraken(kijker, today).filter(pk=OuterRef("uitspraak_id")))
    rows = Paragraafuitspraak.objects.filter(
        gemeente_id=kijker.gemeente_id,
        paragraaf_id__in=list(found),
        uitspraak__ingetrokken_op__isnull=True,
    )
    people = ("uitspraak__zetel__medewerker", "uitspraak__zetel__inwoner", "uitspraak__zetel__partij")
    rows = rows.select_related("uitspraak__gesprek", *people).annotate(leesbaar=may)
    for link in rows.order_by("uitspraak__moment", "id"):
        said = link.uitspraak
        shared = said.delen != Uitspraak.Delen.TAFEL and opdracht.open_op is not None
        if link.leesbaar or shared:
            found[link.paragraaf_id].gezegd.append(said)
        else:
            found[link.paragraaf_id].verborgen += 1


def linked_words(paragraaf: Paragraaf, kijker: Kijker, today: date) -> list[Uitspraak]:
    """What a paragraph rests on, as far as this kijker may read it."""
    links = Paragraafuitspraak.objects.filter(gemeente_id=kijker.gemeente_id, paragraaf_id=paragraaf.pk)
    return list(uitspraken(kijker, today).filter(pk__in=links.values("uitspraak_id")))


def _brought(kijker: Kijker, opdracht: Opdracht, today: date) -> tuple[list[Bijdrage], int]:
    """Who brings what, as far as this kijker may read it; and the number of the others."""
    if not kijker.aan(PRAKTIJK_BIJDRAGEN):
        return [], 0
    rows = Opdrachtbijdrage.objects.filter(gemeente_id=kijker.gemeente_id, opdracht_id=opdracht.pk)
    rows = rows.exclude(bijdrage__status=Bijdrage.Status.INGETROKKEN)
    may = Exists(bijdragen(kijker, today).order_by().filter(pk=OuterRef("bijdrage_id")))
    people = ("bijdrage__zetel__medewerker", "bijdrage__zetel__inwoner", "bijdrage__zetel__partij")
    links = list(rows.select_related(*people).annotate(leesbaar=may).order_by("id")[:MOST])
    return [it.bijdrage for it in links if it.leesbaar], sum(not it.leesbaar for it in links)


def all_terugblikken(opdracht: Opdracht) -> QuerySet[Opdrachtterugblik]:
    """The looks back on an opdracht the kijker already reads, the next day first; never one about a household."""
    rows = Opdrachtterugblik.objects.filter(gemeente_id=opdracht.gemeente_id, opdracht_id=opdracht.pk)
    rows = rows.filter(terugblik__dossier__isnull=True).select_related("terugblik")
    return rows.order_by("terugblik__kijken_op", "id")


def has_text(opdracht: Opdracht) -> int:
    """How many paragraphs say what is asked."""
    return paragrafen(opdracht).filter(soort=Paragraaf.Soort.TEKST).count()
