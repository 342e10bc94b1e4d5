"""What docs/huis/toegang.md says about one question, from raw rows: a second reading, apart from the program's own.

Nothing of the program's policy is imported: rows are read as they lie in the tables, what is true of a kijker and a
thing is worked out here once more from the words of the page, and the table decides.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.toegang.rijen import Rijen, on_day, read_rows, turned
from tests.toegang.speelveld import Speelveld
from tests.toegang.tabel import mag

__all__ = ("Ding", "Orakel", "Wie", "read_rows", "turned")

SHARED = {
    "doel": "deelt_doelen", "afspraak": "deelt_afspraken", "inhoud": "deelt_inhoud", "adres": "deelt_adres",
    "geheim_adres": "",
}  # fmt: skip
REGIE = ("vaste_contactpersoon", "coordinator")
LOOPT_NOG = ("gevraagd", "loopt")
VRAAGT = "bel_alvast"  # what asks attention of a provision; other cards are about what somebody did once


@dataclass(frozen=True, eq=False)
class Ding:
    """One thing that can be seen, as the table asks. Two are never equal: what is known is kept by thing."""

    wat: str
    gemeente: UUID
    dossier: UUID | None
    domein: str = ""
    persoon: UUID | None = None
    afgesloten: bool = False
    maker: UUID | None = None  # of a sealed part
    medewerker: UUID | None = None  # to whom an afspraak was given
    status: str = ""
    houder: UUID | None = None
    houder_team: UUID | None = None
    vraag: UUID | None = None
    voorziening: UUID | None = None  # of an afspraak: the provision it is
    opdracht: UUID | None = None  # what stands in it


@dataclass(frozen=True, eq=False)
class Wie:
    """One account in one gemeente, as the rows say."""

    soort: str  # medewerker, inwoner or bezoeker
    gemeente: UUID
    medewerker: Any = None
    persoon: Any = None
    petten: frozenset[str] = frozenset()
    account: UUID | None = None


class Orakel:
    """Answers `mag(who, purpose, thing)` for one moment."""

    def __init__(self, rows: Rijen, now: datetime) -> None:
        self.rows, self.now = rows, now
        self.today = now.astimezone(ZoneInfo("Europe/Amsterdam")).date()
        self._known: dict[Any, Any] = {}
        self.speelveld = Speelveld(rows, self.today)

    def mag(self, who: Wie, purpose: str, thing: Ding, extra: frozenset[str] = frozenset()) -> bool:
        """The answer of the table. `extra`: circumstances of the page, such as `voorlezen` and `zetel`."""
        if who.soort == "bezoeker" or not self._is_there(who, thing):
            return False
        pet, ties = (self._colleague if who.soort == "medewerker" else self._resident)(who, thing)
        if thing.opdracht is not None:
            ties = self.speelveld.stands(who, thing.opdracht) or ties
        if "zetel" in extra and self._may_sit(who, thing):
            ties = ties | {"zetel"}
            pet = pet - {"geen_band"} if thing.wat == "tafel" else pet  # a seat at this table is a tie
        when = self._when(who, thing) | {f"doel_{purpose}"} | (extra & {"voorlezen"})
        one = frozenset
        return mag((one({who.soort}), pet, ties, one({thing.wat}), one({thing.domein or "geen"}), when))

    def _is_there(self, who: Wie, thing: Ding) -> bool:
        """`persoon`: who belongs to the household today, for a colleague also who represents them; and oneself."""
        if thing.wat != "persoon" or thing.dossier is None:
            return True
        if who.medewerker is not None and thing.persoon in self.stands_for[thing.dossier]:
            return True
        own = who.persoon is not None and thing.persoon == who.persoon.id
        return own or thing.persoon in self.living[thing.dossier]

    # -- who asks

    def who(self, account: UUID | None, gemeente: UUID) -> Wie:
        """What this account is in this gemeente today."""
        for row in self.rows.medewerker:
            if (row.account_id, row.gemeente_id) == (account, gemeente) and on_day(row, self.today):
                roles = {
                    it.rol
                    for it in self.rows.roltoekenning
                    if it.medewerker_id == row.id and on_day(it, self.today)
                }
                return Wie("medewerker", gemeente, row, None, frozenset(roles or {"geen_rol"}), account)
        for row in self.rows.inwoner:
            if (row.account_id, row.gemeente_id) == (account, gemeente) and on_day(row, self.today):
                own = [it for it in self.rows.persoon if it.inwoner_id == row.id]
                return Wie("inwoner", gemeente, None, own[0] if own else None, account=account)
        return Wie("bezoeker", gemeente)

    # -- a colleague

    def _colleague(self, who: Wie, thing: Ding) -> tuple[frozenset[str], frozenset[str]]:
        key = (who.medewerker.id, thing)
        if key not in self._known:
            self._known[key] = (who.petten, frozenset(self._ties(who.medewerker, thing) or {"geen"}))
        return self._known[key]  # type: ignore[no-any-return]

    def _ties(self, me: Any, thing: Ding) -> set[str]:
        found: set[str] = set()
        if thing.gemeente == me.gemeente_id and thing.dossier is not None:
            found |= self._involved(me, thing) | self._own_work(me, thing) | self._given(me, thing)
        if thing.wat == "vraag" and self._holds(me, thing):
            found.add("houder")
        return found

    def _involved(self, me: Any, thing: Ding) -> set[str]:
        rows = self.involvements[me.id, thing.dossier]
        domains = {row.domein for row in rows["nu"] if row.soort == "uitvoering"}
        found = {"verlopen"} if rows["verlopen"] else set()
        found |= {"toekomstig"} if rows["toekomstig"] else set()
        if any(row.soort in REGIE for row in rows["nu"]):
            found.add("regie")
        if thing.domein in domains or (domains and not thing.domein):
            found.add("in_dit_domein")
        elif rows["nu"]:
            found.add("ander_domein")
        if rows["nu"] and thing.maker == me.id:
            found.add("maker")
        return found

    def _own_work(self, me: Any, thing: Ding) -> set[str]:
        if thing.wat == "afspraak":
            asks = (thing.dossier, thing.voorziening) in self.asks[me.id]
            given = thing.medewerker == me.id and thing.status in LOOPT_NOG
            return {"eigen_afspraak"} if given or (thing.voorziening and asks) else set()
        return {"eigen_afspraak"} if thing.dossier in self.own_work[me.id] else set()

    def _given(self, me: Any, thing: Ding) -> set[str]:
        found = set()
        if any(self._covers(row, thing) for row in self.shares[thing.dossier] if self._is_to(row, me)):
            found.add("deling")
        for row in self.urgent[me.id, thing.dossier]:
            ended = row.beeindigd_op is not None and row.beeindigd_op <= self.now
            if row.begonnen_op <= self.now < row.tot and not ended and thing.domein in (row.domein, ""):
                found.add("spoed")
        return found

    def _is_to(self, row: Any, me: Any) -> bool:
        return row.medewerker_id == me.id or (
            row.deelname_id is not None and row.deelname_id == me.deelname_id
        )

    def _covers(self, row: Any, thing: Ding, *, colleague: bool = True) -> bool:
        """`persoon` and `kader` go with every share for a colleague, the address with one of the address."""
        if thing.wat in ("persoon", "kader"):
            return colleague
        chosen = SHARED.get(thing.wat)
        if not chosen or not getattr(row, chosen):
            return False
        return thing.wat == "adres" or bool(row.domein == thing.domein)

    def _holds(self, me: Any, thing: Ding) -> bool:
        if thing.houder == me.id or thing.houder_team in self.teams[me.id]:
            return True
        return any(
            me.id in (row.van_id, row.naar_id) or row.naar_team_id in self.teams[me.id]
            for row in self.handed_over[thing.vraag]
            if thing.vraag and not row.aangenomen_op and not row.teruggegeven_op
        )

    def _may_sit(self, who: Wie, thing: Ding) -> bool:
        """A seat of a colleague counts while they are involved or have an afspraak of their own."""
        if who.medewerker is None:
            return True
        rows = self.involvements[who.medewerker.id, thing.dossier]
        return bool(rows["nu"]) or thing.dossier in self.own_work[who.medewerker.id]

    # -- a resident

    def _resident(self, who: Wie, thing: Ding) -> tuple[frozenset[str], frozenset[str]]:
        if who.persoon is None or thing.gemeente != who.gemeente:
            return frozenset({"geen_band"}), frozenset({"geen"})
        key = (who.persoon.id, thing)
        if key not in self._known:
            pets = frozenset(self._hats(who.persoon, thing) or {"geen_band"})
            self._known[key] = (pets, frozenset(self._stands(who.persoon, thing) or {"geen"}))
        return self._known[key]  # type: ignore[no-any-return]

    def _hats(self, me: Any, thing: Ding) -> set[str]:
        about = thing.persoon
        if about is None:
            if me.id in self.living[thing.dossier]:
                return {"huishouden"}
            mentor_of = {row.persoon_id for row in self.now_represents[me.id] if row.soort == "mentor"}
            return {"mentor"} if mentor_of & self.living[thing.dossier] else set()
        if about == me.id:
            return {"zelf"}
        found = {
            {"mentor": "mentor", "bewindvoerder": "bewindvoerder", "volmacht": "gemachtigde"}[row.soort]
            for row in self.now_represents[me.id]
            if row.persoon_id == about and row.soort != "gezag"
        }
        found |= self._gezag(me, about)
        homes = [dossier for dossier, people in self.living.items() if {me.id, about} <= people]
        return found or ({"huisgenoot"} if homes else set())

    def _gezag(self, me: Any, about: UUID) -> set[str]:
        born = self.people[about].geboortedatum
        if turned(born, 18, self.today):
            return set()
        rows = [
            row for row in self.rows.vertegenwoordiging
            if (row.vertegenwoordiger_id, row.persoon_id, row.soort) == (me.id, about, "gezag")
        ]  # fmt: skip
        if any(on_day(row, self.today) for row in rows):
            young, sixteen = not turned(born, 12, self.today), turned(born, 16, self.today)
            return {"gezag_onder_12" if young else "gezag_16_plus" if sixteen else "gezag_12_15"}
        return {"zonder_gezag"} if any(row.begindatum <= self.today for row in rows) else set()

    def _stands(self, me: Any, thing: Ding) -> set[str]:
        found = set()
        if me.id in self.living[thing.dossier]:
            found.add("betrokkene")
        elif me.id in self.lived[thing.dossier]:
            found.add("vroeger_betrokkene")
        via = {row.persoon_id for row in self.now_represents[me.id]} & self.living[thing.dossier]
        if (via and thing.persoon is None) or thing.persoon in via:
            found.add("via_ander")
        homes = {dossier for dossier, people in self.living.items() if me.id in people}
        if any(
            row.naar_dossier_id in homes and self._covers(row, thing, colleague=False)
            for row in self.shares[thing.dossier]
            if row.naar_dossier_id is not None
        ):
            found.add("deling")
        return found

    # -- circumstances

    def _when(self, who: Wie, thing: Ding) -> frozenset[str]:
        found = set()
        if thing.gemeente != who.gemeente:
            found.add("andere_gemeente")
        if thing.status == "vernietigd" and thing.wat == "vraag":
            found.add("vernietigd")
        if who.medewerker is not None:
            people = self.ever[thing.dossier] | ({thing.persoon} if thing.wat == "vraag" else set())
            found |= {soort for persoon, soort in self.blocks[who.medewerker.id] if persoon in people}
        elif who.persoon is not None:
            born = who.persoon.geboortedatum
            if not turned(born, 12, self.today):
                found.add("kijker_onder_12")
            elif not turned(born, 16, self.today):
                found.add("kijker_12_15")
            if thing.afgesloten and thing.persoon in self.people and self._closes(thing.persoon):
                found.add("kind_sloot_af")
        return frozenset(found)

    def _closes(self, persoon: UUID) -> bool:
        born = self.people[persoon].geboortedatum
        return turned(born, 12, self.today) and not turned(born, 16, self.today)

    # -- rows, sorted once

    @cached_property
    def people(self) -> dict[UUID, Any]:
        return {row.id: row for row in self.rows.persoon}

    @cached_property
    def living(self) -> dict[Any, set[UUID]]:
        return self._persons(lambda row: on_day(row, self.today))

    @cached_property
    def lived(self) -> dict[Any, set[UUID]]:
        return self._persons(lambda row: row.begindatum <= self.today)

    @cached_property
    def ever(self) -> dict[Any, set[UUID]]:
        return self._persons(lambda row: True)

    @cached_property
    def stands_for(self) -> dict[Any, set[UUID]]:
        """By dossier: who represents somebody who lives there today."""
        rows = [row for found in self.now_represents.values() for row in found]
        return defaultdict(set, {
            dossier: {row.vertegenwoordiger_id for row in rows if row.persoon_id in people}
            for dossier, people in self.living.items()
        })  # fmt: skip

    def _persons(self, counts: Any) -> dict[Any, set[UUID]]:
        found: dict[Any, set[UUID]] = defaultdict(set)
        for row in self.rows.betrokkene:
            if counts(row):
                found[row.dossier_id].add(row.persoon_id)
        return found

    @cached_property
    def teams(self) -> dict[UUID, set[UUID]]:
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for row in self.rows.teamlid:
            if on_day(row, self.today):
                found[row.medewerker_id].add(row.team_id)
        return found

    @cached_property
    def involvements(self) -> dict[Any, dict[str, list[Any]]]:
        """(colleague, dossier) → their rows that count now, that are over, and that are still to come."""
        found: dict[Any, dict[str, list[Any]]] = defaultdict(
            lambda: {"nu": [], "verlopen": [], "toekomstig": []}
        )
        for row in self.rows.betrokkenheid:
            ended = row.beeindigd_op is not None or (row.einddatum is not None and row.einddatum < self.today)
            when = "verlopen" if ended else "toekomstig" if row.begindatum > self.today else "nu"
            for colleague in self.rows.medewerker:
                if row.medewerker_id == colleague.id or row.team_id in self.teams[colleague.id]:
                    found[colleague.id, row.dossier_id][when].append(row)
        return found

    @cached_property
    def own_work(self) -> dict[UUID, set[UUID]]:
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for row in self.rows.afspraak:
            if row.medewerker_id and row.status in LOOPT_NOG:
                found[row.medewerker_id].add(row.dossier_id)
        for me, asking in self.asks.items():
            found[me] |= {dossier for dossier, _ in asking}
        return found

    @cached_property
    def asks(self) -> dict[UUID, set[tuple[UUID, UUID | None]]]:
        """By colleague: the (dossier, provision) of what asks attention of them, or of a team they are in today."""
        found: dict[UUID, set[tuple[UUID, UUID | None]]] = defaultdict(set)
        for row in self.rows.aandachtspunt:
            if row.code != VRAAGT or row.weg_op or row.vanaf > self.today or row.dossier_id is None:
                continue
            for colleague in self.rows.medewerker:
                if row.medewerker_id == colleague.id or row.team_id in self.teams[colleague.id]:
                    found[colleague.id].add((row.dossier_id, row.object))
        return found

    @cached_property
    def shares(self) -> dict[Any, list[Any]]:
        found: dict[Any, list[Any]] = defaultdict(list)
        for row in self.rows.deling:
            if on_day(row, self.today) and row.ingetrokken_op is None:
                found[row.dossier_id].append(row)
        return found

    @cached_property
    def handed_over(self) -> dict[Any, list[Any]]:
        found: dict[Any, list[Any]] = defaultdict(list)
        for row in self.rows.overdracht:
            found[row.vraag_id].append(row)
        return found

    @cached_property
    def urgent(self) -> dict[Any, list[Any]]:
        found: dict[Any, list[Any]] = defaultdict(list)
        for row in self.rows.spoedtoegang:
            found[row.medewerker_id, row.dossier_id].append(row)
        return found

    @cached_property
    def blocks(self) -> dict[UUID, set[tuple[UUID, str]]]:
        found: dict[UUID, set[tuple[UUID, str]]] = defaultdict(set)
        for row in self.rows.blokkade:
            if on_day(row, self.today):
                found[row.medewerker_id].add((row.persoon_id, row.soort))
        return found

    @cached_property
    def now_represents(self) -> dict[UUID, list[Any]]:
        found: dict[UUID, list[Any]] = defaultdict(list)
        for row in self.rows.vertegenwoordiging:
            if on_day(row, self.today):
                found[row.vertegenwoordiger_id].append(row)
        return found
