"""Roles and what comes with them. Free of Django."""

from __future__ import annotations

from datetime import date, timedelta

from vliegwiel.kern.codes import WITHOUT_CONTENT, Rol
from vliegwiel.kern.werkdagen import is_open, on_or_after

__all__ = [
    "FRONTLINE_ROLES",
    "POLICY_ROLES",
    "WITHOUT_CONTENT",
    "WITH_CONTENT",
    "Rol",
    "mail_is_due",
    "sees_content",
]


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
WITH_CONTENT = frozenset(Rol) - WITHOUT_CONTENT


def sees_content(rollen: frozenset[str]) -> bool:
    """Whether a colleague with these roles takes part in the content. Without any such role: no (closed unless)."""
    return bool(rollen - WITHOUT_CONTENT)


def mail_is_due(ritme: str, dag: int, laatst_op: date | None, today: date) -> bool:
    """Whether this is a day for the mail that something waits.

    Each working day, or each week on weekday `dag` (1 is Monday); is that day closed, then on the first working day
    after it. A week that was missed is made up for on the next working day; whoever just chose it waits for the day.
    """
    if not is_open(today) or (laatst_op is not None and laatst_op >= today):
        return False
    if ritme == "dag":
        return True
    if ritme != "week":
        return False
    chosen = today - timedelta(days=(today.isoweekday() - dag) % 7)
    first = on_or_after(chosen)
    return first == today or (laatst_op is not None and laatst_op < first <= today)
