from __future__ import annotations

from django.db import models

from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.samenspel.public import Voorstel


class Begrip(GemeenteModel):
    """A word we use, whose meaning we agree on together (Beekdaelen: normaliseren, eigen kracht)."""

    woord = models.CharField(max_length=60)
    sleutel = models.SlugField(max_length=60)
    aanleiding = models.TextField(blank=True)
    aangedragen_door = models.CharField(max_length=120, blank=True)
    aangemaakt_op = models.DateTimeField()
    zoektekst = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["gemeente", "sleutel"], name="koers_begrip_sleutel"),)

    def __str__(self) -> str:
        return self.woord


class Betekenis(GemeenteModel):
    """A round of giving a word its meaning: the Voorstel it goes by. The last adopted one is the meaning."""

    begrip = TenantForeignKey(Begrip, related_name="betekenissen")
    voorstel = TenantForeignKey(Voorstel, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "voorstel"], name="koers_betekenis_voorstel"),
        )
