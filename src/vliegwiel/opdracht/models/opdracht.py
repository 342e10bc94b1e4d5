from __future__ import annotations

from django.db import models

from vliegwiel.gemeenschap.public import Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.koers.public import Doel
from vliegwiel.opdracht.models.opgave import Opgave
from vliegwiel.samenspel.public import Bijdrage, Tafel, Terugblik, Uitspraak, Voorstel


class Opdracht(GemeenteModel):
    """What we ask, as a document of paragraphs written together at a table.

    `voorstel` lays it before that table (nothing of the text is in it); once adopted the text never changes.
    `open_op`: from that instant everyone who works here reads it, possible bidders too, all at once. The states are
    in `rules.opdracht`; which one it is follows from the Voorstel and from `open_op`.
    """

    opgave = TenantForeignKey(Opgave, related_name="opdrachten")
    tafel = TenantForeignKey(Tafel, related_name="+")
    titel = models.CharField(max_length=160)
    voorstel = TenantForeignKey(Voorstel, null=True, blank=True, related_name="+")
    open_op = models.DateTimeField(null=True, blank=True)
    aangemaakt_op = models.DateTimeField()
    zoektekst = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "opgave"], name="opdracht_opdracht_opgave"),)

    def __str__(self) -> str:
        return self.titel


class Paragraaf(GemeenteModel):
    """A paragraph of an Opdracht; `wat_niet` says what is not asked. `nummer` counts changes: two writers meet."""

    class Soort(models.TextChoices):
        TEKST = "tekst"
        WAT_NIET = "wat_niet"

    opdracht = TenantForeignKey(Opdracht, related_name="paragrafen")
    volgorde = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=8, choices=Soort.choices, default=Soort.TEKST)
    kop = models.CharField(max_length=160)
    tekst = models.TextField(blank=True)
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    gewijzigd_op = models.DateTimeField()
    vervallen_op = models.DateTimeField(null=True, blank=True)
    nummer = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (
            models.Index(fields=["gemeente", "opdracht", "volgorde"], name="opdracht_paragraaf_volgorde"),
        )


class Paragraafdoel(GemeenteModel):
    """A paragraph rests on what we want."""

    paragraaf = TenantForeignKey(Paragraaf, related_name="doelen")
    doel = TenantForeignKey(Doel, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "paragraaf", "doel"], name="opdracht_paragraafdoel_eenmaal"
            ),
        )
        indexes = (models.Index(fields=["gemeente", "doel"], name="opdracht_paragraafdoel_doel"),)


class Paragraafuitspraak(GemeenteModel):
    """A paragraph rests on what somebody said."""

    paragraaf = TenantForeignKey(Paragraaf, related_name="uitspraken")
    uitspraak = TenantForeignKey(Uitspraak, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "paragraaf", "uitspraak"], name="opdracht_paragraafuitspraak_eenmaal"
            ),
        )


class Opdrachtbijdrage(GemeenteModel):
    """Who brings what to an Opdracht."""

    opdracht = TenantForeignKey(Opdracht, related_name="bijdragen")
    bijdrage = TenantForeignKey(Bijdrage, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "opdracht", "bijdrage"], name="opdracht_bijdrage_eenmaal"
            ),
        )
        indexes = (models.Index(fields=["gemeente", "bijdrage"], name="opdracht_bijdrage"),)


class Opdrachtterugblik(GemeenteModel):
    """Looking back on an Opdracht (five months later): what we expected, and what became of it."""

    opdracht = TenantForeignKey(Opdracht, related_name="terugblikken")
    terugblik = TenantForeignKey(Terugblik, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "terugblik"], name="opdracht_terugblik_eenmaal"),
        )
