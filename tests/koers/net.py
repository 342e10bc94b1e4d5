"""A doelennetwerk for the tests, in one line each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.samenspel.table import Table
from vliegwiel.koers import actions
from vliegwiel.koers.models import Doel, Doelverband, Koerszin
from vliegwiel.samenspel.models import Voorstel


@dataclass
class Net:
    """Doelen by a short name, as Fatima (policy) writes them."""

    table: Table
    doelen: dict[str, Doel] = field(default_factory=dict)

    def add(self, kort: str, soort: str, naam: str = "", by: str = "fatima", **given: Any) -> Doel:
        given = {"naam": naam or f"Doel {kort}", "soort": soort, **given}
        self.doelen[kort] = self.table.does(by, actions.add_doel, **given)
        return self.doelen[kort]

    def tie(self, van: str, naar: str, hoe: str = "draagt_bij", by: str = "fatima") -> Doelverband:
        it = self.table.does(by, actions.link_doelen, doel=self.doelen[van], hoe=hoe, ander=self.doelen[naar])
        assert isinstance(it, Doelverband)
        return it

    def change(self, kort: str, by: str = "fatima", nummer: int = 1, **fields: Any) -> Any:
        return self.table.does(by, actions.change_doel, doel=self.doelen[kort], nummer=nummer, **fields)

    def stop(self, kort: str, by: str = "fatima") -> Any:
        return self.table.does(by, actions.stop_doel, doel=self.doelen[kort])


def chain(table: Table) -> Net:
    """From spreekuur up to a good life, with a second effect that clashes with the first."""
    net = Net(table)
    net.add("leven", "leven", "Iedereen leeft hier prettig")
    net.add("rond", "effect", "Minder mensen hebben zorgen over geld", indicator="huishoudens met schulden")
    net.add("minder", "effect", "We geven minder uit aan maatwerk", indicator="uitgaven per jaar")
    net.add("tijd", "resultaat", "Hulp bij schulden begint op tijd", indicator="weken tot het eerste gesprek")
    net.add("uur", "inspanning", "Elke week spreekuur in de wijk")
    for van, naar in (
        ("uur", "tijd"),
        ("tijd", "rond"),
        ("tijd", "minder"),
        ("rond", "leven"),
        ("minder", "leven"),
    ):
        net.tie(van, naar)
    net.tie("rond", "minder", "botst")
    return net


def propose(table: Table, soort: str = "mensbeeld", naam: str = "wim", **given: Any) -> Voorstel:
    """A sentence on the table, asked of Wim only."""
    question = "Wat wil deze mens zelf?" if soort == "mensbeeld" else ""
    given = {
        "tekst": "Iedereen kan iets.",
        "toetsvraag": question,
        "gevraagd": [table.zetels["wim"]],
        **given,
    }
    it = table.does(naam, actions.propose_zin, soort=soort, tafel=table.tafel, **given)
    assert isinstance(it, Voorstel)
    return it


def adopted(table: Table, soort: str = "mensbeeld", **given: Any) -> Koerszin:
    """A sentence that holds."""
    voorstel = propose(table, soort, **given)
    table.answer("wim", voorstel)
    table.adopt("wim", voorstel)
    return Koerszin.objects.get(gemeente_id=table.tafel.gemeente_id, voorstel=voorstel)
