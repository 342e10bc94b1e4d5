from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.samenspel.models.afspraak import Afspraak
from vliegwiel.samenspel.models.tafel import Tafel, Zetel


class Bijdrage(GemeenteModel):
    """What somebody brings to a table, offered and not pulled: in content, in process, in hours, in euros as a range.

    `zetel` offers it, for its party. Somebody of that party with mandaat confirms it (`bevestigd_door`); from then on
    it is a promise and does not change. `uren_…` are hours in all, `euro_…` whole euros; one of a pair may be empty.
    `gekomen` is what came of it. The states are in `rules.bijdrage`.
    """

    class Status(models.TextChoices):
        AANGEBODEN = "aangeboden"
        BEVESTIGD = "bevestigd"
        INGETROKKEN = "ingetrokken"

    tafel = TenantForeignKey(Tafel, related_name="bijdragen")
    zetel = TenantForeignKey(Zetel, related_name="+")
    inhoud = models.TextField()
    proces = models.TextField(blank=True)
    uren_van = models.PositiveIntegerField(null=True, blank=True)
    uren_tot = models.PositiveIntegerField(null=True, blank=True)
    euro_van = models.PositiveBigIntegerField(null=True, blank=True)
    euro_tot = models.PositiveBigIntegerField(null=True, blank=True)
    voorwaarden = models.TextField(blank=True)
    status = models.CharField(max_length=11, choices=Status.choices, default=Status.AANGEBODEN)
    aangeboden_op = models.DateTimeField()
    bevestigd_door = TenantForeignKey(Zetel, null=True, blank=True, related_name="+")
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    gekomen = models.TextField(blank=True)
    gekomen_op = models.DateTimeField(null=True, blank=True)
    nummer = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(uren_van__isnull=True)
                | Q(uren_tot__isnull=True)
                | Q(uren_van__lte=F("uren_tot")),
                name="samenspel_bijdrage_uren",
            ),
            models.CheckConstraint(
                condition=Q(euro_van__isnull=True)
                | Q(euro_tot__isnull=True)
                | Q(euro_van__lte=F("euro_tot")),
                name="samenspel_bijdrage_euro",
            ),
        )
        indexes = (models.Index(fields=["gemeente", "tafel", "status"], name="samenspel_bijdrage_tafel"),)


class Bijdrageafspraak(GemeenteModel):
    """A promise becomes what somebody does: an Afspraak that came from a Bijdrage."""

    bijdrage = TenantForeignKey(Bijdrage, related_name="afspraken")
    afspraak = TenantForeignKey(Afspraak, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "bijdrage", "afspraak"], name="samenspel_bijdrageafspraak_eenmaal"
            ),
        )
