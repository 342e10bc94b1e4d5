"""What people do at a table. Each action is atomic and writes its log line in the same transaction."""

from vliegwiel.samenspel.actions.aandacht_klok import bring_up_to_date
from vliegwiel.samenspel.actions.aandachtspunt import hand_over_attention, put_back, put_off, settle
from vliegwiel.samenspel.actions.afspraak import (
    adapt,
    ask_other,
    finish_afspraak,
    give_back,
    let_go,
    make_afspraak,
    take_afspraak,
)
from vliegwiel.samenspel.actions.afspraak_vertrek import hand_over_afspraken
from vliegwiel.samenspel.actions.familie import start_family_tafel
from vliegwiel.samenspel.actions.gesprek import say, start_gesprek, take_back
from vliegwiel.samenspel.actions.tafel import (
    end_seat,
    finish_tafel,
    give_mandaat,
    hand_over_seats,
    seat,
    start_tafel,
)
from vliegwiel.samenspel.actions.terugblik import fix_terugblik, look_back, look_back_now
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
    "adapt",
    "adopt",
    "answer",
    "ask",
    "ask_other",
    "bring_up_to_date",
    "end_seat",
    "finish_afspraak",
    "finish_tafel",
    "fix_terugblik",
    "give_back",
    "give_mandaat",
    "hand_over_afspraken",
    "hand_over_attention",
    "hand_over_seats",
    "keep_adopted",
    "let_go",
    "look_back",
    "look_back_now",
    "make_afspraak",
    "open_voorstel",
    "publish_versie",
    "put_back",
    "put_off",
    "release",
    "retract",
    "say",
    "seat",
    "settle",
    "start_family_tafel",
    "start_gesprek",
    "start_tafel",
    "take_afspraak",
    "take_back",
    "withdraw_nog_niet",
]
