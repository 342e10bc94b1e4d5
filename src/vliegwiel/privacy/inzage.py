"""Who looked: a page says whom it shows, and the line is written before the answer leaves (normen.md, Logging).

`toon` only collects. The middleware (a page) or `collecting` (a job, a command) writes what was collected, in a
transaction of its own: what was rolled back may still have been read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import now
from vliegwiel.kern.database import as_gemeente, insert_with_lines
from vliegwiel.kern.log import current_trace
from vliegwiel.privacy.models import Besluit, Inzage, Inzageregel
from vliegwiel.privacy.rules import Onderdeel
from vliegwiel.privacy.rules.beleid import VERSIE

Paar = tuple[UUID, UUID | None]  # (persoon, dossier)


@dataclass(frozen=True)
class Getoond:
    """What one page showed, for one kijker."""

    kijker: Kijker
    soort: str  # Inzage.Soort
    personen: tuple[Paar, ...]


@dataclass(frozen=True)
class Geopend:
    """A sensitive thing that the policy opened, and why."""

    kijker: Kijker
    onderdeel: Onderdeel
    dossier: UUID
    reden: str


@dataclass
class Verzameld:
    """What one request or job showed and opened."""

    getoond: list[Getoond] = field(default_factory=list)
    geopend: list[Geopend] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.getoond or self.geopend)


_collected: ContextVar[Verzameld | None] = ContextVar("vliegwiel_verzameld", default=None)


def toon(kijker: Kijker, soort: str, personen: Iterable[Paar]) -> None:
    """Say that this page shows these persons. Called by a room's queries, where the rows are read."""
    found = tuple(dict.fromkeys(personen))
    if found:
        _collecting().getoond.append(Getoond(kijker, soort, found))


def toon_log(kijker: Kijker) -> None:
    """Say that this page shows who looked, and no persons: an event without lines. Also this looking is seen."""
    _collecting().getoond.append(Getoond(kijker, Inzage.Soort.LIJST, ()))


def open_gevoelig(kijker: Kijker, onderdeel: Onderdeel, dossier: UUID, reden: str) -> None:
    """Say that this page opens something sensitive (by spoed, a sealed part, a secret address): for the besluitlog."""
    opened = Geopend(kijker, onderdeel, dossier, reden)
    collected = _collecting()
    if opened not in collected.geopend:
        collected.geopend.append(opened)


def _collecting() -> Verzameld:
    collected = _collected.get()
    if collected is None:
        raise RuntimeError("nobody collects what is shown: reading persons needs a request or a job")
    return collected


@contextmanager
def collector() -> Iterator[Verzameld]:
    """Collect what is shown inside this block. Whoever opens it writes it: see `write`."""
    collected = Verzameld()
    token = _collected.set(collected)
    try:
        yield collected
    finally:
        _collected.reset(token)


@contextmanager
def collecting(*, route: str) -> Iterator[Verzameld]:
    """For a job or a command: what was shown is written at the end, before what it made is given to anybody."""
    with collector() as collected:
        yield collected
    write(collected, route, now())


def write(collected: Verzameld, route: str, moment: datetime) -> None:
    """One event per kijker and kind, one narrow row per person: two inserts at most, in a transaction of their own."""
    for kijker in _kijkers(collected):
        with as_gemeente(kijker.gemeente_id, kijker.account_id):
            _write_shown([it for it in collected.getoond if it.kijker is kijker], route, moment)
            _write_opened([it for it in collected.geopend if it.kijker is kijker], route, moment)


def _kijkers(collected: Verzameld) -> list[Kijker]:
    found = {id(it.kijker): it.kijker for it in (*collected.getoond, *collected.geopend)}
    return list(found.values())


def _write_shown(shown: list[Getoond], route: str, moment: datetime) -> None:
    by_soort: dict[str, dict[UUID, Paar]] = defaultdict(dict)
    for it in shown:
        rows = by_soort[it.soort]
        for pair in it.personen:
            if rows.get(pair[0], pair)[1] is None or pair[0] not in rows:  # a dossier says more than none
                rows[pair[0]] = pair
    if not by_soort:
        return
    kijker = shown[0].kijker
    for soort, rows in by_soort.items():
        insert_with_lines(
            _event(kijker, soort, route, moment),
            Inzageregel,
            "inzage_id",
            ("persoon", "dossier"),
            list(rows.values()),
        )


def _event(kijker: Kijker, soort: str, route: str, moment: datetime) -> Inzage:
    return Inzage(
        gemeente_id=kijker.gemeente_id,
        moment=moment,
        spoor=current_trace(),
        account=kijker.account_id,
        medewerker=kijker.medewerker.pk if kijker.medewerker else None,
        deelname=kijker.medewerker.deelname_id if kijker.medewerker else None,
        route=route[:120],
        doel=kijker.purpose.value,
        soort=soort,
    )


def _write_opened(opened: list[Geopend], route: str, moment: datetime) -> None:
    Besluit.objects.bulk_create(
        Besluit(
            gemeente_id=it.kijker.gemeente_id,
            moment=moment,
            spoor=current_trace(),
            account=it.kijker.account_id,
            dossier=it.dossier,
            route=route[:120],
            onderdeel=it.onderdeel.value,
            uitkomst=Besluit.Uitkomst.MAG,
            reden=it.reden,
            beleid=VERSIE,
        )
        for it in opened
    )
