"""Who lives in a household, where, and who represents them: in time, as far as the kijker may know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.search import matching
from vliegwiel.ondersteuning.models import Adres, Huishouden
from vliegwiel.ondersteuning.queries.plan_lezen import works_with
from vliegwiel.privacy.public import (
    Betrokkene,
    Dossier,
    Inzage,
    Onderdeel,
    Persoon,
    Vertegenwoordiging,
    Zicht,
    open_gevoelig,
    personen,
    toon,
    zicht_op,
)

MOST = 20


@dataclass(frozen=True)
class Bewoner:
    """A person and the period they live here; `straks`: they are still to come."""

    rij: Betrokkene
    persoon: Persoon
    straks: bool


@dataclass(frozen=True)
class Mensenblad:
    huishouden: Huishouden
    bewoners: list[Bewoner]
    adressen: list[Adres]
    verborgen: bool  # there is a secret address that this kijker may not read
    banden: list[Vertegenwoordiging]
    kent_geheim: bool


def household(kijker: Kijker, dossier_id: UUID, now: datetime) -> tuple[Huishouden, Zicht] | None:
    """The household of which this kijker keeps who lives there; None when it is not theirs."""
    zicht = zicht_op(kijker, [dossier_id], now)
    if not zicht.mag(Onderdeel.PERSOON, dossier_id) or not works_with(kijker, zicht, dossier_id):
        return None
    rows = Huishouden.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id=dossier_id)
    found = rows.select_related("dossier").first()
    return None if found is None else (found, zicht)


def read_mensen(kijker: Kijker, huishouden: Huishouden, zicht: Zicht, now: datetime) -> Mensenblad:
    """Who lives here or is still to come, where, and who may speak for whom.

    Who moved out is not here any more: their name is theirs again.
    """
    dossier, today = huishouden.dossier_id, day_of(now)
    living = [
        Bewoner(row, row.persoon, row.begindatum > today)
        for row in bewoners_of(kijker, dossier, today)
        if row.begindatum <= today
    ]
    seen = [it.persoon.pk for it in living]
    bands = Vertegenwoordiging.objects.filter(
        active(today), gemeente_id=kijker.gemeente_id, persoon_id__in=seen
    ).select_related("persoon", "vertegenwoordiger")
    banden = list(bands.order_by("begindatum", "id"))
    everyone = seen + [band.vertegenwoordiger_id for band in banden]
    toon(kijker, Inzage.Soort.PLAN, [(persoon, dossier) for persoon in everyone])
    knows = zicht.mag(Onderdeel.GEHEIM_ADRES, dossier)
    addresses = adressen_of(kijker, zicht, dossier)
    if any(it.geheim for it in addresses):
        open_gevoelig(kijker, Onderdeel.GEHEIM_ADRES, dossier, "geheim_adres")
    hidden = not knows and zicht.mag(Onderdeel.ADRES, dossier) and _has_secret(kijker, dossier, today)
    return Mensenblad(huishouden, living, addresses, hidden, banden, knows)


def bewoners_of(kijker: Kijker, dossier: UUID, today: date) -> Any:
    """Everybody whose stay has not ended, in the order they are addressed."""
    rows = Betrokkene.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id=dossier)
    return rows.filter(active(today)).select_related("persoon").order_by("volgorde", "begindatum", "id")


def adressen_of(kijker: Kijker, zicht: Zicht, dossier: UUID) -> list[Adres]:
    """The addresses this kijker may read, latest first."""
    if not zicht.mag(Onderdeel.ADRES, dossier):
        return []
    rows = Adres.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id=dossier)
    if not zicht.mag(Onderdeel.GEHEIM_ADRES, dossier):
        rows = rows.filter(geheim=False)
    return list(rows.order_by("-begindatum", "-id"))


def _has_secret(kijker: Kijker, dossier: UUID, today: date) -> bool:
    rows = Adres.objects.filter(active(today), gemeente_id=kijker.gemeente_id, dossier_id=dossier)
    return rows.filter(geheim=True).exists()


def people_called(kijker: Kijker, question: str, now: datetime) -> list[Persoon]:
    """People this kijker may know already, by name; written down that they were found."""
    found = list(matching(personen(kijker, now), question).order_by("achternaam", "voornaam", "id")[:MOST])
    toon(kijker, Inzage.Soort.ZOEKEN, [(persoon.pk, None) for persoon in found])
    return found


def same_people(
    kijker: Kijker, people: list[tuple[str, str, date | None]], now: datetime
) -> list[tuple[Persoon, Dossier]]:
    """People of the same name and date of birth whom this kijker may know, with where they live. Nothing is merged."""
    wanted = {(first.lower(), last.lower(), born) for first, last, born in people}
    names = {first for first, _, _ in people}
    rows = personen(kijker, now).filter(voornaam__in=names)
    same = [it for it in rows if (it.voornaam.lower(), it.achternaam.lower(), it.geboortedatum) in wanted]
    living = Betrokkene.objects.filter(
        active(day_of(now)), gemeente_id=kijker.gemeente_id, persoon_id__in=[it.pk for it in same]
    ).select_related("dossier")
    places = list(living)
    zicht = zicht_op(kijker, {row.dossier_id for row in places}, now)
    by_id = {it.pk: it for it in same}
    found = [
        (by_id[row.persoon_id], row.dossier) for row in places if zicht.mag(Onderdeel.PERSOON, row.dossier_id)
    ]
    toon(kijker, Inzage.Soort.ZOEKEN, [(persoon.pk, dossier.pk) for persoon, dossier in found])
    return found
