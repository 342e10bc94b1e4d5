"""The policy beside the oracle in the small world: quick enough to ask again for each mutant.

First the rules alone (every role, purpose and tie beside the table, no database), then everybody who asks. What is
expected is worked out once, by the oracle; the policy is looked up each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.toegang.klein_basis import TODAY
from tests.toegang.klein_regels import (
    PARTS,
    differs_in_age,
    differs_in_rules,
)
from tests.toegang.klein_vragers import HOUSEHOLD, TABLES, Gevraagd, Vrager
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import set_gemeente
from vliegwiel.ondersteuning.models import Plandeel, Plandoel
from vliegwiel.privacy.models import Betrokkene, Dossier


class Toets(Gevraagd):
    """Asks the policy."""

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
        me = beleid.relaties.own_persoon(kijker)
        if (me.pk if me else None) != (asker.who.persoon.id if asker.resident else None):
            yield "own_persoon"
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
            shown = set(beleid.dossiers(asker.kijker, self.now).values_list("pk", flat=True))
            if shown != asker.lists.get("kader", set()):
                yield "dossiers when it is too much"
        finally:
            stand.MOST_REMEMBERED = most
            asker.kijker.onthoudt.clear()
