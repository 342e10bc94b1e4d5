"""Who may manage people and settings. Pairs: `can_x` answers, `require_can_x` refuses."""

from __future__ import annotations

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.queries import manages
from vliegwiel.gemeenschap.refusals import NotBeheerder


def can_manage_people(kijker: Kijker) -> bool:
    """Invite, give roles and teams, end, reset: a beheerder, on a page opened for that purpose."""
    return manages(kijker)


def require_can_manage_people(kijker: Kijker) -> None:
    """Raises NotBeheerder."""
    if not can_manage_people(kijker):
        raise NotBeheerder


def can_switch_practices(kijker: Kijker) -> bool:
    """Switch a practice of the gemeente on or off: a beheerder."""
    return manages(kijker)


def require_can_switch_practices(kijker: Kijker) -> None:
    """Raises NotBeheerder."""
    if not can_switch_practices(kijker):
        raise NotBeheerder
