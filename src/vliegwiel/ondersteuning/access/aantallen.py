"""Who sees numbers of households without people: docs/huis/toegang.md, the rules about `aantallen`."""

from __future__ import annotations

from vliegwiel.gemeenschap.public import POLICY_ROLES, Kijker
from vliegwiel.kern.codes import Rol

TELT = POLICY_ROLES | {Rol.TEAMLEIDER}


def sees_counts(kijker: Kijker) -> bool:
    """On pages of the wheel: who makes policy, governs, or divides work. They take part in the content too."""
    return kijker.medewerker is not None and kijker.sees_content and kijker.has(*TELT)
