from django.db import models

from vliegwiel.kern.tenancy import GemeenteModel, TenantForeignKey
from vliegwiel.privacy.models.base import period_is_right
from vliegwiel.privacy.models.persoon import Persoon


class Dossier(GemeenteModel):
    """What hangs together around one household: everything that carries a dossier follows its access.

    `nummer` is what people say on the phone; `referentie` is the number in the zaaksysteem. The retention clock
    runs from `klok_vanaf` by the rule `bewaarregel` (gegevens/bewaartermijnen.yaml).
    """

    nummer = models.CharField(max_length=20)
    referentie = models.CharField(max_length=60, blank=True)
    geopend_op = models.DateField()
    gesloten_op = models.DateField(null=True, blank=True)
    bewaarregel = models.CharField(max_length=40, blank=True)
    klok_vanaf = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["gemeente", "nummer"], name="privacy_dossier_nummer"),)

    def __str__(self) -> str:
        return self.nummer


class Betrokkene(GemeenteModel):
    """A person the dossier is about: somebody who lives in the household, from a day until a day.

    The same person may be in several dossiers at once (a child with two homes). A plan is never about whoever
    helps. `volgorde` puts the person who is addressed first.
    """

    dossier = TenantForeignKey(Dossier, related_name="betrokkenen")
    persoon = TenantForeignKey(Persoon, related_name="+")
    volgorde = models.PositiveSmallIntegerField(default=0)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (period_is_right("privacy_betrokkene"),)
        indexes = (models.Index(fields=["gemeente", "persoon"], name="privacy_betrokkene_persoon"),)
