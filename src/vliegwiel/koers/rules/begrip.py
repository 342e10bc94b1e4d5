"""Rules of a Begrip: a word of the table and where its meaning stands. Free of Django."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BegripStatus(StrEnum):
    NIEUW = "nieuw"
    IN_GESPREK = "in_gesprek"
    VASTGESTELD = "vastgesteld"
    TERUGKIJKEN = "terugkijken"


# state -> {event: next state}; the diagram is drawn from this. An adopted meaning stays visible
# while a new one is talked about, and stands again when that new Voorstel is withdrawn.
BEGRIP_STATES: Mapping[str, Mapping[str, str]] = {
    "nieuw": {"open_voorstel": "in_gesprek"},
    "in_gesprek": {
        "adopt": "vastgesteld",
        "retract_first_meaning": "nieuw",
        "retract_later_meaning": "vastgesteld",
        "retract_after_look_back_was_due": "terugkijken",
    },
    "vastgesteld": {"open_voorstel": "in_gesprek", "look_back_due": "terugkijken"},
    "terugkijken": {"open_voorstel": "in_gesprek", "keep_meaning": "vastgesteld"},
}


@dataclass(frozen=True, slots=True)
class BetekenisFeit:
    """One Voorstel about the word: open, aangenomen or ingetrokken.

    `terugkijken_op` is the day to look again; keeping the meaning moves it to a later day.
    """

    status: str
    aangenomen_op: date | None = None
    terugkijken_op: date | None = None


def adopted_meaning(feiten: Iterable[BetekenisFeit]) -> BetekenisFeit | None:
    """The meaning that holds: the one adopted last (of one day, the last given); None when there is none."""
    adopted = [feit for feit in feiten if feit.status == "aangenomen"]
    return max(reversed(adopted), key=lambda feit: feit.aangenomen_op or date.min, default=None)


def begrip_status(feiten: Iterable[BetekenisFeit], today: date) -> BegripStatus:
    """Where the word stands today. Talk that goes on comes before a look back that is due."""
    known = list(feiten)
    if any(feit.status == "open" for feit in known):
        return BegripStatus.IN_GESPREK
    meaning = adopted_meaning(known)
    if meaning is None:
        return BegripStatus.NIEUW
    return BegripStatus.TERUGKIJKEN if look_back_due(meaning, today) else BegripStatus.VASTGESTELD


def look_back_due(feit: BetekenisFeit, today: date) -> bool:
    """Whether the day to look again has come (on the day itself: yes)."""
    return feit.terugkijken_op is not None and feit.terugkijken_op <= today
