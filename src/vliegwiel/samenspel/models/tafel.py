from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vliegwiel.gemeenschap.public import Deelname, Inwoner, Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.privacy.public import Dossier


class Tafel(GemeenteModel):
    """People around a table: who sits here, for whom, with what mandaat, and how open it is.

    Runs from `begindatum`; `einddatum` is the day it was finished. *besloten*: its seats read, the
    default. *open*: colleagues of this gemeente read along. With a `dossier` it is a family's plan group: always
    besloten, and a colleague reads only while also involved in that dossier.
    """

    class Openheid(models.TextChoices):
        BESLOTEN = "besloten"
        OPEN = "open"

    naam = models.CharField(max_length=120)
    bedoeling = models.TextField()
    openheid = models.CharField(max_length=8, choices=Openheid.choices, default=Openheid.BESLOTEN)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    zoektekst = models.TextField(blank=True)
    dossier = TenantForeignKey(Dossier, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(dossier__isnull=True) | Q(openheid="besloten"),
                name="samenspel_tafel_dossier_besloten",
            ),
        )

    def __str__(self) -> str:
        return self.naam


class Partij(GemeenteModel):
    """For whom people sit here: an organisation that takes part, or a group such as ervaringsdeskundigen.

    `niveaus` are the levels this party has at this table; empty for a party without levels.
    """

    tafel = TenantForeignKey(Tafel, related_name="partijen")
    deelname = TenantForeignKey(Deelname, null=True, blank=True, related_name="+")
    naam = models.CharField(max_length=120)
    niveaus = models.JSONField(default=list)
    volgorde = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "tafel", "naam"], name="samenspel_partij_naam"),
        )

    def __str__(self) -> str:
        return self.naam


class Zetel(GemeenteModel):
    """A seat: one colleague or one resident, for a party, from a day until a day (inclusive).

    `mandaat` says in words what this person may promise here; empty means: nothing yet. A begeleider
    without a party guides and is not asked. `vertrek_vastgelegd` is the instant at which the end was
    written down: what a successor says after it counts as their own.
    """

    tafel = TenantForeignKey(Tafel, related_name="zetels")
    partij = TenantForeignKey(Partij, null=True, blank=True, related_name="zetels")
    niveau = models.CharField(max_length=10, blank=True)
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    inwoner = TenantForeignKey(Inwoner, null=True, blank=True, related_name="+")
    is_begeleider = models.BooleanField(default=False)
    mandaat = models.TextField(blank=True)
    mandaat_tot = models.DateField(null=True, blank=True)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    vertrek_vastgelegd = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False, inwoner__isnull=True)
                | Q(medewerker__isnull=True, inwoner__isnull=False),
                name="samenspel_zetel_een_mens",
            ),
            models.CheckConstraint(
                condition=Q(partij__isnull=False) | Q(is_begeleider=True), name="samenspel_zetel_voor_wie"
            ),
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("begindatum")),
                name="samenspel_zetel_periode",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "tafel", "medewerker"],
                condition=Q(einddatum__isnull=True, medewerker__isnull=False),
                name="samenspel_zetel_medewerker",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "tafel", "inwoner"],
                condition=Q(einddatum__isnull=True, inwoner__isnull=False),
                name="samenspel_zetel_inwoner",
            ),
        )

    @property
    def naam(self) -> str:
        """The name of whoever sits here."""
        person = self.medewerker or self.inwoner
        assert person is not None
        return person.naam

    def __str__(self) -> str:
        return self.naam
