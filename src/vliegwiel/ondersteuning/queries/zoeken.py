"""Finding people, households and addresses, each only among what the kijker may see; every person found is logged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.prepared import ask
from vliegwiel.kern.search import holding, search_words
from vliegwiel.ondersteuning.models import Adres, Huishouden
from vliegwiel.privacy.public import (
    Betrokkene,
    Inzage,
    Onderdeel,
    Persoon,
    dossier_ids,
    find_by_bsn,
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


def _matched(kijker: Kijker, vraag: str, now: datetime) -> dict[str, list[Any]]:
    """What matches, per kind, in one query: (kind, id of the person or dossier, three texts).

    Cut off here and not in the database: what one colleague may see is never much.
    """
    kinds = (MENS, HUISHOUDEN, ADRES)
    words = search_words(vraag)
    if not words:
        return {kind: [] for kind in kinds}
    parts = (Onderdeel.PERSOON, Onderdeel.KADER, Onderdeel.ADRES, Onderdeel.GEHEIM_ADRES)
    known = {part.value: dossier_ids(kijker, now, part) for part in parts}
    rows = ask_of(_found, known, gemeente=kijker.gemeente_id, today=day_of(now), words=words)
    rows = sorted(rows, key=lambda row: (row[2], row[3], str(row[1])))
    return {kind: [row for row in rows if row[0] == kind][:SHOWN] for kind in kinds}


def _found(*, gemeente: UUID, today: date, words: str, **known: Any) -> QuerySet[Any]:
    here: dict[str, Any] = {"gemeente_id": gemeente}
    living = Betrokkene.objects.filter(active(today), among(known[Onderdeel.PERSOON]), **here)
    people = Persoon.objects.filter(pk__in=living.values("persoon_id"), **here)
    homes = Huishouden.objects.filter(among(known[Onderdeel.KADER]), **here)
    return (
        holding(people, words)
        .values_list(Value(MENS), "pk", "achternaam", "voornaam", Value(""))
        .union(
            holding(homes, words).values_list(
                Value(HUISHOUDEN), "dossier_id", "naam", "dossier__nummer", "dossier__referentie"
            ),
            holding(_addresses(gemeente, today, known), words).values_list(
                Value(ADRES), "dossier_id", "straat", "huisnummer", "postcode"
            ),
            all=True,
        )
    )


def _addresses(gemeente: UUID, today: date, known: dict[str, Any]) -> QuerySet[Adres]:
    """Where households live today; a secret one only for who may know it."""
    seen = Q(among(known[Onderdeel.ADRES]), geheim=False)
    secret = Q(among(known[Onderdeel.GEHEIM_ADRES]), geheim=True)
    return Adres.objects.filter(seen | secret, active(today), gemeente_id=gemeente)


def among(ids: Any) -> Q:
    """Rows of these dossiers: ids that were read, or a sub-query."""
    return Q(dossier_id__among=ids) if isinstance(ids, list) else Q(dossier_id__in=ids)


def ask_of(build: Any, known: dict[str, Any], **values: Any) -> list[Any]:
    """As `ask`, when the ids were read; a sub-query in their place makes another question each time."""
    if all(isinstance(ids, list) for ids in known.values()):
        return ask(build, **values, **known)
    return list(build(**values, **known))


def _living(
    kijker: Kijker, now: datetime, people: Iterable[Wie], ids: Iterable[UUID]
) -> dict[UUID, list[Any]]:
    """Who lives where today, for the people and the households that were found."""
    known = {"known": dossier_ids(kijker, now, Onderdeel.PERSOON)}
    who = {"people": [pk for pk, _ in people], "ids": list(ids)}
    rows = ask_of(_living_there, known, gemeente=kijker.gemeente_id, today=day_of(now), **who)
    living: dict[UUID, list[Any]] = {}
    for row in rows:
        living.setdefault(row[0], []).append(row)
    return living


def _living_there(
    *, gemeente: UUID, today: date, people: list[UUID], ids: list[UUID], known: Any
) -> QuerySet[Any]:
    found = Q(persoon_id__among=people) | Q(dossier_id__among=ids)
    rows = Betrokkene.objects.filter(found, among(known), active(today), gemeente_id=gemeente)
    fields = ("dossier_id", "dossier__nummer", "persoon_id", "persoon__voornaam")
    return rows.order_by("volgorde", "pk").values_list(*fields)


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
