from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vliegwiel.gemeenschap.public import Deelname, Gebied, Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey


class Opgave(GemeenteModel):
    """What is asked of us: from an area, a law or a budget, with what there is for it and when it must stand.

    `budget` is in whole euros, for the whole of it; `klaar_op` the day by which it must stand.
    """

    titel = models.CharField(max_length=160)
    vraag = models.TextField()
    gebied = TenantForeignKey(Gebied, null=True, blank=True, related_name="+")
    budget = models.PositiveBigIntegerField(null=True, blank=True)
    budget_toelichting = models.CharField(max_length=300, blank=True)
    klaar_op = models.DateField(null=True, blank=True)
    medewerker = TenantForeignKey(Medewerker, related_name="+")
    aangemaakt_op = models.DateTimeField()
    einddatum = models.DateField(null=True, blank=True)
    nummer = models.PositiveIntegerField(default=1)
    zoektekst = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.titel


class MogelijkeInschrijver(GemeenteModel):
    """An organisation that may bid on what comes of an Opgave: until it is open to all, its people see no draft.

    Gelijk speelveld: a wall, not a promise. `einddatum` (inclusive): it said it will not bid.
    """

    opgave = TenantForeignKey(Opgave, related_name="inschrijvers")
    deelname = TenantForeignKey(Deelname, related_name="+")
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "opgave", "deelname"],
                condition=Q(einddatum__isnull=True),
                name="opdracht_inschrijver_eenmaal",
            ),
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("begindatum")),
                name="opdracht_inschrijver_periode",
            ),
        )
        indexes = (models.Index(fields=["gemeente", "deelname"], name="opdracht_inschrijver"),)
