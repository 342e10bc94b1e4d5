"""The policy beside the oracle in the small world: quick enough to ask again for each mutant.

First the rules alone (every role, purpose and tie beside the table, no database), then everybody who asks. What is
expected is worked out once, by the oracle; the policy is looked up each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.toegang.klein_basis import TODAY, Klein
from tests.toegang.klein_regels import (
    PARTS,
    differs_in_age,
    differs_in_rules,
)
from tests.toegang.klein_rondvragen import Rondvragen
from tests.toegang.klein_vragers import HOUSEHOLD, TABLES, Gevraagd, Vrager
from tests.toegang.klein_zuinig import colleague_spares, outside, resident_spares, says_gemeente
from vliegwiel.gemeenschap.kijker import Kijker, find_kijker
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import set_gemeente
from vliegwiel.ondersteuning.models import Plandeel, Plandoel
from vliegwiel.privacy.models import Betrokkene, Dossier


class Toets(Gevraagd):
    """Asks the policy."""

    def __init__(self, world: Klein) -> None:
        super().__init__(world)
        self.rond = Rondvragen(world, self.orakel)

    def differences(self, module: str = "privacy.rules") -> Iterator[str]:
        """Every difference there is when this module may have changed."""
        if module == "privacy.rules" or module.startswith("opdracht."):
            yield from self.rond.differences()
        if module.startswith("opdracht."):
            return  # nothing else hangs on it
        if module in ("privacy.rules", "privacy.rules.vakken"):
            yield from differs_in_age()
        if module in ("privacy.rules", "privacy.rules.beleid"):
            yield from differs_in_rules(self.rules)
        # What is quick and tells most first: one thing at a time to everybody; for the ages of residents, they first.
        askers = sorted(self.askers, key=lambda it: it.resident != (module == "privacy.rules.vakken"))
        for asker in askers:
            yield from self._single(asker, self._sight(asker))
        yield from self._of_nobody()
        yield from self._of_no_person()
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
            if any(sight.relaties(pk) for pk in self.everywhere) or sight.with_relation(*beleid.Relatie):
                yield "relations of nobody"
            own, logs = beleid.resident_sight(nobody, self.now)
            if logs or any(own.dossiers(part) for part in beleid.Onderdeel):
                yield "resident_sight of nobody"
            if beleid.remembered(nobody, self.now) is not None:
                yield "remembered of nobody"
            for ask in (beleid.closed_persons, beleid.closed_dossiers, beleid.team_ids):
                if set(ask(nobody, self.now)):
                    yield f"{ask.__name__} of nobody"
            if beleid.dossiers(nobody, self.now).exists() or beleid.personen(nobody, self.now).exists():
                yield "dossiers of nobody"
            for mine in (relaties.my_teams, relaties.betrokkenheden, relaties.delingen, relaties.blocked):
                if mine(nobody, TODAY).exists():
                    yield f"{mine.__name__} of nobody"
            if relaties.spoed(nobody, self.now).exists() or relaties.own_persoon(nobody) is not None:
                yield "spoed of nobody"

    def _of_no_person(self) -> Iterator[str]:
        """A resident of whom we know no person yet."""
        from vliegwiel.privacy import beleid, relaties

        account = self.world.accounts["geen persoon"]
        asker = find_kijker(account, "a", Purpose.EIGEN_DOSSIER, TODAY)
        assert asker is not None
        sight, logs = beleid.resident_sight(asker, self.now)
        if logs or any(sight.dossiers(part) for part in beleid.Onderdeel):
            yield "resident_sight of no person"
        if beleid.dossiers(asker, self.now).exists() or beleid.personen(asker, self.now).exists():
            yield "dossiers of no person"
        if relaties.own_persoon(asker) is not None:
            yield "own_persoon of no person"

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
            self._relating(asker, sight), self._homes(asker) if asker.resident else self._only_asked(asker),
            () if asker.resident else self._standing_of(asker), outside(asker, self.now), self._spares(asker),
        ):  # fmt: skip
            for it in found:
                yield f"{name}: {it}"

    def _single(self, asker: Vrager, sight: Any) -> Iterator[str]:
        from vliegwiel.privacy.rules import Onderdeel

        for wat, dossier, domein, persoon, shut, yes in asker.sight:
            closed = (shut,) if shut else ()  # what nobody says of is open
            if sight.mag(Onderdeel(wat), dossier, domein, persoon, *closed) != yes:
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

        for wat, model in TABLES[:-1]:
            found: Q = sight.q(Onderdeel(wat))
            if model is Plandeel:
                found &= Q(verzegeld=wat == "verzegeld_deel")
            if wat == "verzegeld_deel":
                me = asker.kijker.medewerker
                found &= Q(maker=me) if me else Q(persoon_id=asker.who.persoon.id)
            shown = set(model.objects.filter(found).values_list("pk", flat=True))
            if (shown ^ asker.rows.get(wat, set())) - asker.own:
                yield f"q {wat}"
        yield from self._of_rooms(asker, sight)

    def _of_rooms(self, asker: Vrager, sight: Any) -> Iterator[str]:
        """The rooms' own queries: provisions and afspraken that may be read, and what asks attention."""
        from vliegwiel.ondersteuning.queries.voorziening import voorzieningen_of
        from vliegwiel.privacy import relaties
        from vliegwiel.samenspel.queries.aandachtspunt import own_attention
        from vliegwiel.samenspel.queries.afspraak import afspraken

        kijker, here = asker.kijker, {it.pk for it in self.world.dossiers[asker.kijker.gemeente_id]}
        found = {
            "voorziening": voorzieningen_of(kijker, sight, self.now),
            "afspraak": afspraken(kijker, sight),
        }
        for wat, rows in found.items():
            asked = here if not asker.resident else {it.pk for it in self.world.mine[kijker.account.naam]}
            shown = rows.filter(dossier_id__in=asked)
            if set(shown.values_list("pk", flat=True)) != asker.rows.get(wat, set()):
                yield f"{wat} of the room"
            if not says_gemeente(rows.query.where, rows.model._meta.db_table):
                yield f"{wat} of the room: no gemeente"
        off = replace(kijker, instellingen={**kijker.instellingen, "voorziening": False})
        if voorzieningen_of(off, sight, self.now).exists():
            yield "provisions where that practice is off"
        if asker.resident and any(own(kijker, TODAY).exists() for own in relaties.eigen_werk):
            yield "a resident has work of their own"
        if set(own_attention(kijker, self.now).values_list("pk", flat=True)) != self._cards_of(asker):
            yield "own_attention"

    def _cards_of(self, asker: Vrager) -> set[Any]:
        """Open cards of theirs, of their teams and of their roles, but for those of a dossier closed to them."""
        me = asker.who.medewerker
        if me is None:
            return set()
        orakel, closed, shut = self.orakel, asker.stand["dicht"], asker.stand["mensen"]
        return {
            row.id for row in orakel.rows.aandachtspunt
            if row.gemeente_id == me.gemeente_id and not row.weg_op and row.vanaf <= TODAY
            and (row.medewerker_id == me.id or row.team_id in orakel.teams[me.id] or row.rol in asker.who.petten)
            and row.dossier_id not in closed and row.persoon_id not in shut
        }  # fmt: skip

    def _lists(self, asker: Vrager) -> Iterator[str]:
        from vliegwiel.privacy import beleid
        from vliegwiel.privacy.rules import Onderdeel

        kijker = asker.kijker
        # What a resident lists comes from their sight, which was asked already: a few of them ask again.
        for wat in ("kader", "doel")[: asker.turn % 4 == 0] if asker.resident else PARTS[:-1]:
            part, right = Onderdeel(wat), asker.lists.get(wat, set())
            if set(beleid.dossiers(kijker, self.now, part).values_list("pk", flat=True)) != right:
                yield f"dossiers {wat}"
            if not asker.resident and set(beleid.dossier_ids(kijker, self.now, part)) != right:
                yield f"dossier_ids {wat}"
        if set(beleid.personen(kijker, self.now).values_list("pk", flat=True)) != asker.people:
            yield "personen"
        me = beleid.relaties.own_persoon(kijker)
        if (me.pk if me else None) != (asker.who.persoon.id if asker.resident else None):
            yield "own_persoon"
        if asker.resident and set(beleid.resident_sight(kijker, self.now)[1]) != asker.logs:
            yield "resident_sight"

    def _relating(self, asker: Vrager, sight: Any) -> Iterator[str]:
        """Whoever may see nothing at all on this page is not told either how they stand to a dossier."""
        from vliegwiel.privacy.rules import Relatie

        known = asker.relations if asker.lists else {}
        for dossier in self.everywhere:
            if {str(it) for it in sight.relaties(dossier)} != known.get(dossier, set()):
                yield f"relaties {dossier}"
        for some in ((Relatie.REGIE,), (Relatie.SPOED, Relatie.EIGEN_AFSPRAAK)):
            right = {pk for pk, ways in known.items() if ways & {str(it) for it in some}}
            if set(sight.with_relation(*some)) != right:
                yield f"with_relation {some}"

    def _only_asked(self, asker: Vrager) -> Iterator[str]:
        """Of half the dossiers: nothing of the other half, and of no dossier nothing."""
        from vliegwiel.privacy import beleid

        for asked in (self.everywhere[::2], []):
            if asker.known:
                asker.kijker.onthoudt.clear()
            sight = beleid.zicht_op(asker.kijker, asked, self.now)
            for wat in PARTS[:-1]:
                if sight.dossiers(beleid.Onderdeel(wat)) != asker.lists.get(wat, set()) & set(asked):
                    yield f"zicht_op of half: {wat}"
            if not set(sight.with_relation(*beleid.Relatie)) <= set(asked):
                yield "zicht_op of half: relations"

    def _homes(self, asker: Vrager) -> Iterator[str]:
        """Where a resident and whom they represent or did live or lived: nobody else's home is read."""
        from vliegwiel.privacy import relaties

        me = asker.who.persoon.id
        theirs = {me} | {
            row.persoon_id for row in self.orakel.rows.vertegenwoordiging
            if row.vertegenwoordiger_id == me and row.begindatum <= TODAY
        }  # fmt: skip
        right = {(pk, home) for home, people in self.orakel.lived.items() for pk in people & theirs}
        read = relaties.homes_of(asker.kijker, TODAY).values_list("persoon_id", "dossier_id")
        if set(read) != right:
            yield "homes_of"
        yield from self._in_any_order(asker)

    def _spares(self, asker: Vrager) -> Iterator[str]:
        if asker.resident:
            me = asker.who.persoon.id
            rows = self.orakel.rows.vertegenwoordiging
            parent = any((it.vertegenwoordiger_id, it.soort) == (me, "gezag") for it in rows)
            yield from resident_spares(asker, self.now, parent)
        elif asker.known:
            yield from colleague_spares(asker, self.everywhere, self.now)

    def _in_any_order(self, asker: Vrager) -> Iterator[str]:
        """The rows around a resident are one union: the order in which a database gives them decides nothing."""
        from vliegwiel.privacy import beleid

        as_read = beleid._rows_around
        beleid._rows_around = lambda *asked: as_read(*asked)[::-1]
        try:
            yield from self._single(asker, beleid.zicht_op(asker.kijker, [], self.now))
        finally:
            beleid._rows_around = as_read

    def _living(self, asker: Vrager) -> Iterator[str]:
        """Of the people who are asked about: who lives where today, in this gemeente only."""
        from vliegwiel.privacy import relaties

        people = sorted({it for found in self.orakel.ever.values() for it in found})[::2]
        here = {dossier for _, dossier, _ in self.living[asker.kijker.gemeente_id]}
        right = {(pk, dossier) for dossier in here for pk in self.orakel.living[dossier] if pk in people}
        if relaties.living(asker.kijker, [None, *people], TODAY) != right:
            yield "living"
        if relaties.living(asker.kijker, [None], TODAY):
            yield "living of nobody"

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
            yield from self._living(asker)

    def _too_much(self, asker: Vrager) -> Iterator[str]:
        """What is too much to remember is asked of the database, and the answer is the same."""
        from vliegwiel.privacy import beleid, stand

        asker.kijker.onthoudt.clear()
        most, stand.MOST_REMEMBERED = stand.MOST_REMEMBERED, 10
        try:
            if beleid.remembered(asker.kijker, self.now) is not None:
                yield "remembered too much"
            me = stand.who(asker.kijker)
            rows = len(stand._of_all(10**6, *stand._registered(), now=self.now, today=TODAY, **me))
            for stand.MOST_REMEMBERED in (rows, rows - 1):
                asker.kijker.onthoudt.clear()
                found = beleid.remembered(asker.kijker, self.now)
                if (found is None) == (rows == stand.MOST_REMEMBERED):
                    yield "remembered: one too many, or one too few"
            stand.MOST_REMEMBERED = 10
            asker.kijker.onthoudt.clear()
            shown = set(beleid.dossiers(asker.kijker, self.now).values_list("pk", flat=True))
            if shown != asker.lists.get("kader", set()):
                yield "dossiers when it is too much"
        finally:
            stand.MOST_REMEMBERED = most
            asker.kijker.onthoudt.clear()
