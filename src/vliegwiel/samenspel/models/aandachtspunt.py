from django.db import models
from django.db.models import Q

from vliegwiel.gemeenschap.public import Medewerker, Team
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.privacy.public import Dossier, Persoon, domein_field


class Aandachtspunt(GemeenteModel):
    """Vraagt aandacht: found by a rule, for one colleague, one team or everyone with one role; gone when its cause is.

    `code` is the rule's, `sleutel` what it is about (unique while open: no doubles), `object` the row behind it.
    `params` holds codes, days and numbers; never what people wrote. `vanaf` is the first day it is shown; a snooze
    moves `uitgesteld_tot` and says why. About a household: `dossier`, `domein`, `persoon`, so that the policy filters
    it.
    """

    class Weg(models.TextChoices):
        GEDAAN = "gedaan"  # somebody did what it asked
        VERVALLEN = "vervallen"  # its cause is gone

    code = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=120)
    object = models.UUIDField(null=True, blank=True)
    dossier = TenantForeignKey(Dossier, null=True, blank=True, related_name="+")
    domein = domein_field()
    persoon = TenantForeignKey(Persoon, null=True, blank=True, related_name="+")
    medewerker = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    team = TenantForeignKey(Team, null=True, blank=True, related_name="+")
    rol = models.CharField(max_length=30, blank=True)
    params = models.JSONField(default=dict)
    vanaf = models.DateField()
    voor = models.DateField(null=True, blank=True)
    gemaakt_op = models.DateTimeField()
    uitgesteld_tot = models.DateField(null=True, blank=True)
    uitgesteld_reden = models.TextField(blank=True)
    uitgesteld_door = TenantForeignKey(Medewerker, null=True, blank=True, related_name="+")
    weg_op = models.DateTimeField(null=True, blank=True)
    weg = models.CharField(max_length=9, choices=Weg.choices, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "code", "sleutel"],
                condition=Q(weg_op__isnull=True),
                name="samenspel_aandacht_eenmaal_open",
            ),
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False, team__isnull=True, rol="")
                | Q(medewerker__isnull=True, team__isnull=False, rol="")
                | Q(medewerker__isnull=True, team__isnull=True) & ~Q(rol=""),
                name="samenspel_aandacht_voor_een",
            ),
        )
        indexes = (
            models.Index(
                fields=["gemeente", "medewerker", "weg_op", "vanaf"], name="samenspel_aandacht_mens"
            ),
            models.Index(fields=["gemeente", "team", "weg_op", "vanaf"], name="samenspel_aandacht_team"),
            models.Index(fields=["gemeente", "rol", "weg_op", "vanaf"], name="samenspel_aandacht_rol"),
            models.Index(fields=["gemeente", "code", "object"], name="samenspel_aandacht_object"),
        )


class Aandachtstand(GemeenteModel):
    """How far a rule for what asks attention has looked: when it last found, and which open one it looks at next."""

    code = models.CharField(max_length=40)
    sinds = models.DateTimeField(null=True, blank=True)
    bij = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "code"], name="samenspel_aandachtstand_een"),
        )
