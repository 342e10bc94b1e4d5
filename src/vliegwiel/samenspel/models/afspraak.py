from django.db import models
from django.db.models import Q

from vliegwiel.gemeenschap.public import Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.privacy.public import Dossier, Persoon, domein_field


class Afspraak(GemeenteModel):
    """Dit spreken we af: who does what, for whom, by when. Paid and unpaid stand side by side.

    About a household it carries a `dossier`, a `domein` and (when it is for one person) a `persoon`; the policy reads
    nothing else. Who does it: a resident (`doet`), somebody around them (`wie_naam`), or a colleague (`medewerker`).
    `gever` holds the ball until it is taken; the states are in `rules.afspraak`. `afgesloten`: a child of 12-15 closed
    it for the parents.
    """

    class Wie(models.TextChoices):
        INWONER = "inwoner"
        NETWERK = "netwerk"
        VRIJWILLIGER = "vrijwilliger"
        PROFESSIONAL = "professional"
        GEMEENTE = "gemeente"

    class Status(models.TextChoices):
        GEVRAAGD = "gevraagd"
        LOOPT = "loopt"
        TERUGGEGEVEN = "teruggegeven"
        GEDAAN = "gedaan"
        LOSGELATEN = "losgelaten"

    dossier = TenantForeignKey(Dossier, null=True, blank=True, related_name="+")
    domein = domein_field()
    persoon = TenantForeignKey(Persoon, null=True, blank=True, related_name="+")
    afgesloten = models.BooleanField(default=False)
    tekst = models.TextField()
    wie = models.CharField(max_length=12, choices=Wie.choices)
    wie_naam = models.CharField(max_length=120, blank=True)
    doet = TenantForeignKey(Persoon, null=True, blank=True, related_name="+")
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    gever = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    wanneer = models.DateField(null=True, blank=True)
    hoe_laat = models.TimeField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices)
    reden = models.TextField(blank=True)
    uitkomst = models.TextField(blank=True)
    gemaakt_op = models.DateTimeField()
    aangenomen_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    nummer = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(domein="") | Q(dossier__isnull=False), name="samenspel_afspraak_domein"
            ),
        )
        indexes = (
            models.Index(fields=["gemeente", "dossier", "wanneer"], name="samenspel_afspraak_dossier"),
            models.Index(fields=["gemeente", "medewerker", "status"], name="samenspel_afspraak_mens"),
        )


class Terugblik(GemeenteModel):
    """Looking back: what we expected, fixed beforehand; the day; what happened; houden, aanpassen or stoppen.

    General: what it is about points to it (a plan goal, the closing of a plan; later a Voorstel, an opdracht).
    """

    class Oordeel(models.TextChoices):
        HOUDEN = "houden"
        AANPASSEN = "aanpassen"
        STOPPEN = "stoppen"

    dossier = TenantForeignKey(Dossier, null=True, blank=True, related_name="+")
    domein = domein_field()
    persoon = TenantForeignKey(Persoon, null=True, blank=True, related_name="+")
    verwachting = models.TextField()
    kijken_op = models.DateField()
    gebeurd = models.TextField(blank=True)
    oordeel = models.CharField(max_length=9, choices=Oordeel.choices, blank=True)
    geleerd = models.TextField(blank=True)
    teruggekeken_op = models.DateTimeField(null=True, blank=True)
