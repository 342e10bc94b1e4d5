"""Files that came in: lists, counts and reports, for who reads them in. Nothing here holds a value of a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.models import Gemeente, Werk
from vliegwiel.privacy.public import require_messages
from vliegwiel.uitwisseling.models import Bestand, Inlezing

Status = Bestand.Status
KNOWN = (Status.VERWERKT, Status.MET_OPMERKINGEN, Status.TERZIJDE)
Kenmerk = tuple[str, str, str, str, str]


def lock(gemeente_id: UUID) -> None:
    """One import writes at a time in a gemeente; whoever else does waits here."""
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente_id)


def inlezingen(kijker: Kijker) -> QuerySet[Inlezing]:
    require_messages(kijker)
    return Inlezing.objects.filter(gemeente_id=kijker.gemeente_id)


def bestanden(kijker: Kijker) -> QuerySet[Bestand]:
    """Without what is in them."""
    require_messages(kijker)
    return Bestand.objects.filter(gemeente_id=kijker.gemeente_id).defer("inhoud")


def mark_of(row: Bestand) -> Kenmerk:
    """Two messages are the same only when all five agree."""
    return row.berichtcode, row.afzender, row.ontvanger, row.identificatie, row.inhoud_hash


def known_marks(by: Kijker, rows: Iterable[Bestand]) -> set[Kenmerk]:
    """Which of these messages were read before."""
    hashes = {row.inhoud_hash for row in rows}
    found = Bestand.objects.filter(gemeente_id=by.gemeente_id, status__in=KNOWN, inhoud_hash__in=hashes)
    return set(found.values_list("berichtcode", "afzender", "ontvanger", "identificatie", "inhoud_hash"))


@dataclass(frozen=True)
class Telling:
    """How many files stand where."""

    aantal: int
    per_status: dict[str, int]

    @property
    def klaar(self) -> int:
        return self.aantal - self.per_status.get(Status.WACHT, 0)


def counts(kijker: Kijker, ids: Iterable[UUID]) -> dict[UUID, Telling]:
    """Counts per status of each Inlezing; one query."""
    wanted = list(ids)
    found: dict[UUID, dict[str, int]] = {pk: {} for pk in wanted}
    rows = Bestand.objects.filter(gemeente_id=kijker.gemeente_id, inlezing_id__in=wanted)
    for pk, status, number in rows.values_list("inlezing_id", "status").annotate(Count("id")):
        found[pk][status] = number
    return {pk: Telling(sum(per.values()), per) for pk, per in found.items()}


def work_of(kijker: Kijker, soort: str, inlezing: UUID) -> Werk | None:
    """How the job stands that reads these files."""
    rows = Werk.objects.filter(gemeente_id=kijker.gemeente_id, soort=soort, object=inlezing)
    return rows.order_by("-gemaakt_op").first()


@dataclass(frozen=True)
class Regel:
    """One Inlezing in the list."""

    inlezing: Inlezing
    telling: Telling


def recent(kijker: Kijker, most: int = 20) -> list[Regel]:
    """What was given lately, the newest first."""
    rows = list(inlezingen(kijker).select_related("door").order_by("-gemaakt_op", "-id")[:most])
    told = counts(kijker, [row.pk for row in rows])
    return [Regel(row, told[row.pk]) for row in rows]
