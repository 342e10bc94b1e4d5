"""Worlds for the policy: three gemeenten, colleagues in every role, households, and rows as hostile as they come.

Everything hangs on one seed. Nothing here knows what is allowed: rows are strewn, and the oracle and the policy each
say what they make of them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction

from tests.toegang import hulp
from vliegwiel.gemeenschap.models import (
    Deelname,
    Inwoner,
    Medewerker,
    Organisatie,
    Roltoekenning,
    Team,
    Teamlid,
)
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Rol
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.ondersteuning.models import Plandeel, Plandoel
from vliegwiel.privacy.models import (
    Betrokkene,
    Betrokkenheid,
    Blokkade,
    Deling,
    Dossier,
    Persoon,
    Spoedtoegang,
    Vertegenwoordiging,
)
from vliegwiel.samenspel.models import Afspraak

# The days on which a birthday on the 29th of February tells, and an hour at which the day here is not the day in UTC.
MOMENTS = (
    datetime(2026, 2, 28, 10, 0, tzinfo=UTC),
    datetime(2026, 2, 28, 23, 30, tzinfo=UTC),
    datetime(2026, 3, 1, 10, 0, tzinfo=UTC),
    datetime(2026, 3, 1, 22, 30, tzinfo=UTC),
)
SLUGS = ("esdoorn", "fazant", "grutto")
DOMEINEN = ("wmo", "jeugd", "jeugdbescherming", "participatie", "schulden", "welzijn")
# Every role alone, the roles that do the work again, and pairs of which one takes away what the other gives.
HATS: tuple[tuple[str, ...], ...] = (
    *((rol.value,) for rol in Rol),
    ("consulent",), ("consulent",), ("vaste_contactpersoon",), ("partnermedewerker",), ("teamleider",),
    ("consulent", "beheerder"), ("vaste_contactpersoon", "fg"), ("consulent", "backoffice"),
    ("teamleider", "consulent"), ("partnermedewerker", "teamleider"), ("consulent", "beleidsmedewerker"), (),
)  # fmt: skip
AGES = (3, 9, 11, 12, 13, 15, 16, 17, 18, 19, 34, 36, 41, 50, 66, 80)


@dataclass
class Wereld:
    """What was made, by gemeente."""

    now: datetime
    seed: int
    gemeenten: list[Gemeente] = field(default_factory=list)
    accounts: dict[Any, list[Account]] = field(default_factory=dict)
    dossiers: dict[Any, list[Dossier]] = field(default_factory=dict)
    personen: dict[Any, list[Persoon]] = field(default_factory=dict)


def make_world(seed: int, *, size: int = 5, rows: int = 30) -> Wereld:
    """`size` households in each gemeente, each with `rows` goals and parts of a plan."""
    world = Wereld(MOMENTS[seed % len(MOMENTS)], seed)
    with transaction.atomic():
        everywhere = _account("overal", seed)
        for slug in SLUGS:
            gemeente = Gemeente.objects.create(
                slug=f"{slug}{seed}", naam=slug.title(), aangemaakt_op=world.now
            )
            set_gemeente(gemeente.pk)
            world.gemeenten.append(gemeente)
            _Strooier(world, gemeente, everywhere, random.Random(f"{seed}{slug}")).strew(size, rows)
    return world


def _account(name: str, seed: int, soort: str = "medewerker") -> Account:
    return Account.objects.create(
        email=f"{name}.{seed}@{soort}.example",
        naam=name,
        soort=soort,
        aangemaakt_op=datetime(2025, 1, 1, tzinfo=UTC),
    )


class _Strooier:
    """Strews the rows of one gemeente."""

    def __init__(self, world: Wereld, gemeente: Gemeente, everywhere: Account, chance: random.Random) -> None:
        self.world, self.gemeente, self.everywhere, self.chance = world, gemeente, everywhere, chance
        self.today = day_of(world.now)

    def strew(self, size: int, rows: int) -> None:
        self._people_who_work()
        self._people_who_live_here()
        self.dossiers = self._make(
            Dossier, [{"nummer": f"{turn}", "geopend_op": date(2025, 1, 1)} for turn in range(size)]
        )
        self.world.dossiers[self.gemeente.pk] = self.dossiers
        self._households()
        self._represented()
        self._involved()
        self._given()
        self._blocked()
        self._content(rows)
        hulp.strew(self, max(4, rows // 4))

    def _make(self, model: Any, values: list[dict[str, Any]]) -> list[Any]:
        return list(model.objects.bulk_create([model(gemeente=self.gemeente, **one) for one in values]))

    def period(self, *, closed: bool = False) -> dict[str, Any]:
        """Mostly one that holds today, often with an edge on it; also just over, long over and still to come."""
        day, t = timedelta(days=1), self.today
        holds = [(t - 400 * day, None), (t - 9 * day, t), (t, None), (t, t), (t - 30 * day, t + 30 * day)]
        other = [(t - 400 * day, t - day), (t - day, t - day), (t + day, None), (t + day, t + 9 * day)]
        begin, end = self.chance.choice(holds * 2 + other)
        return {"begindatum": begin, "einddatum": end or (t + 300 * day if closed else None)}

    def sometimes(self, how_often: float) -> bool:
        return self.chance.random() < how_often

    # -- people

    def _people_who_work(self) -> None:
        begun = {"begindatum": date(2025, 1, 1)}
        self.deelnames = []
        for naam in ("Gemeente", "De Brug"):
            organisatie, _ = Organisatie.objects.get_or_create(naam=naam, defaults={"soort": "welzijn"})
            self.deelnames += self._make(Deelname, [{"organisatie": organisatie, **begun}])
        self.teams = self._make(Team, [{"naam": f"team {turn}"} for turn in range(3)])
        tag = f"{self.gemeente.slug}"
        accounts = [_account(f"m{turn}.{tag}", self.world.seed) for turn in range(len(HATS))]
        hats = [*HATS, ("consulent",)]
        accounts.append(self.everywhere)
        self.world.accounts[self.gemeente.pk] = list(accounts)
        self.medewerkers = self._make(
            Medewerker,
            [
                {"account": it, "naam": it.naam, "deelname": self.chance.choice(self.deelnames), **begun}
                for it in accounts
            ],
        )
        roles = [
            {"medewerker": me, "rol": rol, **begun}
            for me, own in zip(self.medewerkers, hats, strict=True)
            for rol in own
        ]
        self._make(Roltoekenning, roles)
        self._old_roles()
        member = [
            {"team": self.chance.choice(self.teams), "medewerker": me, **self.period()}
            for me in self.medewerkers
            for _ in range(self.chance.choice((0, 1, 1, 2)))
        ]
        self._make(Teamlid, member)

    def _old_roles(self) -> None:
        """Roles that were and that will be: they give nothing today."""
        day = timedelta(days=1)
        for me in self.medewerkers:
            if self.sometimes(0.2):
                old = {"begindatum": self.today - 90 * day, "einddatum": self.today - day}
                new = {"begindatum": self.today + day, "einddatum": self.today + 9 * day}
                rol = self.chance.choice(("consulent", "teamleider", "beheerder", "fg"))
                self._make(Roltoekenning, [{"medewerker": me, "rol": rol, **self.chance.choice((old, new))}])

    def _people_who_live_here(self) -> None:
        born = [self._born(years) for years in AGES] + [None, date(2008, 2, 29)]
        tag = f"{self.gemeente.slug}"
        accounts = [_account(f"p{turn}.{tag}", self.world.seed, "inwoner") for turn in range(len(born) - 2)]
        self.world.accounts[self.gemeente.pk] += accounts
        inwoners = self._make(
            Inwoner, [{"account": it, "naam": it.naam, "begindatum": date(2025, 1, 1)} for it in accounts]
        )
        given = dict(enumerate(inwoners))
        self.chance.shuffle(born)
        self.personen = self._make(
            Persoon,
            [
                {"voornaam": f"p{turn}", "geboortedatum": birthday, "inwoner": given.get(turn)}
                for turn, birthday in enumerate(born)
            ],
        )
        self.world.personen[self.gemeente.pk] = self.personen

    def _born(self, years: int) -> date:
        """Somebody of this age: a birthday today, tomorrow a year on, or in between."""
        year = self.today.year - years
        today = self.today.replace(year=year)
        return self.chance.choice((today, today - timedelta(days=364), today - timedelta(days=100)))

    def _households(self) -> None:
        rows = [
            {"dossier": dossier, "persoon": persoon, **self.period()}
            for dossier in self.dossiers
            for persoon in self.chance.sample(self.personen, k=self.chance.randint(3, 7))
        ]
        self._make(Betrokkene, rows)

    def _represented(self) -> None:
        young = [
            it for it in self.personen if it.geboortedatum and it.geboortedatum.year > self.today.year - 20
        ]
        rows = []
        for _ in range(40):
            soort = self.chance.choice(("gezag", "gezag", "gezag", "mentor", "bewindvoerder", "volmacht"))
            about = self.chance.choice(young if soort == "gezag" else self.personen)
            reader = self.chance.choice(self.personen)
            if about != reader:
                rows.append({"persoon": about, "vertegenwoordiger": reader, "soort": soort, **self.period()})
        self._make(Vertegenwoordiging, rows)

    # -- ties

    def _involved(self) -> None:
        rows = []
        for dossier in self.dossiers:
            fixed = False
            for who in (
                *({"medewerker": me} for me in self.medewerkers),
                *({"team": team} for team in self.teams),
            ):
                for _ in range(self.chance.choice((0, 0, 0, 1, 1, 2))):
                    row: dict[str, Any] = {"dossier": dossier, **who, **self.period()}
                    row["soort"] = self.chance.choice(("uitvoering", "uitvoering", "uitvoering", "regie"))
                    if self.sometimes(0.15):
                        row["beeindigd_op"] = self.world.now - timedelta(hours=1)
                    if row["soort"] == "uitvoering":
                        row["domein"] = self.chance.choice(DOMEINEN)
                    else:
                        row["soort"], fixed = self._regie(row, fixed)
                    rows.append(row)
        self._make(Betrokkenheid, rows)

    def _regie(self, row: dict[str, Any], fixed: bool) -> tuple[str, bool]:
        """A dossier has one vaste contactpersoon without an end; the database sees to that."""
        open_end = row["einddatum"] is None and "beeindigd_op" not in row
        if (open_end and fixed) or self.sometimes(0.3):
            return "coordinator", fixed
        return "vaste_contactpersoon", fixed or open_end

    def _given(self) -> None:
        shares, urgent = [], []
        for dossier in self.dossiers:
            to = [{"medewerker": me} for me in self.chance.sample(self.medewerkers, k=8)]
            to += [{"deelname": self.chance.choice(self.deelnames)}]
            to += [
                {"naar_dossier": other}
                for other in self.chance.sample(self.dossiers, k=3)
                if other != dossier
            ]
            shares += [self._share(dossier, who) for who in to]
            urgent += [self._urgent(dossier, me) for me in self.chance.sample(self.medewerkers, k=9)]
        self._make(Deling, shares)
        self._make(Spoedtoegang, urgent)

    def _share(self, dossier: Any, who: dict[str, Any]) -> dict[str, Any]:
        fields = ("deelt_doelen", "deelt_afspraken", "deelt_inhoud", "deelt_adres")
        return {
            "dossier": dossier, **who, "domein": self.chance.choice(("", *DOMEINEN)), "waarvoor": "x", "grondslag": "x",
            **{name: self.sometimes(0.5) for name in fields}, **self.period(closed=True),
            "ingetrokken_op": self.world.now if self.sometimes(0.15) else None,
        }  # fmt: skip

    def _urgent(self, dossier: Any, me: Any) -> dict[str, Any]:
        second, now = timedelta(seconds=1), self.world.now
        begin, end = self.chance.choice(
            [
                (now, now + timedelta(hours=1)), (now - timedelta(minutes=59), now + second),
                (now - timedelta(minutes=5), now + timedelta(minutes=55)),
                (now - timedelta(hours=1), now), (now + second, now + timedelta(hours=1)),
            ]
        )  # fmt: skip
        return {
            "dossier": dossier, "medewerker": me, "domein": self.chance.choice(("", *DOMEINEN)), "reden": "x",
            "categorie": "geweld", "begonnen_op": begin, "tot": end, "gemeld_aan": me, "nakijken_voor": self.today,
            "beeindigd_op": now - second if self.sometimes(0.15) else None,
        }  # fmt: skip

    def _blocked(self) -> None:
        kinds = ("eigen_dossier", "familie", "uitgesloten")
        rows = [
            {"persoon": self.chance.choice(self.personen), "medewerker": me, "soort": self.chance.choice(kinds),
             **self.period()}
            for me in self.medewerkers
            for _ in range(self.chance.choice((0, 0, 1)))
        ]  # fmt: skip
        self._make(Blokkade, rows)

    # -- what can be seen

    def _content(self, rows: int) -> None:
        goals, parts, deals = [], [], []
        for dossier in self.dossiers:
            for _ in range(rows):
                goals.append({**self._thing(dossier), "tekst": "x", "gemaakt_op": self.world.now})
                parts.append(
                    {**self._thing(dossier), "tekst": "x", "soort": "wil_ik", "gemaakt_op": self.world.now,
                     "verzegeld": self.sometimes(0.3), "maker": self.chance.choice(self.medewerkers)}
                )  # fmt: skip
                deals.append(self._deal(dossier))
        self._make(Plandoel, goals)
        self._make(Plandeel, parts)
        self._make(Afspraak, deals)

    def _thing(self, dossier: Any) -> dict[str, Any]:
        about = None if self.sometimes(0.25) else self.chance.choice(self.personen)
        return {
            "dossier": dossier, "domein": self.chance.choice(("", *DOMEINEN)), "persoon": about,
            "afgesloten": self.sometimes(0.3),
        }  # fmt: skip

    def _deal(self, dossier: Any) -> dict[str, Any]:
        status = self.chance.choice(("gevraagd", "loopt", "teruggegeven", "gedaan", "losgelaten"))
        given = self.chance.choice(self.medewerkers) if self.sometimes(0.15) else None
        return {
            **self._thing(dossier), "tekst": "x", "wie": "gemeente", "medewerker": given, "status": status,
            "gemaakt_op": self.world.now,
        }  # fmt: skip
