"""A question and who holds it: states as data, one table of what may happen, and the days. Free of Django.

Exactly one holder at any moment: a `Stand` cannot be made with none or two. Whoever hands on holds the question until
the other says yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

StateMap: TypeAlias = Mapping[str, Mapping[str, str]]

# A question that became no plan is destroyed four weeks after it was asked (normen.md, Retention; code
# `vraag_zonder_plan` in the retention rules); its holder hears it a week before.
BEWAARD = timedelta(days=28)
WAARSCHUWING = timedelta(days=7)

VRAAG_STATES: StateMap = {
    "open": {
        "advise": "open",
        "take": "open",
        "offer": "open",
        "accept": "open",
        "give_back": "open",
        "withdraw": "open",
        "make_plan": "plan",
        "finish": "afgerond",
        "destroy": "vernietigd",
    },
    "afgerond": {"destroy": "vernietigd"},
    "plan": {},
    "vernietigd": {},
}

OVERDRACHT_STATES: StateMap = {
    "gevraagd": {"accept": "aangenomen", "give_back": "teruggegeven", "withdraw": "ingetrokken"},
    "aangenomen": {},
    "teruggegeven": {},
    "ingetrokken": {},
}


DESTROYABLE = sorted(state for state, events in VRAAG_STATES.items() if "destroy" in events)


class Daad(StrEnum):
    """What somebody does with a question."""

    ADVISE = "advise"
    TAKE = "take"
    OFFER = "offer"
    ACCEPT = "accept"
    GIVE_BACK = "give_back"
    WITHDRAW = "withdraw"
    MAKE_PLAN = "make_plan"
    FINISH = "finish"


OF_THE_HOLDER = frozenset({Daad.ADVISE, Daad.OFFER, Daad.MAKE_PLAN, Daad.FINISH})
ENDS = frozenset({Daad.MAKE_PLAN, Daad.FINISH})


@dataclass(frozen=True)
class Houder:
    """A colleague or a team: one of the two."""

    mens: UUID | None = None
    team: UUID | None = None

    def __post_init__(self) -> None:
        if (self.mens is None) == (self.team is None):
            raise ValueError("a holder is one colleague or one team")


@dataclass(frozen=True)
class Wie:
    """Who does something: a colleague and the teams they are in today."""

    mens: UUID
    teams: frozenset[UUID] = frozenset()

    def is_for(self, houder: Houder | None) -> bool:
        """Whether something of this holder, or offered to it, is for this colleague too."""
        return houder is not None and (houder.mens == self.mens or houder.team in self.teams)


@dataclass(frozen=True)
class Stand:
    """How a question stands: its state, who holds it, and to whom it is offered."""

    houder: Houder
    status: str = "open"
    naar: Houder | None = None


def why_not(stand: Stand, daad: Daad, wie: Wie, naar: Houder | None = None) -> str:
    """The code of why this colleague cannot do this now; empty when they can."""
    if daad not in VRAAG_STATES[stand.status]:
        return "vraag_niet_meer_open"
    if daad in OF_THE_HOLDER:
        return _why_not_holder(stand, daad, wie, naar)
    if daad is Daad.TAKE:
        return "" if stand.houder.team in wie.teams and stand.naar is None else "vraag_al_genomen"
    if stand.naar is None:
        return "overdracht_voorbij"
    if daad is Daad.WITHDRAW:
        return "" if stand.houder.mens == wie.mens else "vraag_niet_bij_jou"
    mine = stand.houder.mens == wie.mens  # offered to a team of one's own: somebody else takes it
    return "" if wie.is_for(stand.naar) and not mine else "overdracht_niet_voor_jou"


def _why_not_holder(stand: Stand, daad: Daad, wie: Wie, naar: Houder | None) -> str:
    if stand.houder.mens != wie.mens:
        return "vraag_niet_bij_jou"
    if daad in ENDS and stand.naar is not None:
        return "overdracht_loopt"
    if daad is Daad.OFFER and stand.naar is not None:
        return "overdracht_loopt_al"
    if daad is Daad.OFFER and naar in (None, stand.houder):
        return "overdracht_aan_niemand"
    return ""


def after(stand: Stand, daad: Daad, wie: Wie, naar: Houder | None = None) -> Stand:
    """The question after this; raises ValueError when it cannot be done."""
    if code := why_not(stand, daad, wie, naar):
        raise ValueError(code)
    status = VRAAG_STATES[stand.status][daad]
    if daad in (Daad.TAKE, Daad.ACCEPT):
        return Stand(Houder(mens=wie.mens), status)
    if daad is Daad.OFFER:
        return replace(stand, naar=naar)
    if daad in (Daad.GIVE_BACK, Daad.WITHDRAW):
        return replace(stand, naar=None)
    return replace(stand, status=status)


@dataclass(frozen=True)
class Feit:
    """Something somebody tried with a question."""

    daad: Daad
    wie: Wie
    naar: Houder | None = None


def holder_of(start: Stand, facts: Iterable[Feit]) -> Stand:
    """Where a question is after all this; what could not be done changed nothing."""
    stand = start
    for fact in facts:
        if not why_not(stand, fact.daad, fact.wie, fact.naar):
            stand = after(stand, fact.daad, fact.wie, fact.naar)
    return stand


def expires_on(asked: date) -> date:
    """The day on which a question that became no plan is destroyed."""
    return asked + BEWAARD


def expires_soon(verloopt_op: date, today: date) -> bool:
    """Within a week."""
    return verloopt_op <= today + WAARSCHUWING


def days_old(asked: date, today: date) -> int:
    return max((today - asked).days, 0)
