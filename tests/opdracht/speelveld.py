"""A level field for the tests: a table, an opgave, an opdracht of three paragraphs, and who may bid on it.

At the table (see `tests.samenspel.table`): wim and fatima of the gemeente, mila and joke of Welzijn de Brug, hanneke
who guides, bakker who lives here. Welzijn de Brug may bid. joke has a seat at the very table, mandaat, and a policy
role: she is the one the wall is for. Every text of the draft holds a word from DRAFT.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.cast import HERE, Cast
from tests.samenspel.table import Table, lay_table
from vliegwiel.opdracht import actions
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opdracht, Opgave, Paragraaf
from vliegwiel.samenspel import actions as at_table

TITEL, KOP, TEKST, NIET = "zqtitelwoord", "zqkopwoord", "zqtekstwoord", "zqnietwoord"
DRAFT = (TITEL, KOP, TEKST, NIET)
BIDDERS = ("mila", "joke")
ASKED = ("wim", "fatima", "bakker")  # who may read it and has a voice


@dataclass
class Speelveld:
    table: Table
    opgave: Opgave
    opdracht: Opdracht
    inschrijver: MogelijkeInschrijver

    @property
    def cast(self) -> Cast:
        return self.table.cast

    def does(self, naam: str, act: Any, /, **given: Any) -> Any:
        return self.table.does(naam, act, **given)

    def write(self, kop: str = "Waartoe", tekst: str = "Wij willen.", naam: str = "wim", **given: Any) -> Any:
        given = {"soort": "tekst", "kop": kop, "tekst": tekst, **given}
        return self.does(naam, actions.add_paragraph, opdracht=self.opdracht, **given)

    def fresh(self) -> Opdracht:
        self.opdracht = Opdracht.objects.select_related("voorstel", "opgave", "tafel").get(
            gemeente_id=self.opdracht.gemeente_id, pk=self.opdracht.pk
        )
        return self.opdracht

    def lay_before(self, naam: str = "wim") -> Any:
        voorstel = self.does(naam, actions.lay_before, opdracht=self.opdracht)
        self.fresh()
        return voorstel

    def adopt(self, answers: tuple[str, ...] = ASKED) -> Any:
        voorstel = self.lay_before()
        for naam in answers:
            self.table.answer(naam, voorstel)
        self.table.adopt("wim", voorstel)
        self.fresh()
        return voorstel

    def open(self) -> Opdracht:
        self.adopt()
        self.does("wim", actions.open_up, opdracht=self.opdracht)
        return self.fresh()

    def retract(self) -> None:
        self.does("wim", at_table.retract, voorstel=self.fresh().voorstel, reden="eerst nog schrijven")
        self.fresh()

    def path(self, rest: str = "") -> str:
        return f"/{HERE}/opdracht/opdrachten/{self.opdracht.pk}/{rest}"

    def paragraphs(self, soort: str = "tekst") -> list[Paragraaf]:
        from vliegwiel.opdracht.queries import paragrafen

        return list(paragrafen(self.opdracht).filter(soort=soort))


def lay_out(cast: Cast, *, besloten: bool = True) -> Speelveld:
    """The field of the top of this page."""
    table = lay_table(cast, openheid="besloten" if besloten else "open")
    opgave = table.does(
        "fatima", actions.write_opgave, titel="Welzijnswerk 2028", vraag="Wij kopen het welzijnswerk opnieuw in.",
        budget=1_200_000,
    )  # fmt: skip
    brug = cast.deelnames["Welzijn de Brug@lindebeek"]
    mark = table.does("fatima", actions.mark_bidder, opgave=opgave, deelname=brug)
    opdracht = table.does(
        "wim", actions.start_opdracht, opgave=opgave, tafel=table.tafel, titel=f"Opdracht {TITEL}"
    )
    veld = Speelveld(table, opgave, opdracht, mark)
    veld.write(f"Waartoe {KOP}", f"Inwoners weten waar zij terechtkunnen {TEKST}.")
    veld.write("Hoe", "Samen.")
    veld.write("Geen loket", f"Geen nieuw loket {NIET}.", soort="wat_niet")
    veld.fresh()
    return veld
