"""The table of each household, with seats of who belongs there and of who does not, and a word in all that is said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from vliegwiel.samenspel.models import Gesprek, Partij, Tafel, Uitspraak, Versie, Voorstel, Zetel


def table_of(row: Any) -> Any:
    """The table at which this was said; None for what is no word of a table."""
    if isinstance(row, Versie):
        return row.voorstel.tafel
    if isinstance(row, Uitspraak):
        return row.gesprek.tafel
    return row if isinstance(row, Tafel) else getattr(row, "tafel", None)


def lay(filler: Any, dossier: Any) -> None:
    """One table: some residents, some colleagues, seats that are over; a talk; two texts, one adopted.

    What was said can never change, so it has its words from the start.
    """
    make, chance, today, now = filler.make, filler.chance, filler.today, filler.world.now
    tafel = filler.with_words(Tafel, ("bedoeling",), naam="Tafel", begindatum=today, dossier=dossier)
    groep = make(Partij, tafel=tafel, naam="gezin")
    who = [{"medewerker": me} for me in chance.sample(filler.medewerkers, k=12)]
    who += [{"inwoner": it.inwoner} for it in chance.sample(filler.personen, k=9) if it.inwoner]
    seats = []
    for one in who:
        over = chance.random() < 0.2
        seats.append(
            make(
                Zetel, tafel=tafel, partij=groep, **one, begindatum=today - timedelta(days=30),
                einddatum=today - timedelta(days=1) if over else None,
            )
        )  # fmt: skip
    said = filler.with_words
    gesprek = said(Gesprek, ("titel", "vraag"), tafel=tafel, datum=today)
    for delen in Uitspraak.Delen.values:
        said(Uitspraak, ("tekst",), gesprek=gesprek, zetel=chance.choice(seats), delen=delen, moment=now)
    for _ in range(2):
        voorstel = said(Voorstel, ("titel",), tafel=tafel)
        seat = chance.choice(seats)
        said(Versie, ("tekst", "toelichting"), voorstel=voorstel, nummer=1, zetel=seat, moment=now)
    _adopt(tafel, seats[0], now)


def _adopt(tafel: Any, seat: Any, now: Any) -> None:
    """One text of the table is adopted; from then on it never changes."""
    last = tafel.voorstellen.order_by("pk").last()
    tafel.voorstellen.filter(pk=last.pk).update(status="aangenomen", aangenomen_op=now, aangenomen_door=seat)
