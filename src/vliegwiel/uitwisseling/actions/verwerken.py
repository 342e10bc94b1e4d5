"""What came of reading is stored: facts through the door of ondersteuning, the rest kept aside, a line per finding.

Everything of a batch at once, with a number of questions to the database that does not depend on how many files. What
waited for an assignment of this batch is applied with it, so that the order in which messages arrive does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.public import TERZIJDE, apply_facts
from vliegwiel.uitwisseling.actions.regels import line, remarks
from vliegwiel.uitwisseling.actions.terzijde import keep_aside, settle
from vliegwiel.uitwisseling.models import Bestand, Bevinding, Terzijde
from vliegwiel.uitwisseling.models.bijwerken import update_rows
from vliegwiel.uitwisseling.models.zegel import destroy_file
from vliegwiel.uitwisseling.queries.inlezen import known_marks, mark_of
from vliegwiel.uitwisseling.queries.pakketten import Deel
from vliegwiel.uitwisseling.queries.terzijde import waiting_for
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst

Status = Bestand.Status
_STORED = (
    *("status", "wet", "soort", "berichtcode", "afzender", "ontvanger", "identificatie", "inhoud_hash"),
    *("sleutel_id", "inhoud", "verwerkt_op", "feiten"),
)


@dataclass
class Gelezen:
    """A file after reading: what was found, and what it says per assignment when nothing is wrong."""

    bestand: Bestand
    vondsten: list[Vondst]
    delen: list[Deel] = field(default_factory=list)
    al_bekend: bool = False
    terzijde: int = 0

    @property
    def afgekeurd(self) -> bool:
        return any(vondst.ernst is Ernst.FOUT for vondst in self.vondsten)

    @property
    def status(self) -> str:
        if self.afgekeurd:
            return Status.AFGEKEURD
        if self.al_bekend:
            return Status.AL_BEKEND
        if self.terzijde:
            return Status.TERZIJDE
        return Status.MET_OPMERKINGEN if self.vondsten else Status.VERWERKT


def store_read(*, by: Kijker, now: datetime, gelezen: Sequence[Gelezen]) -> None:
    """Store a batch of files that were read. The caller holds the lock of the gemeente and the transaction."""
    _mark_known(by, gelezen)
    good = {it.bestand.pk: it for it in gelezen if not it.afgekeurd and not it.al_bekend}
    _apply(by, now, good)
    for it in gelezen:
        it.bestand.status, it.bestand.verwerkt_op = it.status, now
        destroy_file(it.bestand)
    update_rows([it.bestand for it in gelezen], _STORED)
    Bevinding.objects.bulk_create(it for read in gelezen for it in _lines(read))


def _mark_known(by: Kijker, gelezen: Iterable[Gelezen]) -> None:
    """The same message twice changes nothing; also when both are in this batch."""
    named = [it for it in gelezen if not it.afgekeurd and it.bestand.berichtcode]
    known = known_marks(by, [it.bestand for it in named])
    for it in named:
        mark = mark_of(it.bestand)
        if mark in known:
            it.al_bekend, it.vondsten = True, []
        known.add(mark)


def _apply(by: Kijker, now: datetime, good: dict[UUID, Gelezen]) -> None:
    """First assignments, then what follows on them; and what waited for those."""
    parts: list[tuple[Deel, Terzijde | None]] = [(deel, None) for it in good.values() for deel in it.delen]
    waiting = waiting_for(by, {deel.sleutel for deel, _ in parts if deel.begint})
    every = sorted([*parts, *waiting], key=lambda pair: not pair[0].begint)
    if not every:
        return
    outcomes = apply_facts(by=by, now=now, pakketten=[deel.pakket for deel, _ in every])
    aside, settled = [], []
    for (deel, row), outcome in zip(every, outcomes, strict=True):
        if row is not None:
            settled.append((deel, row, outcome))
            continue
        file = good[deel.pakket.bericht]
        if outcome.code in TERZIJDE:
            aside.append(keep_aside(by, now, deel, outcome))
            file.terzijde += 1
        else:
            file.bestand.feiten += outcome.feiten
            file.vondsten += remarks(deel.plaats, outcome)
    Terzijde.objects.bulk_create(aside)
    settle(by=by, now=now, settled=settled)


def _lines(it: Gelezen) -> Iterable[Bevinding]:
    return (line(it.bestand, number, vondst) for number, vondst in enumerate(it.vondsten, 1))
