"""Who may manage people and settings. A pair: `can_x` answers, `require_can_x` refuses."""

from __future__ import annotations

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.queries import manages
from vliegwiel.gemeenschap.refusals import NotBeheerder


def can_manage(kijker: Kijker) -> bool:
    """Everything of beheer, people and settings alike: a beheerder, on a page opened for that purpose."""
    return manages(kijker)


def require_can_manage(kijker: Kijker) -> None:
    """Raises NotBeheerder."""
    if not can_manage(kijker):
        raise NotBeheerder
