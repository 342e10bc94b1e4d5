from django.db import models
from django.db.models import Q

from vliegwiel.gemeenschap.models.organisatie import Deelname
from vliegwiel.kern.models import Account
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey


def _period_is_right(table: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(einddatum__isnull=True) | Q(einddatum__gte=models.F("begindatum")),
        name=f"{table}_periode",
    )


class Medewerker(GemeenteModel):
    """A colleague in this gemeente: an account that works here for one of the organisations.

    The same account may be a Medewerker in several gemeenten; it never sees a union of them. A temporary
    colleague (a procesbegeleider from outside) has an `einddatum`: the last day they are let in.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    deelname = TenantForeignKey(Deelname, related_name="medewerkers")
    naam = models.CharField(max_length=120)
    functie = models.CharField(max_length=120, blank=True)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "account"], name="gemeenschap_medewerker_eenmaal"),
            _period_is_right("gemeenschap_medewerker"),
        )

    def __str__(self) -> str:
        return self.naam


class Roltoekenning(GemeenteModel):
    """A colleague has a role from a day until a day (inclusive). The roles are in `gemeenschap.rules`."""

    medewerker = TenantForeignKey(Medewerker, related_name="roltoekenningen")
    rol = models.CharField(max_length=30)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "medewerker", "rol"],
                condition=Q(einddatum__isnull=True),
                name="gemeenschap_rol_eenmaal_open",
            ),
            _period_is_right("gemeenschap_roltoekenning"),
        )


class Inwoner(GemeenteModel):
    """A resident's account in this gemeente, with the name they chose to be called by."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=120)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "account"], name="gemeenschap_inwoner_eenmaal"),
            _period_is_right("gemeenschap_inwoner"),
        )

    def __str__(self) -> str:
        return self.naam


class Mailvoorkeur(GemeenteModel):
    """How often a colleague wants a mail that something waits: each working day, each week, or never (no row).

    `dag` is the weekday of the weekly mail (1 is Monday). `laatst_op` is the last day on which it was seen to, mailed
    or not: never two a day.
    """

    class Ritme(models.TextChoices):
        DAG = "dag"
        WEEK = "week"
        NOOIT = "nooit"

    medewerker = TenantForeignKey(Medewerker, related_name="+")
    ritme = models.CharField(max_length=5, choices=Ritme.choices, default=Ritme.NOOIT)
    dag = models.PositiveSmallIntegerField(default=1)
    laatst_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "medewerker"], name="gemeenschap_mailvoorkeur_een"),
        )
