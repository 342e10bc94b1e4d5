"""Residents who may come in here; for a beheerder only, and their names only: never what they do or say."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Inwoner
from vliegwiel.gemeenschap.queries.people import manages


def residents(kijker: Kijker, today: date, naam: str = "") -> QuerySet[Inwoner]:
    """Who has access today or is going to; with `naam` only who is called exactly that."""
    here = _here(kijker).filter(Q(einddatum__isnull=True) | Q(einddatum__gte=today))
    if naam:
        here = here.filter(naam__iexact=naam)
    return here.order_by("naam", "pk")


def former_residents(kijker: Kijker, today: date) -> QuerySet[Inwoner]:
    """Who had access before, the last one first."""
    return _here(kijker).filter(einddatum__lt=today).order_by("-einddatum", "naam", "pk")


def resident(kijker: Kijker, pk: UUID) -> Inwoner | None:
    """One resident of this gemeente, gone or not; None when there is no such person here."""
    return _here(kijker).filter(pk=pk).first()


def _here(kijker: Kijker) -> QuerySet[Inwoner]:
    if not manages(kijker):
        return Inwoner.objects.none()
    return Inwoner.objects.filter(gemeente_id=kijker.gemeente_id).select_related("account")
