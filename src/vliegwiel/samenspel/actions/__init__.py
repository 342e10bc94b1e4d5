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
from vliegwiel.samenspel.actions.bijdrage import (
    agree_on,
    change_bijdrage,
    confirm,
    offer,
    retract_bijdrage,
    tell_what_came,
)
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
from vliegwiel.samenspel.actions.voorstel_terugblik import expect_of_voorstel, look_back_on_voorstel

__all__ = [
    "adapt",
    "adopt",
    "agree_on",
    "answer",
    "ask",
    "ask_other",
    "bring_up_to_date",
    "change_bijdrage",
    "confirm",
    "end_seat",
    "expect_of_voorstel",
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
    "look_back_on_voorstel",
    "make_afspraak",
    "offer",
    "open_voorstel",
    "publish_versie",
    "put_back",
    "put_off",
    "release",
    "retract",
    "retract_bijdrage",
    "say",
    "seat",
    "settle",
    "start_family_tafel",
    "start_gesprek",
    "start_tafel",
    "take_afspraak",
    "take_back",
    "tell_what_came",
    "withdraw_nog_niet",
]
