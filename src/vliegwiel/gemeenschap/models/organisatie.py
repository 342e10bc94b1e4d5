from typing import ClassVar

from django.db import models

from vliegwiel.kern.ids import new_id
from vliegwiel.kern.tenancy import GemeenteModel


class Organisatie(models.Model):
    """An organisation, once for the whole installation; what it does in a gemeente hangs on its Deelname."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    naam = models.CharField(max_length=120, unique=True)
    soort = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.naam


class Agbcode(models.Model):
    """A code by which messages name an organisation (Vektis AGB); one organisation may have several. Public."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="agbcodes")
    code = models.CharField(max_length=8, unique=True)

    def __str__(self) -> str:
        return self.code


class Deelname(GemeenteModel):
    """An organisation takes part in a gemeente, from a day until a day (inclusive).

    `niveaus` are the levels it can speak at (uitvoering, management, bestuur); empty for a group without any.
    """

    NIVEAUS: ClassVar = ("uitvoering", "management", "bestuur")

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    niveaus = models.JSONField(default=list)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "organisatie"], name="gemeenschap_deelname_eenmaal"),
        )

    def __str__(self) -> str:
        return str(self.organisatie)
