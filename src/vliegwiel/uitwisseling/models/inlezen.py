from django.db import models
from django.db.models import Q

from vliegwiel.gemeenschap.public import Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey


class Inlezing(GemeenteModel):
    """One time that somebody gave files to read: by upload or by command."""

    class Soort(models.TextChoices):
        BERICHTEN = "berichten"  # iWmo and iJw messages, XML
        VOORZIENINGEN = "voorzieningen"  # a table of provisions, CSV

    soort = models.CharField(max_length=13, choices=Soort.choices)
    door = TenantForeignKey(Medewerker, related_name="+")
    kolommen = models.JSONField(default=dict)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    gemaakt_op = models.DateTimeField()
    klaar_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "-gemaakt_op"], name="uitwisseling_inlezing_op"),)


class Bestand(GemeenteModel):
    """A file somebody gave. Its content waits encrypted until it was read, and is then destroyed; hash and report stay.

    A message is the same only if berichtcode, afzender, ontvanger, identificatie and the hash of its content agree.
    `feiten` is how many facts were new and taken in.
    """

    class Status(models.TextChoices):
        WACHT = "wacht"
        VERWERKT = "verwerkt"
        MET_OPMERKINGEN = "met_opmerkingen"
        TERZIJDE = "terzijde"  # (part of it) waits for another message or for an answer
        AL_BEKEND = "al_bekend"
        AFGEKEURD = "afgekeurd"

    inlezing = TenantForeignKey(Inlezing, related_name="bestanden")
    nummer = models.PositiveIntegerField()
    naam = models.CharField(max_length=200)
    grootte = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.WACHT)
    wet = models.CharField(max_length=5, blank=True)
    soort = models.CharField(max_length=3, blank=True)
    berichtcode = models.CharField(max_length=3, blank=True)
    afzender = models.CharField(max_length=8, blank=True)
    ontvanger = models.CharField(max_length=8, blank=True)
    identificatie = models.CharField(max_length=20, blank=True)
    inhoud_hash = models.CharField(max_length=64, blank=True)
    feiten = models.PositiveIntegerField(default=0)
    sleutel_id = models.CharField(max_length=40, blank=True)
    inhoud = models.BinaryField(null=True, blank=True)
    verwerkt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "inlezing", "nummer"], name="uitwisseling_bestand_nummer"
            ),
            models.UniqueConstraint(
                fields=["gemeente", "berichtcode", "afzender", "ontvanger", "identificatie", "inhoud_hash"],
                condition=Q(status__in=["verwerkt", "met_opmerkingen", "terzijde"]) & ~Q(berichtcode=""),
                name="uitwisseling_bestand_zelfde_bericht",
            ),
        )
        indexes = (
            models.Index(fields=["gemeente", "inlezing", "status"], name="uitwisseling_bestand_status"),
        )


class Bevinding(GemeenteModel):
    """Something the check found: where (element path, or row and column) and a code; never a value of the file."""

    class Ernst(models.TextChoices):
        FOUT = "fout"
        OPMERKING = "opmerking"

    bestand = TenantForeignKey(Bestand, related_name="bevindingen")
    nummer = models.PositiveIntegerField()
    ernst = models.CharField(max_length=9, choices=Ernst.choices)
    code = models.CharField(max_length=60)
    plaats = models.CharField(max_length=300, blank=True)
    rij = models.PositiveIntegerField(null=True, blank=True)
    kolom = models.CharField(max_length=60, blank=True)
    params = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "bestand", "nummer"], name="uitwisseling_bevinding_nummer"
            ),
        )


class Terzijde(GemeenteModel):
    """Facts of a message kept aside: their toewijzing is not known yet, or somebody must say who it is about.

    `cijfertekst` is what was kept, unreadable here; `blind` finds it by (wet, toewijzing). Reported after 30 days,
    destroyed after 180 (settings). `kandidaat` is the dossier of somebody who looks alike: never merged by itself.
    """

    class Reden(models.TextChoices):
        TOEWIJZING_ONBEKEND = "toewijzing_onbekend"
        GEBOORTEDATUM_ANDERS = "geboortedatum_anders"
        LIJKT_OP = "lijkt_op"

    class Uitkomst(models.TextChoices):
        TOEGEPAST = "toegepast"
        ZELFDE = "zelfde"
        ANDER = "ander"
        AFGEWEZEN = "afgewezen"
        VERNIETIGD = "vernietigd"

    bestand = TenantForeignKey(Bestand, related_name="terzijde")
    reden = models.CharField(max_length=20, choices=Reden.choices)
    blind = models.CharField(max_length=64)
    sleutel_id = models.CharField(max_length=40, blank=True)
    cijfertekst = models.TextField(blank=True)
    kandidaat = models.UUIDField(null=True, blank=True)
    gekomen_op = models.DateTimeField()
    uitkomst = models.CharField(max_length=10, choices=Uitkomst.choices, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    klaar_door = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")

    class Meta:
        indexes = (
            models.Index(fields=["gemeente", "blind", "klaar_op"], name="uitwisseling_terzijde_blind"),
            models.Index(fields=["gemeente", "klaar_op", "gekomen_op"], name="uitwisseling_terzijde_open"),
        )
