"""Who may do what with figures and beoogde effecten, apart from what the state allows."""

from __future__ import annotations

from vliegwiel.effect.queries import reads_figures
from vliegwiel.gemeenschap.public import Kijker, Rol
from vliegwiel.kern.refusals import NotAllowed

__all__ = ["KEEPS", "can_keep_figures", "reads_figures", "require_can_keep_figures"]

KEEPS = frozenset({Rol.BELEIDSMEDEWERKER, Rol.STRATEEG, Rol.COORDINATOR})


def can_keep_figures(kijker: Kijker) -> bool:
    """Who works on policy says what is counted, fills in and publishes."""
    return reads_figures(kijker) and kijker.has(*KEEPS)


def require_can_keep_figures(kijker: Kijker) -> None:
    if not can_keep_figures(kijker):
        raise NotAllowed
