"""Areas of CBS are stored for everybody, and for each gemeente here those that are its own.

Nothing is thrown away: what is gone gets a last day. A Gebied that gets another name stays the same row (teams and
households point to it); what it was called when stands with the areas of CBS.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import CbsGebied, Gebied
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Gemeente
from vliegwiel.kern.taal import fold
from vliegwiel.uitwisseling.cbs import Gebiedsrij, Jaarstand, apply_year, merged

BATCH = 2000


@dataclass(frozen=True)
class Server:
    """Nobody in particular: whoever runs the command."""

    gemeente_id: UUID
    account_id: None = None


@dataclass
class Verslag:
    """What was stored: counts, and the gemeenten that merged with how many wijken and buurten they leave."""

    nieuw: int = 0
    veranderd: int = 0
    gelijk: int = 0
    samengegaan: list[tuple[str, str, int]] = field(default_factory=list)
    gemeenten: dict[str, dict[str, int]] = field(default_factory=dict)
    code_vervallen: list[str] = field(default_factory=list)  # gemeenten here whose code ended


def store_cbs(*, standen: Sequence[Jaarstand], now: datetime) -> Verslag:
    """Store these years, oldest first; a second time changes nothing."""
    verslag = Verslag()
    with transaction.atomic():
        rows = _store_areas(standen, verslag)
    verslag.samengegaan = merged(rows)
    for gemeente in Gemeente.objects.exclude(code="").order_by("slug"):
        with as_gemeente(gemeente.pk):
            _own_areas(gemeente, rows, verslag, now)
    return verslag


def _store_areas(standen: Sequence[Jaarstand], verslag: Verslag) -> list[Gebiedsrij]:
    stored = list(CbsGebied.objects.select_for_update().order_by("code", "begindatum"))
    rows = [_row(it) for it in stored]
    before = {id(row): it for row, it in zip(rows, stored, strict=True)}
    for stand in sorted(standen, key=lambda it: it.jaar):
        rows = apply_year(rows, stand)
    new = [row for row in rows if id(row) not in before]
    changed = [
        _written(before[id(row)], row) for row in rows if id(row) in before and _row(before[id(row)]) != row
    ]
    CbsGebied.objects.bulk_update(changed, ["naam", "ouder", "begindatum", "einddatum"], batch_size=200)
    CbsGebied.objects.bulk_create((_written(CbsGebied(), row) for row in new), batch_size=BATCH)
    verslag.nieuw, verslag.veranderd = len(new), len(changed)
    verslag.gelijk = len(stored) - len(changed)
    return rows


def _row(it: CbsGebied) -> Gebiedsrij:
    return Gebiedsrij(it.soort, it.code, it.naam, it.ouder, it.begindatum, it.einddatum)


def _written(it: CbsGebied, row: Gebiedsrij) -> CbsGebied:
    for name in ("soort", "code", "naam", "ouder", "begindatum", "einddatum"):
        setattr(it, name, getattr(row, name))
    return it


# -- the areas of one gemeente


def _own_areas(gemeente: Gemeente, rows: Iterable[Gebiedsrij], verslag: Verslag, now: datetime) -> None:
    code = f"GM{gemeente.code}"
    here = [row for row in rows if row.einddatum is None]
    if not any(row.code == code for row in rows):
        return
    if not any(row.code == code for row in here):
        verslag.code_vervallen.append(gemeente.slug)
        return
    wijken = [row for row in here if row.soort == "wijk" and row.ouder == code]
    around = {row.code for row in wijken}
    buurten = [row for row in here if row.soort == "buurt" and row.ouder in around]
    counts = _write_areas(gemeente, wijken, buurten, day_of(now))
    verslag.gemeenten[gemeente.slug] = counts
    if any(counts.values()):
        record(by=Server(gemeente.pk), action="gebieden.ingelezen", subject=gemeente, now=now, **counts)


def _write_areas(
    gemeente: Gemeente, wijken: list[Gebiedsrij], buurten: list[Gebiedsrij], today: date
) -> dict[str, int]:
    there = list(Gebied.objects.filter(gemeente_id=gemeente.pk).select_for_update())
    by_code = {it.code: it for it in there if it.code}
    by_name = {(it.soort, fold(it.naam)): it for it in there if not it.code}
    counts = {"nieuw": 0, "veranderd": 0, "beeindigd": 0}
    for rows in (wijken, buurten):  # a buurt lies in a wijk that is there
        new, changed = [], []
        for row in rows:
            ouder = by_code.get(row.ouder) if row.soort == "buurt" else None
            it = by_code.get(row.code) or by_name.pop((row.soort, fold(row.naam)), None)
            if it is None:
                it = Gebied(gemeente_id=gemeente.pk, soort=row.soort, begindatum=row.begindatum)
                new.append(it)
            elif (it.naam, it.code, it.ouder_id, it.einddatum) != (
                row.naam,
                row.code,
                ouder and ouder.pk,
                None,
            ):
                changed.append(it)
            it.naam, it.code, it.ouder, it.einddatum = row.naam, row.code, ouder, None
            by_code[row.code] = it
        Gebied.objects.bulk_create(new)
        _update(changed)
        counts["nieuw"] += len(new)
        counts["veranderd"] += len(changed)
    counts["beeindigd"] = _end(there, {row.code for row in (*wijken, *buurten)}, today)
    return counts


def _update(rows: list[Gebied]) -> None:
    Gebied.objects.bulk_update(rows, ["naam", "code", "ouder", "einddatum"], batch_size=200)


def _end(there: list[Gebied], wanted: set[str], today: date) -> int:
    """Areas with a code that CBS does not know any more got their last day yesterday."""
    gone = [it for it in there if it.code and it.code not in wanted and it.einddatum is None]
    for it in gone:
        it.einddatum = max(it.begindatum, today - timedelta(days=1))
    _update(gone)
    return len(gone)
