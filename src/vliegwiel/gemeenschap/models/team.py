from django.db import models

from vliegwiel.gemeenschap.models.gebied import Gebied
from vliegwiel.gemeenschap.models.mensen import Medewerker
from vliegwiel.gemeenschap.models.organisatie import Deelname
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey


class Team(GemeenteModel):
    """A team with one name; its people may have several employers (Wegwijs+ in Vught)."""

    naam = models.CharField(max_length=80)
    deelname = TenantForeignKey(Deelname, null=True, blank=True, related_name="teams")
    gebied = TenantForeignKey(Gebied, null=True, blank=True, related_name="teams")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["gemeente", "naam"], name="gemeenschap_team_naam"),)

    def __str__(self) -> str:
        return self.naam


class Teamlid(GemeenteModel):
    """A colleague is in a team from a day until a day (inclusive)."""

    team = TenantForeignKey(Team, related_name="leden")
    medewerker = TenantForeignKey(Medewerker, related_name="teamleden")
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
