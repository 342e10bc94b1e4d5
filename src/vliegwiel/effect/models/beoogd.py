from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vliegwiel.effect.models.cijfer import Indicator
from vliegwiel.gemeenschap.public import Gebied, Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.koers.public import Doel
from vliegwiel.opdracht.public import Opdracht
from vliegwiel.samenspel.public import Afspraak, Gesprek, Voorstel


class BeoogdEffect(GemeenteModel):
    """What we expect to see, agreed beforehand by a Voorstel: of which Doel, by which figure, from what to what, where,
    when, and how we will judge. Written once: who thinks otherwise begins a new one."""

    doel = TenantForeignKey(Doel, related_name="+")
    opdracht = TenantForeignKey(Opdracht, null=True, blank=True, related_name="+")
    indicator = TenantForeignKey(Indicator, related_name="+")
    gebied = TenantForeignKey(Gebied, null=True, blank=True, related_name="+")
    titel = models.CharField(max_length=160)
    startwaarde = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    streefwaarde = models.DecimalField(max_digits=14, decimal_places=2)
    begindatum = models.DateField()
    einddatum = models.DateField()
    oordelen = models.TextField()
    voorstel = TenantForeignKey(Voorstel, related_name="+")
    aangemaakt_op = models.DateTimeField()
    zoektekst = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "voorstel"], name="effect_beoogd_voorstel"),
            models.CheckConstraint(condition=Q(einddatum__gte=F("begindatum")), name="effect_beoogd_periode"),
        )
        indexes = (models.Index(fields=["gemeente", "doel"], name="effect_beoogd_doel"),)

    def __str__(self) -> str:
        return self.titel


class Bevinding(GemeenteModel):
    """Terug naar koers: what was seen becomes a question for a table (`gesprek`) or a step (`afspraak`)."""

    beoogd = TenantForeignKey(BeoogdEffect, related_name="bevindingen")
    tekst = models.TextField()
    gesprek = TenantForeignKey(Gesprek, null=True, blank=True, related_name="+")
    afspraak = TenantForeignKey(Afspraak, null=True, blank=True, related_name="+")
    medewerker = TenantForeignKey(Medewerker, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(gesprek__isnull=False, afspraak__isnull=True)
                | Q(gesprek__isnull=True, afspraak__isnull=False),
                name="effect_bevinding_een",
            ),
        )
