from django.db import models
from django.db.models import Q

from vliegwiel.gemeenschap.public import Deelname, Medewerker, Team
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.privacy.models.base import domein_field, period_is_right
from vliegwiel.privacy.models.dossier import Dossier
from vliegwiel.privacy.models.persoon import Persoon


class Betrokkenheid(GemeenteModel):
    """A colleague or a team works with a household: in one domain, or as who keeps the overview (regie).

    Counts on the days of its period, until `beeindigd_op`: an end takes effect at once, not tomorrow.
    """

    class Soort(models.TextChoices):
        UITVOERING = "uitvoering"
        VASTE_CONTACTPERSOON = "vaste_contactpersoon"
        COORDINATOR = "coordinator"

    dossier = TenantForeignKey(Dossier, related_name="betrokkenheden")
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    team = TenantForeignKey(Team, null=True, blank=True, related_name="+")
    soort = models.CharField(max_length=20, choices=Soort.choices, default=Soort.UITVOERING)
    domein = domein_field()
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    beeindigd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            period_is_right("privacy_betrokkenheid"),
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False, team__isnull=True)
                | Q(medewerker__isnull=True, team__isnull=False),
                name="privacy_betrokkenheid_een",
            ),
            models.CheckConstraint(
                condition=Q(soort="uitvoering") & ~Q(domein="") | ~Q(soort="uitvoering") & Q(domein=""),
                name="privacy_betrokkenheid_domein",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "dossier"],
                condition=Q(soort="vaste_contactpersoon", einddatum__isnull=True, beeindigd_op__isnull=True),
                name="privacy_een_vaste_contactpersoon",
            ),
        )
        indexes = (
            models.Index(fields=["gemeente", "medewerker", "dossier"], name="privacy_betrokken_mens"),
            models.Index(fields=["gemeente", "team", "dossier"], name="privacy_betrokken_team"),
        )


class Deling(GemeenteModel):
    """A disclosure: which fields of one domain, for what purpose, on what basis, to whom and until when.

    To one colleague, one organisation, or another household's dossier (a child's line). `getoonde_tekst` is what
    was shown to whoever agreed (professional secrecy, school, family); the agreement is a fact, never the basis.
    """

    dossier = TenantForeignKey(Dossier, related_name="delingen")
    domein = domein_field()
    deelt_doelen = models.BooleanField(default=False)
    deelt_afspraken = models.BooleanField(default=False)
    deelt_inhoud = models.BooleanField(default=False)
    deelt_adres = models.BooleanField(default=False)
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    deelname = TenantForeignKey(Deelname, null=True, blank=True, related_name="+")
    naar_dossier = TenantForeignKey(Dossier, null=True, blank=True, related_name="+")
    waarvoor = models.TextField()
    grondslag = models.CharField(max_length=40)
    getoonde_tekst = models.TextField(blank=True)
    akkoord_van = models.CharField(max_length=200, blank=True)
    begindatum = models.DateField()
    einddatum = models.DateField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            period_is_right("privacy_deling"),
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False, deelname__isnull=True, naar_dossier__isnull=True)
                | Q(medewerker__isnull=True, deelname__isnull=False, naar_dossier__isnull=True)
                | Q(medewerker__isnull=True, deelname__isnull=True, naar_dossier__isnull=False),
                name="privacy_deling_aan_een",
            ),
        )
        indexes = (
            models.Index(fields=["gemeente", "medewerker"], name="privacy_deling_mens"),
            models.Index(fields=["gemeente", "deelname"], name="privacy_deling_deelname"),
        )


class Spoedtoegang(GemeenteModel):
    """Toegang bij spoed: sixty minutes in one domain of one dossier, with a reason, told and looked at afterwards."""

    class Categorie(models.TextChoices):
        LEVENSGEVAAR = "levensgevaar"
        KIND_ONVEILIG = "kind_onveilig"
        GEWELD = "geweld"
        UITZETTING = "uitzetting"
        ANDERS = "anders"

    dossier = TenantForeignKey(Dossier, related_name="spoedtoegangen")
    medewerker = TenantForeignKey(Medewerker, related_name="+")
    domein = domein_field()
    categorie = models.CharField(max_length=20, choices=Categorie.choices)
    reden = models.TextField()
    begonnen_op = models.DateTimeField()
    tot = models.DateTimeField()
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    gemeld_aan = TenantForeignKey(Medewerker, related_name="+")
    nakijken_voor = models.DateField()
    nagekeken_op = models.DateTimeField(null=True, blank=True)
    nagekeken_door = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    terecht = models.BooleanField(null=True, blank=True)
    oordeel = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "medewerker", "tot"], name="privacy_spoed_mens"),)


class Blokkade(GemeenteModel):
    """A colleague stays out of every dossier this person is or was in: own, family, or excluded by name."""

    class Soort(models.TextChoices):
        EIGEN_DOSSIER = "eigen_dossier"
        FAMILIE = "familie"
        UITGESLOTEN = "uitgesloten"

    persoon = TenantForeignKey(Persoon, related_name="+")
    medewerker = TenantForeignKey(Medewerker, related_name="+")
    soort = models.CharField(max_length=14, choices=Soort.choices)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (period_is_right("privacy_blokkade"),)
        indexes = (models.Index(fields=["gemeente", "medewerker"], name="privacy_blokkade_mens"),)
