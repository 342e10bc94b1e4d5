from django.db import models

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
