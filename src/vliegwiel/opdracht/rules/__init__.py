"""Rules of what we ask: opgave and opdracht. Free of Django."""

from vliegwiel.opdracht.rules.opdracht import (
    OPDRACHT_STATES,
    PRAKTIJK,
    Inschrijver,
    OpdrachtStatus,
    before_the_wall,
    cannot_look_back,
    cannot_open,
    cannot_write,
    lays_before,
    moved,
    opdracht_status,
    paragraph_lacks,
)
from vliegwiel.opdracht.rules.opgave import MOST_EURO, WAAROM_NIET_MEER, opgave_lacks

__all__ = [
    "MOST_EURO",
    "OPDRACHT_STATES",
    "PRAKTIJK",
    "WAAROM_NIET_MEER",
    "Inschrijver",
    "OpdrachtStatus",
    "before_the_wall",
    "cannot_look_back",
    "cannot_open",
    "cannot_write",
    "lays_before",
    "moved",
    "opdracht_status",
    "opgave_lacks",
    "paragraph_lacks",
]
