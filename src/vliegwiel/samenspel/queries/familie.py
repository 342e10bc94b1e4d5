"""Tables of a household: a seat there reads only while the policy lets whoever sits on it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import now
from vliegwiel.kern.codes import Purpose
from vliegwiel.privacy.public import (
    Dossier,
    Onderdeel,
    age_on,
    dossier_ids,
    dossiers,
    own_persoon,
    remembered,
)
from vliegwiel.samenspel.models import Tafel, Zetel

YOUNGEST = 12  # toegang.md: for a younger child the parents with gezag look
_KEPT = "_samenspel_familie"


def readable_dossiers(kijker: Kijker, today: date) -> frozenset[UUID]:
    """The dossiers whose table this kijker sits at and may read today.

    Asked once in a request and kept with the kijker, who lives as long. It costs one look-up, and none for roles
    that never work with a household; the policy is asked only about dossiers that are there.
    """
    kept: dict[date, frozenset[UUID]] = kijker.__dict__.setdefault(_KEPT, {})
    if today not in kept:
        kept[today] = _read(kijker, today)
    return kept[today]


def _read(kijker: Kijker, today: date) -> frozenset[UUID]:
    if kijker.inwoner is not None:
        seated = _seated(kijker, today, inwoner_id=kijker.inwoner.pk)
        return seated if seated and _old_enough(kijker, today) else frozenset()
    may: QuerySet[Dossier] = dossiers(kijker, now(), Onderdeel.TAFEL)
    if kijker.medewerker is None or may.query.is_empty():
        return frozenset()
    at_a_table = kijker.purpose == Purpose.SAMEN_BEPALEN  # there nothing else of it is needed
    if (stand := remembered(kijker, now(), only_if_read=at_a_table)) is not None:
        return stand.tafels.intersection(dossier_ids(kijker, now(), Onderdeel.TAFEL))
    seated = _seated(kijker, today, medewerker_id=kijker.medewerker.pk)
    return frozenset(may.filter(pk__in=seated).values_list("pk", flat=True)) if seated else frozenset()


def tables_of(kijker: Kijker, today: date) -> QuerySet[Tafel]:
    """The tables of households where this colleague sits today."""
    seats = Zetel.objects.filter(active(today), gemeente_id=kijker.gemeente_id, medewerker=kijker.medewerker)
    return Tafel.objects.filter(
        gemeente_id=kijker.gemeente_id, dossier__isnull=False, pk__in=seats.values("tafel_id")
    )


def _seated(kijker: Kijker, today: date, **me: UUID) -> frozenset[UUID]:
    rows = Zetel.objects.filter(active(today), gemeente_id=kijker.gemeente_id, **me)
    rows = rows.filter(tafel__dossier__isnull=False)
    return frozenset(rows.values_list("tafel__dossier_id", flat=True))


def _old_enough(kijker: Kijker, today: date) -> bool:
    persoon = own_persoon(kijker)
    return persoon is None or age_on(persoon.geboortedatum, today) >= YOUNGEST
