"""Three stores with one trace id (`spoor`): who looked, what was decided, what changed. Written once.

Ids of persons, dossiers and colleagues are kept without a reference: destroying a dossier never touches its log.
"""

from django.db import models

from vliegwiel.kern.tenancy import GemeenteKey, GemeenteModel, TenantForeignKey
from vliegwiel.privacy.models.base import domein_field
from vliegwiel.privacy.models.dossier import Dossier


class Inzage(models.Model):
    """Somebody looked: one event per page. Never content, never what was searched for (NEN 7513)."""

    class Soort(models.TextChoices):
        LIJST = "lijst"  # one line per organisation, purpose and day for the resident
        ZOEKEN = "zoeken"
        PLAN = "plan"  # its own line
        VRAAG = "vraag"
        DOWNLOAD = "download"
        KOPIE = "kopie"
        VOORLEZEN = "voorlezen"
        SPOED = "spoed"
        EIGEN = "eigen"  # the resident's own page

    id = models.BigAutoField(primary_key=True)
    gemeente = GemeenteKey()
    moment = models.DateTimeField()
    spoor = models.UUIDField()
    account = models.UUIDField(null=True)
    medewerker = models.UUIDField(null=True)
    deelname = models.UUIDField(null=True)
    route = models.CharField(max_length=120)
    doel = models.CharField(max_length=30)
    soort = models.CharField(max_length=10, choices=Soort.choices)

    class Meta:
        indexes = (
            models.Index(fields=["gemeente", "moment"], name="privacy_inzage_moment"),
            models.Index(fields=["gemeente", "account", "moment"], name="privacy_inzage_account"),
        )


class Inzageregel(models.Model):
    """One person was shown in one event: a narrow row."""

    id = models.BigAutoField(primary_key=True)
    gemeente = GemeenteKey()
    inzage = TenantForeignKey(Inzage, related_name="regels")
    persoon = models.UUIDField()
    dossier = models.UUIDField(null=True)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "persoon", "-id"], name="privacy_inzageregel_persoon"),)


class Besluit(models.Model):
    """What the policy decided about sensitive things: every refusal, and what was opened by spoed or seal."""

    class Uitkomst(models.TextChoices):
        MAG = "mag"
        MAG_NIET = "mag_niet"

    id = models.BigAutoField(primary_key=True)
    gemeente = GemeenteKey()
    moment = models.DateTimeField()
    spoor = models.UUIDField()
    account = models.UUIDField(null=True)
    dossier = models.UUIDField(null=True)
    route = models.CharField(max_length=120)
    onderdeel = models.CharField(max_length=20, blank=True)
    uitkomst = models.CharField(max_length=8, choices=Uitkomst.choices)
    reden = models.CharField(max_length=60)
    beleid = models.CharField(max_length=20)

    class Meta:
        indexes = (models.Index(fields=["gemeente", "moment"], name="privacy_besluit_moment"),)


class Wijziging(GemeenteModel):
    """Geschiedenis: one field of one object, before and after. Read with the object, never apart from it."""

    dossier = TenantForeignKey(Dossier, related_name="+")
    domein = domein_field()
    soort = models.CharField(max_length=40)
    object = models.UUIDField()
    veld = models.CharField(max_length=40)
    voor = models.TextField(blank=True)
    na = models.TextField(blank=True)
    door = models.CharField(max_length=120)
    account = models.UUIDField(null=True)
    moment = models.DateTimeField()
    spoor = models.UUIDField()

    class Meta:
        indexes = (models.Index(fields=["gemeente", "object", "moment"], name="privacy_wijziging_object"),)


class Zegel(models.Model):
    """A batch of inzage rows, closed: the Merkle root over `ids` in order, and the root before it."""

    id = models.BigAutoField(primary_key=True)
    gemeente = GemeenteKey()
    nummer = models.PositiveIntegerField()
    ids = models.JSONField()
    wortel = models.CharField(max_length=64)
    vorige = models.CharField(max_length=64)
    moment = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["gemeente", "nummer"], name="privacy_zegel_nummer"),)


class Nazicht(GemeenteModel):
    """The FG looked at one event of the monthly sample: seen, or to be asked about. Written once."""

    class Oordeel(models.TextChoices):
        GEZIEN = "gezien"
        NAVRAAG = "navraag"

    inzage = TenantForeignKey(Inzage, related_name="+")
    oordeel = models.CharField(max_length=8, choices=Oordeel.choices)
    woorden = models.TextField(blank=True)
    door = models.CharField(max_length=120)
    moment = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "inzage"], name="privacy_nazicht_eenmaal"),
        )
