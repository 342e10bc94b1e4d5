"""Makers of the small world: a household, a person, and how people stand to one."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.toegang.klein_basis import DAY, FIELDS, HOLDS, NOW, SINCE, TODAY, Klein
from vliegwiel.gemeenschap.models import Inwoner
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.privacy.models import Betrokkene, Betrokkenheid, Deling, Dossier, Persoon, Vertegenwoordiging


def make_account(name: str, soort: str) -> Account:
    return Account.objects.create(email=f"{name}@{soort}.example", naam=name, soort=soort, aangemaakt_op=NOW)


class Bouwer:
    """Lays rows in one gemeente."""

    def __init__(self, world: Klein, gemeente: Gemeente, kim: Account) -> None:
        self.world, self.gemeente, self.kim_account = world, gemeente, kim
        self.count = 0

    def make(self, model: Any, **values: Any) -> Any:
        return model.objects.create(gemeente=self.gemeente, **values)

    def home(self, name: str, *, alone: bool = True) -> Any:
        """A household; unless told otherwise with one person of its own in it."""
        self.count += 1
        dossier = self.make(Dossier, nummer=str(self.count), geopend_op=SINCE)
        self.world.dossiers[self.gemeente.pk].append(dossier)
        self.world.about[f"{self.gemeente.slug}.{name}"] = dossier
        if alone:
            self.lives(dossier, self.person(f"in {name}", date(1980, 1, 1)))
        return dossier

    def person(self, name: str, born: date | None, *, account: bool = False) -> Any:
        inwoner = None
        if account:
            self.world.accounts[name] = make_account(name, "inwoner")
            inwoner = self.make(Inwoner, account=self.world.accounts[name], naam=name, begindatum=SINCE)
        return self.make(Persoon, voornaam=name, geboortedatum=born, inwoner=inwoner)

    def lives(self, dossier: Any, persoon: Any, period: Any = (SINCE, None)) -> None:
        self.make(Betrokkene, dossier=dossier, persoon=persoon, begindatum=period[0], einddatum=period[1])

    def stands_for(self, reader: Any, persoon: Any, soort: str, period: Any = (SINCE, None)) -> None:
        self.make(
            Vertegenwoordiging, persoon=persoon, vertegenwoordiger=reader, soort=soort, begindatum=period[0],
            einddatum=period[1],
        )  # fmt: skip

    def involve(self, dossier: Any, period: Any = (SINCE, None), **values: Any) -> None:
        kind = values.pop("soort", "uitvoering")
        domein = values.pop("domein", "wmo") if kind == "uitvoering" else ""
        self.make(
            Betrokkenheid, dossier=dossier, soort=kind, domein=domein, begindatum=period[0], einddatum=period[1],
            **values,
        )  # fmt: skip

    def share(self, dossier: Any, fields: Any, period: Any = HOLDS[2], **to: Any) -> None:
        values = {name: name in fields for name in FIELDS}
        end = period[1] or TODAY + 90 * DAY
        self.make(
            Deling, dossier=dossier, waarvoor="x", grondslag="x", begindatum=period[0], einddatum=end, **values, **to
        )  # fmt: skip
