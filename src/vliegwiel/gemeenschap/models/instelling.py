from django.db import models

from vliegwiel.kern.tenancy import GemeenteModel


class Instelling(GemeenteModel):
    """One setting of a gemeente from a day on; the latest one whose day has come counts.

    Which settings exist, of what type and with which default, is declared by the rooms
    (`gemeenschap.instellingen`).
    """

    code = models.CharField(max_length=60)
    waarde = models.JSONField()
    vanaf = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gemeente", "code", "vanaf"], name="gemeenschap_instelling_per_dag"
            ),
        )
