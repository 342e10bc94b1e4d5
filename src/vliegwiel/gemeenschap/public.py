"""Front door of gemeenschap for the rooms above."""

from vliegwiel.gemeenschap import werk
from vliegwiel.gemeenschap.actions import accept_invitation, found_gemeente
from vliegwiel.gemeenschap.draad import draad, stappen
from vliegwiel.gemeenschap.instellingen import Declaration, dated_settings, declare, values_for
from vliegwiel.gemeenschap.invitations import first_link, invited
from vliegwiel.gemeenschap.kijker import Kijker, active, own_gemeenten
from vliegwiel.gemeenschap.models import (
    Agbcode,
    CbsGebied,
    Deelname,
    Gebied,
    Instelling,
    Inwoner,
    Mailvoorkeur,
    Medewerker,
    Organisatie,
    Roltoekenning,
    Team,
    Teamlid,
)
from vliegwiel.gemeenschap.pages import found, page
from vliegwiel.gemeenschap.rules import POLICY_ROLES, Rol

__all__ = [
    "POLICY_ROLES",
    "Agbcode",
    "CbsGebied",
    "Declaration",
    "Deelname",
    "Gebied",
    "Instelling",
    "Inwoner",
    "Kijker",
    "Mailvoorkeur",
    "Medewerker",
    "Organisatie",
    "Rol",
    "Roltoekenning",
    "Team",
    "Teamlid",
    "accept_invitation",
    "active",
    "dated_settings",
    "declare",
    "draad",
    "first_link",
    "found",
    "found_gemeente",
    "invited",
    "own_gemeenten",
    "page",
    "stappen",
    "values_for",
    "werk",
]
