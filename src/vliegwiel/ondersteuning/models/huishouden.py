from django.db import models

from vliegwiel.gemeenschap.public import Gebied
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.privacy.public import Dossier


class Huishouden(GemeenteModel):
    """People who live together, with one dossier. Who they are and since when is in privacy (`Betrokkene`).

    `zoektekst` holds the stems of the name, the number of the dossier and its reference; never the address.
    """

    dossier = TenantForeignKey(Dossier, related_name="+")
    naam = models.CharField(max_length=160)
    gebied = TenantForeignKey(Gebied, null=True, blank=True, related_name="+")
    zoektekst = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "dossier"], name="ondersteuning_huishouden_dossier"),
        )

    def __str__(self) -> str:
        return self.naam


class Adres(GemeenteModel):
    """Where a household lives, from a day until a day. `geheim`: only who has the regie may know."""

    huishouden = TenantForeignKey(Huishouden, related_name="adressen")
    dossier = TenantForeignKey(Dossier, related_name="+")
    straat = models.CharField(max_length=120)
    huisnummer = models.CharField(max_length=12, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    plaats = models.CharField(max_length=80, blank=True)
    geheim = models.BooleanField(default=False)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    zoektekst = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(einddatum__isnull=True) | models.Q(einddatum__gte=models.F("begindatum")),
                name="ondersteuning_adres_periode",
            ),
        )
        indexes = (models.Index(fields=["gemeente", "dossier"], name="ondersteuning_adres_dossier"),)

    def __str__(self) -> str:
        return f"{self.straat} {self.huisnummer}".strip()
