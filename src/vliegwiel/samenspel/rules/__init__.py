"""Rules of the table, free of Django: facts in, codes and tables out. `today` is always passed in."""

from vliegwiel.samenspel.rules.afspraak import AFSPRAAK_STATES
from vliegwiel.samenspel.rules.bijdrage import BIJDRAGE_STATES
from vliegwiel.samenspel.rules.consent import (
    LOOK_BACK_MONTHS,
    blockers,
    can_adopt,
    can_answer,
    can_ask,
    can_publish,
    can_release,
    can_retract,
    can_withdraw_nog_niet,
    look_back_default,
    mandate_lack,
    silent,
)
from vliegwiel.samenspel.rules.draagvlak import Cel, CelSoort, DraagvlakTabel, Rij, Stand, Teken, draagvlak
from vliegwiel.samenspel.rules.facts import (
    Code,
    HoudingFeit,
    Id,
    IntrekkingFeit,
    Keuze,
    Niveau,
    PartijStand,
    VersieFeit,
    VoorstelFeiten,
    VoorstelStatus,
    VrijgaveFeit,
    ZetelStand,
)
from vliegwiel.samenspel.rules.gesprek import not_yet_spoken
from vliegwiel.samenspel.rules.stances import OpenNogNiet, open_nog_niet, standen, successor
from vliegwiel.samenspel.rules.states import TAFEL_STATES, VOORSTEL_STATES, StateMap
from vliegwiel.samenspel.rules.terugblik import TERUGBLIK_STATES

__all__ = [
    "AFSPRAAK_STATES",
    "BIJDRAGE_STATES",
    "LOOK_BACK_MONTHS",
    "TAFEL_STATES",
    "TERUGBLIK_STATES",
    "VOORSTEL_STATES",
    "Cel",
    "CelSoort",
    "Code",
    "DraagvlakTabel",
    "HoudingFeit",
    "Id",
    "IntrekkingFeit",
    "Keuze",
    "Niveau",
    "OpenNogNiet",
    "PartijStand",
    "Rij",
    "Stand",
    "StateMap",
    "Teken",
    "VersieFeit",
    "VoorstelFeiten",
    "VoorstelStatus",
    "VrijgaveFeit",
    "ZetelStand",
    "blockers",
    "can_adopt",
    "can_answer",
    "can_ask",
    "can_publish",
    "can_release",
    "can_retract",
    "can_withdraw_nog_niet",
    "draagvlak",
    "look_back_default",
    "mandate_lack",
    "not_yet_spoken",
    "open_nog_niet",
    "silent",
    "standen",
    "successor",
]
