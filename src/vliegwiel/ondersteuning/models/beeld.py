from django.db import models

from vliegwiel.kern.tenancy import GemeenteModel


class Kwartaalbeeld(GemeenteModel):
    """*Wat kwam ervan* of one quarter as it was first shown, and how many households had a plan at the end of it, and
    per Doel (`plannen`, `doelen`, in whole tens). Written once: two releases can never be subtracted.

    `begin` is the first day of the quarter; `beeld` holds the protected numbers and nothing else: what is hidden is
    null there too.
    """

    begin = models.DateField()
    beeld = models.JSONField()
    moment = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["gemeente", "begin"], name="ondersteuning_kwartaalbeeld_eenmaal"),
        )
