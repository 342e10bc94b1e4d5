"""The course of a gemeente in the demo: sentences that went by a Voorstel, and the doelen with what ties them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from vliegwiel.koers import actions as koers
from vliegwiel.koers.models import Begrip, Doel, Koerszin
from vliegwiel.project.demo.stand import Event, Row, Stand
from vliegwiel.project.demo.voorstellen import Ronde
from vliegwiel.samenspel import actions as samenspel


def zin_events(stand: Stand, row: Row) -> Iterator[Event]:
    """A sentence before its table, what became of it, and looking back on it."""
    ronde = Ronde(stand, row["tafel"], row, partial(_propose, row))
    yield from ronde.events()
    when = stand.moment(row["versies"][0]["dagen"], 121)
    yield when, partial(_know, stand, row, ronde)
    if later := row.get("terugblik"):
        when = stand.moment(later["dagen"], 330)
        yield when, partial(_expect, stand, later, ronde, when)
        when = stand.moment(later["gekeken_dagen"], 310)
        yield when, partial(_look_back, stand, later, ronde, when)


def _propose(row: Row, **text: Any) -> Any:
    return koers.propose_zin(soort=row["soort"], toetsvraag=row.get("toetsvraag", ""), **text)


def _know(stand: Stand, row: Row, ronde: Ronde) -> None:
    """Doelen name the sentence they come from."""
    found = Koerszin.objects.get(gemeente_id=ronde.there.gemeente_id, voorstel=ronde.there)
    stand.made["koerszin", row["sleutel"]] = found


def _expect(stand: Stand, later: Row, ronde: Ronde, when: datetime) -> None:
    ronde.there.refresh_from_db()
    ronde.terugblik = samenspel.expect_of_voorstel(
        by=stand.kijker(later["door"]),
        now=when,
        voorstel=ronde.there,
        verwachting=later["verwachting"],
        kijken_op=stand.day(later["kijken_dagen"]),
    )


def _look_back(stand: Stand, later: Row, ronde: Ronde, when: datetime) -> None:
    samenspel.look_back_on_voorstel(
        by=stand.kijker(later["door"]),
        now=when,
        link=ronde.terugblik,
        **{name: later[name] for name in ("gebeurd", "oordeel", "geleerd")},
    )


# -- doelen


def doel_events(stand: Stand, rows: Row) -> Iterator[Event]:
    """Every doel, then what ties them; later the words they are about."""
    when = stand.moment(rows["dagen"], 30)
    yield when, partial(_doelen, stand, rows, when)
    when = stand.moment(rows["begrippen_dagen"], 60)
    yield when, partial(_about, stand, rows, when)


def _doelen(stand: Stand, rows: Row, when: datetime) -> None:
    by = stand.kijker(rows["door"])
    for row in rows["doelen"]:
        stand.made["doel", row["sleutel"]] = koers.add_doel(by=by, now=when, **_fields(stand, row))
    for row in rows["doelen"]:
        doel = stand.made["doel", row["sleutel"]]
        for other in row.get("draagt_bij", ()):
            ander = stand.made["doel", other]
            koers.link_doelen(by=by, now=when, doel=doel, hoe="draagt_bij", ander=ander)
        for clash in row.get("botst", ()):
            ander, why = stand.made["doel", clash["met"]], clash["toelichting"]
            koers.link_doelen(by=by, now=when, doel=doel, hoe="botst", ander=ander, toelichting=why)


def _fields(stand: Stand, row: Row) -> Row:
    return {
        "naam": row["naam"],
        "soort": row["soort"],
        "toelichting": row.get("toelichting", ""),
        "indicator": row.get("indicator", ""),
        "gebied": stand.areas[row["gebied"]] if "gebied" in row else None,
        "koerszin": stand.made["koerszin", row["koerszin"]] if "koerszin" in row else None,
    }


def _about(stand: Stand, rows: Row, when: datetime) -> None:
    by = stand.kijker(rows["door"])
    words = {it.sleutel: it for it in Begrip.objects.filter(gemeente_id=by.gemeente_id)}
    for row in rows["doelen"]:
        if not row.get("begrippen"):
            continue
        doel: Doel = stand.made["doel", row["sleutel"]]
        stand.made["doel", row["sleutel"]] = koers.change_doel(
            by=by,
            now=when,
            doel=doel,
            nummer=doel.nummer,
            begrippen=[words[key] for key in row["begrippen"]],
            **_fields(stand, row),
        )
