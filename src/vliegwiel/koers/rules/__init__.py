"""Rules of words and doelen, free of Django: facts in, codes out. `today` is always passed in."""

from vliegwiel.koers.rules.begrip import (
    BEGRIP_STATES,
    BegripStatus,
    BetekenisFeit,
    adopted_meaning,
    begrip_status,
    look_back_due,
)

__all__ = [
    "BEGRIP_STATES",
    "BegripStatus",
    "BetekenisFeit",
    "adopted_meaning",
    "begrip_status",
    "look_back_due",
]
