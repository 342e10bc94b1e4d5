"""Front door of gemeenschap for the rooms above."""

from vliegwiel.gemeenschap.actions import accept_invitation, found_gemeente
from vliegwiel.gemeenschap.instellingen import Declaration, declare
from vliegwiel.gemeenschap.invitations import first_link, invited
from vliegwiel.gemeenschap.kijker import Kijker, active, own_gemeenten
from vliegwiel.gemeenschap.models import Deelname, Gebied, Inwoner, Medewerker, Roltoekenning, Team, Teamlid
from vliegwiel.gemeenschap.pages import found, page
from vliegwiel.gemeenschap.rules import POLICY_ROLES, Rol

__all__ = [
    "POLICY_ROLES",
    "Declaration",
    "Deelname",
    "Gebied",
    "Inwoner",
    "Kijker",
    "Medewerker",
    "Rol",
    "Roltoekenning",
    "Team",
    "Teamlid",
    "accept_invitation",
    "active",
    "declare",
    "first_link",
    "found",
    "found_gemeente",
    "invited",
    "own_gemeenten",
    "page",
]
