from __future__ import annotations

from django.db import models

from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.samenspel.models.afspraak import Terugblik
from vliegwiel.samenspel.models.gesprek import Uitspraak
from vliegwiel.samenspel.models.tafel import Tafel, Zetel


class Voorstel(GemeenteModel):
    """A text in versions with the question *Hoe sta je hierin?* Once adopted it never changes again.

    `sluitdatum` is the last day to answer; after it silence no longer blocks. `terugkijken_op` is set at
    adoption: the day the text asks to be looked at again.
    """

    class Status(models.TextChoices):
        OPEN = "open"
        AANGENOMEN = "aangenomen"
        INGETROKKEN = "ingetrokken"

    tafel = TenantForeignKey(Tafel, related_name="voorstellen")
    titel = models.CharField(max_length=160)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    sluitdatum = models.DateField(null=True, blank=True)
    aangenomen_op = models.DateTimeField(null=True, blank=True)
    aangenomen_door = TenantForeignKey(Zetel, null=True, blank=True, related_name="+")
    terugkijken_op = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    waarom_ingetrokken = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "tafel", "status"], name="samenspel_voorstel_tafel"),)

    def __str__(self) -> str:
        return self.titel


class Versie(GemeenteModel):
    """One version of a text, written once. A stance belongs to a version."""

    voorstel = TenantForeignKey(Voorstel, related_name="versies")
    nummer = models.PositiveSmallIntegerField()
    tekst = models.TextField()
    toelichting = models.TextField(blank=True)
    zetel = TenantForeignKey(Zetel, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "voorstel", "nummer"], name="samenspel_versie_nummer"
            ),
        )


class Gevraagde(GemeenteModel):
    """A seat that was asked how it stands. Who was not asked never counts as agreed."""

    voorstel = TenantForeignKey(Voorstel, related_name="gevraagden")
    zetel = TenantForeignKey(Zetel, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "voorstel", "zetel"], name="samenspel_gevraagde_eenmaal"
            ),
        )
        indexes = (models.Index(fields=["gemeente", "zetel"], name="samenspel_gevraagde_zetel"),)


class Houding(GemeenteModel):
    """How somebody stands towards one version, or that a *nog niet* was let go; written once.

    The last line of a seat counts. *ingetrokken*: the seat takes its own nog niet back. *vrijgegeven*: its
    speaker left, the party has nobody else, and the begeleider (`door`) records in `want` why it no longer holds.
    """

    class Keuze(models.TextChoices):
        AKKOORD = "akkoord"
        KAN_ERMEE_LEVEN = "kan_ermee_leven"
        NOG_NIET = "nog_niet"
        INGETROKKEN = "ingetrokken"
        VRIJGEGEVEN = "vrijgegeven"

    versie = TenantForeignKey(Versie, related_name="houdingen")
    zetel = TenantForeignKey(Zetel, related_name="+")
    keuze = models.CharField(max_length=16, choices=Keuze.choices)
    want = models.TextField(blank=True)
    door = TenantForeignKey(Zetel, null=True, blank=True, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=["gemeente", "versie", "moment"], name="samenspel_houding_versie"),
            models.Index(fields=["gemeente", "zetel", "moment"], name="samenspel_houding_zetel"),
        )


class Onderbouwing(GemeenteModel):
    """A version rests on what somebody said."""

    versie = TenantForeignKey(Versie, related_name="onderbouwingen")
    uitspraak = TenantForeignKey(Uitspraak, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "versie", "uitspraak"], name="samenspel_onderbouwing_eenmaal"
            ),
        )


class Voorstelterugblik(GemeenteModel):
    """Looking back on an adopted text: what the table expected of it, and what became of that. More than once."""

    voorstel = TenantForeignKey(Voorstel, related_name="+")
    terugblik = TenantForeignKey(Terugblik, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "terugblik"], name="samenspel_voorstelterugblik_terugblik"
            ),
        )
        indexes = (models.Index(fields=["gemeente", "voorstel"], name="samenspel_vterugblik_voorstel"),)
