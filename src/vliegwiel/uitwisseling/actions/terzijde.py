"""What was kept aside is applied when its assignment comes, and the file it came from follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.public import TERZIJDE, Uitkomst
from vliegwiel.uitwisseling.actions.regels import line, remarks
from vliegwiel.uitwisseling.models import Bestand, Bevinding, Terzijde
from vliegwiel.uitwisseling.models.bijwerken import update_rows
from vliegwiel.uitwisseling.models.zegel import destroy_part, seal_part
from vliegwiel.uitwisseling.queries.pakketten import Deel
from vliegwiel.uitwisseling.rules.vondst import Vondst

_STORED = ["reden", "kandidaat", "uitkomst", "klaar_op", "klaar_door", "sleutel_id", "cijfertekst"]


@dataclass
class Erbij:
    """What a file gets with it when a part of it that waited was done with."""

    feiten: int = 0
    vondsten: list[Vondst] = field(default_factory=list)
    niet: bool = False  # a part of it was not taken in after all


def keep_aside(by: Kijker, now: datetime, deel: Deel, outcome: Uitkomst) -> Terzijde:
    """A row, still to be stored."""
    row = Terzijde(
        gemeente_id=by.gemeente_id,
        bestand_id=deel.pakket.bericht,
        reden=outcome.code.value,
        kandidaat=outcome.kandidaat,
        gekomen_op=now,
    )
    seal_part(row, deel.pakket, deel.plaats)
    return row


def settle(
    *,
    now: datetime,
    by: Kijker,
    settled: Sequence[tuple[Deel, Terzijde, Uitkomst]],
    uitkomst: str = Terzijde.Uitkomst.TOEGEPAST,
    door: bool = False,
) -> None:
    """What waited was applied, or now waits for another reason. Its content is destroyed once it was applied."""
    changed: list[Terzijde] = []
    told: dict[UUID, Erbij] = defaultdict(Erbij)
    for deel, row, outcome in settled:
        if outcome.code in TERZIJDE:
            if (row.reden, row.kandidaat) == (outcome.code.value, outcome.kandidaat):
                continue
            row.reden, row.kandidaat = outcome.code.value, outcome.kandidaat
        else:
            finish(row, uitkomst, by if door else None, now)
            told[row.bestand_id].feiten += outcome.feiten
            told[row.bestand_id].vondsten += remarks(deel.plaats, outcome)
        changed.append(row)
    store_parts(changed)
    follow(by.gemeente_id, told)


def finish(row: Terzijde, uitkomst: str, by: Kijker | None, now: datetime) -> None:
    row.uitkomst, row.klaar_op = uitkomst, now
    row.klaar_door = by.medewerker if by else None
    destroy_part(row)


def store_parts(rows: Sequence[Terzijde]) -> None:
    update_rows(rows, _STORED)


def follow(gemeente_id: UUID, told: Mapping[UUID, Erbij]) -> None:
    """Files of which nothing waits any more get their last status; their reports get what came after."""
    if not told:
        return
    here = {"gemeente_id": gemeente_id, "bestand_id__in": told}
    waits = set(Terzijde.objects.filter(**here, klaar_op__isnull=True).values_list("bestand_id", flat=True))
    last = dict(Bevinding.objects.filter(**here).values_list("bestand_id").annotate(Max("nummer")))
    new: list[Bevinding] = []
    files = list(Bestand.objects.filter(gemeente_id=gemeente_id, pk__in=told).defer("inhoud"))
    for file in files:
        erbij, number = told[file.pk], last.get(file.pk, 0)
        new += [line(file, at, vondst) for at, vondst in enumerate(erbij.vondsten, number + 1)]
        file.feiten += erbij.feiten
        if file.pk not in waits and file.status == Bestand.Status.TERZIJDE:
            file.status = _last_status(file, erbij, bool(number))
    Bevinding.objects.bulk_create(new)
    update_rows(files, ["status", "feiten"])


def _last_status(file: Bestand, erbij: Erbij, remarked: bool) -> str:
    """A file of which nothing was taken in is refused: it may be given again."""
    if erbij.niet and not file.feiten:
        return Bestand.Status.AFGEKEURD
    return Bestand.Status.MET_OPMERKINGEN if remarked or erbij.vondsten else Bestand.Status.VERWERKT
