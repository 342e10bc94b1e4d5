"""Roles and what comes with them. Free of Django."""

from __future__ import annotations

from enum import StrEnum


class Rol(StrEnum):
    """The roles that access and tests use (`product.md`); a resident or volunteer has none of them."""

    CONSULENT = "consulent"
    VASTE_CONTACTPERSOON = "vaste_contactpersoon"
    TEAMLEIDER = "teamleider"
    COORDINATOR = "coordinator"
    PARTNERMEDEWERKER = "partnermedewerker"
    PARTNERBESTUURDER = "partnerbestuurder"
    BELEIDSMEDEWERKER = "beleidsmedewerker"
    STRATEEG = "strateeg"
    PROCESBEGELEIDER = "procesbegeleider"
    BESTUURDER = "bestuurder"
    BACKOFFICE = "backoffice"
    BEHEERDER = "beheerder"
    FG = "fg"


# Their work is control and proof: they never see what is said at a table (normen.md).
WITHOUT_CONTENT = frozenset({Rol.BEHEERDER, Rol.FG, Rol.BACKOFFICE})

POLICY_ROLES = frozenset(
    {
        Rol.BELEIDSMEDEWERKER,
        Rol.STRATEEG,
        Rol.PROCESBEGELEIDER,
        Rol.BESTUURDER,
        Rol.PARTNERBESTUURDER,
        Rol.COORDINATOR,
    }
)
FRONTLINE_ROLES = frozenset({Rol.CONSULENT, Rol.VASTE_CONTACTPERSOON, Rol.TEAMLEIDER, Rol.PARTNERMEDEWERKER})


def sees_content(rollen: frozenset[str]) -> bool:
    """Whether a colleague with these roles takes part in the content. Without any such role: no (closed unless)."""
    return bool(rollen - WITHOUT_CONTENT)
