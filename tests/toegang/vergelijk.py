"""The policy beside the oracle: every difference, both ways. Used by the tests and by the mutants.

The oracle is asked once, when a `Proef` is made; the policy each time, and looked up when it is asked, so that a
changed module is the one that answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from typing import Any

from django.db.models import Q

from tests.toegang.orakel import Ding, Orakel, Wie, read_rows
from tests.toegang.wereld import DOMEINEN, Wereld
from vliegwiel.gemeenschap.kijker import find_kijker
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import set_gemeente
from vliegwiel.ondersteuning.models import Plandeel, Plandoel, Voorziening
from vliegwiel.samenspel.models import Afspraak

CONTENT = ("doel", "afspraak", "inhoud", "verzegeld_deel")
WITH_DOMAIN = ("deelnemer", "domeinvlag", *CONTENT)
WITHOUT = ("persoon", "adres", "geheim_adres", "kader", "vraag", "inzage", "tafel")
OF_ROOMS = ("tafel", "vraag", "inzage")  # of a resident: decided by the rooms, or asked of `resident_sight`
MAIN = {
    "medewerker": Purpose.ONDERSTEUNEN,
    "inwoner": Purpose.EIGEN_DOSSIER,
}  # everybody asks with this purpose
EXTRA = frozenset({"voorlezen", "zetel"})
TABLES: tuple[tuple[str, Any], ...] = (
    ("doel", Plandoel), ("inhoud", Plandeel), ("verzegeld_deel", Plandeel), ("afspraak", Afspraak),
    ("voorziening", Voorziening),
)  # fmt: skip


@dataclass(frozen=True)
class Verschil:
    """The policy says one thing and the table another."""

    door: str  # which question: mag, q, dossiers, personen, resident_sight
    lek: bool  # True: shown and may not; False: may be shown and is not
    over: str

    def __str__(self) -> str:
        return f"{'LEAK' if self.lek else 'denied'} by {self.door}: {self.over}"


@dataclass(eq=False)
class Vraagsteller:
    """One account in one gemeente with one purpose, and all the table says about that."""

    kijker: Any
    who: Wie
    purpose: Purpose
    single: list[tuple[Ding, bool]] = field(default_factory=list)
    rows: dict[str, set[Any]] = field(default_factory=dict)  # what → rows that may be shown
    own: set[Any] = field(default_factory=set)  # afspraken of their own: shown by another road
    lists: dict[str, set[Any]] = field(default_factory=dict)  # what → dossiers
    people: set[Any] = field(default_factory=set)
    log_of: set[Any] = field(default_factory=set)

    @property
    def name(self) -> str:
        return f"{self.kijker.account.naam} {sorted(self.kijker.rollen)} for {self.purpose}"


class Proef:
    """One world, everybody who asks in it, and what the oracle says to each."""

    def __init__(self, world: Wereld, purposes: Iterable[Purpose], share: int = 1, of: int = 1) -> None:
        self.world = world
        self.orakel = Orakel(read_rows(it.pk for it in world.gemeenten), world.now)
        self.everywhere = [it.pk for found in world.dossiers.values() for it in found]
        self.content = {it.pk: self._content(it.pk) for it in world.gemeenten}
        self._things = cache(self._make_things)
        self.askers: list[Vraagsteller] = []
        for turn, (purpose, (gemeente, account)) in enumerate(product(purposes, self._accounts())):
            if purpose == MAIN[account.soort] or turn % of < share:
                self._ask_oracle(gemeente, account, purpose)

    def _accounts(self) -> list[tuple[Any, Any]]:
        return [(it, account) for it in self.world.gemeenten for account in self.world.accounts[it.pk]]

    def _content(self, gemeente: Any) -> list[tuple[str, Any, Ding]]:
        """(what, row, thing) for every row of a plan. What is sealed is no `inhoud`, and the other way round."""
        set_gemeente(gemeente)
        return [
            (wat, row, _as_thing(wat, row))
            for wat, model in TABLES
            for row in model.objects.filter(gemeente_id=gemeente)
            if model is not Plandeel or row.verzegeld == (wat == "verzegeld_deel")
        ]

    @property
    def questions(self) -> tuple[int, int]:
        """How many, and how many times yes."""
        said = [yes for asker in self.askers for _, yes in asker.single]
        return len(said), sum(said)

    # -- what the oracle says

    def _ask_oracle(self, gemeente: Any, account: Any, purpose: Purpose) -> None:
        kijker = find_kijker(account, gemeente.slug, purpose, self.orakel.today)
        if kijker is None:
            return
        if len(self.askers) % 2:  # as on a page that only reads: how they stand is read once, and remembered
            from vliegwiel.privacy.stand import remembered

            kijker = replace(kijker, onthoudt={})
            remembered(kijker, self.world.now)
        asker = Vraagsteller(kijker, self.orakel.who(account.pk, gemeente.pk), purpose)
        self.askers.append(asker)
        me = asker.who.medewerker.id if asker.who.medewerker else None
        for wat, row, thing in self.content[gemeente.pk]:
            if self._says(asker, thing):
                asker.rows.setdefault(wat, set()).add(row.pk)
            if wat == "afspraak" and me and row.medewerker_id == me:
                asker.own.add(row.pk)
        for dossier in self._asked_about(asker):
            for thing in self._things(
                dossier, asker.kijker.inwoner is not None, asker.who.persoon and asker.who.persoon.id
            ):
                self._note(asker, dossier, thing, self._says(asker, thing))

    def _says(self, asker: Vraagsteller, thing: Ding) -> bool:
        return self.orakel.mag(asker.who, asker.purpose, thing, EXTRA)

    def _asked_about(self, asker: Vraagsteller) -> list[Any]:
        """The dossiers of their own gemeente, and one of each other."""
        here = asker.kijker.gemeente_id
        others = [found[0] for pk, found in self.world.dossiers.items() if pk != here]
        return [*self.world.dossiers[here], *others]

    def _note(self, asker: Vraagsteller, dossier: Any, thing: Ding, yes: bool) -> None:
        if thing.wat == "inzage" and asker.kijker.inwoner is not None:
            asker.log_of |= {thing.persoon} if yes else set()
            return
        if not (thing.wat == "verzegeld_deel" and thing.maker is None and asker.who.medewerker):
            asker.single.append((thing, yes))
        if yes:
            asker.lists.setdefault(thing.wat, set()).add(dossier.pk)
            asker.people |= {thing.persoon} if thing.wat == "persoon" else set()

    def _make_things(self, dossier: Any, resident: bool, me: Any) -> list[Ding]:
        """Things as the policy is asked about them: every kind, domain, and (for a resident) person."""
        here, found = dossier.gemeente_id, []
        living = self.orakel.living[dossier.pk] | ({me} & self.orakel.lived[dossier.pk])
        found += [Ding("persoon", here, dossier.pk, persoon=it) for it in sorted(living)]
        if resident:
            found += [Ding("inzage", here, dossier.pk, persoon=it.pk) for it in self.world.personen[here]]
        for wat, domein in (*product(WITHOUT[1:], ("",)), *product(WITH_DOMAIN, ("", *DOMEINEN))):
            if resident and wat in OF_ROOMS:
                continue
            people = self._people(dossier, me) if resident and wat in CONTENT else [None]
            for persoon, shut in product(people, (False, True)):
                if not shut or (persoon and domein in ("", "wmo")):
                    found.append(Ding(wat, here, dossier.pk, domein, persoon, shut))
        return found

    def _people(self, dossier: Any, me: Any) -> list[Any]:
        """Who counts for this resident: who lives or lived there, and whom they represent."""
        known = {
            row.persoon_id for row in self.orakel.rows.vertegenwoordiging if row.vertegenwoordiger_id == me
        }
        return [None, *sorted((known | self.orakel.ever[dossier.pk] | {me}) - {None})]

    # -- what the policy says

    def differences(self) -> Iterator[Verschil]:
        for asker in self.askers:
            yield from self.of(asker)

    def of(self, asker: Vraagsteller) -> Iterator[Verschil]:
        from vliegwiel.privacy import beleid

        set_gemeente(asker.kijker.gemeente_id)
        sight = beleid.zicht_op(asker.kijker, self.everywhere, self.world.now)
        yield from self.single_of(asker, sight)
        yield from self.rows_of(asker, sight)
        yield from self.lists_of(asker)

    def single_of(self, asker: Vraagsteller, sight: Any) -> Iterator[Verschil]:
        """`zicht.mag`, one thing at a time; and `domeinen` and `dossiers`, which say the same in another way."""
        from vliegwiel.privacy.rules import Onderdeel

        domains: dict[tuple[str, Any], set[str]] = {}
        for thing, expected in asker.single:
            part = Onderdeel(thing.wat)
            if sight.mag(part, thing.dossier, thing.domein, thing.persoon, thing.afgesloten) != expected:
                yield Verschil("mag", not expected, f"{thing} to {asker.name}")
            if expected:
                domains.setdefault((thing.wat, thing.dossier), set()).add(thing.domein)
        if asker.kijker.inwoner is None:
            for wat, dossier in product((*WITHOUT, *WITH_DOMAIN[:-1]), self.everywhere):
                shown, expected_ = (
                    set(sight.domeinen(Onderdeel(wat), dossier)),
                    domains.get((wat, dossier), set()),
                )
                if shown != expected_ and not (wat == "persoon" and not self.orakel.living[dossier]):
                    yield Verschil("domeinen", bool(shown - expected_), f"{wat} of {dossier} to {asker.name}")

    def rows_of(self, asker: Vraagsteller, sight: Any) -> Iterator[Verschil]:
        """`zicht.q` as a filter over rows, used as the rooms are told to use it; of provisions the room's own."""
        from vliegwiel.ondersteuning.queries.voorziening import voorzieningen_of
        from vliegwiel.samenspel.queries.afspraak import afspraken

        of_rooms = {
            "voorziening": voorzieningen_of(asker.kijker, sight, self.world.now),
            "afspraak": afspraken(asker.kijker, sight),
        }
        for wat, found in of_rooms.items():
            right = asker.rows.get(wat, set())
            for pk in set(found.values_list("pk", flat=True)) ^ right:
                yield Verschil(found.model.__name__, pk not in right, f"{pk} to {asker.name}")
        for wat, model in TABLES[:-1]:
            shown = set(model.objects.filter(_as_filter(sight, wat, asker)).values_list("pk", flat=True))
            for pk in (shown ^ asker.rows.get(wat, set())) - asker.own:
                yield Verschil("q", pk in shown, f"{wat} {pk} to {asker.name}")

    def lists_of(self, asker: Vraagsteller) -> Iterator[Verschil]:
        """`dossiers` of every part, `personen`, and of whom a resident may see who looked."""
        from vliegwiel.privacy import beleid
        from vliegwiel.privacy.rules import Onderdeel

        resident = asker.kijker.inwoner is not None
        for wat in (*WITHOUT, *WITH_DOMAIN):
            # A sealed part counts by its maker: what is listed for it is where its maker could be.
            if (resident and wat in OF_ROOMS) or wat == "verzegeld_deel":
                continue
            shown = set(
                beleid.dossiers(asker.kijker, self.world.now, Onderdeel(wat)).values_list("pk", flat=True)
            )
            for pk in shown ^ asker.lists.get(wat, set()):
                if wat != "persoon" or self.orakel.living[pk]:
                    yield Verschil("dossiers", pk in shown, f"{wat} of {pk} to {asker.name}")
        people = set(beleid.personen(asker.kijker, self.world.now).values_list("pk", flat=True))
        for pk in people ^ asker.people:
            yield Verschil("personen", pk in people, f"{pk} to {asker.name}")
        if resident:
            for pk in set(beleid.resident_sight(asker.kijker, self.world.now)[1]) ^ asker.log_of:
                yield Verschil(
                    "resident_sight", pk not in asker.log_of, f"who looked at {pk} to {asker.name}"
                )


def _as_filter(sight: Any, wat: str, asker: Vraagsteller) -> Q:
    from vliegwiel.privacy.rules import Onderdeel

    found: Q = sight.q(Onderdeel(wat))
    if wat == "inhoud":
        return found & Q(verzegeld=False)
    if wat == "verzegeld_deel":
        me, colleague = asker.who.persoon, asker.kijker.medewerker
        mine = Q(maker=colleague) if colleague else Q(persoon_id=me.id if me else None)
        return found & Q(verzegeld=True) & mine
    return found


def _as_thing(wat: str, row: Any) -> Ding:
    if wat == "voorziening":
        return Ding(
            "afspraak", row.gemeente_id, row.dossier_id, row.domein, row.persoon_id, voorziening=row.pk
        )
    return Ding(
        wat, row.gemeente_id, row.dossier_id, row.domein, row.persoon_id, row.afgesloten,
        row.maker_id if wat == "verzegeld_deel" else None,
        row.medewerker_id if wat == "afspraak" else None, row.status if wat == "afspraak" else "",
    )  # fmt: skip
