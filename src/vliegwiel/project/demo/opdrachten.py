"""The opgave of the demo, who may bid on it, and the opdrachten that were written because of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from vliegwiel.opdracht import actions
from vliegwiel.opdracht.models import Opdracht, Opdrachtterugblik
from vliegwiel.project.demo.stand import Event, Row, Stand
from vliegwiel.project.demo.voorstellen import Ronde


def opgave_events(stand: Stand, row: Row) -> Iterator[Event]:
    when = stand.moment(row["dagen"], 30)
    yield when, partial(_write, stand, row, when)
    for mark in row["inschrijvers"]:
        when = stand.moment(mark["dagen"], 40)
        yield when, partial(_mark, stand, row, mark, when)
        if end := mark["einde"]:
            when = stand.moment(end["dagen"], 50)
            yield when, partial(_unmark, stand, row, mark, when)


def _write(stand: Stand, row: Row, when: datetime) -> None:
    stand.made["opgave", row["sleutel"]] = actions.write_opgave(
        by=stand.kijker(row["door"]),
        now=when,
        titel=row["titel"],
        vraag=row["vraag"],
        gebied=stand.areas[row["gebied"]] if row["gebied"] else None,
        budget=row["budget"],
        budget_toelichting=row["budget_toelichting"],
        klaar_op=stand.day(row["klaar_dagen"]),
    )


def _mark(stand: Stand, row: Row, mark: Row, when: datetime) -> None:
    stand.made["inschrijver", mark["organisatie"]] = actions.mark_bidder(
        by=stand.kijker(mark["door"]),
        now=when,
        opgave=stand.made["opgave", row["sleutel"]],
        deelname=stand.deelnames[row["gemeente"], mark["organisatie"]],
    )


def _unmark(stand: Stand, row: Row, mark: Row, when: datetime) -> None:
    actions.unmark_bidder(
        by=stand.kijker(mark["einde"]["door"]),
        now=when,
        inschrijver=stand.made["inschrijver", mark["organisatie"]],
        reden=mark["einde"]["reden"],
    )


# -- an opdracht


def opdracht_events(stand: Stand, row: Row) -> Iterator[Event]:
    when = stand.moment(row["dagen"], 40)
    yield when, partial(_start, stand, row, when)
    for day, paragraph in enumerate(row["paragrafen"], start=row["dagen"] + 1):
        when = stand.moment(day, 60)
        yield when, partial(_paragraph, stand, row, paragraph, when)
    if laid := row["voorleggen"]:
        round_of = Ronde(stand, row["tafel"], {**row, "versies": [{"nummer": 1}]}, _nothing)
        when = stand.moment(laid["dagen"], 60)
        yield when, partial(_lay_before, stand, row, round_of, when)
        yield from round_of.answers()
    if opened := row["open"]:
        when = stand.moment(opened["dagen"], 60)
        yield when, partial(_open, stand, row, when)
    if later := row["terugblik"]:
        when = stand.moment(later["dagen"], 60)
        yield when, partial(_expect, stand, row, later, when)
        when = stand.moment(later["gekeken_dagen"], 60)
        yield when, partial(_look_back, stand, row, later, when)


def _there(stand: Stand, row: Row) -> Opdracht:
    found: Opdracht = stand.made["opdracht", row["sleutel"]]
    return found


def _start(stand: Stand, row: Row, when: datetime) -> None:
    by = stand.kijker(row["door"])
    made = actions.start_opdracht(
        by=by,
        now=when,
        opgave=stand.made["opgave", row["opgave"]],
        tafel=stand.tables[row["tafel"]],
        titel=row["titel"],
    )
    stand.made["opdracht", row["sleutel"]] = made
    brought = [stand.made["bijdrage", key] for key in row["bijdragen"]]
    actions.link_bijdragen(by=by, now=when, opdracht=made, bijdragen=brought)


def _paragraph(stand: Stand, row: Row, paragraph: Row, when: datetime) -> None:
    actions.add_paragraph(
        by=stand.kijker(paragraph["door"]),
        now=when,
        opdracht=_there(stand, row),
        soort=paragraph.get("soort", "tekst"),
        kop=paragraph["kop"],
        tekst=paragraph["tekst"],
        doelen=[stand.made["doel", key] for key in paragraph["doelen"]],
        uitspraken=[stand.said[key] for key in paragraph["rust_op"]],
    )


def _nothing(**_text: Any) -> None:
    """The action lays it before the table; there is no text of ours in it."""


def _lay_before(stand: Stand, row: Row, round_of: Ronde, when: datetime) -> None:
    laid = row["voorleggen"]
    round_of.voorstel = actions.lay_before(
        by=stand.kijker(laid["door"]),
        now=when,
        opdracht=_there(stand, row),
        sluitdatum=stand.day(laid["sluit_dagen"]),
    )


def _open(stand: Stand, row: Row, when: datetime) -> None:
    actions.open_up(by=stand.kijker(row["open"]["door"]), now=when, opdracht=_there(stand, row))


def _expect(stand: Stand, row: Row, later: Row, when: datetime) -> None:
    actions.expect_of_opdracht(
        by=stand.kijker(later["door"]),
        now=when,
        opdracht=_there(stand, row),
        verwachting=later["verwachting"],
        kijken_op=stand.day(later["kijken_dagen"]),
    )


def _look_back(stand: Stand, row: Row, later: Row, when: datetime) -> None:
    by, opdracht = stand.kijker(later["door"]), _there(stand, row)
    actions.look_back_on_opdracht(
        by=by,
        now=when,
        terugblik=Opdrachtterugblik.objects.get(gemeente_id=by.gemeente_id, opdracht=opdracht),
        **{name: later[name] for name in ("gebeurd", "oordeel", "geleerd")},
    )
