"""The forms of beheer. Field names are the names of the action's arguments."""

from vliegwiel.gemeenschap.forms.collegas import LaatsteDag, Rollen, Stoppen, TeamNaam, Teams, Uitnodigen
from vliegwiel.gemeenschap.forms.inwoners import EindeToegang, InwonerUitnodigen
from vliegwiel.gemeenschap.forms.mail import MailForm
from vliegwiel.gemeenschap.forms.organisaties import EindeDeelname, Niveaus, OrganisatieErbij

__all__ = [
    "EindeDeelname",
    "EindeToegang",
    "InwonerUitnodigen",
    "LaatsteDag",
    "MailForm",
    "Niveaus",
    "OrganisatieErbij",
    "Rollen",
    "Stoppen",
    "TeamNaam",
    "Teams",
    "Uitnodigen",
]
