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

__all__ = [
    "OPDRACHT_STATES",
    "PRAKTIJK",
    "Inschrijver",
    "OpdrachtStatus",
    "before_the_wall",
    "cannot_look_back",
    "cannot_open",
    "cannot_write",
    "lays_before",
    "moved",
    "opdracht_status",
    "paragraph_lacks",
]
