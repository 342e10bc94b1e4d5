"""Closing the inzagelog in batches: a root over the rows, the root before it inside, and its head outside the database.

The clock seals what is new about every half minute. A row that was committed late, with a lower number, goes into the
next batch: `Zegel.ids` says which rows a batch holds. The head is written after the commit; a seal whose head was
lost in between (power cut) gets it at the next turn, but only a young one: an old head that is gone is a finding.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from vliegwiel.kern.database import request_transaction, set_gemeente
from vliegwiel.kern.models import Gemeente
from vliegwiel.privacy.models import Inzage, Inzageregel, Zegel
from vliegwiel.privacy.rules.zegel import BEGIN, SHORT, Rij, leaf, merkle_root, seal_root

MOST = 2000  # rows in one batch
LATE = timedelta(hours=1)  # after this a number that is still missing stays missing
YOUNG = timedelta(minutes=10)

FIELDS = ("moment", "spoor", "account", "medewerker", "deelname", "route", "doel", "soort")


def seal(gemeente_id: UUID, now: datetime) -> int:
    """Seal what is not sealed yet; how many rows. Two clocks at once: the second waits, and finds nothing left."""
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente_id)
    waiting = _waiting(gemeente_id, now)
    for start in range(0, len(waiting), MOST):
        _seal_batch(gemeente_id, waiting[start : start + MOST], now)
    transaction.on_commit(lambda: publish(gemeente_id, now))
    return len(waiting)


def _waiting(gemeente_id: UUID, now: datetime) -> list[int]:
    """Numbers that no recent batch holds, above what was sealed long ago."""
    seals = Zegel.objects.filter(gemeente_id=gemeente_id)
    old = seals.filter(moment__lte=now - LATE).order_by("-nummer").first()
    recent = seals.filter(nummer__gt=old.nummer) if old else seals
    sealed = {pk for ids in recent.values_list("ids", flat=True) for pk in ids}
    found = Inzage.objects.filter(gemeente_id=gemeente_id, pk__gt=max(old.ids) if old else 0)
    return [pk for pk in found.order_by("pk").values_list("pk", flat=True) if pk not in sealed]


def _seal_batch(gemeente_id: UUID, ids: list[int], now: datetime) -> Zegel:
    last = Zegel.objects.filter(gemeente_id=gemeente_id).order_by("-nummer").first()
    nummer, before = (last.nummer + 1, last.wortel) if last else (1, BEGIN)
    tree = merkle_root([leaf(row) for row in rows_of(gemeente_id, ids)])
    root = seal_root(
        gemeente=str(gemeente_id), nummer=nummer, vorige=before, moment=text_of(now), ids=ids, tree=tree
    )  # fmt: skip
    return Zegel.objects.create(
        gemeente_id=gemeente_id, nummer=nummer, ids=ids, wortel=root, vorige=before, moment=now
    )


def rows_of(gemeente_id: UUID, ids: Sequence[int]) -> list[Rij]:
    """The rows with these numbers as they are now, in order; what is not there is left out."""
    events = Inzage.objects.filter(gemeente_id=gemeente_id, pk__in=ids).order_by("pk")
    lines = defaultdict(list)
    found = Inzageregel.objects.filter(gemeente_id=gemeente_id, inzage_id__in=ids).order_by("pk")
    for pk, event, persoon, dossier in found.values_list("pk", "inzage_id", "persoon", "dossier"):
        lines[event].append((pk, str(persoon), str(dossier) if dossier else None))
    return [Rij(event.pk, _fields(event), tuple(lines[event.pk])) for event in events]


def _fields(event: Inzage) -> dict[str, str | None]:
    return {name: text_of(getattr(event, name)) for name in FIELDS}


def text_of(value: Any) -> str | None:
    if value is None:
        return None
    return (
        value.astimezone(UTC).isoformat(timespec="microseconds")
        if isinstance(value, datetime)
        else str(value)
    )


# -- heads, outside the database


def heads_file(gemeente_id: UUID) -> Path:
    return Path(settings.ZEGELS) / f"{gemeente_id}.jsonl"


def publish(gemeente_id: UUID, now: datetime) -> None:
    """Add the heads of young seals that are not there yet, one line each, on the disk before we go on."""
    path = heads_file(gemeente_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    with request_transaction(writes=False):  # the one that sealed is over
        set_gemeente(gemeente_id)
        young = Zegel.objects.filter(gemeente_id=gemeente_id, moment__gte=now - YOUNG).order_by("nummer")
        heads = [(seal.nummer, _head(seal)) for seal in young]
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        there = {head["nummer"] for head in tail_of(file)}
        lines = [line for nummer, line in heads if nummer not in there]
        if not lines:
            return
        file.seek(0, os.SEEK_END)
        if file.tell() and not _ends_well(file):
            file.write(b"\n")  # a line that was cut off by a power cut stays alone
        file.write("".join(line + "\n" for line in lines).encode())
        file.flush()
        os.fsync(file.fileno())


def _head(seal: Zegel) -> str:
    rows = rows_of(seal.gemeente_id, seal.ids)
    return json.dumps(
        {
            "nummer": seal.nummer,
            "zegel": seal.pk,
            "moment": text_of(seal.moment),
            "vorige": seal.vorige,
            "wortel": seal.wortel,
            "bladen": [[row.id, leaf(row).hex()[:SHORT]] for row in rows],
        }
    )


def heads_of(gemeente_id: UUID) -> list[dict[str, Any]]:
    """Every head that can be read, in the order they were written."""
    path = heads_file(gemeente_id)
    return list(_read(path.read_bytes().splitlines())) if path.exists() else []


def tail_of(file: Any, size: int = 1 << 23) -> Iterator[dict[str, Any]]:
    """The heads at the end of the file: as far back as the youngest seals can be."""
    end = file.seek(0, os.SEEK_END)
    file.seek(max(0, end - size))
    return _read(file.read().splitlines())


def _read(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for line in lines:
        try:
            head = json.loads(line)
        except ValueError:
            continue
        if isinstance(head, dict) and "nummer" in head:
            yield head


def _ends_well(file: Any) -> bool:
    file.seek(-1, os.SEEK_END)
    last: bytes = file.read(1)
    return last == b"\n"


# -- when it was last checked: beside the heads, so that the FG sees it


def note_check(gemeente_id: UUID, moment: datetime, findings: int) -> None:
    path = heads_file(gemeente_id).with_suffix(".nagekeken.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"moment": text_of(moment), "bevindingen": findings}), encoding="utf-8")


def last_check(gemeente_id: UUID) -> tuple[datetime, int] | None:
    """When the log was last checked, and how many findings there were."""
    try:
        said = json.loads(heads_file(gemeente_id).with_suffix(".nagekeken.json").read_text(encoding="utf-8"))
        return datetime.fromisoformat(said["moment"]), int(said["bevindingen"])
    except (OSError, ValueError, KeyError):
        return None
