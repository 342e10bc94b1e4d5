"""Who asks, and for which ids: mostly what a kijker may know of, or just not; now and then anything at all."""

from __future__ import annotations

import random
import re
from typing import Any
from uuid import uuid4

from tests.toegang.adressen import AT_A_TABLE, PART, POLICY, SOORTEN, WORDS, row_of
from tests.toegang.buiten import bind
from tests.toegang.kanaries import Volle
from tests.toegang.orakel import Wie
from tests.toegang.tafels import table_of
from tests.toegang.verslag import Route


class Kiezer:
    """Chooses by chance, over one world."""

    def __init__(self, full: Volle, seed: int) -> None:
        self.full, self.chance = full, random.Random(seed)
        self.people = [
            (gemeente, account)
            for gemeente in full.world.gemeenten
            for account in full.world.accounts[gemeente.pk]
        ]
        self._ids: dict[Any, list[Any]] = {}

    def _somebody(self, route: Route) -> tuple[Any, Any]:
        """Anybody; mostly of the kind the page is for, and now and then in a gemeente that is not theirs."""
        at_a_table = route.purpose == "samen_bepalen" and self.chance.random() < 0.12
        kind = "inwoner" if route.purpose == "eigen_dossier" or at_a_table else "medewerker"
        while True:
            gemeente, account = self.chance.choice(self.people)
            known = "dossier" not in route.text or self._near(
                self.who(account, gemeente), route.purpose, gemeente
            )
            near = account.soort == kind and self._has_the_hat(account, gemeente, route) and known
            if near or self.chance.random() < 0.06:
                break
        if self.chance.random() < 0.04:
            gemeente = self.chance.choice(self.full.world.gemeenten)
        return gemeente, (None if self.chance.random() < 0.03 else account)

    def _has_the_hat(self, account: Any, gemeente: Any, route: Route) -> bool:
        """Those whose page it is: of messages, and (mostly) of the wheel."""
        petten = self.who(account, gemeente).petten
        if route.purpose == "samen_bepalen" and account.soort == "medewerker" and self.chance.random() < 0.7:
            return bool(petten & POLICY)
        return route.purpose != "berichten" or "backoffice" in petten

    def _address(self, route: Route, gemeente: Any, account: Any) -> tuple[str, dict[str, Any]]:
        ids: dict[str, Any] = {}
        who = self.who(account, gemeente)

        def fill(match: re.Match[str]) -> str:
            kind, name = match.groups()
            if name == "gemeente":
                return str(gemeente.slug)
            if kind == "uuid":
                ids[name] = self._id(row_of(name, route.text), gemeente, who, route.purpose, ids)
                return str(ids[name])
            if name == "sleutel":
                return self._link(gemeente) if "koers/" not in route.text else "kracht"
            if name in WORDS:
                return self.chance.choice(WORDS[name])
            return self.chance.choice(SOORTEN) if kind in ("str", None, "slug") else "1"

        address = "/" + PART.sub(fill, route.text)
        if self.chance.random() < 0.3:
            word = self.chance.choice(list(self.full.words))
            address += self.chance.choice(
                (
                    "?pagina=2",
                    "?sorteer=naam",
                    "?filter=alles",
                    f"?q={word}",
                    "?q=opdracht",
                    "?domein=schulden",
                    "?soort=aantekening",
                )
            )
        elif route.name == "zoeken":
            names = [
                it for it in self.full.words.values() if it.persoon or it.field.endswith("huishouden.naam")
            ]
            word = self.chance.choice(names).word if self.chance.random() < 0.75 else "opdracht"
            address += f"?q={word}"
        return address, ids

    def _link(self, gemeente: Any) -> str:
        return self.chance.choice([key for where, key, _ in self.full.links if where == gemeente] + ["geen"])

    def _id(self, label: str, gemeente: Any, who: Wie, purpose: str, ids: dict[str, Any]) -> Any:
        """Mostly one of here, and of what this kijker may know of; also of another gemeente, and of nobody."""
        label, _, name = label.partition(">")
        pick = self.chance.random()
        where = gemeente if pick < 0.93 else self.chance.choice(self.full.world.gemeenten)
        rows = self._rows(label, where)
        if pick > 0.97 or not rows:
            return uuid4()
        hung = [row for row in rows if _hangs_on(row, set(ids.values()))] if ids else []
        rows = hung if hung and self.chance.random() < 0.9 else self._close(rows, label, who, purpose, where)
        return getattr(self.chance.choice(rows), name or "pk")

    def _close(self, rows: list[Any], label: str, who: Wie, purpose: str, gemeente: Any) -> list[Any]:
        """Those this kijker may read a word of; those they stood or stand near; or any."""
        pick = self.chance.random()
        if (plain := self._at_plain_tables(label, gemeente)) and self.chance.random() < 0.5:
            return plain
        if label in ("opdracht.Opdracht", "opdracht.Paragraaf"):
            return self._of_opdracht(rows, label, who, purpose, gemeente)
        if pick < 0.75:
            near, readable = self._near(who, purpose, gemeente), self._readable(who, purpose, label, gemeente)
            close = [row for row in rows if row.pk in readable]
            close = close or [row for row in rows if getattr(row, "dossier_id", row.pk) in near]
            return close or rows
        if pick < 0.9:  # where they are, were or will be somebody, blocked or not
            tied = self._tied(who)
            return [row for row in rows if getattr(row, "dossier_id", row.pk) in tied] or rows
        return rows

    def _of_opdracht(self, rows: list[Any], label: str, who: Wie, purpose: str, gemeente: Any) -> list[Any]:
        """What they may read, what lies behind the wall for them or not, or any."""
        pick, field = self.chance.random(), self.full.orakel.speelveld
        if pick < 0.5:
            readable = self._readable(who, purpose, label, gemeente)
            return [row for row in rows if row.pk in readable] or rows
        if pick < 0.85:
            return [row for row in rows if field.stands(who, getattr(row, "opdracht_id", row.pk))] or rows
        return rows

    def _at_plain_tables(self, label: str, gemeente: Any) -> list[Any]:
        """Of what belongs to a table: what lies at one of no household."""
        key = (label, gemeente.pk, "plain")
        if label not in AT_A_TABLE:
            return []
        if key not in self._ids:
            tables = ((row, table_of(row)) for row in self._rows(label, gemeente))
            self._ids[key] = [row for row, table in tables if table and table.dossier_id is None]
        return self._ids[key]

    def _rows(self, label: str, gemeente: Any) -> list[Any]:
        from django.apps import apps

        key = (label, gemeente.pk)
        if key not in self._ids:
            bind(gemeente)
            self._ids[key] = list(apps.get_model(label)._default_manager.filter(gemeente_id=gemeente.pk))
        return self._ids[key]

    def _tied(self, who: Wie) -> set[Any]:
        if who.medewerker is None:
            return set()
        key = (who, "tied")
        if key not in self._ids:
            found, me = self.full.orakel.rows, who.medewerker.id
            rows = [*found.betrokkenheid, *found.deling, *found.spoedtoegang]
            self._ids[key] = [row.dossier_id for row in rows if row.medewerker_id == me]
        return set(self._ids[key])

    def _readable(self, who: Wie, purpose: str, label: str, gemeente: Any) -> set[Any]:
        """The rows of this kind of which this kijker may read a word."""
        key = (who, purpose, label)
        if key not in self._ids:
            table = label.split(".")[1].lower()
            self._ids[key] = [
                it.row.pk
                for it in self.full.words.values()
                if it.row._meta.model_name == table and it.row.gemeente_id == gemeente.pk
                and self._says(who, purpose, it)
            ]  # fmt: skip
        return set(self._ids[key])

    def _near(self, who: Wie, purpose: str, gemeente: Any) -> set[Any]:
        key = (
            who.soort,
            who.medewerker and who.medewerker.id,
            who.persoon and who.persoon.id,
            "near",
            purpose,
        )
        if key not in self._ids:
            self._ids[key] = [
                thing.dossier
                for canary in self._names(gemeente, who.medewerker is not None)
                for thing in canary.things
                if self.full.orakel.mag(who, purpose or "ondersteunen", thing)
            ]
        return set(self._ids[key])

    def _names(self, gemeente: Any, colleague: bool) -> list[Any]:
        """By which households are known: a colleague who may know a person knows the household too."""
        key = (gemeente.pk, colleague, "names")
        if key not in self._ids:
            kinds = ("ondersteuning_huishouden.naam",) + (() if colleague else ("privacy_persoon.voornaam",))
            self._ids[key] = [
                it for it in self.full.words.values()
                if it.field in kinds and it.row.gemeente_id == gemeente.pk
            ]  # fmt: skip
        return self._ids[key]

    def who(self, account: Any, gemeente: Any) -> Wie:
        key = (account and account.pk, gemeente.pk, "who")
        if key not in self._ids:
            self._ids[key] = [self.full.orakel.who(account.pk if account else None, gemeente.pk)]
        return self._ids[key][0]  # type: ignore[no-any-return]


def _hangs_on(row: Any, ids: set[Any]) -> bool:
    """Whether it points to what stands before it in the address."""
    return any(getattr(row, it.attname) in ids for it in row._meta.concrete_fields if it.is_relation)
