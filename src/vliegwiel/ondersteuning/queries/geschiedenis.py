"""What one thing said before: reached through the thing itself, by the same sight."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Contactmoment, Plandoel
from vliegwiel.ondersteuning.queries.huishouden import adressen_of, bewoners_of
from vliegwiel.ondersteuning.queries.plan import afspraken_of, delen_of
from vliegwiel.privacy.public import (
    Betrokkene,
    Inzage,
    Onderdeel,
    Wijziging,
    Zicht,
    geschiedenis_van,
    toon,
    zicht_op,
)

DEEL_VAN = {
    "plandeel": Onderdeel.INHOUD,
    "plandoel": Onderdeel.DOEL,
    "afspraak": Onderdeel.AFSPRAAK,
    "contactmoment": Onderdeel.INHOUD,
    "persoon": Onderdeel.PERSOON,
    "adres": Onderdeel.ADRES,
}


def read_geschiedenis(
    kijker: Kijker, dossier_id: UUID, soort: str, object_id: UUID, now: datetime
) -> list[Wijziging] | None:
    """What changed about one thing, newest first; None when the thing itself is not theirs to read.

    A line from when the thing had another domain is left out, unless that domain may be read too.
    """
    zicht = zicht_op(kijker, [dossier_id], now)
    if soort not in DEEL_VAN or not zicht.mag(Onderdeel.KADER, dossier_id):
        return None
    found = _find(kijker, zicht, dossier_id, soort, object_id, now)
    if found is None:
        return None
    about = getattr(found, "persoon_id", None)
    persons = [about] if about else _who_live_here(kijker, dossier_id, now)
    toon(kijker, Inzage.Soort.PLAN, [(persoon, dossier_id) for persoon in persons])
    readable = _domains(zicht, dossier_id, soort) | {getattr(found, "domein", "")}
    return [row for row in geschiedenis_van(kijker, dossier_id, object_id) if row.domein in readable]


def _find(
    kijker: Kijker, zicht: Zicht, dossier: UUID, soort: str, object_id: UUID, now: datetime
) -> Any | None:
    if soort == "adres":
        return next((row for row in adressen_of(kijker, zicht, dossier) if row.pk == object_id), None)
    if soort == "persoon":
        seen = zicht.mag(Onderdeel.PERSOON, dossier)
        rows = bewoners_of(kijker, dossier, day_of(now)) if seen else Betrokkene.objects.none()
        return rows.filter(persoon_id=object_id).first()
    return _rows(kijker, zicht, dossier, soort).filter(pk=object_id, dossier_id=dossier).first()


def _rows(kijker: Kijker, zicht: Zicht, dossier: UUID, soort: str) -> QuerySet[Any]:
    here = {"gemeente_id": kijker.gemeente_id}
    if soort == "plandeel":
        return delen_of(kijker, zicht)
    if soort == "afspraak":
        return afspraken_of(kijker, zicht, dossier)
    if soort == "plandoel":
        return Plandoel.objects.filter(zicht.q(Onderdeel.DOEL), **here)
    return Contactmoment.objects.filter(zicht.q(Onderdeel.INHOUD), **here)


def _domains(zicht: Zicht, dossier: UUID, soort: str) -> frozenset[str]:
    return zicht.domeinen(DEEL_VAN[soort], dossier)


def _who_live_here(kijker: Kijker, dossier: UUID, now: datetime) -> list[UUID]:
    rows = Betrokkene.objects.filter(active(day_of(now)), gemeente_id=kijker.gemeente_id, dossier_id=dossier)
    return list(rows.values_list("persoon_id", flat=True))
