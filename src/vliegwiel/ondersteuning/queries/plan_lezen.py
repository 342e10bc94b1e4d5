"""From rows to a page: names filled in from who lives here, labels only where they may be known, ordered by life."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.koers.public import PRAKTIJK_KOERS
from vliegwiel.ondersteuning.models import Plandeel
from vliegwiel.ondersteuning.queries.plan_blad import (
    Begin,
    Bijdraagt,
    Contact,
    Contactpersoon,
    Deel,
    Deelnemer,
    Doel,
    Mens,
    PlanBlad,
    Weerwoord,
    Wie,
    Woonplek,
)
from vliegwiel.ondersteuning.queries.plan_rijen import Rij
from vliegwiel.ondersteuning.rules.hulp import Hulp
from vliegwiel.privacy.public import WERKT, Onderdeel, Relatie, Zicht, age_on

_VASTE = "vaste_contactpersoon"
_LIFE = {soort: place for place, soort in enumerate(Plandeel.Leefgebied.values)}
_LATER = date.max


class Lezer:
    """Puts the rows of one plan together. `shown` are the persons the page shows."""

    def __init__(
        self,
        kijker: Kijker,
        zicht: Zicht,
        dossier: UUID,
        today: date,
        rows: dict[str, list[Rij]],
    ) -> None:
        self.kijker, self.zicht, self.dossier, self.today = kijker, zicht, dossier, today
        self.rows = rows
        self.mensen = tuple(self._mens(row) for row in sorted(rows["mens"], key=_in_order))
        self._names = {wie.id: wie.voornaam for wie in self.mensen}
        self._vlaggen = zicht.domeinen(Onderdeel.DOMEINVLAG, dossier)
        self.shown: set[UUID] = {wie.id for wie in self.mensen}

    @property
    def names(self) -> dict[UUID, str]:
        """First names of who lives here."""
        return self._names

    def blad(
        self,
        afspraken: list[dict[str, Any]],
        contacten: list[dict[str, Any]],
        hulp: tuple[Hulp, ...] = (),
    ) -> PlanBlad:
        self.shown.update(it.persoon for it in hulp)
        head, plan = self.rows["huishouden"][0], next(iter(self.rows["plan"]), None)
        parts = [self._deel(row) for row in sorted(self.rows["deel"], key=_by_life)]
        goals = [self._doel(row) for row in sorted(self.rows["doel"], key=lambda row: (row.op, row.id))]
        serves = self._serves({goal.id for goal in goals})
        who = [self._wie(row, serves) for row in sorted(afspraken, key=_by_day)]
        talks = tuple(self._contact(row) for row in contacten)
        seen: set[UUID] = {one.id for group in (parts, goals, who, talks) for one in group}
        return PlanBlad(
            dossier=self.dossier,
            nummer=head.b,
            referentie=head.c,
            huishouden=head.a,
            plan=plan.id if plan else None,
            familieplan=plan.a if plan else "",
            begonnen_op=plan.van if plan else None,
            gesloten_op=plan.tot if plan else None,
            versie=(plan.n if plan else None) or 1,
            tafel=plan.p if plan else None,
            mensen=self.mensen,
            contactpersoon=self._contactpersoon(),
            adres=self._adres(),
            goed=tuple(one for one in parts if one.soort == "gaat_goed"),
            wil=tuple(one for one in parts if one.soort == "wil_ik"),
            aantekeningen=tuple(one for one in parts if one.soort == "aantekening"),
            doelen=tuple(one for one in goals if one.status == "loopt"),
            gelukt=tuple(one for one in goals if one.status == "gehaald"),
            afspraken=tuple(one for one in who if one.status != "gedaan"),
            gedaan=tuple(one for one in who if one.status == "gedaan"),
            contacten=talks,
            deelnemers=self._deelnemers(),
            hulp=hulp,
            begin=tuple(self._begin(row) for row in sorted(self.rows["vraag"], key=lambda row: row.op)),
            correcties=self._beside(seen),
            leest_inhoud=self._reads(Onderdeel.INHOUD),
            leest_doelen=self._reads(Onderdeel.DOEL),
            leest_afspraken=self._reads(Onderdeel.AFSPRAAK),
            werkt_mee=works_with(self.kijker, self.zicht, self.dossier),
            leest_voor=self._reads(Onderdeel.INZAGE),
            spoed_tot=self._spoed(),
        )

    def _reads(self, part: Onderdeel) -> bool:
        return bool(self.zicht.domeinen(part, self.dossier))

    def _spoed(self) -> datetime | None:
        return max((row.op for row in self.rows["spoed"]), default=None)

    def _vlag(self, domein: str) -> str:
        return domein if domein and domein in self._vlaggen else ""

    def _name(self, persoon: UUID | None) -> str:
        """The first name of who lives here; of somebody who left only that the page is about them is written down."""
        if persoon is None:
            return ""
        self.shown.add(persoon)
        return self._names.get(persoon, "")

    def _mens(self, row: Rij) -> Mens:
        age = age_on(row.van, self.today) if row.van else None
        return Mens(row.p, f"{row.a} {row.b}".strip(), row.a, age, row.c, row.d)

    def _contactpersoon(self) -> Contactpersoon | None:
        me = self.kijker.medewerker.pk if self.kijker.medewerker else None
        rows = [row for row in self.rows["betrokkenheid"] if row.c == _VASTE]
        return next((Contactpersoon(row.a, row.b or "", row.p, row.p == me) for row in rows), None)

    def _adres(self) -> Woonplek | None:
        rows = self.rows["adres"]
        found = [Woonplek(f"{row.a} {row.b}".strip(), row.c, row.d, row.ja) for row in rows]
        return found[0] if found else None

    def _deel(self, row: Rij) -> Deel:
        return Deel(
            id=row.id,
            soort=row.a,
            tekst=row.b,
            leefgebied=row.c,
            domein=row.d,
            vlag=self._vlag(row.d),
            persoon=row.p,
            over=self._name(row.p),
            eigen_woorden=row.eigen,
            verzegeld=row.ook,
            afgesloten=row.ja,
            gemaakt_op=row.op,
        )

    def _doel(self, row: Rij) -> Doel:
        return Doel(
            id=row.id,
            tekst=row.b,
            eerste_stap=row.c,
            score=row.n,
            status=row.a,
            domein=row.d,
            vlag=self._vlag(row.d),
            persoon=row.p,
            over=self._name(row.p),
            afgesloten=row.ja,
            terugkijken_op=row.van,
            teruggekeken=row.klaar is not None,
            gemaakt_op=row.op,
            draagt_bij=self._draagt_bij(row.id),
        )

    def _draagt_bij(self, goal: UUID) -> tuple[Bijdraagt, ...]:
        """To what the gemeente wants; where it does not work with doelen nothing of them is on screen."""
        if not self.kijker.aan(PRAKTIJK_KOERS):
            return ()
        rows = sorted(self.rows["koppeling"], key=lambda row: (row.op, row.id))
        return tuple(Bijdraagt(row.q, row.a) for row in rows if row.p == goal)

    def _serves(self, goals: set[UUID]) -> dict[UUID, list[UUID]]:
        """Which goals on this page each Afspraak serves."""
        found: dict[UUID, list[UUID]] = defaultdict(list)
        for row in self.rows["doelafspraak"]:
            if row.p in goals:
                found[row.q].append(row.p)
        return found

    def _wie(self, row: dict[str, Any], serves: dict[UUID, list[UUID]]) -> Wie:
        me = self.kijker.medewerker.pk if self.kijker.medewerker else None
        return Wie(
            id=row["id"],
            tekst=row["tekst"],
            wie=row["wie"],
            naam=row["medewerker__naam"] or self._name(row["doet_id"]) or row["wie_naam"],
            onder=row["medewerker__deelname__organisatie__naam"] or "",
            gever=row["gever__naam"] or "",
            wanneer=row["wanneer"],
            hoe_laat=row["hoe_laat"],
            status=row["status"],
            domein=row["domein"],
            vlag=self._vlag(row["domein"]),
            persoon=row["persoon_id"],
            voor=self._name(row["persoon_id"]),
            afgesloten=row["afgesloten"],
            van_mij=me is not None and row["medewerker_id"] == me,
            doelen=tuple(serves.get(row["id"], ())),
        )

    def _contact(self, row: dict[str, Any]) -> Contact:
        wie = self._name(row["persoon_id"])
        return Contact(
            id=row["id"],
            soort=row["soort"],
            uitkomst=row["uitkomst"],
            regel=row["regel"],
            wie=wie if row["van_inwoner"] else row["medewerker__naam"] or wie,
            van_inwoner=row["van_inwoner"],
            domein=row["domein"],
            vlag=self._vlag(row["domein"]),
            persoon=row["persoon_id"],
            moment=row["moment"],
        )

    def _deelnemers(self) -> tuple[Deelnemer, ...]:
        """Who is involved, each once with all their labels; who keeps the overview first."""
        seen = self.zicht.domeinen(Onderdeel.DEELNEMER, self.dossier)
        rows = [row for row in self.rows["betrokkenheid"] if row.d in seen]
        rows.sort(key=lambda row: (row.c == "uitvoering", row.a, row.d, row.id))
        together: dict[Any, list[Rij]] = defaultdict(list)
        for row in rows:
            together[row.p or row.id].append(row)
        return tuple(self._deelnemer(key, group) for key, group in together.items())

    def _deelnemer(self, key: UUID, rows: list[Rij]) -> Deelnemer:
        first = rows[0]
        flags = (self._vlag(row.d) for row in rows)
        return Deelnemer(first.a, first.b or "", first.c, tuple(dict.fromkeys(filter(None, flags))), str(key))

    def _begin(self, row: Rij) -> Begin:
        self._name(row.p)
        return Begin(row.id, row.a, row.b, row.op)

    def _beside(self, seen: set[UUID]) -> dict[UUID, tuple[Weerwoord, ...]]:
        found: dict[UUID, list[Weerwoord]] = defaultdict(list)
        for row in sorted(self.rows["weerwoord"], key=lambda row: (row.op, row.id)):
            if row.p in seen:
                self._name(row.q)
                found[row.p].append(Weerwoord(row.id, row.a, row.b, row.c, row.op))
        return {key: tuple(rows) for key, rows in found.items()}


def works_with(kijker: Kijker, zicht: Zicht, dossier: UUID) -> bool:
    """Whether this colleague works with the household: in a domain or with the regie, in a role that does that."""
    relations = zicht.relaties(dossier)
    return not (
        kijker.rollen.isdisjoint(WERKT) or relations.isdisjoint({Relatie.IN_DIT_DOMEIN, Relatie.REGIE})
    )


def _in_order(row: Rij) -> tuple[Any, ...]:
    return (row.n or 0, row.van or _LATER, row.id)


def _by_life(row: Rij) -> tuple[Any, ...]:
    return (_LIFE.get(row.c, len(_LIFE)), row.op, row.id)


def _by_day(row: dict[str, Any]) -> tuple[Any, ...]:
    """What has a day first; the engines do not agree on where no day goes."""
    return (row["wanneer"] or _LATER, row["gemaakt_op"], row["id"])
