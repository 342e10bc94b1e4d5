from django.db import models

from vliegwiel.gemeenschap.public import Medewerker
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.samenspel.public import Afspraak


class Kaart(GemeenteModel):
    """One card by link, without an account: a task of a volunteer. The link is not kept, only its hash.

    `taak` and `voor` are all the link shows ("dinsdag 10.00, post doornemen", "mevrouw B.").
    """

    class Antwoord(models.TextChoices):
        LUKT = "lukt"
        LUKT_NIET = "lukt_niet"
        GEDAAN = "gedaan"

    afspraak = TenantForeignKey(Afspraak, related_name="+")
    sleutel = models.CharField(max_length=64)
    wie = models.CharField(max_length=120)
    taak = models.TextField()
    voor = models.CharField(max_length=80)
    gemaakt_door = TenantForeignKey(Medewerker, related_name="+")
    gemaakt_op = models.DateTimeField()
    geldig_tot = models.DateField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    antwoord = models.CharField(max_length=9, choices=Antwoord.choices, blank=True)
    antwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "sleutel"], name="ondersteuning_kaart_sleutel"),
        )
