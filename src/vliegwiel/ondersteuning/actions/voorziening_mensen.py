"""Whom a message is about: somebody we know, somebody new, or a question. Nobody is merged by itself.

Decides row by row without asking the database (`Bekend` was read before), then stores everybody new at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.ids import new_id
from vliegwiel.kern.search import stems_of
from vliegwiel.ondersteuning.actions.huishouden import first_part, last_number, number
from vliegwiel.ondersteuning.models import Adres, Huishouden
from vliegwiel.ondersteuning.queries.voorziening_inlezen import Bekend, key_of
from vliegwiel.ondersteuning.rules.pakket import Mens, Pakket, Status, born_otherwise, contradicts
from vliegwiel.ondersteuning.rules.voorziening import Toewijzing
from vliegwiel.ondersteuning.rules.zoeken import address_words
from vliegwiel.privacy.public import Betrokkene, Dossier, Gevonden, Persoon, store_bsns

_TRIES = 20


@dataclass(frozen=True)
class Besluit:
    """Who it is, in which dossier; or why that is not clear, with the dossier of who looks alike."""

    code: Status
    persoon: UUID | None = None
    dossier: UUID | None = None
    kandidaat: UUID | None = None


@dataclass(frozen=True)
class _Nieuw:
    """A household of their own, to be stored. `persoon` is set for somebody we know who has none."""

    mens: Mens
    persoon: UUID
    dossier: UUID
    bekend: bool = False


class Aankomst:
    """Everybody in one batch: who is known, and who comes in."""

    def __init__(self, by: Kijker, now: datetime, known: Bekend) -> None:
        self.by, self.now, self.known = by, now, known
        self._new: list[_Nieuw] = []
        self._nummers = dict(known.nummers)  # with those of this batch
        self._of_people: dict[UUID, str] = {}  # numbers of people we knew without
        self._van: dict[tuple[str, str], tuple[Mens, Besluit]] = {}  # provisions of this batch

    def decide(self, pakket: Pakket, *, zelfde: UUID | None = None, ander: bool = False) -> Besluit:
        """Whom this is about. `zelfde` (a dossier) and `ander`: what somebody answered to "lijkt_op"."""
        key, mens = key_of(pakket), pakket.persoon
        if key in self.known.voorzieningen or key in self._van:
            return self._of_known(key, mens)
        if not any(isinstance(feit, Toewijzing) for feit in pakket.feiten):
            return Besluit(Status.TOEWIJZING_ONBEKEND)
        found = self._who(mens, zelfde, ander)
        if found.persoon is not None:
            self._van[key] = mens, found
        return found

    def _who(self, mens: Mens, zelfde: UUID | None, ander: bool) -> Besluit:
        if mens.bsn and (someone := self._nummers.get(mens.bsn)):
            return self._numbered(mens, someone)
        if ander:
            return self._newcomer(mens)
        near = self.known.alike_to(mens)
        home = self.known.thuis.get(near) if near else None
        if zelfde is not None and near and home == zelfde:
            if mens.bsn:
                self._of_people[near] = mens.bsn
                self._nummers[mens.bsn] = Gevonden(near, mens.geboortedatum, None)
            return Besluit(Status.BEKEND, near, home)
        if near or not (mens.bsn or mens.geboortedatum):  # without a number and a day it may be anybody
            return Besluit(Status.LIJKT_OP, kandidaat=home)
        return self._newcomer(mens)

    def _numbered(self, mens: Mens, someone: Gevonden) -> Besluit:
        home = self.known.thuis.get(someone.persoon)
        if born_otherwise(mens, someone.geboortedatum):
            return Besluit(Status.GEBOORTEDATUM_ANDERS, kandidaat=home)
        if home is None:
            home = new_id()
            self._new.append(_Nieuw(mens, someone.persoon, home, bekend=True))
            self.known.thuis[someone.persoon] = home
        return Besluit(Status.BEKEND, someone.persoon, home)

    def _newcomer(self, mens: Mens) -> Besluit:
        new = _Nieuw(mens, new_id(), new_id())
        self._new.append(new)
        self.known.thuis[new.persoon] = new.dossier
        if mens.bsn:
            self._nummers[mens.bsn] = Gevonden(new.persoon, mens.geboortedatum, None)
        row = (new.persoon, mens.voornaam, mens.hele_achternaam, mens.geboortedatum)
        self.known.add(row, numbered=bool(mens.bsn))
        return Besluit(Status.NIEUW, new.persoon, new.dossier)

    def _of_known(self, key: tuple[str, str], mens: Mens) -> Besluit:
        """Of a known provision: only when the message is about the same person."""
        row = self.known.voorzieningen.get(key)
        if row is not None:
            who, same = row.persoon, Besluit(Status.BEKEND, row.persoon_id, row.dossier_id)
            named = (who.voornaam, who.achternaam, who.geboortedatum)
            numbered = row.persoon_id in self.known.genummerd
        else:
            said, before = self._van[key]
            same = Besluit(Status.BEKEND, before.persoon, before.dossier)
            named, numbered = (said.voornaam, said.hele_achternaam, said.geboortedatum), bool(said.bsn)
        someone = self._nummers.get(mens.bsn) if mens.bsn else None
        if someone is not None:
            other = someone.persoon != same.persoon or born_otherwise(mens, someone.geboortedatum)
        else:
            other = (mens.bsn is not None and numbered) or contradicts(mens, *named)
        return Besluit(Status.GEBOORTEDATUM_ANDERS, kandidaat=same.dossier) if other else same

    # -- storing who is new

    def store(self) -> None:
        """Everybody new, each in a household of their own, without a plan."""
        store_bsns(numbers=self._of_people, by=self.by)
        if not self._new:
            return
        gemeente, today = self.by.gemeente_id, day_of(self.now)
        strangers = [it for it in self._new if not it.bekend]
        words = {it.persoon: stems_of(it.mens.voornaam, it.mens.hele_achternaam) for it in self._new}
        Persoon.objects.bulk_create(
            Persoon(id=it.persoon, gemeente_id=gemeente, zoektekst=words[it.persoon], **_named(it.mens))
            for it in strangers
        )
        store_bsns(numbers={it.persoon: it.mens.bsn for it in strangers if it.mens.bsn}, by=self.by)
        numbers = self._store_dossiers()
        Betrokkene.objects.bulk_create(
            Betrokkene(gemeente_id=gemeente, dossier_id=it.dossier, persoon_id=it.persoon, begindatum=today)
            for it in self._new
        )
        homes = [self._home(it, numbers[it.dossier], words[it.persoon]) for it in self._new]
        Huishouden.objects.bulk_create(homes)
        Adres.objects.bulk_create(
            self._address(it, home) for it, home in zip(self._new, homes, strict=True) if it.mens.adres
        )

    def _store_dossiers(self) -> dict[UUID, str]:
        """The next numbers. Somebody who opens a household at this moment may take one: then again."""
        today = day_of(self.now)
        start = first_part(self.by, today)
        for _ in range(_TRIES):
            last = last_number(self.by, start)
            given = {it.dossier: number(start, last + place) for place, it in enumerate(self._new, 1)}
            try:
                with transaction.atomic():
                    Dossier.objects.bulk_create(
                        Dossier(id=pk, gemeente_id=self.by.gemeente_id, nummer=nummer, geopend_op=today)
                        for pk, nummer in given.items()
                    )
                    return given
            except IntegrityError:
                continue
        raise RuntimeError("no numbers for new dossiers")

    def _home(self, new: _Nieuw, nummer: str, words: str) -> Huishouden:
        named = _named(new.mens)
        return Huishouden(
            gemeente_id=self.by.gemeente_id,
            dossier_id=new.dossier,
            naam=f"{named['voornaam']} {named['achternaam']}".strip()[:160],
            zoektekst=f"{words} {stems_of(nummer)}".strip(),
        )

    def _address(self, new: _Nieuw, home: Huishouden) -> Adres:
        given: Any = new.mens.adres
        text = {
            "straat": given.straat[:120],
            "huisnummer": given.huisnummer[:12],
            "postcode": given.postcode.upper()[:7],
            "plaats": given.plaats[:80],
        }
        return Adres(
            gemeente_id=self.by.gemeente_id,
            huishouden_id=home.pk,
            dossier_id=new.dossier,
            begindatum=day_of(self.now),
            zoektekst=stems_of(*address_words(**text)),
            **text,
        )


def _named(mens: Mens) -> dict[str, Any]:
    """Who has no first name in the message is called by the surname: a name is never empty."""
    last = mens.hele_achternaam
    return {
        "voornaam": (mens.voornaam or last)[:80],
        "achternaam": last[:120] if mens.voornaam else "",
        "geboortedatum": mens.geboortedatum,
        "telefoon": mens.telefoon[:40],
        "email": mens.email[:254],
    }
