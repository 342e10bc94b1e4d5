"""Vraagt aandacht: what a room declares, what a turn of the klok finds, and what that changes in what stands.

A room declares an `Aandachtregel` at start-up. Each turn of the klok asks it three things:

- `find(gemeente_id, now, sinds)`: what asks attention, and was not found before. `sinds` is a moment a while before
  the last turn (what began in between and was stored late is seen as well), or None the first time: then everything.
  The same thing found twice is one Aandachtspunt. A generator may give as many as it likes.
- `still(gemeente_id, rows, now)`: of these Aandachtspunten, what `find` would say of each now. Who is not in the
  answer has no cause any more; another owner, day or parameter replaces what stood.
- `touched(gemeente_id, now, sinds)`: the `object`s about which something changed since, so that `still` is asked
  about them at this turn. Without it they wait their turn: each turn a number of open ones is looked at again,
  all of them one after another.

Each is asked in bulk, and should do a fixed number of queries for a thousand rows. Free of Django.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from vliegwiel.kern.codes import Rol

LONGEST = timedelta(days=30)  # a snooze
OVERLAP = timedelta(minutes=15)  # longer than any transaction that a turn of the klok may not see yet


@dataclass(frozen=True)
class Gevonden:
    """Something that asks attention of one colleague, one team or everyone with one role: exactly one of the three.

    `sleutel` tells it apart from the others of the same rule. `vanaf` is the first day it is shown, `voor` the day
    it must be done (a snooze ends there at the latest). `params` holds codes, numbers and days (ISO, in keys that
    begin with `dag`), never what people wrote.
    """

    sleutel: str
    vanaf: date
    object: UUID | None = None
    dossier: UUID | None = None
    domein: str = ""
    persoon: UUID | None = None
    medewerker: UUID | None = None
    team: UUID | None = None
    rol: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict)
    voor: date | None = None

    def __post_init__(self) -> None:
        owners = [self.medewerker is not None, self.team is not None, bool(self.rol)]
        if sum(owners) != 1:
            raise ValueError("for one colleague, one team or one role")


Said = Mapping[str, str | int]


@dataclass(frozen=True)
class Woorden:
    """What a rule reads to describe its cards: rows, and of a row the `object` it is about and what it says."""

    rows: Any  # a QuerySet, as `values_list(…)`
    said: Callable[[Any], tuple[UUID, Said]]


def _everybody(kijker: Any) -> bool:
    return True


@dataclass(frozen=True)
class Aandachtregel:
    """One rule of one room. The sentences of its card are `<code>.kop`, `.tekst`, `.waarom` and `.actie`.

    `href(slug, row)` is where the card leads. `sees(kijker)` says whether it is for this kijker at all (a practice
    that is on, a role); who owns it and whether they may know of the dossier is seen to by the mechanism.
    `describe(kijker, rows, now)` gives more parameters per row (`row.pk`) as this kijker may read them; a row that
    is not in its answer is not shown. The mechanism gives `voor`: the first name, or *een huishouden*.
    What it must read for that it gives as `Woorden`, so that the mechanism asks for all rules at once.
    `opens`: whoever it is for gets to know of the person and of what it is about by it (toegang.md, *eigen_afspraak*);
    without it the card is only shown to who may know of that dossier anyway.
    `anders` is the role that gets it when the colleague it is for does not work here any more.
    """

    code: str
    kwart: str
    weight: int
    icoon: str
    find: Callable[[UUID, datetime, datetime | None], Iterable[Gevonden]]
    still: Callable[[UUID, Sequence[Any], datetime], Iterable[Gevonden]]
    href: Callable[[str, Any], str]
    touched: Callable[[UUID, datetime, datetime | None], Iterable[UUID]] | None = None
    sees: Callable[[Any], bool] = _everybody
    describe: Callable[[Any, Sequence[Any], datetime], Mapping[UUID, Said] | Woorden] | None = None
    opens: bool = False
    anders: str = Rol.TEAMLEIDER


def can_put_off(tot: date | None, reden: str, today: date, voor: date | None) -> str | None:
    """Why this snooze is not possible, or None: with a reason, to a later day, 30 days at most, never past `voor`."""
    if tot is None or tot <= today:
        return "uitstel_niet_later"
    if tot > today + LONGEST:
        return "uitstel_te_lang"
    if voor is not None and tot > voor:
        return "uitstel_na_einde"
    return None if reden.strip() else "uitstel_zonder_reden"


def latest(today: date, voor: date | None) -> date:
    """The last day a snooze may name."""
    most = today + LONGEST
    return most if voor is None else min(most, voor)
