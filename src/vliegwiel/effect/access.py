"""Who may do what with figures and beoogde effecten, apart from what the state allows."""

from __future__ import annotations

from vliegwiel.gemeenschap.public import Kijker, Rol
from vliegwiel.kern.refusals import NotAllowed

KEEPS = frozenset({Rol.BELEIDSMEDEWERKER, Rol.STRATEEG, Rol.COORDINATOR})


def reads_figures(kijker: Kijker) -> bool:
    """Every colleague who takes part in the content reads what was published."""
    return kijker.medewerker is not None and kijker.sees_content


def can_keep_figures(kijker: Kijker) -> bool:
    """Who works on policy says what is counted, fills in and publishes."""
    return reads_figures(kijker) and kijker.has(*KEEPS)


def require_can_keep_figures(kijker: Kijker) -> None:
    if not can_keep_figures(kijker):
        raise NotAllowed
