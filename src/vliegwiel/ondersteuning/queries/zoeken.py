"""Finding people, households and addresses, each only among what the kijker may see; every person found is logged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.search import matching
from vliegwiel.ondersteuning.models import Adres, Huishouden
from vliegwiel.privacy.public import (
    Betrokkene,
    Inzage,
    Onderdeel,
    dossier_ids,
    find_by_bsn,
    personen,
    toon,
)

SHOWN = 12
Wie = tuple[UUID, str]  # a person and their name
MENS, HUISHOUDEN, ADRES = "mens", "huishouden", "adres"


@dataclass(frozen=True)
class Gevonden:
    """One household that was found, by what, and what to say below it."""

    soort: str
    titel: str
    dossier: UUID
    onder: str


def find(kijker: Kijker, vraag: str, now: datetime) -> list[Gevonden]:
    """People by name, households by name, number or reference, addresses: at most twelve of each."""
    if kijker.medewerker is None:
        return []
    matched = _matched(kijker, vraag, now)
    people = [(row[1], f"{row[3]} {row[2]}".strip()) for row in matched[MENS]]
    places = matched[HUISHOUDEN] + matched[ADRES]
    living = _living(kijker, now, people, [row[1] for row in places])
    return _show(kijker, _people(people, living) + _homes(places, living), living)


def find_number(kijker: Kijker, bsn: str, now: datetime) -> list[Gevonden]:
    """The person with this BSN, if the kijker may know of them."""
    people = [(one.pk, one.naam) for one in find_by_bsn(kijker, bsn, now)]
    living = _living(kijker, now, people, [])
    return _show(kijker, _people(people, living), living)


def addresses(kijker: Kijker, now: datetime) -> QuerySet[Adres]:
    """Where households live today; a secret one only for who may know it."""
    known = Q(geheim=False, dossier_id__in=dossier_ids(kijker, now, Onderdeel.ADRES))
    secret = Q(geheim=True, dossier_id__in=dossier_ids(kijker, now, Onderdeel.GEHEIM_ADRES))
    return Adres.objects.filter(known | secret, active(day_of(now)), gemeente_id=kijker.gemeente_id)


def _matched(kijker: Kijker, vraag: str, now: datetime) -> dict[str, list[Any]]:
    """What matches, per kind, in one query: (kind, id of the person or dossier, three texts).

    Cut off here and not in the database: what one colleague may see is never much.
    """
    known = dossier_ids(kijker, now, Onderdeel.KADER)
    homes = Huishouden.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id__in=known)
    people = matching(personen(kijker, now), vraag).values_list(
        Value(MENS), "pk", "achternaam", "voornaam", Value("")
    )
    named = matching(homes, vraag).values_list(
        Value(HUISHOUDEN), "dossier_id", "naam", "dossier__nummer", "dossier__referentie"
    )
    where = matching(addresses(kijker, now), vraag).values_list(
        Value(ADRES), "dossier_id", "straat", "huisnummer", "postcode"
    )
    rows = sorted(people.union(named, where, all=True), key=lambda row: (row[2], row[3], str(row[1])))
    kinds = (MENS, HUISHOUDEN, ADRES)
    return {kind: [row for row in rows if row[0] == kind][:SHOWN] for kind in kinds}


def _living(
    kijker: Kijker, now: datetime, people: Iterable[Wie], ids: Iterable[UUID]
) -> dict[UUID, list[Any]]:
    """Who lives where today, for the people and the households that were found."""
    found = Q(persoon_id__in=[pk for pk, _ in people]) | Q(dossier_id__in=list(ids))
    known = dossier_ids(kijker, now, Onderdeel.PERSOON)
    rows = Betrokkene.objects.filter(
        found, active(day_of(now)), gemeente_id=kijker.gemeente_id, dossier_id__in=known
    ).order_by("volgorde", "pk")
    living: dict[UUID, list[Any]] = {}
    for row in rows.values_list("dossier_id", "dossier__nummer", "persoon_id", "persoon__voornaam"):
        living.setdefault(row[0], []).append(row)
    return living


def _people(people: Iterable[Wie], living: dict[UUID, list[Any]]) -> list[Gevonden]:
    """A person is found once in every household where they live."""
    return [
        Gevonden(MENS, naam, dossier, nummer)
        for pk, naam in people
        for dossier, rows in living.items()
        for _, nummer, persoon, _ in rows
        if persoon == pk
    ]


def _homes(places: list[Any], living: dict[UUID, list[Any]]) -> list[Gevonden]:
    found = []
    for kind, dossier, first, second, third in places:
        names = ", ".join(row[3] for row in living.get(dossier, []))
        title = first if kind == HUISHOUDEN else f"{first} {second}".strip()
        extra = [second, third] if kind == HUISHOUDEN else [third]
        found.append(Gevonden(kind, title, dossier, " · ".join(filter(None, [names, *extra]))))
    return found


def _show(kijker: Kijker, found: list[Gevonden], living: dict[UUID, list[Any]]) -> list[Gevonden]:
    shown = [(row[2], dossier) for dossier, rows in living.items() for row in rows]
    toon(kijker, Inzage.Soort.ZOEKEN, shown)
    return found
