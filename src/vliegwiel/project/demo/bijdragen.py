"""What people and organisations bring to a table of the demo, what was agreed from it, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from vliegwiel.project.demo.stand import Event, Row, Stand
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Bijdrage

NOTHING = (None, None)


def bijdrage_events(stand: Stand, row: Row) -> Iterator[Event]:
    when = stand.moment(row["dagen"], 60)
    yield when, partial(_offer, stand, row, when)
    if sure := row["bevestigd"]:
        when = stand.moment(sure["dagen"], 90)
        yield when, partial(_confirm, stand, row, sure["wie"], when)
    for step in row["afspraken"]:
        yield from _step(stand, row, step)
    if told := row["gekomen"]:
        when = stand.moment(told["dagen"], 100)
        yield when, partial(_tell, stand, row, told, when)


def _there(stand: Stand, row: Row) -> Bijdrage:
    found: Bijdrage = stand.made["bijdrage", row["sleutel"]]
    found.refresh_from_db()
    return found


def _offer(stand: Stand, row: Row, when: datetime) -> None:
    hours, euros = row["uren"] or NOTHING, row["euro"] or NOTHING
    stand.made["bijdrage", row["sleutel"]] = actions.offer(
        by=stand.kijker(row["wie"]),
        now=when,
        tafel=stand.tables[row["tafel"]],
        inhoud=row["inhoud"],
        proces=row["proces"],
        uren_van=hours[0],
        uren_tot=hours[1],
        euro_van=euros[0],
        euro_tot=euros[1],
        voorwaarden=row["voorwaarden"],
    )


def _confirm(stand: Stand, row: Row, who: str, when: datetime) -> None:
    by, bijdrage = stand.kijker(who), _there(stand, row)
    actions.confirm(by=by, now=when, bijdrage=bijdrage, nummer=bijdrage.nummer)


def _tell(stand: Stand, row: Row, told: Row, when: datetime) -> None:
    by, bijdrage = stand.kijker(told["door"]), _there(stand, row)
    actions.tell_what_came(by=by, now=when, bijdrage=bijdrage, nummer=bijdrage.nummer, gekomen=told["tekst"])


# -- what was agreed from it


def _step(stand: Stand, row: Row, step: Row) -> Iterator[Event]:
    """Asked of a colleague at the table, who takes it the next day, and does it."""
    key = f"{row['sleutel']}: {step['tekst']}"
    when = stand.moment(step["dagen"], 110)
    yield when, partial(_agree, stand, row, step, key, when)
    when = stand.moment(step["dagen"] + 1, 40)
    yield when, partial(_take, stand, step["collega"], key, when)
    if done := step.get("klaar"):
        when = stand.moment(done["dagen"], 200)
        yield when, partial(_finish, stand, step["collega"], key, done["uitkomst"], when)


def _agree(stand: Stand, row: Row, step: Row, key: str, when: datetime) -> None:
    stand.made["afspraak", key] = actions.agree_on(
        by=stand.kijker(step["door"]),
        now=when,
        bijdrage=_there(stand, row),
        tekst=step["tekst"],
        doener=stand.seats[row["tafel"], step["collega"]],
        wanneer=stand.day(step["wanneer"]),
    )


def _take(stand: Stand, who: str, key: str, when: datetime) -> None:
    asked = stand.made["afspraak", key]
    if asked.status == asked.Status.GEVRAAGD:  # within a team nobody has to be asked
        actions.take_afspraak(by=stand.kijker(who), now=when, afspraak=asked)


def _finish(stand: Stand, who: str, key: str, outcome: str, when: datetime) -> None:
    done = stand.made["afspraak", key]
    done.refresh_from_db()
    actions.finish_afspraak(by=stand.kijker(who), now=when, afspraak=done, uitkomst=outcome)
