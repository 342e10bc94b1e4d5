"""A turn of the klok for what asks attention: new ones come, what changed is put right, what has no cause goes.

Cheap by design: a rule says what changed, and besides only a number of open ones are looked at again in each turn,
all of them one after another. Two klokken at once do no harm: one waits for the other's rule, and a cause has one
open Aandachtspunt at most, which the database holds us to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from vliegwiel.gemeenschap.public import Medewerker, active
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.samenspel import aandachtregels
from vliegwiel.samenspel.models import Aandachtspunt, Aandachtstand
from vliegwiel.samenspel.rules.aandachtspunt import OVERLAP, Aandachtregel, Gevonden

BATCH = 1000
AGAIN = 500  # open ones looked at again in one turn, whatever changed
FIELDS = (
    "object",
    "dossier_id",
    "domein",
    "persoon_id",
    "medewerker_id",
    "team_id",
    "rol",
    "params",
    "vanaf",
    "voor",
)
SNOOZE = ("uitgesteld_tot", "uitgesteld_reden", "uitgesteld_door_id")

It = TypeVar("It")


def declare(regel: Aandachtregel) -> None:
    """Make a rule known, and a part of the klok of its own; called once by a room at start-up."""
    aandachtregels.declare(regel)
    registry.klok.add(f"aandacht.{regel.code}", partial(_turn, regel), order=200)


def bring_up_to_date(gemeente_id: UUID, now: datetime, *codes: str) -> int:
    """One turn for every rule (or these): how many came, changed or went. The klok does them one by one."""
    return sum(
        _turn(regel, gemeente_id, now)
        for regel in aandachtregels.declared()
        if not codes or regel.code in codes
    )


def _turn(regel: Aandachtregel, gemeente_id: UUID, now: datetime) -> int:
    stand = _stand(regel, gemeente_id)
    since = stand.sinds and stand.sinds - OVERLAP
    done = sum(
        _found(regel, gemeente_id, batch, now) for batch in _batches(regel.find(gemeente_id, now, since))
    )
    done += _touched(regel, gemeente_id, now, since) + _sweep(regel, stand, now)
    stand.sinds = now
    stand.save(update_fields=["sinds", "bij"])
    return done


def _batches(rows: Iterable[It]) -> Iterator[list[It]]:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _stand(regel: Aandachtregel, gemeente_id: UUID) -> Aandachtstand:
    """How far this rule was, held until the end of the turn."""
    rows = Aandachtstand.objects.select_for_update(of=("self",))
    return rows.get_or_create(gemeente_id=gemeente_id, code=regel.code)[0]


def _found(regel: Aandachtregel, gemeente_id: UUID, found: Sequence[Gevonden], now: datetime) -> int:
    """Put in what is new and put right what changed: five queries at most."""
    wanted = {it.sleutel: it for it in _owned(regel, gemeente_id, found, day_of(now))}
    standing = _open(regel, gemeente_id).filter(sleutel__in=list(wanted))
    there = {row.sleutel: row for row in standing}
    new = [_row(regel, gemeente_id, it, now) for key, it in wanted.items() if key not in there]
    Aandachtspunt.objects.bulk_create(new, ignore_conflicts=True)
    return len(new) + _put_right([(row, wanted[key]) for key, row in there.items()])


def _touched(regel: Aandachtregel, gemeente_id: UUID, now: datetime, since: datetime | None) -> int:
    if regel.touched is None or since is None:
        return 0
    done = 0
    for batch in _batches(regel.touched(gemeente_id, now, since)):
        rows = list(_open(regel, gemeente_id).filter(object__in=list(batch)))
        done += _look_again(regel, gemeente_id, rows, now)
    return done


def _sweep(regel: Aandachtregel, stand: Aandachtstand, now: datetime) -> int:
    """The next ones in turn, and from the beginning again after the last."""
    rows = _open(regel, stand.gemeente_id).order_by("id")
    some = list(rows.filter(id__gt=stand.bij)[:AGAIN] if stand.bij else rows[:AGAIN])
    stand.bij = some[-1].pk if len(some) == AGAIN else None
    return _look_again(regel, stand.gemeente_id, some, now)


def _look_again(regel: Aandachtregel, gemeente_id: UUID, rows: list[Aandachtspunt], now: datetime) -> int:
    """What each of these is now; without a cause it goes."""
    if not rows:
        return 0
    answer = _owned(regel, gemeente_id, regel.still(gemeente_id, rows, now), day_of(now))
    counts = {it.sleutel: it for it in answer}
    gone = [row.pk for row in rows if row.sleutel not in counts]
    pairs = [(row, counts[row.sleutel]) for row in rows if row.sleutel in counts]
    return _put_right(pairs) + _close(gemeente_id, gone, now)


def _close(gemeente_id: UUID, gone: list[UUID], now: datetime) -> int:
    if not gone:
        return 0
    rows = Aandachtspunt.objects.filter(gemeente_id=gemeente_id, pk__in=gone, weg_op__isnull=True)
    return rows.update(weg_op=now, weg=Aandachtspunt.Weg.VERVALLEN)


def _open(regel: Aandachtregel, gemeente_id: UUID) -> Any:
    return Aandachtspunt.objects.filter(gemeente_id=gemeente_id, code=regel.code, weg_op__isnull=True)


def _owned(regel: Aandachtregel, gemeente_id: UUID, found: Iterable[Gevonden], today: date) -> list[Gevonden]:
    """The same, with another owner where the colleague does not work here any more: nothing lies with nobody."""
    rows = list(found)
    wanted = {it.medewerker for it in rows if it.medewerker}
    if not wanted:
        return rows
    here = Medewerker.objects.filter(active(today), gemeente_id=gemeente_id, pk__in=wanted)
    working = set(here.values_list("pk", flat=True))
    return [_to_others(regel, it) if it.medewerker and it.medewerker not in working else it for it in rows]


def _to_others(regel: Aandachtregel, it: Gevonden) -> Gevonden:
    return Gevonden(**{**vars(it), "medewerker": None, "rol": regel.anders})


def _values(it: Gevonden) -> dict[str, Any]:
    return {name: getattr(it, name.removesuffix("_id")) for name in FIELDS if name != "params"} | {
        "params": dict(it.params)
    }


def _row(regel: Aandachtregel, gemeente_id: UUID, it: Gevonden, now: datetime) -> Aandachtspunt:
    return Aandachtspunt(
        gemeente_id=gemeente_id, code=regel.code, sleutel=it.sleutel, gemaakt_op=now, **_values(it)
    )


def _put_right(pairs: Iterable[tuple[Aandachtspunt, Gevonden]]) -> int:
    """Write what is not as it stands. Somebody else's snooze does not count, nor one past the day it must be done.

    What differs is read again and held: who puts something off while the klok was looking is not overruled.
    """
    other = [(row, it) for row, it in pairs if _differs(row, it)]
    if not other:
        return 0
    here = Aandachtspunt.objects.filter(gemeente_id=other[0][0].gemeente_id)
    wanted = {row.pk: it for row, it in other}
    rows = here.filter(pk__in=list(wanted), weg_op__isnull=True).order_by("pk")
    changed = list(rows.select_for_update(of=("self",)))
    for row in changed:
        _apply(row, wanted[row.pk])
    here.bulk_update(changed, [*FIELDS, *SNOOZE], batch_size=200)
    return len(changed)


def _differs(row: Aandachtspunt, it: Gevonden) -> bool:
    return any(getattr(row, name) != value for name, value in _values(it).items())


def _apply(row: Aandachtspunt, it: Gevonden) -> None:
    moved = (row.medewerker_id, row.team_id, row.rol) != (it.medewerker, it.team, it.rol)
    for name, value in _values(it).items():
        setattr(row, name, value)
    if moved or (it.voor and row.uitgesteld_tot and row.uitgesteld_tot > it.voor):
        row.uitgesteld_tot, row.uitgesteld_reden, row.uitgesteld_door_id = None, "", None
