"""The policy beside the oracle in the small world: quick enough to ask again for each mutant.

First the rules alone (every role, purpose and tie beside the table, no database), then everybody who asks. What is
expected is worked out once, by the oracle; the policy is looked up each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from tests.toegang.klein import TODAY, Klein
from tests.toegang.klein_regels import (
    CONTENT,
    DOMEINEN,
    PARTS,
    PLAIN,
    differs_in_age,
    differs_in_rules,
    expected_by_rules,
)
from tests.toegang.orakel import Ding, Orakel, Wie, read_rows
from vliegwiel.gemeenschap.kijker import Kijker, find_kijker
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import set_gemeente
from vliegwiel.ondersteuning.models import Plandeel, Plandoel
from vliegwiel.privacy.models import Betrokkene, Dossier
from vliegwiel.samenspel.models import Afspraak

HOUSEHOLD = ("kader", "adres", "geheim_adres", *CONTENT[:3])
TABLES = (("doel", Plandoel), ("inhoud", Plandeel), ("verzegeld_deel", Plandeel), ("afspraak", Afspraak))
EXTRA = frozenset({"voorlezen", "zetel"})


# -- everybody who asks


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


class Toets:
    """The small world with everybody who asks. `differences` asks the policy."""

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
            thing = Ding(
                wat, row.gemeente_id, row.dossier_id, row.domein, row.persoon_id, row.afgesloten,
                row.maker_id if wat == "verzegeld_deel" else None,
                row.medewerker_id if wat == "afspraak" else None, row.status if wat == "afspraak" else "",
            )  # fmt: skip
            if self.orakel.mag(asker.who, asker.kijker.purpose, thing, EXTRA):
                asker.rows.setdefault(wat, set()).add(row.pk)
            if wat == "afspraak" and me and row.medewerker_id == me:
                asker.own.add(row.pk)

    # -- what the policy says

    def differences(self, module: str = "privacy.rules") -> Iterator[str]:
        """Every difference there is when this module may have changed."""
        if module in ("privacy.rules", "privacy.rules.vakken"):
            yield from differs_in_age()
        if module in ("privacy.rules", "privacy.rules.beleid"):
            yield from differs_in_rules(self.rules)
        # What is quick and tells most first: one thing at a time to everybody; for the ages of residents, they first.
        askers = sorted(self.askers, key=lambda it: it.resident != (module == "privacy.rules.vakken"))
        for asker in askers:
            yield from self._single(asker, self._sight(asker))
        yield from self._of_nobody()
        for asker in self.askers:
            if asker.lists_too:
                yield from self.of(asker)

    def _of_nobody(self) -> Iterator[str]:
        """An account that is neither a colleague nor a resident here."""
        from vliegwiel.privacy import beleid, relaties

        asker = next(it.kijker for it in self.askers if not it.resident)
        set_gemeente(asker.gemeente_id)
        for known in (None, {}):
            nobody = Kijker(
                asker.account, asker.gemeente, Purpose.ONDERSTEUNEN, rollen=asker.rollen, onthoudt=known
            )
            sight = beleid.zicht_op(nobody, self.everywhere, self.now)
            if any(sight.dossiers(part) for part in beleid.Onderdeel):
                yield "zicht_op of nobody"
            if beleid.dossiers(nobody, self.now).exists() or beleid.personen(nobody, self.now).exists():
                yield "dossiers of nobody"
            for mine in (relaties.my_teams, relaties.betrokkenheden, relaties.delingen, relaties.blocked):
                if mine(nobody, TODAY).exists():
                    yield f"{mine.__name__} of nobody"
            if relaties.spoed(nobody, self.now).exists() or relaties.own_persoon(nobody) is not None:
                yield "spoed of nobody"

    def _sight(self, asker: Vrager) -> Any:
        from vliegwiel.privacy import beleid

        if asker.known:
            asker.kijker.onthoudt.clear()
        set_gemeente(asker.kijker.gemeente_id)
        return beleid.zicht_op(asker.kijker, iter(self.everywhere), self.now)

    def of(self, asker: Vrager) -> Iterator[str]:
        name = f"{asker.kijker.account.naam} {asker.kijker.purpose} {asker.known}"
        sight = self._sight(asker)
        for found in (
            self._whole(asker, sight), self._rows(asker, sight), self._lists(asker),
            () if asker.resident else self._relating(asker, sight), () if asker.resident else self._standing_of(asker),
        ):  # fmt: skip
            for it in found:
                yield f"{name}: {it}"

    def _single(self, asker: Vrager, sight: Any) -> Iterator[str]:
        from vliegwiel.privacy.rules import Onderdeel

        for wat, dossier, domein, persoon, shut, yes in asker.sight:
            if sight.mag(Onderdeel(wat), dossier, domein, persoon, shut) != yes:
                yield f"mag {wat} {dossier} {domein} {persoon} {shut}: not {yes}"
        for (wat, dossier), domains in asker.domains.items():
            part = Onderdeel(wat)
            if sight.domeinen(part, dossier) != domains:
                yield f"domeinen {wat} {dossier}"
            if sight.mag(part, dossier) != ("" in domains) or sight.mag(part, dossier, "wmo") != (
                "wmo" in domains
            ):
                yield f"mag {wat} {dossier}"
        if not asker.resident:
            for wat in PARTS[:-1]:
                if sight.dossiers(Onderdeel(wat)) != asker.lists.get(wat, set()):
                    yield f"zicht.dossiers {wat}"

    def _whole(self, asker: Vrager, sight: Any) -> Iterator[str]:
        """Rows that lack a field: about the household, of no domain, never closed."""
        from vliegwiel.privacy.rules import Onderdeel

        for wat in HOUSEHOLD:
            found = Dossier.objects.filter(
                sight.q(Onderdeel(wat), dossier="pk", domein=None, persoon=None, afgesloten=None)
            )
            if set(found.values_list("pk", flat=True)) != asker.whole.get(wat, set()):
                yield f"q {wat} of the household"
        named = Betrokkene.objects.filter(sight.q(Onderdeel.PERSOON, domein=None, afgesloten=None))
        shown = set(
            named.filter(pk__in=[row for row, *_ in self.living[asker.kijker.gemeente_id]]).values_list(
                "pk", flat=True
            )
        )
        if shown != asker.named:
            yield "q persoon"
        plain = Plandoel.objects.filter(
            sight.q(Onderdeel.DOEL, domein=None, afgesloten=None), domein="", afgesloten=False
        )
        right = {
            row.pk for wat, row in self.rows[asker.kijker.gemeente_id]
            if wat == "doel" and not row.domein and not row.afgesloten and row.pk in asker.rows.get("doel", ())
        }  # fmt: skip
        if set(plain.values_list("pk", flat=True)) != right:
            yield "q doel without a domain"

    def _rows(self, asker: Vrager, sight: Any) -> Iterator[str]:
        from django.db.models import Q

        from vliegwiel.privacy.rules import Onderdeel

        for wat, model in TABLES:
            found: Q = sight.q(Onderdeel(wat))
            if model is Plandeel:
                found &= Q(verzegeld=wat == "verzegeld_deel")
            if wat == "verzegeld_deel":
                me = asker.kijker.medewerker
                found &= Q(maker=me) if me else Q(persoon_id=asker.who.persoon.id)
            shown = set(model.objects.filter(found).values_list("pk", flat=True))
            if (shown ^ asker.rows.get(wat, set())) - asker.own:
                yield f"q {wat}"

    def _lists(self, asker: Vrager) -> Iterator[str]:
        from vliegwiel.privacy import beleid
        from vliegwiel.privacy.rules import Onderdeel

        kijker = asker.kijker
        # What a resident lists comes from their sight, which was asked already: a few of them ask again.
        for wat in ("kader", "doel")[: asker.turn % 4 == 0] if asker.resident else PARTS[:-1]:
            part, right = Onderdeel(wat), asker.lists.get(wat, set())
            if set(beleid.dossiers(kijker, self.now, part).values_list("pk", flat=True)) != right:
                yield f"dossiers {wat}"
            if not asker.resident and set(Dossier.objects.filter(
                pk__in=beleid.dossier_ids(kijker, self.now, part)
            ).values_list("pk", flat=True)) != right:  # fmt: skip
                yield f"dossier_ids {wat}"
        if set(beleid.personen(kijker, self.now).values_list("pk", flat=True)) != asker.people:
            yield "personen"
        if asker.resident and set(beleid.resident_sight(kijker, self.now)[1]) != asker.logs:
            yield "resident_sight"

    def _relating(self, asker: Vrager, sight: Any) -> Iterator[str]:
        from vliegwiel.privacy.beleid import rules_for
        from vliegwiel.privacy.rules import Relatie

        if not rules_for(asker.kijker.rollen, asker.kijker.purpose):
            return
        for dossier, right in asker.relations.items():
            if {str(it) for it in sight.relaties(dossier)} != right:
                yield f"relaties {dossier}"
        for some in ((Relatie.REGIE,), (Relatie.SPOED, Relatie.EIGEN_AFSPRAAK)):
            right_ = {pk for pk, known in asker.relations.items() if known & {str(it) for it in some}}
            if set(sight.with_relation(*some)) != right_:
                yield f"with_relation {some}"

    def _standing_of(self, asker: Vrager) -> Iterator[str]:
        from vliegwiel.privacy import beleid

        stand, now, right = beleid.remembered(asker.kijker, self.now), self.now, asker.stand
        if (stand is None) == asker.known:
            yield "remembered when it may not, or not when it may"
        if stand is not None:
            yield from self._single(asker, beleid.zicht_op(asker.kijker, iter(self.everywhere), now))
        for name in right if stand is not None else ():
            if set(getattr(stand, name)) != right[name]:
                yield f"stand.{name}"
        asked = {
            "mensen": beleid.closed_persons, "dicht": beleid.closed_dossiers, "teams": beleid.team_ids,
        }  # fmt: skip
        for name, ask in asked.items():
            if set(ask(asker.kijker, now)) != right[name]:
                yield f"{ask.__name__}"
        if stand is not None:
            yield from self._too_much(asker)

    def _too_much(self, asker: Vrager) -> Iterator[str]:
        """What is too much to remember is asked of the database, and the answer is the same."""
        from vliegwiel.privacy import beleid, stand

        asker.kijker.onthoudt.clear()
        most, stand.MOST_REMEMBERED = stand.MOST_REMEMBERED, 10
        try:
            if beleid.remembered(asker.kijker, self.now) is not None:
                yield "remembered too much"
            shown = set(beleid.dossiers(asker.kijker, self.now).values_list("pk", flat=True))
            if shown != asker.lists.get("kader", set()):
                yield "dossiers when it is too much"
        finally:
            stand.MOST_REMEMBERED = most
            asker.kijker.onthoudt.clear()
