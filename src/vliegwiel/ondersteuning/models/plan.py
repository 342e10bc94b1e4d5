from django.db import models
from django.db.models import Q

from vliegwiel.gemeenschap.public import Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.koers.public import Doel
from vliegwiel.privacy.public import Dossier, Persoon, domein_field
from vliegwiel.samenspel.public import Afspraak, Tafel, Terugblik


class Plan(GemeenteModel):
    """The one plan of a household, made with the people. Its parts carry a domain; it has none itself.

    `familieplan`: whether the family wants to make its own plan first (Jeugdwet 4.1.2). `tafel` is the family's plan
    group, where versions are agreed on as a Voorstel. `terugblik` is the one at closing.
    """

    class Familieplan(models.TextChoices):
        NIET_GEVRAAGD = "niet_gevraagd"
        GEVRAAGD = "gevraagd"
        JA = "ja"
        NEE = "nee"

    dossier = TenantForeignKey(Dossier, related_name="+")
    familieplan = models.CharField(
        max_length=14, choices=Familieplan.choices, default=Familieplan.NIET_GEVRAAGD
    )
    tafel = TenantForeignKey(Tafel, null=True, blank=True, related_name="+")
    terugblik = TenantForeignKey(Terugblik, null=True, blank=True, related_name="+")
    begonnen_op = models.DateField()
    gesloten_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "dossier"], name="ondersteuning_plan_dossier"),
        )


class Plandeel(GemeenteModel):
    """A piece of the plan in somebody's own words: what goes well, what I want, or a note.

    About one person, or (`persoon` empty) about the household. `leefgebied` is a part of life and decides nothing;
    `domein` is the label that decides who may see it. `verzegeld`: only who wrote it and who it is about.
    `afgesloten`: a child of 12-15 closed it for the parents. `versie` counts changes, so that two writers meet.
    """

    class Soort(models.TextChoices):
        GAAT_GOED = "gaat_goed"
        WIL_IK = "wil_ik"
        AANTEKENING = "aantekening"

    class Leefgebied(models.TextChoices):
        WONEN = "wonen"
        GELD = "geld"
        WERK = "werk"
        GEZONDHEID = "gezondheid"
        MENSEN = "mensen"
        KINDEREN = "kinderen"
        DAG = "dag"
        VEILIG = "veilig"

    dossier = TenantForeignKey(Dossier, related_name="+")
    domein = domein_field()
    persoon = TenantForeignKey(Persoon, null=True, blank=True, related_name="+")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    leefgebied = models.CharField(max_length=12, choices=Leefgebied.choices, blank=True)
    tekst = models.TextField()
    eigen_woorden = models.BooleanField(default=False)
    verzegeld = models.BooleanField(default=False)
    afgesloten = models.BooleanField(default=False)
    maker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    gemaakt_op = models.DateTimeField()
    vervallen_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "dossier"], name="ondersteuning_deel_dossier"),)


class Plandoel(GemeenteModel):
    """What somebody wants to reach, with a first step; looked back on by a Terugblik. A score only where wanted."""

    class Status(models.TextChoices):
        LOOPT = "loopt"
        GEHAALD = "gehaald"
        LOSGELATEN = "losgelaten"

    dossier = TenantForeignKey(Dossier, related_name="+")
    domein = domein_field()
    persoon = TenantForeignKey(Persoon, null=True, blank=True, related_name="+")
    tekst = models.TextField()
    eerste_stap = models.TextField(blank=True)
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.LOOPT)
    afgesloten = models.BooleanField(default=False)
    terugblik = TenantForeignKey(Terugblik, null=True, blank=True, related_name="+")
    gemaakt_op = models.DateTimeField()
    klaar_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__lte=10), name="ondersteuning_doel_score"
            ),
        )
        indexes = (models.Index(fields=["gemeente", "dossier"], name="ondersteuning_doel_dossier"),)


class Doelafspraak(GemeenteModel):
    """An Afspraak serves a goal of the plan: offered, never demanded."""

    plandoel = TenantForeignKey(Plandoel, related_name="afspraken")
    afspraak = TenantForeignKey(Afspraak, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "plandoel", "afspraak"], name="ondersteuning_doelafspraak_eenmaal"
            ),
        )


class Doelkoppeling(GemeenteModel):
    """A goal of a plan serves a Doel of the gemeente: said by a colleague, offered and never demanded.

    About a household, so it follows the rights of its Plandoel.
    """

    plandoel = TenantForeignKey(Plandoel, related_name="koppelingen")
    doel = TenantForeignKey(Doel, related_name="+")
    dossier = TenantForeignKey(Dossier, related_name="+")
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "plandoel", "doel"], name="ondersteuning_doelkoppeling_eenmaal"
            ),
        )
        indexes = (models.Index(fields=["gemeente", "doel"], name="ondersteuning_koppeling_doel"),)


class Contactmoment(GemeenteModel):
    """A call, a visit, a message: the outcome and one line. Also what a resident says back (`inwoner` speaks)."""

    class Soort(models.TextChoices):
        TELEFOON = "telefoon"
        BEZOEK = "bezoek"
        BALIE = "balie"
        MAIL = "mail"
        BERICHT = "bericht"

    class Uitkomst(models.TextChoices):
        GESPROKEN = "gesproken"
        NIET_BEREIKT = "niet_bereikt"
        BERICHT_ACHTERGELATEN = "bericht_achtergelaten"
        AFGEZEGD = "afgezegd"
        GELEZEN = "gelezen"
        NOG_TE_LEZEN = "nog_te_lezen"

    dossier = TenantForeignKey(Dossier, related_name="+")
    domein = domein_field()
    persoon = TenantForeignKey(Persoon, null=True, blank=True, related_name="+")
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    van_inwoner = models.BooleanField(default=False)
    soort = models.CharField(max_length=8, choices=Soort.choices)
    uitkomst = models.CharField(max_length=22, choices=Uitkomst.choices)
    regel = models.TextField(blank=True)
    afgesloten = models.BooleanField(default=False)
    moment = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["gemeente", "dossier", "-moment"], name="ondersteuning_contact"),)
