from django.db import models

from vliegwiel.kern.ids import new_id
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey


class Gebied(GemeenteModel):
    """A wijk or buurt. `code` is its CBS code in the year it was loaded; codes change, the row does not."""

    class Soort(models.TextChoices):
        WIJK = "wijk"
        BUURT = "buurt"

    soort = models.CharField(max_length=6, choices=Soort.choices)
    naam = models.CharField(max_length=80)
    code = models.CharField(max_length=10, blank=True)
    ouder = TenantForeignKey("self", null=True, blank=True, related_name="delen")
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.naam


class CbsGebied(models.Model):
    """A gemeente, wijk or buurt as Statistics Netherlands (CBS) names it: the same for everybody, with its days.

    `ouder` is the code of the area it lies in. A gemeente that merged has an `einddatum`.
    """

    class Soort(models.TextChoices):
        GEMEENTE = "gemeente"
        WIJK = "wijk"
        BUURT = "buurt"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    soort = models.CharField(max_length=8, choices=Soort.choices)
    code = models.CharField(max_length=10)
    naam = models.CharField(max_length=80)
    ouder = models.CharField(max_length=10, blank=True)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["code", "begindatum"], name="gemeenschap_cbsgebied_code"),
        )
        indexes = (models.Index(fields=["ouder"], name="gemeenschap_cbsgebied_ouder"),)

    def __str__(self) -> str:
        return self.naam
