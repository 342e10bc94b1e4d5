from __future__ import annotations

from django.db import models
from django.db.models import Q

from vliegwiel.gemeenschap.public import Gebied, Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey


class Indicator(GemeenteModel):
    """By what we see it: a figure with a unit, of a fixed period, filled in by somebody or counted from the work.

    `over_inwoners`: it counts residents, so it is kept per quarter in fixed cells (gebied × quarter) and small
    numbers are protected. `telling` names what is counted (`rules.telling`); empty: filled in by form or file.
    """

    class Ritme(models.TextChoices):
        MAAND = "maand"
        KWARTAAL = "kwartaal"

    naam = models.CharField(max_length=120)
    eenheid = models.CharField(max_length=30, blank=True)
    ritme = models.CharField(max_length=8, choices=Ritme.choices)
    over_inwoners = models.BooleanField(default=False)
    telling = models.CharField(max_length=30, blank=True)
    toelichting = models.TextField(blank=True)
    aangemaakt_op = models.DateTimeField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "naam"], name="effect_indicator_naam"),
            models.UniqueConstraint(
                fields=["gemeente", "telling"], condition=~Q(telling=""), name="effect_indicator_telling"
            ),
            models.CheckConstraint(
                condition=Q(over_inwoners=False) | Q(ritme="kwartaal"), name="effect_indicator_kwartaal"
            ),
        )

    def __str__(self) -> str:
        return self.naam


class Waarneming(GemeenteModel):
    """A figure as it was filled in, until it is published. `begin` is the first day of its month or quarter.

    Without a `gebied` it is about the whole gemeente. Of residents it is a whole number of people; it goes when its
    quarter is published, because what is hidden then is nowhere kept.
    """

    indicator = TenantForeignKey(Indicator, related_name="waarnemingen")
    gebied = TenantForeignKey(Gebied, null=True, blank=True, related_name="+")
    begin = models.DateField()
    waarde = models.DecimalField(max_digits=14, decimal_places=2)
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    moment = models.DateTimeField()
    nummer = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "indicator", "gebied", "begin"],
                condition=Q(gebied__isnull=False),
                name="effect_waarneming_gebied",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "indicator", "begin"],
                condition=Q(gebied__isnull=True),
                name="effect_waarneming_geheel",
            ),
        )


class Publicatie(GemeenteModel):
    """The figures of one period made public at once, written once: what was shown is never shown otherwise.

    `onderwerp` is what was published together: the id of an Indicator, or the code of a count from the work.
    `medewerker` is empty when the klok did it.
    """

    onderwerp = models.CharField(max_length=40)
    begin = models.DateField()
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "onderwerp", "begin"], name="effect_publicatie_eenmaal"
            ),
        )


class Cel(GemeenteModel):
    """One published figure: an indicator, a period, a gebied (none: the whole gemeente). `waarde` empty: not shown,
    because it is about fewer than ten people or would give away another that is."""

    publicatie = TenantForeignKey(Publicatie, related_name="cellen")
    indicator = TenantForeignKey(Indicator, related_name="+")
    gebied = TenantForeignKey(Gebied, null=True, blank=True, related_name="+")
    begin = models.DateField()
    waarde = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "indicator", "gebied", "begin"],
                condition=Q(gebied__isnull=False),
                name="effect_cel_gebied",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "indicator", "begin"],
                condition=Q(gebied__isnull=True),
                name="effect_cel_geheel",
            ),
        )
