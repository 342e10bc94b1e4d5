"""Roles and what comes with them. Free of Django."""

from __future__ import annotations

from vliegwiel.kern.codes import WITHOUT_CONTENT, Rol

__all__ = ["FRONTLINE_ROLES", "POLICY_ROLES", "WITHOUT_CONTENT", "Rol", "sees_content"]


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
