"""What rows of this room share."""

from django.db import models
from django.db.models import F, Q

from vliegwiel.privacy.rules import Domein

DOMEIN_KEUZES = [(domein.value, domein.value) for domein in Domein]


def period_is_right(table: str) -> models.CheckConstraint:
    """The last day is not before the first."""
    return models.CheckConstraint(
        condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("begindatum")), name=f"{table}_periode"
    )


def domein_field() -> models.CharField:  # type: ignore[type-arg]
    """The domain a row belongs to; empty for what has none."""
    return models.CharField(max_length=20, choices=DOMEIN_KEUZES, blank=True, default="")
