"""What people do at a table. Each action is atomic and writes its log line in the same transaction."""

from vliegwiel.samenspel.actions.gesprek import say, start_gesprek, take_back
from vliegwiel.samenspel.actions.tafel import (
    end_seat,
    finish_tafel,
    give_mandaat,
    hand_over_seats,
    seat,
    start_tafel,
)
from vliegwiel.samenspel.actions.voorstel import (
    adopt,
    answer,
    ask,
    keep_adopted,
    open_voorstel,
    publish_versie,
    release,
    retract,
    withdraw_nog_niet,
)

__all__ = [
    "adopt",
    "answer",
    "ask",
    "end_seat",
    "finish_tafel",
    "give_mandaat",
    "hand_over_seats",
    "keep_adopted",
    "open_voorstel",
    "publish_versie",
    "release",
    "retract",
    "say",
    "seat",
    "start_gesprek",
    "start_tafel",
    "take_back",
    "withdraw_nog_niet",
]
