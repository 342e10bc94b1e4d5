"""Who keeps what belongs to bel alvast: the guide, the weeks; and who reads what came of it."""

from __future__ import annotations

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.codes import Rol
from vliegwiel.ondersteuning.refusals.bel_alvast import CannotKeepGuide, CannotSetWeeks

GUIDE = frozenset({Rol.TEAMLEIDER, Rol.COORDINATOR, Rol.BELEIDSMEDEWERKER})
WEEKS = frozenset({Rol.TEAMLEIDER, Rol.COORDINATOR, Rol.BEHEERDER})
EFFECT = frozenset({Rol.TEAMLEIDER, Rol.COORDINATOR, Rol.BELEIDSMEDEWERKER, Rol.STRATEEG, Rol.BESTUURDER})


def can_guide(kijker: Kijker) -> bool:
    return kijker.has(*GUIDE)


def require_can_guide(kijker: Kijker) -> None:
    if not can_guide(kijker) or kijker.medewerker is None:
        raise CannotKeepGuide


def can_set_weeks(kijker: Kijker) -> bool:
    return kijker.has(*WEEKS)


def require_can_set_weeks(kijker: Kijker) -> None:
    if not can_set_weeks(kijker):
        raise CannotSetWeeks


def can_read_effect(kijker: Kijker) -> bool:
    return kijker.has(*EFFECT)
