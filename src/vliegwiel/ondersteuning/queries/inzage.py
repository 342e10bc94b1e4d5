"""Wie keek mee: when, which organisation, for what; never who. Read from the log of one person at a time.

Only rows about this person, so that nothing shows of who looked at somebody they live with.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from vliegwiel.gemeenschap.public import Deelname, Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.prepared import ask
from vliegwiel.ondersteuning.rules.inwoner import Blik, fall_together, whole_days
from vliegwiel.privacy.public import Inzageregel, Vertegenwoordiging

BATCH = 200
_FIELDS = ("pk", "persoon", "inzage__moment", "inzage__doel", "inzage__soort", "organisatie")
_NAMENS = ("mentor", "bewindvoerder", "volmacht")


def _rows(
    *,
    gemeente: UUID,
    account: UUID,
    personen: list[UUID],
    dossier: UUID | None,
) -> QuerySet[Inzageregel]:
    """The log of these persons: not one's own looking, and of other residents only who represents them."""
    deelname = Deelname.objects.filter(gemeente_id=OuterRef("gemeente_id"), pk=OuterRef("inzage__deelname"))
    namens = Vertegenwoordiging.objects.filter(
        gemeente_id=OuterRef("gemeente_id"),
        persoon_id=OuterRef("persoon"),
        vertegenwoordiger__inwoner__account_id=OuterRef("inzage__account"),
        soort__in=_NAMENS,
    )
    rows = Inzageregel.objects.filter(gemeente_id=gemeente, persoon__among=personen)
    rows = rows.filter(dossier=dossier) if dossier else rows
    return (
        rows.exclude(inzage__account=account)
        .filter(Q(inzage__deelname__isnull=False) | Exists(namens))
        .annotate(organisatie=Subquery(deelname.values("organisatie__naam")[:1]))
        .order_by("-id")
    )


def _first(batch: int, **of: Any) -> QuerySet[Any]:
    return _rows(**of).values_list(*_FIELDS)[:batch]


def looks(
    kijker: Kijker,
    personen: Iterable[UUID],
    *,
    dossier: UUID | None = None,
    before: int | None = None,
    batch: int = BATCH,
) -> tuple[list[Blik], int | None]:
    """Lines of who looked, the last first, and from where to read on (None: this was all). A fixed number of rows.

    With `dossier` only what was seen of that one dossier.
    """
    whose: dict[str, Any] = {
        "gemeente": kijker.gemeente_id,
        "account": kijker.account_id,
        "personen": list(personen),
    }
    if before:
        rows = list(_rows(**whose, dossier=dossier).filter(pk__lt=before).values_list(*_FIELDS)[:batch])
    else:
        rows = ask(_first, batch, **whose, dossier=dossier)
    read = [_blik(*row) for row in rows]
    kept = whole_days(read, len(read) == batch)
    return fall_together(kept), kept[-1].id if len(read) == batch else None


def _blik(pk: int, persoon: UUID, moment: datetime, doel: str, soort: str, organisatie: str | None) -> Blik:
    return Blik(
        id=pk,
        persoon=persoon,
        moment=moment,
        dag=day_of(moment),
        organisatie=organisatie or "",
        doel=doel,
        soort=soort,
    )
