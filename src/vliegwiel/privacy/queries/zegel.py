"""Checking the sealed inzagelog: everything is computed again and held against the heads outside the database.

A finding is a code with numbers. The heads know each row by number and short hash, so that a finding names the row;
without heads only the batch can be named. Rows after the last seal are the tail: not proven, and said to be so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

from vliegwiel.privacy.models import Inzage, Inzageregel, Zegel
from vliegwiel.privacy.rules.zegel import BEGIN, SHORT, Rij, leaf, merkle_root, seal_root
from vliegwiel.privacy.zegel import heads_of, rows_of, text_of

FRESH = timedelta(minutes=2)  # a head follows its seal within this
SLACK = timedelta(seconds=60)  # the longest between an event and its commit
PAIRS = 40  # among more changed rows than this nobody swapped two


@dataclass(frozen=True)
class Bevinding:
    """Something that is not as it was sealed. `zegel` is the number of the batch, `rij` of the row."""

    code: str
    zegel: int | None = None
    rij: int | None = None
    ander: int | None = None


@dataclass
class Rapport:
    """What a check found; `staart` counts the rows that no seal holds yet, `vanaf` is the oldest of them."""

    zegels: int = 0
    rijen: int = 0
    staart: int = 0
    vanaf: datetime | None = None
    bevindingen: list[Bevinding] = field(default_factory=list)


def check_log(gemeente_id: UUID, now: datetime) -> Rapport:
    """Compute every root of this gemeente again. Reads everything; no more than one batch at a time."""
    found = Rapport()
    seals, heads = _seals(gemeente_id), {head["nummer"]: head for head in reversed(heads_of(gemeente_id))}
    changed: dict[int, tuple[str, Rij]] = {}
    known: set[int] = set()
    before = BEGIN
    for nummer in sorted({*seals, *heads}):
        batch = _Batch(gemeente_id, nummer, seals.get(nummer), heads.get(nummer), before)
        found.bevindingen += batch.findings(changed, last=max(seals, default=0), now=now)
        known |= {*batch.ids, *batch.sealed_ids}
        found.rijen += len(batch.ids)
        before = batch.root
    found.zegels = len(seals)
    found.bevindingen = _name_swaps(found.bevindingen, changed)
    _rest(gemeente_id, known, _last_moment(seals, heads), found)
    return found


def _seals(gemeente_id: UUID) -> dict[int, Zegel]:
    """Every seal by number; one that cannot even be read counts as not there."""
    found = {}
    for pk in Zegel.objects.filter(gemeente_id=gemeente_id).order_by("pk").values_list("pk", flat=True):
        try:
            seal = Zegel.objects.get(gemeente_id=gemeente_id, pk=pk)
            text_of(seal.moment), [int(it) for it in seal.ids], seal.moment + FRESH
        except (ValueError, TypeError, AttributeError):
            continue
        found[seal.nummer] = seal
    return found


class _Batch:
    """One number: the seal in the database, the head outside it, and the rows they speak of."""

    def __init__(
        self, gemeente_id: UUID, nummer: int, seal: Zegel | None, head: dict[str, Any] | None, before: str
    ) -> None:
        self.gemeente_id, self.nummer, self.seal, self.head, self.before = (
            gemeente_id,
            nummer,
            seal,
            head,
            before,
        )
        self.sealed_ids: list[int] = list(seal.ids) if seal else []
        self.leaves: dict[int, str] = dict(head["bladen"]) if head else {}
        self.ids = list(self.leaves) if head else self.sealed_ids
        self.root: str = head["wortel"] if head else seal.wortel if seal else before
        self.rows = {row.id: row for row in _read(gemeente_id, self.ids)}

    def findings(self, changed: dict[int, tuple[str, Rij]], *, last: int, now: datetime) -> list[Bevinding]:
        rows = self._rows(changed)
        found = list(rows)
        seal = self.seal
        if seal is None:
            return [*found, Bevinding("staart_weg" if self.nummer > last else "zegel_weg", self.nummer)]
        if self.head is None and (self.nummer < last or seal.moment < now - FRESH):
            found.append(Bevinding("kop_weg", self.nummer))
        if not self._as_published(seal) or (not rows and not self._adds_up(seal)):
            found.append(Bevinding("zegel_anders", self.nummer))
        return found

    def _rows(self, changed: dict[int, tuple[str, Rij]]) -> list[Bevinding]:
        found = [Bevinding("rij_weg", self.nummer, pk) for pk in self.ids if pk not in self.rows]
        for pk, short in self.leaves.items():
            row = self.rows.get(pk)
            if row is not None and leaf(row).hex()[:SHORT] != short:
                changed[pk] = (short, row)
                found.append(Bevinding("rij_anders", self.nummer, pk))
        return found

    def _as_published(self, seal: Zegel) -> bool:
        """The seal says what its head says, and follows the one before."""
        said = {
            "nummer": seal.nummer,
            "zegel": seal.pk,
            "moment": text_of(seal.moment),
            "vorige": seal.vorige,
            "wortel": seal.wortel,
        }
        same = self.head is None or (
            all(self.head.get(name) == value for name, value in said.items()) and self.ids == self.sealed_ids
        )
        return same and seal.vorige == self.before

    def _adds_up(self, seal: Zegel) -> bool:
        tree = merkle_root([leaf(self.rows[pk]) for pk in self.ids if pk in self.rows])
        root = seal_root(
            gemeente=str(self.gemeente_id), nummer=seal.nummer, vorige=seal.vorige,
            moment=text_of(seal.moment) or "", ids=seal.ids, tree=tree,
        )  # fmt: skip
        return root == seal.wortel


def _read(gemeente_id: UUID, ids: Sequence[int]) -> list[Rij]:
    """The rows; one of which a column holds nonsense counts as changed beyond recognition."""
    try:
        return rows_of(gemeente_id, ids)
    except (ValueError, TypeError, AttributeError):
        return [row for pk in ids for row in _read_one(gemeente_id, pk)]


def _read_one(gemeente_id: UUID, pk: int) -> list[Rij]:
    try:
        return rows_of(gemeente_id, [pk])
    except (ValueError, TypeError, AttributeError):
        return [Rij(pk, {"onleesbaar": "ja"}, ())]


def _name_swaps(found: list[Bevinding], changed: dict[int, tuple[str, Rij]]) -> list[Bevinding]:
    """Two rows that each hold what the other should: one finding that says so."""
    if len(changed) > PAIRS:
        return found
    swapped = {}
    for one, other in combinations(changed, 2):
        if _holds(changed, one, other) and _holds(changed, other, one):
            swapped[one], swapped[other] = other, one
    return [
        Bevinding("verwisseld", it.zegel, it.rij, swapped[it.rij])
        if it.code == "rij_anders" and it.rij in swapped
        else it
        for it in found
    ]


def _holds(changed: dict[int, tuple[str, Rij]], one: int, other: int) -> bool:
    """Whether the columns of `other` are what `one` was sealed with (its lines moved along, or stayed)."""
    short, mine = changed[one]
    theirs = changed[other][1]
    return any(
        leaf(Rij(one, theirs.velden, lines)).hex()[:SHORT] == short for lines in (mine.regels, theirs.regels)
    )


def _last_moment(seals: dict[int, Zegel], heads: dict[int, dict[str, Any]]) -> datetime | None:
    if heads:
        return datetime.fromisoformat(heads[max(heads)]["moment"])
    return seals[max(seals)].moment if seals else None


def _rest(gemeente_id: UUID, known: set[int], last: datetime | None, found: Rapport) -> None:
    """Rows no seal holds: the tail, unless they claim to be from long before the last seal."""
    there: set[int] = set()
    rows = Inzage.objects.filter(gemeente_id=gemeente_id).order_by("pk")
    for pk in rows.values_list("pk", flat=True).iterator():
        there.add(pk)
        if pk in known:
            continue
        moment = _moment(gemeente_id, pk)
        if moment is None or (last is not None and moment < last - SLACK):
            found.bevindingen.append(Bevinding("rij_erbij", None, pk))
            continue
        found.staart += 1
        found.vanaf = min(moment, found.vanaf or moment)
    lines = Inzageregel.objects.filter(gemeente_id=gemeente_id).order_by("pk").values_list("pk", "inzage_id")
    found.bevindingen += [
        Bevinding("regel_los", None, pk) for pk, event in lines.iterator() if event not in there
    ]


def _moment(gemeente_id: UUID, pk: int) -> datetime | None:
    try:
        moment = Inzage.objects.filter(gemeente_id=gemeente_id, pk=pk).values_list("moment", flat=True).get()
        return moment if isinstance(moment, datetime) else None
    except (ValueError, TypeError, AttributeError):
        return None
