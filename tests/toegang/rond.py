"""The rest of the wheel in a world: opgaven with possible bidders, opdrachten in every state, and what hangs on them.

Of each opgave other organisations may bid: today, from later on, until today, no longer, nobody; also the gemeente
itself. Colleagues and residents sit at a table for other organisations than their own. Each opgave has an opdracht in
every state, at a table that is besloten or open. What stands in them gets its words from `kanaries`: class `concept`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.toegang import rond_effect
from vliegwiel.kern.search import stems_of
from vliegwiel.koers.models import Begrip, Betekenis, Doel, Doelbegrip, Doelverband, Koerszin
from vliegwiel.opdracht.actions.terugblik import CODE
from vliegwiel.opdracht.models import (
    MogelijkeInschrijver,
    Opdracht,
    Opdrachtbijdrage,
    Opdrachtterugblik,
    Opgave,
    Paragraaf,
    Paragraafdoel,
    Paragraafuitspraak,
)
from vliegwiel.samenspel.models import (
    Aandachtspunt,
    Bijdrage,
    Gesprek,
    Partij,
    Tafel,
    Terugblik,
    Uitspraak,
    Versie,
    Voorstel,
    Zetel,
)

DAY = timedelta(days=1)
# Of each opgave: (organisation, first day, last day), in days from today. 0 is the gemeente, 1 De Brug.
BIDDERS: tuple[tuple[tuple[int, int, int | None], ...], ...] = (
    (), ((1, -30, None),), ((1, 5, None),), ((1, -30, 0),), ((1, -30, -1),), ((0, -30, None), (1, -30, -9)),
)  # fmt: skip
# (status of the Voorstel it was laid before its table with, open to all)
STATES = (("", False), ("open", False), ("ingetrokken", False), ("aangenomen", False), ("aangenomen", True))


def lay(filler: Any) -> None:
    """To one gemeente."""
    Rond(filler).lay()


def searchable(gemeente: Any) -> None:
    """The stems of an opdracht, as its actions would have written them; a word that every title has besides its own."""
    for row in Opdracht.objects.filter(gemeente=gemeente).prefetch_related("paragrafen"):
        titel = f"Opdracht {row.titel}"
        texts = [text for it in row.paragrafen.all() for text in (it.kop, it.tekst)]
        Opdracht.objects.filter(pk=row.pk, gemeente=gemeente).update(
            titel=titel, zoektekst=stems_of(titel, *texts)
        )


class Rond:
    """Lays the rows of one gemeente."""

    def __init__(self, filler: Any) -> None:
        self.filler, self.make, self.chance = filler, filler.make, filler.chance
        self.today, self.now = filler.today, filler.world.now
        self.deelnames = sorted(
            {me.deelname for me in filler.medewerkers}, key=lambda it: it.organisatie.naam != "Gemeente"
        )
        self.seats: dict[Any, list[Any]] = {}
        self.said: dict[Any, list[Any]] = {}

    def lay(self) -> None:
        self.tables = [self._table(openheid) for openheid in ("besloten", "besloten", "open")]
        self.brought = {tafel.pk: [self._brings(tafel) for _ in range(3)] for tafel in self.tables}
        self.doelen = self._koers()
        self.opdrachten = [
            self._opdracht(opgave, *state, turn)
            for opgave in [self._opgave(marks) for marks in BIDDERS]
            for turn, state in enumerate(STATES)
        ]
        rond_effect.lay(self)

    # -- tables

    def _table(self, openheid: str) -> Any:
        """Colleagues of every organisation, some for another than where they work; two grown residents, one of whom
        sits there for an organisation; seats that are over or still to come."""
        tafel = self.make(Tafel, naam="Tafel", bedoeling="x", openheid=openheid, begindatum=self.today)
        parties = [
            self.make(Partij, tafel=tafel, naam=it.organisatie.naam, deelname=it) for it in self.deelnames
        ]
        people = self.make(Partij, tafel=tafel, naam="inwoners")
        seats = []
        for turn, me in enumerate(self.chance.sample(self.filler.medewerkers, k=14)):
            own = next(it for it in parties if it.deelname_id == me.deelname_id)
            other = self.chance.choice(parties) if turn % 4 == 0 else own
            seats.append(self._seat(tafel, other, medewerker=me))
        grown = [it for it in self.filler.personen if it.inwoner and self._is_grown(it)]
        for turn, persoon in enumerate(self.chance.sample(grown, k=4)):
            seats.append(self._seat(tafel, people if turn % 2 else parties[1], inwoner=persoon.inwoner))
        self.seats[tafel.pk] = seats
        gesprek = self.make(Gesprek, tafel=tafel, titel="Gesprek", vraag="x", datum=self.today)
        self.said[tafel.pk] = [
            self.make(Uitspraak, gesprek=gesprek, zetel=seats[0], tekst="x", delen=delen, moment=self.now)
            for delen in Uitspraak.Delen.values
        ]
        return tafel

    def _is_grown(self, persoon: Any) -> bool:
        return persoon.geboortedatum is None or persoon.geboortedatum.year < self.today.year - 19

    def _seat(self, tafel: Any, partij: Any, **who: Any) -> Any:
        held, over, later = (-30, None), (-30, -1), (1, None)
        first, last = self.chance.choice((held, held, held, (-30, 0), over, later))
        return self.make(
            Zetel, tafel=tafel, partij=partij, **who, mandaat="mag tekenen", begindatum=self.today + first * DAY,
            einddatum=None if last is None else self.today + last * DAY,
        )  # fmt: skip

    def proposal(self, tafel: Any, status: str, titel: str = "Voorstel") -> Any:
        """A Voorstel with one version; adopted or withdrawn afterwards, as a table does."""
        seat = self.seats[tafel.pk][0]
        row = self.make(Voorstel, tafel=tafel, titel=titel)
        self.make(Versie, voorstel=row, nummer=1, tekst="x", zetel=seat, moment=self.now)
        changes: dict[str, Any] = {"status": status}
        if status == "aangenomen":
            changes |= {"aangenomen_op": self.now, "aangenomen_door": seat}
        if status == "ingetrokken":
            changes |= {"ingetrokken_op": self.now}
        tafel.voorstellen.filter(pk=row.pk).update(**changes)
        row.refresh_from_db()
        return row

    def _brings(self, tafel: Any) -> Any:
        status = self.chance.choice(Bijdrage.Status.values)
        return self.make(
            Bijdrage, tafel=tafel, zetel=self.chance.choice(self.seats[tafel.pk]), inhoud="x", euro_van=100,
            euro_tot=200, status=status, aangeboden_op=self.now,
            bevestigd_op=self.now if status == "bevestigd" else None,
            ingetrokken_op=self.now if status == "ingetrokken" else None,
        )  # fmt: skip

    # -- koers

    def _koers(self) -> list[Any]:
        """A goal of each kind, one feeding the next, two that clash; a sentence of each kind; a word."""
        open_table = self.tables[-1]
        for soort in Koerszin.Soort.values:
            for status in ("open", "aangenomen", "ingetrokken"):
                self.make(
                    Koerszin, soort=soort, voorstel=self.proposal(open_table, status), toetsvraag="Past dit?"
                )
        goals = [self._doel(soort) for soort in Doel.Soort.values for _ in range(2)]
        for lower, higher in zip(goals[2::2], goals[0::2], strict=False):
            self.make(Doelverband, van=lower, naar=higher, soort="draagt_bij")
        one, other = sorted(goals[:2], key=lambda it: it.pk)
        self.make(Doelverband, van=one, naar=other, soort="botst")
        word = self.make(Begrip, woord="Kracht", sleutel="kracht", aangemaakt_op=self.now)
        self.make(Betekenis, begrip=word, voorstel=self.proposal(open_table, "aangenomen"))
        self.make(Doelbegrip, doel=goals[0], begrip=word)
        return goals

    def _doel(self, soort: str, naam: str = "Doel", **values: Any) -> Any:
        return self.make(Doel, naam=naam, soort=soort, aangemaakt_op=self.now, **values)

    # -- opdracht

    def _opgave(self, marks: Any) -> Any:
        opgave = self.make(
            Opgave, titel="Opgave", vraag="x", budget=1_200_000, medewerker=self.filler.medewerkers[0],
            aangemaakt_op=self.now,
        )  # fmt: skip
        for which, first, last in marks:
            self.make(
                MogelijkeInschrijver, opgave=opgave, deelname=self.deelnames[which],
                begindatum=self.today + first * DAY, einddatum=None if last is None else self.today + last * DAY,
            )  # fmt: skip
        return opgave

    def _opdracht(self, opgave: Any, status: str, is_open: bool, turn: int) -> Any:
        tafel = self.tables[turn % 3] if not is_open else self.tables[turn % 2]
        voorstel = self.proposal(tafel, status, f"De opdracht bij: {opgave.titel}") if status else None
        row = self.make(
            Opdracht, opgave=opgave, tafel=tafel, titel="Opdracht", voorstel=voorstel, aangemaakt_op=self.now,
            open_op=self.now - DAY if is_open else None,
        )  # fmt: skip
        for place in range(3):
            self._paragraph(row, place)
        self.make(Opdrachtbijdrage, opdracht=row, bijdrage=self.chance.choice(self.brought[tafel.pk]))
        if status == "aangenomen":
            looks = self.make(Terugblik, verwachting="x", kijken_op=self.today - DAY)
            self.make(Opdrachtterugblik, opdracht=row, terugblik=looks)
            self._asks_to_look_back(row, looks)
        return row

    def _asks_to_look_back(self, opdracht: Any, looks: Any) -> None:
        """A card on Vandaag: of who sits there, and one that stayed with somebody who may bid since."""
        for me in self.chance.sample(self.filler.medewerkers, k=4):
            self.make(
                Aandachtspunt, code=CODE, sleutel=f"{looks.pk}:{me.pk}", object=opdracht.pk, medewerker=me,
                vanaf=self.today, gemaakt_op=self.now, params={"terugblik": str(looks.pk)},
            )  # fmt: skip

    def _paragraph(self, opdracht: Any, place: int) -> None:
        row = self.make(
            Paragraaf, opdracht=opdracht, volgorde=place + 1, soort="wat_niet" if place == 1 else "tekst",
            kop="x", tekst="x", gewijzigd_op=self.now,
            vervallen_op=self.now if place == 2 and self.chance.random() < 0.4 else None,
        )  # fmt: skip
        self.make(Paragraafdoel, paragraaf=row, doel=self.chance.choice(self.doelen))
        said = self.chance.choice(self.said[opdracht.tafel_id])
        self.make(Paragraafuitspraak, paragraaf=row, uitspraak=said)
