"""Technical tables every room writes to. None of them holds what people said to each other, except Concept."""

from django.db import models

from vliegwiel.kern.tenancy import GemeenteKey, GemeenteModel


class Formuliersleutel(GemeenteModel):
    """A form that was sent: the same key a second time shows the first result again, and does nothing.

    `actor` is the account (later also a link) that sent it, never empty.
    """

    actor = models.UUIDField()
    route = models.CharField(max_length=300)
    sleutel = models.UUIDField()
    resultaat = models.CharField(max_length=300)
    moment = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "actor", "route", "sleutel"], name="kern_formuliersleutel_eenmaal"
            ),
        )


class Concept(GemeenteModel):
    """What somebody is still writing, kept on the server so that nothing typed is lost."""

    account = models.UUIDField()
    plek = models.CharField(max_length=300)
    velden = models.JSONField()
    moment = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "account", "plek"], name="kern_concept_een_per_plek"),
        )


class Uitgaand(GemeenteModel):
    """A mail that waits to be sent: that something is ready and where, never what it says."""

    class Status(models.TextChoices):
        WACHT = "wacht"
        VERSTUURD = "verstuurd"
        MISLUKT = "mislukt"

    aan = models.EmailField()
    soort = models.CharField(max_length=40)
    parameters = models.JSONField(default=dict)
    pad = models.CharField(max_length=300)
    taal = models.CharField(max_length=2, default="nl")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WACHT)
    pogingen = models.PositiveSmallIntegerField(default=0)
    moment = models.DateTimeField()
    verstuurd_op = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "status", "moment"], name="kern_uitgaand_wacht"),)


class Schrijflog(models.Model):
    """Who changed what and when; one line per action, in the action's own transaction.

    Numbered by the database (bigint), written once. `parameters` holds codes and ids, never content.
    """

    id = models.BigAutoField(primary_key=True)
    gemeente = GemeenteKey()
    moment = models.DateTimeField()
    account = models.UUIDField(null=True)
    actie = models.CharField(max_length=60)
    soort = models.CharField(max_length=40)
    object = models.UUIDField()
    spoor = models.UUIDField()
    parameters = models.JSONField(default=dict)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "object", "moment"], name="kern_schrijflog_object"),)


class Weigering(models.Model):
    """Somebody asked for what is not theirs: logged after roll-back, in a transaction of its own."""

    id = models.BigAutoField(primary_key=True)
    gemeente = GemeenteKey()
    moment = models.DateTimeField()
    account = models.UUIDField(null=True)
    route = models.CharField(max_length=120)
    reden = models.CharField(max_length=60)
    spoor = models.UUIDField()
