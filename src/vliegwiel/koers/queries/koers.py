"""The Koers on one page: what we strive for, what we do not do, doelen, words, and the years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.models import Schrijflog
from vliegwiel.koers.models import Koerszin
from vliegwiel.koers.queries.koerszin import ooit_aangenomen
from vliegwiel.koers.rules.jaren import Feit, Wat, jaren
from vliegwiel.samenspel.public import Terugblik, Voorstelterugblik


@dataclass(frozen=True)
class Regel:
    """In one year: agreed, held on to or let go, and which sentences (their texts)."""

    wat: Wat
    teksten: tuple[str, ...]


@dataclass(frozen=True)
class Jaar:
    jaar: int
    regels: tuple[Regel, ...]


def de_jaren(kijker: Kijker) -> list[Jaar]:
    """What happened with the sentences of our course, the latest year first; in two queries."""
    rows: list[Any] = list(ooit_aangenomen(kijker))
    texts = {it.pk: it.tekst for it in rows}
    return [
        Jaar(it.jaar, tuple(Regel(wat, tuple(texts[pk] for pk in zinnen)) for wat, zinnen in it.gebeurd))
        for it in jaren([*_own(rows), *_held(kijker, rows)])
    ]


def _own(rows: Sequence[Any]) -> Iterator[Feit]:
    for it in rows:
        yield Feit(it.pk, Wat.AFGESPROKEN, day_of(it.vast_op))
        if it.einddatum:
            yield Feit(it.pk, Wat.LOSGELATEN, it.einddatum)


def _held(kijker: Kijker, rows: Sequence[Koerszin]) -> Iterator[Feit]:
    """Looked back on and kept, or read again and kept: the second leaves only its line in the log."""
    zin_of: dict[UUID, UUID] = {it.voorstel_id: it.pk for it in rows}
    looked_back, kept = at_once(_looked_back(kijker, zin_of), _kept(kijker, zin_of))
    for voorstel, moment in [*looked_back, *kept]:
        yield Feit(zin_of[voorstel], Wat.VASTGEHOUDEN, day_of(moment))


def _looked_back(kijker: Kijker, zin_of: dict[UUID, UUID]) -> QuerySet[Any, Any]:
    rows = Voorstelterugblik.objects.filter(
        gemeente_id=kijker.gemeente_id,
        voorstel_id__in=list(zin_of),
        terugblik__oordeel=Terugblik.Oordeel.HOUDEN,
        terugblik__teruggekeken_op__isnull=False,
    )
    return rows.order_by("-terugblik__teruggekeken_op").values_list(
        "voorstel_id", "terugblik__teruggekeken_op"
    )[:400]


def _kept(kijker: Kijker, zin_of: dict[UUID, UUID]) -> QuerySet[Any, Any]:
    rows = Schrijflog.objects.filter(
        gemeente_id=kijker.gemeente_id, object__in=list(zin_of), actie="voorstel.gehouden"
    )
    return rows.order_by("-moment").values_list("object", "moment")[:400]
