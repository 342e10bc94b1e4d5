"""What we know already about the people and assignments of a batch of messages: a fixed number of questions.

Only for who reads messages in (`require_messages`). Nothing of it is shown to anybody; whose rows were read is logged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Deelname, Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.models import Voorziening, Voorzieningfeit
from vliegwiel.ondersteuning.rules.pakket import Mens, Pakket, from_json, most_alike
from vliegwiel.ondersteuning.rules.voorziening import Feit, Toewijzing
from vliegwiel.privacy.public import (
    Betrokkene,
    Gevonden,
    Inzage,
    Persoon,
    persons_by_bsn,
    toon,
    with_bsn,
    without_bsn,
)

Sleutel = tuple[str, str]  # (wet, toewijzing)
Naam = tuple[UUID, str, str, date | None]  # person, first name, surname, date of birth


def key_of(pakket: Pakket) -> Sleutel:
    return pakket.wet, pakket.toewijzing


@dataclass
class Bekend:
    """What is known of a batch. `thuis`: the open household of a person today; `geboren`: who was born on a day."""

    voorzieningen: dict[Sleutel, Voorziening]
    nummers: dict[str, Gevonden]
    genummerd: frozenset[UUID] = frozenset()
    thuis: dict[UUID, UUID] = field(default_factory=dict)
    geboren: dict[date, list[Naam]] = field(default_factory=dict)
    zonder_nummer: dict[date, list[Naam]] = field(default_factory=dict)
    deelnames: dict[str, UUID] = field(default_factory=dict)
    feiten: dict[UUID, dict[tuple[str, str], Feit]] = field(default_factory=dict)  # by (soort, hash)

    def alike_to(self, mens: Mens) -> UUID | None:
        """Who looks like this person; like somebody with a number only who has none here."""
        if mens.geboortedatum is None:
            return None
        born = self.zonder_nummer if mens.bsn else self.geboren
        return most_alike(mens, born.get(mens.geboortedatum, ()))

    def add(self, row: Naam, *, numbered: bool) -> None:
        """Somebody who came in with this batch."""
        _, _, _, day = row
        if day is not None:
            self.geboren.setdefault(day, []).append(row)
            if not numbered:
                self.zonder_nummer.setdefault(day, []).append(row)


def read_known(by: Kijker, now: datetime, pakketten: Sequence[Pakket]) -> Bekend:
    """Everything a batch needs to know, the provisions locked. Raises OnlyForMessages."""
    rows = _provisions(by, pakketten)
    known = Bekend(rows, persons_by_bsn(by, _numbers(pakketten)))
    strangers = [
        it.persoon for it in pakketten if it.persoon.bsn not in known.nummers and key_of(it) not in rows
    ]
    known.geboren, known.zonder_nummer = _born(by, strangers)
    known.genummerd = with_bsn(by, _to_compare(known, pakketten))
    persons = {it.persoon for it in known.nummers.values()}
    near = {pk for mens in strangers if (pk := known.alike_to(mens)) is not None}
    known.thuis = _homes(by, now, persons | near)
    known.deelnames = _providers(by, pakketten)
    known.feiten = _facts(by, [row.pk for row in rows.values()])
    _say_who_was_read(by, known, near)
    return known


def _say_who_was_read(by: Kijker, known: Bekend, near: set[UUID]) -> None:
    rows = known.voorzieningen.values()
    toon(by, Inzage.Soort.ZOEKEN, [(row.persoon_id, row.dossier_id) for row in rows])
    toon(by, Inzage.Soort.ZOEKEN, [(pk, known.thuis.get(pk)) for pk in sorted(near)])


def _provisions(by: Kijker, pakketten: Sequence[Pakket]) -> dict[Sleutel, Voorziening]:
    wanted = {it.toewijzing for it in pakketten}
    rows = Voorziening.objects.filter(gemeente_id=by.gemeente_id, toewijzing__in=wanted)
    locked = rows.select_related("persoon").select_for_update(of=("self",)).order_by("pk")
    return {(row.wet, row.toewijzing): row for row in locked}


def _numbers(pakketten: Sequence[Pakket]) -> set[str]:
    return {it.persoon.bsn for it in pakketten if it.persoon.bsn}


def _to_compare(known: Bekend, pakketten: Sequence[Pakket]) -> set[UUID]:
    """Persons of known provisions about whom a message says a number that is nobody's yet."""
    return {
        row.persoon_id
        for it in pakketten
        if it.persoon.bsn
        and it.persoon.bsn not in known.nummers
        and (row := known.voorzieningen.get(key_of(it))) is not None
    }


def _born(by: Kijker, persons: Sequence[Mens]) -> tuple[dict[date, list[Naam]], dict[date, list[Naam]]]:
    """Who was born on the days of these: everybody, for who has no number; who has none here, for the others."""
    everybody = Persoon.objects.filter(gemeente_id=by.gemeente_id)
    return (
        _by_day(everybody, {it.geboortedatum for it in persons if it.geboortedatum and not it.bsn}),
        _by_day(without_bsn(by), {it.geboortedatum for it in persons if it.geboortedatum and it.bsn}),
    )


def _by_day(rows: QuerySet[Persoon], days: set[date]) -> dict[date, list[Naam]]:
    found: dict[date, list[Naam]] = defaultdict(list)
    if days:
        here = rows.filter(geboortedatum__in=days)
        for row in here.values_list("pk", "voornaam", "achternaam", "geboortedatum"):
            if row[3] is not None:
                found[row[3]].append(row)
    return found


def _homes(by: Kijker, now: datetime, persons: set[UUID]) -> dict[UUID, UUID]:
    """Where each lives today (who died: where they lived last), in a dossier that is open; the oldest home first."""
    if not persons:
        return {}
    today, rows = day_of(now), Betrokkene.objects.filter(gemeente_id=by.gemeente_id, persoon_id__in=persons)
    open_rows = rows.filter(dossier__gesloten_op__isnull=True, begindatum__lte=today)
    fields = ("persoon_id", "dossier_id", "begindatum", "einddatum", "persoon__overleden_op")
    found: dict[UUID, UUID] = {}
    for pk, dossier, _, until, died in open_rows.order_by("begindatum", "pk").values_list(*fields):
        if until is None or until >= today or (died is not None and until >= died):
            found.setdefault(pk, dossier)
    return found


def _providers(by: Kijker, pakketten: Sequence[Pakket]) -> dict[str, UUID]:
    """The Deelname of the organisation a code (AGB) names, where it takes part here."""
    codes = {feit.aanbieder for it in pakketten for feit in it.feiten if isinstance(feit, Toewijzing)} - {""}
    name = "organisatie__agbcodes__code"
    rows: Any = Deelname.objects.filter(gemeente_id=by.gemeente_id, **{f"{name}__in": codes})
    return dict(rows.values_list(name, "pk")) if codes else {}


def _facts(by: Kijker, ids: list[UUID]) -> dict[UUID, dict[tuple[str, str], Feit]]:
    found: dict[UUID, dict[tuple[str, str], Feit]] = {pk: {} for pk in ids}
    if ids:
        rows = Voorzieningfeit.objects.filter(gemeente_id=by.gemeente_id, voorziening_id__in=ids)
        for pk, soort, hash_, gegevens in rows.values_list("voorziening_id", "soort", "hash", "gegevens"):
            found[pk][soort, hash_] = from_json(soort, gegevens, hash_)
    return found
