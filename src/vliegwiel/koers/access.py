"""Who may do what with words, sentences and doelen, apart from what the state allows."""

from __future__ import annotations

from vliegwiel.gemeenschap.public import POLICY_ROLES, Kijker, Rol
from vliegwiel.kern.refusals import NotAllowed
from vliegwiel.samenspel.public import can_start

# Who sits on the board of a partner confirms contributions; what the gemeente wants is written by its own policy.
WRITERS = POLICY_ROLES - {Rol.PARTNERBESTUURDER}


def can_bring_word(kijker: Kijker) -> bool:
    """Any colleague who takes part in the content brings a word."""
    return can_start(kijker)


def require_can_bring_word(kijker: Kijker) -> None:
    if not can_bring_word(kijker):
        raise NotAllowed


def require_can_read(kijker: Kijker) -> None:
    """The Koers and the doelen are for everyone who takes part in the content, residents too."""
    if not kijker.sees_content:
        raise NotAllowed


def can_write_doelen(kijker: Kijker) -> bool:
    """Doelen are written, tied and stopped, and sentences let go, by who makes policy here."""
    return kijker.medewerker is not None and not kijker.rollen.isdisjoint(WRITERS)


def require_can_write_doelen(kijker: Kijker) -> None:
    if not can_write_doelen(kijker):
        raise NotAllowed
