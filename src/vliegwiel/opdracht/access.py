"""Who may do what here, apart from what the state allows. Pairs: `require_can_…` raises, `can_…` asks."""

from __future__ import annotations

from vliegwiel.gemeenschap.public import POLICY_ROLES, Kijker, Rol
from vliegwiel.opdracht.models import Opdracht
from vliegwiel.opdracht.refusals import CannotSteer, CannotWriteHere, NotForYou

# Whose work it is to say what is asked, and who may bid on it.
STEERS = frozenset({Rol.BELEIDSMEDEWERKER, Rol.STRATEEG, Rol.COORDINATOR})


def can_read_opgaven(kijker: Kijker) -> bool:
    return kijker.medewerker is not None and kijker.sees_content


def require_can_read_opgaven(kijker: Kijker) -> None:
    if not can_read_opgaven(kijker):
        raise NotForYou


def can_steer(kijker: Kijker, muur: bool = False) -> bool:
    """Writes an opgave and marks possible bidders. `muur`: works for one of them, and decides nothing about them."""
    return can_read_opgaven(kijker) and kijker.has(*STEERS) and not muur


def require_can_steer(kijker: Kijker, muur: bool = False) -> None:
    if not can_steer(kijker, muur):
        raise CannotSteer


def can_write(kijker: Kijker, opdracht: Opdracht) -> bool:
    """Writes on this opdracht: one from `queries.with_rights`, which says `zit` and `muur`."""
    if kijker.medewerker is None or kijker.rollen.isdisjoint(POLICY_ROLES):
        return False
    runs = opdracht.tafel.einddatum is None
    return runs and bool(opdracht.zit) and not opdracht.muur  # type: ignore[attr-defined]


def require_can_write(kijker: Kijker, opdracht: Opdracht) -> None:
    if not can_write(kijker, opdracht):
        raise CannotWriteHere


def can_start_at(kijker: Kijker, muur: bool) -> bool:
    """Begins an opdracht at a table where one sits."""
    return can_read_opgaven(kijker) and not kijker.rollen.isdisjoint(POLICY_ROLES) and not muur


def require_can_start_at(kijker: Kijker, muur: bool) -> None:
    if not can_start_at(kijker, muur):
        raise CannotWriteHere
