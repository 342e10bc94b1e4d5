from __future__ import annotations

from django.db import models

from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.samenspel.models.tafel import Tafel, Zetel


class Gesprek(GemeenteModel):
    """A talk at a table, planned or on the spot, with the question it is about."""

    tafel = TenantForeignKey(Tafel, related_name="gesprekken")
    titel = models.CharField(max_length=120)
    vraag = models.CharField(max_length=300, blank=True)
    datum = models.DateField()

    def __str__(self) -> str:
        return self.titel


class Uitspraak(GemeenteModel):
    """What somebody said, in their own words. One with a side (zo wel / zo niet) is a Verhaal.

    `delen` is the speaker's choice who else may read it under an adopted text: only this table, everyone
    in the gemeente with the party's name, or everyone with the speaker's name.
    """

    class Vorm(models.TextChoices):
        UITSPRAAK = "uitspraak"
        ZO_WEL = "zo_wel"
        ZO_NIET = "zo_niet"

    class Delen(models.TextChoices):
        TAFEL = "tafel"
        PARTIJ = "partij"
        NAAM = "naam"

    gesprek = TenantForeignKey(Gesprek, related_name="uitspraken")
    zetel = TenantForeignKey(Zetel, related_name="uitspraken")
    tekst = models.TextField()
    vorm = models.CharField(max_length=10, choices=Vorm.choices, default=Vorm.UITSPRAAK)
    delen = models.CharField(max_length=6, choices=Delen.choices, default=Delen.TAFEL)
    moment = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
