from django.db import models
from django.db.models import Q

from vliegwiel.kern.tenancy import GemeenteModel


class Werk(GemeenteModel):
    """A piece of background work: this row is the truth, a job of the queue carries only its id.

    `soort` is declared by a room, `object` is what it is about, `account` and `doel` say who acts and for what.
    `stap` of `stappen` is the progress. Whoever keeps failing is parked (`geparkeerd`) and visible; `fout` is the
    name of what went wrong, never its text.
    """

    class Status(models.TextChoices):
        WACHT = "wacht"
        BEZIG = "bezig"
        KLAAR = "klaar"
        GEPARKEERD = "geparkeerd"

    soort = models.CharField(max_length=40)
    object = models.UUIDField()
    account = models.UUIDField()
    doel = models.CharField(max_length=30)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WACHT)
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_op = models.DateTimeField()
    stap = models.PositiveIntegerField(default=0)
    stappen = models.PositiveIntegerField(default=0)
    fout = models.CharField(max_length=80, blank=True)
    gemaakt_op = models.DateTimeField()
    begonnen_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "soort", "object"],
                condition=Q(status__in=["wacht", "bezig"]),
                name="kern_werk_eenmaal_open",
            ),
        )
        indexes = (models.Index(fields=["gemeente", "status", "volgende_op"], name="kern_werk_wacht"),)
