"""Front door of gemeenschap for the rooms above."""

from vliegwiel.gemeenschap.instellingen import Declaration, declare
from vliegwiel.gemeenschap.kijker import Kijker, active
from vliegwiel.gemeenschap.models import Deelname, Inwoner, Medewerker
from vliegwiel.gemeenschap.pages import page
from vliegwiel.gemeenschap.rules import POLICY_ROLES, Rol

__all__ = [
    "POLICY_ROLES",
    "Declaration",
    "Deelname",
    "Inwoner",
    "Kijker",
    "Medewerker",
    "Rol",
    "active",
    "declare",
    "page",
]
