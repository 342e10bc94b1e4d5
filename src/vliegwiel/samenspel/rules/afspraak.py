"""An Afspraak: who does what for whom, and who has it in hand. Free of Django.

Whoever gives holds the ball until it is taken. A resident, somebody around them or a volunteer takes nothing: the
colleague who wrote it down keeps an eye on it (*houdt een oogje in het zeil*) and stays the holder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vliegwiel.samenspel.rules.facts import Code, Id


class Wie(StrEnum):
    """Who does it; paid and unpaid side by side."""

    INWONER = "inwoner"
    NETWERK = "netwerk"
    VRIJWILLIGER = "vrijwilliger"
    PROFESSIONAL = "professional"
    GEMEENTE = "gemeente"


COLLEGA = frozenset({Wie.PROFESSIONAL, Wie.GEMEENTE})


class AfspraakStatus(StrEnum):
    """Where an Afspraak stands."""

    GEVRAAGD = "gevraagd"
    LOOPT = "loopt"
    TERUGGEGEVEN = "teruggegeven"
    GEDAAN = "gedaan"
    LOSGELATEN = "losgelaten"


# state -> {event: next state}; `ask` ends in *loopt* at once when nobody has to accept, `adapt` in *gevraagd* when
# somebody has to accept again
AFSPRAAK_STATES: Mapping[str, Mapping[str, str]] = {
    "gevraagd": {
        "take": "loopt",
        "give_back": "teruggegeven",
        "ask": "gevraagd",
        "adapt": "gevraagd",
        "let_go": "losgelaten",
    },
    "loopt": {
        "done": "gedaan",
        "give_back": "teruggegeven",
        "ask": "gevraagd",
        "adapt": "loopt",
        "let_go": "losgelaten",
    },
    "teruggegeven": {"ask": "gevraagd", "adapt": "teruggegeven", "let_go": "losgelaten"},
    "gedaan": {},
    "losgelaten": {},
}
NEEDS_WORD = {"give_back": "reden_ontbreekt", "let_go": "woord_ontbreekt"}


@dataclass(frozen=True)
class AfspraakFeit:
    """What the rules need to know: where it stands, who does it, and who gave it."""

    status: AfspraakStatus
    wie: Wie
    gever: Id | None
    medewerker: Id | None = None


def holder(it: AfspraakFeit) -> Id | None:
    """The one who has it in hand: who gave it, until a colleague took it. Nobody once it is done or let go."""
    if not AFSPRAAK_STATES[it.status]:
        return None
    if it.status == AfspraakStatus.LOOPT and it.medewerker is not None:
        return it.medewerker
    return it.gever


def keeps_an_eye(it: AfspraakFeit) -> bool:
    """Whether somebody without a log-in does it, so that its holder only watches over it."""
    return it.status == AfspraakStatus.LOOPT and it.wie not in COLLEGA


def must_accept(gever: Id | None, medewerker: Id | None, same_team: bool) -> bool:
    """Whether the receiver has to say yes: across a border always, inside the own team and for oneself never."""
    return medewerker is not None and medewerker != gever and not same_team


def first_status(gever: Id | None, medewerker: Id | None, same_team: bool) -> AfspraakStatus:
    """Where a new one begins, or one that is given to somebody else."""
    if must_accept(gever, medewerker, same_team):
        return AfspraakStatus.GEVRAAGD
    return AfspraakStatus.LOOPT


def can(it: AfspraakFeit, event: str, woord: str = "") -> list[Code]:
    """Why this cannot be done to it now; empty when it can."""
    if not AFSPRAAK_STATES[it.status]:
        return [Code(f"afspraak_is_{it.status}")]
    if event not in AFSPRAAK_STATES[it.status]:
        return [Code("afspraak_nu_niet")]
    if event in NEEDS_WORD and not woord.strip():
        return [Code(NEEDS_WORD[event])]
    return []


def after(it: AfspraakFeit, event: str, *, accepts: bool = True) -> AfspraakStatus:
    """Where an event leads. `accepts`: whether the one who does it has agreed, or need not."""
    if event == "ask":
        return AfspraakStatus.LOOPT if accepts else AfspraakStatus.GEVRAAGD
    if event == "adapt" and it.status == AfspraakStatus.LOOPT and not accepts:
        return AfspraakStatus.GEVRAAGD
    return AfspraakStatus(AFSPRAAK_STATES[it.status][event])
