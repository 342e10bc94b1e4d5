from django.db import models
from django.db.models import Q

from vliegwiel.gemeenschap.public import Gebied, Medewerker, Team
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.ondersteuning.models.plan import Contactmoment, Plandeel, Plandoel
from vliegwiel.privacy.public import Dossier, Persoon
from vliegwiel.samenspel.public import Afspraak


class Vraag(GemeenteModel):
    """A question or a worry, in the person's own words, with exactly one holder.

    Apart from all content until it becomes a plan (`dossier`): who, what, which organisations. When it becomes none
    it is destroyed on `verloopt_op`, four weeks on: the row stays, empty of words (status *vernietigd*).
    A *correctie* is a resident's "dit klopt niet"; `uiterlijk` is the AVG month (art. 12.3).
    """

    class Soort(models.TextChoices):
        VRAAG = "vraag"
        ZORG = "zorg"
        CORRECTIE = "correctie"

    class Kanaal(models.TextChoices):
        TELEFOON = "telefoon"
        BALIE = "balie"
        INLOOP = "inloop"
        WEB = "web"
        KAART = "kaart"
        EIGEN_PAGINA = "eigen_pagina"

    class Namens(models.TextChoices):
        ZELF = "zelf"
        FAMILIE = "familie"
        BUUR = "buur"
        SCHOOL = "school"
        VRIJWILLIGER = "vrijwilliger"
        ANDER = "ander"

    class Status(models.TextChoices):
        OPEN = "open"
        PLAN = "plan"
        AFGEROND = "afgerond"
        VERNIETIGD = "vernietigd"

    soort = models.CharField(max_length=10, choices=Soort.choices, default=Soort.VRAAG)
    kanaal = models.CharField(max_length=12, choices=Kanaal.choices)
    namens = models.CharField(max_length=12, choices=Namens.choices, default=Namens.ZELF)
    namens_naam = models.CharField(max_length=120, blank=True)
    naam = models.CharField(max_length=160, blank=True)
    contact = models.CharField(max_length=160, blank=True)
    woorden = models.TextField(blank=True)
    organisaties = models.CharField(max_length=300, blank=True)
    eerste_advies = models.TextField(blank=True)
    advies_op = models.DateTimeField(null=True, blank=True)
    persoon = TenantForeignKey(Persoon, null=True, blank=True, related_name="+")
    dossier = TenantForeignKey(Dossier, null=True, blank=True, related_name="+")
    gebied = TenantForeignKey(Gebied, null=True, blank=True, related_name="+")
    houder = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    houder_team = TenantForeignKey(Team, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    gesteld_op = models.DateTimeField()
    klaar_op = models.DateTimeField(null=True, blank=True)
    verloopt_op = models.DateField()
    uiterlijk = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(houder__isnull=False, houder_team__isnull=True)
                | Q(houder__isnull=True, houder_team__isnull=False),
                name="ondersteuning_vraag_een_houder",
            ),
        )
        indexes = (
            models.Index(fields=["gemeente", "houder", "status"], name="ondersteuning_vraag_houder"),
            models.Index(fields=["gemeente", "houder_team", "status"], name="ondersteuning_vraag_team"),
            models.Index(fields=["gemeente", "status", "verloopt_op"], name="ondersteuning_vraag_verloopt"),
        )


class Overdracht(GemeenteModel):
    """Warme overdracht of a question, or of being the vaste contactpersoon of a household.

    The giver holds the ball until it is taken; giving back has a reason. `gesprek_op`: the day of the talk of three.
    """

    vraag = TenantForeignKey(Vraag, null=True, blank=True, related_name="overdrachten")
    dossier = TenantForeignKey(Dossier, null=True, blank=True, related_name="+")
    van = TenantForeignKey(Medewerker, related_name="+")
    naar = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    naar_team = TenantForeignKey(Team, null=True, blank=True, related_name="+")
    uitleg = models.TextField(blank=True)
    gesprek_op = models.DateField(null=True, blank=True)
    gevraagd_op = models.DateTimeField()
    aangenomen_op = models.DateTimeField(null=True, blank=True)
    aangenomen_door = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    teruggegeven_op = models.DateTimeField(null=True, blank=True)
    reden = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(vraag__isnull=False, dossier__isnull=True)
                | Q(vraag__isnull=True, dossier__isnull=False),
                name="ondersteuning_overdracht_van_een",
            ),
            models.CheckConstraint(
                condition=Q(naar__isnull=False, naar_team__isnull=True)
                | Q(naar__isnull=True, naar_team__isnull=False),
                name="ondersteuning_overdracht_aan_een",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "vraag"],
                condition=Q(vraag__isnull=False, aangenomen_op__isnull=True, teruggegeven_op__isnull=True),
                name="ondersteuning_overdracht_een_open",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "dossier"],
                condition=Q(dossier__isnull=False, aangenomen_op__isnull=True, teruggegeven_op__isnull=True),
                name="ondersteuning_overdracht_dossier_open",
            ),
        )


class Correctieverzoek(GemeenteModel):
    """Dit klopt niet (AVG 16): a resident's words beside one line, until answered; the answer stays beside it."""

    class Besluit(models.TextChoices):
        AANGEPAST = "aangepast"
        NIET_AANGEPAST = "niet_aangepast"

    vraag = TenantForeignKey(Vraag, related_name="+")
    dossier = TenantForeignKey(Dossier, related_name="+")
    persoon = TenantForeignKey(Persoon, related_name="+")
    plandeel = TenantForeignKey(Plandeel, null=True, blank=True, related_name="+")
    plandoel = TenantForeignKey(Plandoel, null=True, blank=True, related_name="+")
    afspraak = TenantForeignKey(Afspraak, null=True, blank=True, related_name="+")
    contactmoment = TenantForeignKey(Contactmoment, null=True, blank=True, related_name="+")
    woorden = models.TextField()
    gevraagd_op = models.DateTimeField()
    besluit = models.CharField(max_length=14, choices=Besluit.choices, blank=True)
    reden = models.TextField(blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "dossier"], name="ondersteuning_correctie"),)
