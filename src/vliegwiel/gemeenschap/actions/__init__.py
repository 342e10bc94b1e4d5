"""What a beheerder and the invited do. Each action is atomic and writes its log line in the same transaction."""

from vliegwiel.gemeenschap.actions.founding import found_gemeente
from vliegwiel.gemeenschap.actions.invitations import accept_invitation, arrive, invite, invite_again
from vliegwiel.gemeenschap.actions.mail import choose_mail
from vliegwiel.gemeenschap.actions.organisations import add_organisation, end_organisation, set_levels
from vliegwiel.gemeenschap.actions.people import end_colleague, set_last_day
from vliegwiel.gemeenschap.actions.residents import end_resident, invite_resident, invite_resident_again
from vliegwiel.gemeenschap.actions.roles import set_roles, set_teams
from vliegwiel.gemeenschap.actions.second_factor import reset_second_factor
from vliegwiel.gemeenschap.actions.settings import create_team, rename_team, switch_practice
from vliegwiel.gemeenschap.actions.werk import try_again

__all__ = [
    "accept_invitation",
    "add_organisation",
    "arrive",
    "choose_mail",
    "create_team",
    "end_colleague",
    "end_organisation",
    "end_resident",
    "found_gemeente",
    "invite",
    "invite_again",
    "invite_resident",
    "invite_resident_again",
    "rename_team",
    "reset_second_factor",
    "set_last_day",
    "set_levels",
    "set_roles",
    "set_teams",
    "switch_practice",
    "try_again",
]
