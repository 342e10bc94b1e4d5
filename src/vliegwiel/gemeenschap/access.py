"""Who may manage people and settings. Pairs: `can_x` answers, `require_can_x` refuses."""

from __future__ import annotations

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.refusals import NotBeheerder
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern.marks import Purpose


def can_manage_people(kijker: Kijker) -> bool:
    """Invite, give roles and teams, end, reset: a beheerder, on a page opened for that purpose."""
    return kijker.has(Rol.BEHEERDER) and kijker.purpose == Purpose.BEHEER


def require_can_manage_people(kijker: Kijker) -> None:
    if not can_manage_people(kijker):
        raise NotBeheerder


def can_switch_practices(kijker: Kijker) -> bool:
    """Switch a practice of the gemeente on or off: a beheerder."""
    return kijker.has(Rol.BEHEERDER) and kijker.purpose == Purpose.BEHEER


def require_can_switch_practices(kijker: Kijker) -> None:
    if not can_switch_practices(kijker):
        raise NotBeheerder


def can_read_outbox(kijker: Kijker) -> bool:
    """See what was mailed (the demo only: there the links in it work for whoever looks)."""
    return kijker.has(Rol.BEHEERDER) and kijker.purpose == Purpose.BEHEER


def require_can_read_outbox(kijker: Kijker) -> None:
    if not can_read_outbox(kijker):
        raise NotBeheerder
