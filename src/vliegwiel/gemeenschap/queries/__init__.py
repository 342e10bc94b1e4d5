"""What a kijker may see of the people here. Every query starts from the kijker."""

from vliegwiel.gemeenschap.queries.people import (
    OpenWork,
    colleague,
    colleagues,
    former_colleagues,
    invited_not_accepted,
    manages,
    myself,
    open_work_of,
    organisations,
    outbox,
    teams,
)
from vliegwiel.gemeenschap.queries.standing import (
    beheerders,
    can_enter,
    has_accepted,
    is_beheerder,
    lasting,
    takes_part,
    works_elsewhere,
)

__all__ = [
    "OpenWork",
    "beheerders",
    "can_enter",
    "colleague",
    "colleagues",
    "former_colleagues",
    "has_accepted",
    "invited_not_accepted",
    "is_beheerder",
    "lasting",
    "manages",
    "myself",
    "open_work_of",
    "organisations",
    "outbox",
    "takes_part",
    "teams",
    "works_elsewhere",
]
