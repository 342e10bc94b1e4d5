"""A gemeente that has worked with Vliegwiel for years: the same table, with 200 or 2,000 of everything around it.

What grows: colleagues, residents, people in one team, tables (the kijker sits at each), talks, what was said in one
talk, proposals at one table, words, log lines, mails; sentences of the course, doelen that were let go, what people
bring, what we ask, what we hope to see. What does not: the people at one table, the versions of one text, the doelen
that are pursued (the rules keep those under 200), the teams and wijken of a gemeente (a table of 2,000 people is no
table).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.huis.crowd_wiel import grow_wheel
from tests.huis.filler import Filler
from tests.huis.town import Town
from vliegwiel.gemeenschap.models import Inwoner, Medewerker, Roltoekenning, Team, Teamlid
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.models import Account, Schrijflog, Uitgaand, Weigering
from vliegwiel.koers.models import Begrip, Betekenis
from vliegwiel.samenspel.models import Gesprek, Gevraagde, Partij, Tafel, Uitspraak, Versie, Voorstel, Zetel


@dataclass
class Centre:
    """What a kijker opens: one table with one talk and one proposal, around which the rest grows."""

    me: Medewerker
    resident: Inwoner
    tafel: Tafel
    zetel: Zetel
    zetel_resident: Zetel
    gesprek: Gesprek


def centre_of(town: Town) -> Centre:
    """The last table that was made in this town, seen from the colleague and the resident who sit there."""
    gemeente, last = town.filler.gemeente, town.filler.last
    me = Medewerker.objects.get(gemeente=gemeente, account=town.people["zit"])
    resident = Inwoner.objects.get(gemeente=gemeente, account=town.people["inwoner_zit"])
    tafel: Any = last[Tafel]
    seats = Zetel.objects.filter(gemeente=gemeente, tafel=tafel)
    gesprek: Any = last[Gesprek]
    return Centre(me, resident, tafel, seats.get(medewerker=me), seats.get(inwoner=resident), gesprek)


def grow(town: Town, size: int) -> None:
    """Add this many of everything."""
    assert town.filler.gemeente is not None
    with as_gemeente(town.filler.gemeente.pk):
        centre = centre_of(town)
        _people(town.filler, size)
        _tables(town.filler, centre, size)
        _words(town.filler, centre, size)
        _lines(town.filler, size)
        grow_wheel(town.filler, centre, size)


def _people(filler: Filler, size: int) -> None:
    gemeente = {"gemeente": filler.gemeente}
    accounts = filler.many(Account, 2 * size, lambda i: {"soort": ("medewerker", "inwoner")[i % 2]})
    deelname = filler.row_for(Medewerker._meta.get_field("deelname").related_model)
    people = filler.many(
        Medewerker,
        size,
        lambda i: {**gemeente, "account": accounts[2 * i], "deelname": deelname, "begindatum": today()},
    )
    filler.many(Roltoekenning, size, lambda i: {**gemeente, "medewerker": people[i], "begindatum": today()})
    filler.many(Inwoner, size, lambda i: {**gemeente, "account": accounts[2 * i + 1], "begindatum": today()})
    team = filler.row_for(Team)
    filler.many(Teamlid, size, lambda i: {**gemeente, "team": team, "medewerker": people[i]})


def _tables(filler: Filler, centre: Centre, size: int) -> None:
    """The kijker and the resident each have a seat at every new table."""
    gemeente = {"gemeente": filler.gemeente}
    tafels = filler.many(Tafel, size, lambda i: {**gemeente, "openheid": ("open", "besloten")[i % 2]})
    partijen = filler.many(Partij, size, lambda i: {**gemeente, "tafel": tafels[i]})
    seat = lambda i: {**gemeente, "tafel": tafels[i], "partij": partijen[i], "mandaat": ""}  # noqa: E731
    filler.many(Zetel, size, lambda i: {**seat(i), "medewerker": centre.me})
    filler.many(Zetel, size, lambda i: {**seat(i), "inwoner": centre.resident})
    filler.many(Gesprek, size, lambda i: {**gemeente, "tafel": centre.tafel})
    filler.many(Uitspraak, size, lambda i: {**gemeente, "gesprek": centre.gesprek, "zetel": centre.zetel})


def _words(filler: Filler, centre: Centre, size: int) -> None:
    """Every word has an adopted meaning that is due to be looked at again; as many proposals still ask the kijker."""
    gemeente = {"gemeente": filler.gemeente}
    voorstellen = filler.many(Voorstel, 2 * size, lambda i: {**gemeente, "tafel": centre.tafel})
    text = lambda i: {**gemeente, "voorstel": voorstellen[i], "zetel": centre.zetel, "nummer": 1}  # noqa: E731
    filler.many(Versie, 2 * size, text)
    for zetel in (centre.zetel, centre.zetel_resident):
        asked = lambda i, zetel=zetel: {**gemeente, "voorstel": voorstellen[i], "zetel": zetel}  # noqa: E731
        filler.many(Gevraagde, 2 * size, asked)
    adopted = Voorstel.objects.filter(gemeente=filler.gemeente, pk__in=[row.pk for row in voorstellen[:size]])
    adopted.update(status="aangenomen", aangenomen_op=now(), terugkijken_op=today())
    begrippen = filler.many(Begrip, size, lambda i: gemeente)
    filler.many(Betekenis, size, lambda i: {**gemeente, "begrip": begrippen[i], "voorstel": voorstellen[i]})


def _lines(filler: Filler, size: int) -> None:
    for model in (Schrijflog, Weigering, Uitgaand):
        filler.many(model, size, lambda i: {"gemeente": filler.gemeente})
