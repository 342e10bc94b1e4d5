from django.db import models
from django.db.models import F, Q

from vliegwiel.gemeenschap.public import Inwoner
from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.privacy.models.base import period_is_right


class Persoon(GemeenteModel):
    """A human being in a household or behind a question. Not an account: most people never have one.

    `inwoner` is their own account here, when they have one. `zoektekst` holds the stems of the name.
    """

    voornaam = models.CharField(max_length=80)
    achternaam = models.CharField(max_length=120, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    overleden_op = models.DateField(null=True, blank=True)
    telefoon = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    inwoner = TenantForeignKey(Inwoner, null=True, blank=True, related_name="+")
    zoektekst = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "inwoner"],
                condition=Q(inwoner__isnull=False),
                name="privacy_persoon_inwoner_eenmaal",
            ),
        )
        indexes = (models.Index(fields=["gemeente", "geboortedatum"], name="privacy_persoon_geboren"),)

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.achternaam}".strip()

    def __str__(self) -> str:
        return self.naam


class Bsn(GemeenteModel):
    """The burgerservicenummer of a person, when we have it: unreadable here, findable by its blind index.

    `cijfertekst` is AES-GCM under the key `sleutel_id` names; `blind` is an HMAC with another key (normen.md).
    """

    persoon = TenantForeignKey(Persoon, related_name="+")
    sleutel_id = models.CharField(max_length=40)
    cijfertekst = models.TextField()
    blind = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "persoon"], name="privacy_bsn_een_per_persoon"),
            models.UniqueConstraint(fields=["gemeente", "blind"], name="privacy_bsn_blind"),
        )


class Vertegenwoordiging(GemeenteModel):
    """Somebody may read for somebody else, from a day until a day: gezag, mentor, bewindvoerder, volmacht."""

    class Soort(models.TextChoices):
        GEZAG = "gezag"
        MENTOR = "mentor"
        BEWINDVOERDER = "bewindvoerder"
        VOLMACHT = "volmacht"

    persoon = TenantForeignKey(Persoon, related_name="vertegenwoordigers")
    vertegenwoordiger = TenantForeignKey(Persoon, related_name="vertegenwoordigt")
    soort = models.CharField(max_length=14, choices=Soort.choices)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            period_is_right("privacy_vertegenwoordiging"),
            models.CheckConstraint(
                condition=~Q(persoon=F("vertegenwoordiger")), name="privacy_vertegenwoordiging_een_ander"
            ),
        )
