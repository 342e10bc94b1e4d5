"""Everybody who asks in the small world, and what the oracle says to each: worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from tests.toegang.klein_basis import TODAY, Klein
from tests.toegang.klein_regels import (
    CONTENT,
    DOMEINEN,
    PARTS,
    PLAIN,
    expected_by_rules,
)
from tests.toegang.orakel import Ding, Orakel, Wie, read_rows
from vliegwiel.gemeenschap.kijker import find_kijker
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import set_gemeente
from vliegwiel.ondersteuning.models import Plandeel, Plandoel, Voorziening
from vliegwiel.privacy.models import Betrokkene
from vliegwiel.samenspel.models import Afspraak

HOUSEHOLD = ("kader", "adres", "geheim_adres", *CONTENT[:3])
TABLES = (
    ("doel", Plandoel), ("inhoud", Plandeel), ("verzegeld_deel", Plandeel), ("afspraak", Afspraak),
    ("voorziening", Voorziening),
)  # fmt: skip
EXTRA = frozenset({"voorlezen", "zetel"})


@dataclass(eq=False)
class Vrager:
    """One kijker, and what the oracle says to each question."""

    kijker: Any
    who: Wie
    known: bool  # with what was read in this request
    turn: int = 0
    sight: list[tuple[str, Any, str, Any, bool, bool]] = field(default_factory=list)
    domains: dict[tuple[str, Any], frozenset[str]] = field(default_factory=dict)
    rows: dict[str, set[Any]] = field(default_factory=dict)
    own: set[Any] = field(default_factory=set)
    lists: dict[str, set[Any]] = field(default_factory=dict)
    people: set[Any] = field(default_factory=set)
    named: set[Any] = field(default_factory=set)
    logs: set[Any] = field(default_factory=set)
    whole: dict[str, set[Any]] = field(default_factory=dict)  # what is about the household, of no domain
    relations: dict[Any, set[str]] = field(default_factory=dict)
    stand: dict[str, set[Any]] = field(default_factory=dict)

    @property
    def lists_too(self) -> bool:
        """Whether lists are asked as well; the sixteen families differ in the rules only, so a few of them do."""
        return not self.kijker.account.naam.startswith("lezer ") or self.turn % 4 == 0

    @property
    def resident(self) -> bool:
        return self.kijker.inwoner is not None


class Gevraagd:
    """The small world with everybody who asks in it."""

    def __init__(self, world: Klein) -> None:
        self.world, self.now = world, world.now
        self.orakel = Orakel(read_rows(it.pk for it in world.gemeenten.values()), world.now)
        self.rules = expected_by_rules()
        self.everywhere = [it.pk for found in world.dossiers.values() for it in found]
        self.rows: dict[Any, list[tuple[str, Any]]] = {}
        self.living: dict[Any, list[tuple[Any, Any, Any]]] = {}
        for gemeente in world.gemeenten.values():
            set_gemeente(gemeente.pk)
            self.rows[gemeente.pk] = [
                (wat, row)
                for wat, model in TABLES
                for row in model.objects.filter(gemeente_id=gemeente.pk)
                if model is not Plandeel or row.verzegeld == (wat == "verzegeld_deel")
            ]
            self.living[gemeente.pk] = [
                (row.pk, row.dossier_id, row.persoon_id)
                for row in Betrokkene.objects.filter(gemeente_id=gemeente.pk)
                if row.persoon_id in self.orakel.living[row.dossier_id]
            ]
        self.askers = list(self._askers())
        for turn, asker in enumerate(self.askers):
            asker.turn = turn
        self.askers.sort(key=lambda it: (it.turn % 6, it.turn))  # soon one of each kind

    # -- what the oracle says

    def _askers(self) -> Iterator[Vrager]:
        work, overview, together = Purpose.ONDERSTEUNEN, Purpose.OVERZICHT, Purpose.SAMEN_BEPALEN
        colleagues = [
            ("kim", work, False), ("kim", work, True), ("pat", work, False), ("ted", work, False),
            ("kim", overview, False), ("kim", together, True), ("pat", together, False), ("kim", Purpose.BEHEER, True),
        ]  # fmt: skip
        for name, purpose, known in colleagues:
            yield self._colleague(f"{name}.a", purpose, known)
        yield self._colleague("kim.b", Purpose.ONDERSTEUNEN, True)
        for name in self.world.mine:
            yield self._resident(name, Purpose.EIGEN_DOSSIER)
        yield self._resident("ouder elders", Purpose.ONDERSTEUNEN)

    def _kijker(self, name: str, slug: str, purpose: Purpose, known: bool) -> tuple[Any, Wie]:
        gemeente, account = self.world.gemeenten[slug], self.world.accounts[name]
        kijker = find_kijker(account, gemeente.slug, purpose, TODAY)
        assert kijker is not None, name
        who = self.orakel.who(account.pk, gemeente.pk)
        return replace(kijker, onthoudt={} if known else None), who

    def _colleague(self, name: str, purpose: Purpose, known: bool) -> Vrager:
        asker = Vrager(*self._kijker(name, name[-1], purpose, known), known)
        me, here = asker.who.medewerker.id, asker.kijker.gemeente_id
        homes = {it.pk: gemeente for gemeente, found in self.world.dossiers.items() for it in found}
        for dossier, gemeente in homes.items():
            for wat in PARTS[:-1]:
                asked = ("",) if wat in PLAIN else ("", *DOMEINEN)
                person = next(iter(self.orakel.living[dossier]), None) if wat == "persoon" else None
                if wat == "persoon" and person is None:
                    continue
                found = frozenset(
                    of for of in asked if self._says(asker, Ding(wat, gemeente, dossier, of, person))
                )
                asker.domains[wat, dossier] = found
                if found:
                    asker.lists.setdefault(wat, set()).add(dossier)
                    asker.people |= self.orakel.living[dossier] if wat == "persoon" else set()
            asker.relations[dossier] = self._relations(asker, dossier) if gemeente == here else set()
        asker.whole = {
            wat: {pk for pk in asker.lists.get(wat, ()) if "" in asker.domains[wat, pk]} for wat in HOUSEHOLD
        }
        asker.named = {row for row, dossier, persoon in self.living[here] if persoon in asker.people}
        self._content(asker)
        shut = {persoon for persoon, _ in self.orakel.blocks[me]}
        self._standing(asker, name, me, shut)
        return asker

    def _standing(self, asker: Vrager, name: str, me: Any, shut: set[Any]) -> None:
        """What is remembered of a colleague: from the raw rows."""
        nu = {
            key[1]: rows["nu"]
            for key, rows in self.orakel.involvements.items()
            if key[0] == me and rows["nu"]
        }
        asker.stand = {
            "mensen": shut,
            "dicht": {dossier for dossier, people in self.orakel.ever.items() if people & shut},
            "teams": set(self.orakel.teams[me]),
            "zelf": {dossier for dossier, rows in nu.items() if any(row.medewerker_id == me for row in rows)},
            "tafels": self.world.tafels.get(name, set()),
        }

    def _relations(self, asker: Vrager, dossier: Any) -> set[str]:
        """How the rows say that a colleague stands to a dossier; nothing when it is closed to them."""
        me, orakel = asker.who.medewerker, self.orakel
        if {persoon for persoon, _ in orakel.blocks[me.id]} & orakel.ever[dossier]:
            return set()
        kinds = {row.soort for row in orakel.involvements[me.id, dossier]["nu"]}
        found = {"in_dit_domein"} if "uitvoering" in kinds else set()
        found |= {"regie"} if kinds - {"uitvoering"} else set()
        found |= {"eigen_afspraak"} if dossier in orakel.own_work[me.id] else set()
        found |= {"deling"} if any(orakel._is_to(row, me) for row in orakel.shares[dossier]) else set()
        domains = ("", *DOMEINEN)
        things = (Ding("inhoud", asker.kijker.gemeente_id, dossier, of) for of in domains)
        return found | ({"spoed"} if any("spoed" in orakel._given(me, it) for it in things) else set())

    def _resident(self, name: str, purpose: Purpose) -> Vrager:
        slug = "b" if name == "van b" else "a"
        asker = Vrager(*self._kijker(name, slug, purpose, False), False)
        here, me = asker.kijker.gemeente_id, asker.who.persoon.id
        homes = self.world.mine[name]
        for dossier in homes:
            known = {
                row.persoon_id
                for row in self.orakel.rows.vertegenwoordiging
                if row.vertegenwoordiger_id == me
            }
            people = sorted((known | self.orakel.ever[dossier.pk] | {me}) - {None})
            self._about_household(asker, dossier.pk)
            for persoon, wat in product(people, CONTENT):
                for of, shut in product(("", "wmo", "jeugd", "schulden"), (False, True)):
                    self._note(asker, Ding(wat, here, dossier.pk, of, persoon, shut))
            for of in DOMEINEN:
                self._note(asker, Ding("inhoud", here, dossier.pk, of, people[0]))
            for persoon in people:
                if persoon in self.orakel.living[dossier.pk] or (
                    persoon == me and me in self.orakel.lived[dossier.pk]
                ):
                    self._note(asker, Ding("persoon", here, dossier.pk, "", persoon))
                if self._says(asker, Ding("inzage", here, dossier.pk, "", persoon)):
                    asker.logs.add(persoon)
        if name == "zonder thuis":
            asker.logs = {me} if purpose == Purpose.EIGEN_DOSSIER else set()
        ids = {it.pk for it in homes}
        asker.named = {
            row for row, dossier, persoon in self.living[here]
            if dossier in ids and self._says(asker, Ding("persoon", here, dossier, "", persoon))
        }  # fmt: skip
        self._content(asker, ids)
        return asker

    def _about_household(self, asker: Vrager, dossier: Any) -> None:
        for wat in HOUSEHOLD:
            for of in ("", *DOMEINEN) if wat in CONTENT else ("",):
                thing = Ding(wat, asker.kijker.gemeente_id, dossier, of)
                if self._note(asker, thing) and not of:
                    asker.whole.setdefault(wat, set()).add(dossier)

    def _note(self, asker: Vrager, thing: Ding) -> bool:
        yes = self._says(asker, thing)
        asker.sight.append((thing.wat, thing.dossier, thing.domein, thing.persoon, thing.afgesloten, yes))
        if yes:
            asker.lists.setdefault(thing.wat, set()).add(thing.dossier)
            asker.people |= {thing.persoon} if thing.wat == "persoon" else set()
        return yes

    def _says(self, asker: Vrager, thing: Ding) -> bool:
        """A sealed part that nobody is named of: whoever works there could be its maker."""
        if thing.wat == "verzegeld_deel" and thing.maker is None and asker.who.medewerker:
            thing = replace(thing, maker=asker.who.medewerker.id)
        return self.orakel.mag(asker.who, asker.kijker.purpose, thing, EXTRA)

    def _content(self, asker: Vrager, only: Any = None) -> None:
        me = asker.who.medewerker.id if asker.who.medewerker else None
        for wat, row in self.rows[asker.kijker.gemeente_id]:
            if only is not None and row.dossier_id not in only:
                continue
            if wat == "voorziening":
                thing = Ding(
                    "afspraak",
                    row.gemeente_id,
                    row.dossier_id,
                    row.domein,
                    row.persoon_id,
                    voorziening=row.pk,
                )
                if self.orakel.mag(asker.who, asker.kijker.purpose, thing, EXTRA):
                    asker.rows.setdefault(wat, set()).add(row.pk)
                continue
            thing = Ding(
                wat, row.gemeente_id, row.dossier_id, row.domein, row.persoon_id, row.afgesloten,
                row.maker_id if wat == "verzegeld_deel" else None,
                row.medewerker_id if wat == "afspraak" else None, row.status if wat == "afspraak" else "",
            )  # fmt: skip
            if self.orakel.mag(asker.who, asker.kijker.purpose, thing, EXTRA):
                asker.rows.setdefault(wat, set()).add(row.pk)
            if wat == "afspraak" and me and row.medewerker_id == me:
                asker.own.add(row.pk)
