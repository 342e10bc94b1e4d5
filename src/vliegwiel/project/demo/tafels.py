"""The tables of the demo: who sits there, what was said, and the words they gave meaning to.

What happened goes through the same actions as in the browser, on its own day, so that the demo cannot hold anything
that the rules would refuse.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from vliegwiel.koers import actions as koers
from vliegwiel.project.demo.stand import Event, Row, Stand
from vliegwiel.project.demo.voorstellen import Ronde
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Partij, Tafel, Zetel


def table_events(stand: Stand, row: Row) -> Iterator[Event]:
    """Everything that happened at one table."""
    yield stand.moment(row["gestart_dagen"]), partial(_open, stand, row)
    for talk in row["gesprekken"]:
        yield stand.moment(talk["dagen"], 30), partial(_talk, stand, row, talk)
    for word in row["woorden"]:
        yield from _word(stand, row, word)
    if row["afgerond_dagen"] is not None:
        when = stand.moment(row["afgerond_dagen"], 400)
        yield when, partial(_finish, stand, row, when)


def word_event(stand: Stand, word: Row) -> Event:
    """A word that stands on the begrippenkader while no table has taken it up."""
    someone = next(
        key
        for key, who in stand.people.items()
        if "strateeg" in stand.rollen.get(key, ()) and who.gemeente.slug == word["gemeente"]
    )
    when = stand.moment(-12)
    return when, partial(_bring, stand, someone, word, when)


# -- a table and its seats


def _open(stand: Stand, row: Row) -> None:
    own = _own(row)
    table = actions.start_tafel(
        by=stand.kijker(row["gestart_door"]),
        now=stand.moment(row["gestart_dagen"]),
        naam=row["naam"],
        bedoeling=row["bedoeling"],
        openheid=row["openheid"],
        mandaat=own["mandaat"] or "",
        begeleidt=True,
    )
    stand.tables[row["sleutel"]] = table
    first = Zetel.objects.get(gemeente_id=table.gemeente_id, tafel=table)
    stand.seats[row["sleutel"], row["gestart_door"]] = first
    for entry in row["zetels"]:
        if entry is not own:
            stand.seats[row["sleutel"], entry["wie"]] = _seat(stand, row, table, entry)
    _as_written(stand, row, table, first)


def _own(row: Row) -> Row:
    """The seat of whoever started the table."""
    return next(entry for entry in row["zetels"] if entry["wie"] == row["gestart_door"])


def _seat(stand: Stand, row: Row, table: Tafel, entry: Row) -> Zetel:
    parties = {party["sleutel"]: party for party in row["partijen"]}
    party = parties.get(entry["partij"] or "", {})
    return actions.seat(
        by=stand.kijker(row["gestart_door"]),
        now=stand.moment(row["gestart_dagen"], 5),
        tafel=table,
        wie=stand.people[entry["wie"]],
        deelname=stand.deelnames.get((row["gemeente"], party.get("organisatie", ""))),
        groep=party.get("naam", ""),
        niveau=entry["niveau"] or "",
        mandaat=entry["mandaat"] or "",
        mandaat_tot=stand.day(entry["mandaat_tot_dagen"]),
        is_begeleider=entry["begeleider"],
    )


def _as_written(stand: Stand, row: Row, table: Tafel, first: Zetel) -> None:
    """What no screen sets at the start: the levels and order of the parties, and the starter's own seat."""
    here = {"gemeente_id": table.gemeente_id}
    for order, party in enumerate(row["partijen"]):
        name = party.get("naam") or stand.deelnames[row["gemeente"], party["organisatie"]].organisatie.naam
        rows = Partij.objects.filter(**here, tafel=table, naam=name)
        rows.update(niveaus=party["niveaus"], volgorde=order)
    own = _own(row)
    Zetel.objects.filter(**here, pk=first.pk).update(
        niveau=own["niveau"] or "",
        is_begeleider=own["begeleider"],
        mandaat_tot=stand.day(own["mandaat_tot_dagen"]),
    )


def _finish(stand: Stand, row: Row, when: datetime) -> None:
    guide = next((seat["wie"] for seat in row["zetels"] if seat["begeleider"]), row["gestart_door"])
    by, table = stand.kijker(guide), stand.tables[row["sleutel"]]
    table.refresh_from_db()
    actions.finish_tafel(by=by, now=when, tafel=table)


# -- what was said, and the words


def _talk(stand: Stand, row: Row, talk: Row) -> None:
    opener = talk["uitspraken"][0]["wie"]
    made = actions.start_gesprek(
        by=stand.kijker(opener),
        now=stand.moment(talk["dagen"], 30),
        tafel=stand.tables[row["sleutel"]],
        titel=talk["titel"],
        vraag=talk["vraag"] or "",
    )
    for minute, said in enumerate(talk["uitspraken"], start=31):
        stand.said[said["sleutel"]] = actions.say(
            by=stand.kijker(said["wie"]),
            now=stand.moment(talk["dagen"], minute),
            gesprek=made,
            tekst=said["tekst"],
            vorm=said["vorm"],
            delen=said["delen"],
        )


def _word(stand: Stand, row: Row, word: Row) -> Iterator[Event]:
    bring = stand.moment(row["gestart_dagen"], 20)
    yield bring, partial(_bring, stand, row["gestart_door"], word, bring)
    for proposal in word["voorstellen"]:
        give = partial(_give_meaning, stand, word["woord"])
        yield from Ronde(stand, row["sleutel"], proposal, give).events()


def _bring(stand: Stand, who: str, word: Row, when: datetime) -> None:
    stand.made["begrip", word["woord"]] = koers.bring_word(
        by=stand.kijker(who), now=when, woord=word["woord"], aanleiding=word["aanleiding"]
    )


def _give_meaning(stand: Stand, woord: str, **text: object) -> object:
    return koers.give_meaning(begrip=stand.made["begrip", woord], **text)  # type: ignore[arg-type]
