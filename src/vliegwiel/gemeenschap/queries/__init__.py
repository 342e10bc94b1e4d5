"""What a kijker may see of the people here. Every query starts from the kijker."""

from vliegwiel.gemeenschap.queries.organisations import organisation, organisations, taking_part, took_part
from vliegwiel.gemeenschap.queries.people import (
    OpenWork,
    colleague,
    colleagues,
    former_colleagues,
    invited_not_accepted,
    mail_choice,
    manages,
    myself,
    open_work_of,
    outbox,
    successors,
    teams,
)
from vliegwiel.gemeenschap.queries.residents import former_residents, resident, residents
from vliegwiel.gemeenschap.queries.standing import (
    beheerders,
    can_enter,
    has_accepted,
    is_beheerder,
    lasting,
    takes_part,
    works_elsewhere,
)
from vliegwiel.gemeenschap.queries.werk import KEEPERS, background_work, parked

__all__ = [
    "KEEPERS",
    "OpenWork",
    "background_work",
    "beheerders",
    "can_enter",
    "colleague",
    "colleagues",
    "former_colleagues",
    "former_residents",
    "has_accepted",
    "invited_not_accepted",
    "is_beheerder",
    "lasting",
    "mail_choice",
    "manages",
    "myself",
    "open_work_of",
    "organisation",
    "organisations",
    "outbox",
    "parked",
    "resident",
    "residents",
    "successors",
    "takes_part",
    "taking_part",
    "teams",
    "took_part",
    "works_elsewhere",
]
