"""Opdrachten in the small world: every way to stand before the wall, and every way in which one just does not.

Each opgave marks one organisation for one period; it has a draft at a table where everybody sits, one at an open table,
one where nobody sits, and one that is open to all. Who works or speaks for whom is said by `_people`.
"""

from __future__ import annotations

from typing import Any

from tests.toegang.klein_basis import NOW, PERIODS, SINCE, Klein
from tests.toegang.klein_bouwer import make_account
from vliegwiel.gemeenschap.models import Deelname, Inwoner, Medewerker, Organisatie, Roltoekenning
from vliegwiel.kern.database import set_gemeente
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opdracht, Opgave
from vliegwiel.samenspel.models import Partij, Tafel, Zetel

# Who: where they work, which role, for whom they sit at the tables of everybody, and elsewhere (organisation, when).
PEOPLE: dict[str, tuple[str, str, str, tuple[tuple[str, int], ...]]] = {
    "ours": ("Gemeente", "strateeg", "Gemeente", ()),
    "bidder": ("De Brug", "beleidsmedewerker", "De Brug", ()),
    "bidder guides": ("De Brug", "procesbegeleider", "", ()),
    "speaks": ("Gemeente", "consulent", "De Brug", ()),
    "speaks elsewhere": ("Gemeente", "strateeg", "Gemeente", (("De Brug", 0),)),
    "spoke until today": ("Gemeente", "strateeg", "Gemeente", (("De Brug", 1),)),
    "spoke": ("Gemeente", "strateeg", "Gemeente", (("De Brug", 3),)),
    "will speak": ("Gemeente", "strateeg", "Gemeente", (("De Brug", 4),)),
    "for nobody elsewhere": ("Gemeente", "strateeg", "Gemeente", (("", 0),)),
    "no content": ("Gemeente", "beheerder", "Gemeente", ()),
    "both": ("Gemeente", "fg coordinator", "Gemeente", ()),
    "guides": ("Gemeente", "procesbegeleider", "", ()),
    "had content": ("Gemeente", "beheerder", "Gemeente", ()),
    "no seat": ("Gemeente", "partnermedewerker", "-", ()),
}
RESIDENTS = {"resident": "", "resident for": "De Brug", "resident no seat": "-"}


class Rond:
    """Laid in both gemeenten; asked by everybody in each."""

    def __init__(self, world: Klein) -> None:
        self.names: list[tuple[str, str]] = []
        for slug, gemeente in world.gemeenten.items():
            set_gemeente(gemeente.pk)
            self.gemeente = gemeente
            self._lay(world, slug)

    def make(self, model: Any, **values: Any) -> Any:
        return model.objects.create(gemeente=self.gemeente, **values)

    def _lay(self, world: Klein, slug: str) -> None:
        self.orgs = {naam: self._org(naam) for naam in ("Gemeente", "De Brug", "Elders")}
        self.all, self.open, self.none = (
            self._table(openheid, naam)
            for openheid, naam in (("besloten", "all"), ("open", "open"), ("besloten", "none"))
        )
        self.ever = [self._table("besloten") for _ in PERIODS]
        self.elsewhere = self._table("besloten")
        for name, said in PEOPLE.items():
            self._colleague(world, f"{name}.{slug}", *said)
        for name, party in RESIDENTS.items():
            self._resident(world, f"{name}.{slug}", party)
        self._works_besides(world, slug)
        for naam in self.orgs:
            for period in PERIODS:
                self._opgave(naam, period)
        self._opgave("", PERIODS[0])

    def _org(self, naam: str) -> Any:
        organisatie, _ = Organisatie.objects.get_or_create(naam=naam, defaults={"soort": "welzijn"})
        values = {"gemeente": self.gemeente, "organisatie": organisatie}
        return Deelname.objects.get_or_create(**values, defaults={"begindatum": SINCE})[0]

    def _table(self, openheid: str, naam: str = "x") -> Any:
        return self.make(Tafel, naam=naam, bedoeling="x", openheid=openheid, begindatum=SINCE)

    def _seat(self, tafel: Any, party: str, period: Any = (SINCE, None), **who: Any) -> None:
        naam = party or "bewoners"
        partij, _ = Partij.objects.get_or_create(
            gemeente=self.gemeente, tafel=tafel, naam=naam, defaults={"deelname": self.orgs.get(party)}
        )
        if "is_begeleider" in who:  # who only guides, for nobody, is not asked
            partij = None
        self.make(Zetel, tafel=tafel, partij=partij, begindatum=period[0], einddatum=period[1], **who)

    def _sits(self, party: str, elsewhere: Any, **who: Any) -> None:
        if party == "":
            guides = {"is_begeleider": True} if "medewerker" in who else {}
            self._seat(self.all, "", **who, **guides)
        elif party != "-":
            self._seat(self.all, party, **who)
            for tafel, period in zip(self.ever, PERIODS, strict=True):
                self._seat(tafel, "", period, **who)
        for organisation, when in elsewhere:
            self._seat(self.elsewhere, organisation, PERIODS[when], **who)

    def _colleague(self, world: Klein, name: str, org: str, roles: str, party: str, elsewhere: Any) -> None:
        account = world.accounts[name] = make_account(f"rond {name}", "medewerker")
        me = self._works(account, org)
        for rol in roles.split():
            self.make(Roltoekenning, medewerker=me, rol=rol, begindatum=SINCE)
        if name.startswith("had content"):
            old = PERIODS[3]
            self.make(Roltoekenning, medewerker=me, rol="strateeg", begindatum=old[0], einddatum=old[1])
        if name.startswith("no seat"):  # any more
            self._seat(self.all, org, PERIODS[3], medewerker=me)
        self._sits(party, elsewhere, medewerker=me)
        self.names.append((name, self.gemeente.slug))

    def _works(self, account: Any, org: str, period: Any = (SINCE, None)) -> Any:
        return self.make(
            Medewerker, account=account, naam=account.naam, deelname=self.orgs[org], begindatum=period[0],
            einddatum=period[1],
        )  # fmt: skip

    def _resident(self, world: Klein, name: str, party: str) -> Any:
        account = world.accounts[name] = make_account(f"rond {name}", "inwoner")
        me = self.make(Inwoner, account=account, naam=name, begindatum=SINCE)
        self._sits(party, (), inwoner=me)
        self.names.append((name, self.gemeente.slug))
        return account

    def _works_besides(self, world: Klein, slug: str) -> None:
        """Residents who work for a possible bidder: now, until today, no longer, not yet."""
        for turn, period in enumerate(PERIODS):
            self._works(self._resident(world, f"resident works {turn}.{slug}", ""), "De Brug", period)

    def _opgave(self, naam: str, period: Any) -> None:
        me = Medewerker.objects.filter(gemeente=self.gemeente).first()
        opgave = self.make(Opgave, titel="x", vraag="x", medewerker=me, aangemaakt_op=NOW)
        if naam:
            self.make(
                MogelijkeInschrijver, opgave=opgave, deelname=self.orgs[naam], begindatum=period[0], einddatum=period[1]
            )  # fmt: skip
        tables = (self.all, self.open, self.none, *(self.ever if naam != "Elders" else ()))
        for tafel in tables:
            self.make(Opdracht, opgave=opgave, tafel=tafel, titel="x", aangemaakt_op=NOW)
        for tafel in (self.all, self.none):
            self.make(Opdracht, opgave=opgave, tafel=tafel, titel="x", aangemaakt_op=NOW, open_op=NOW)
