"""What we see in the demo: figures of eighteen months, what is counted from the work, what was agreed beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from vliegwiel.effect import actions
from vliegwiel.effect.models import BeoogdEffect, Indicator
from vliegwiel.effect.rules import KWARTAAL, last_day, latest
from vliegwiel.kern.database import set_gemeente
from vliegwiel.project.demo.stand import Event, Row, Stand
from vliegwiel.project.demo.voorstellen import Ronde

SINCE = -345  # when we began to write figures down; what was known of before came in at once
COUNTED = -170  # when the klok began to count; it looked two years back
WITHIN, PUBLIC = timedelta(days=5), timedelta(days=20)  # after the period is over


def indicator_events(stand: Stand, row: Row) -> Iterator[Event]:
    when = stand.moment(SINCE, 30)
    yield when, partial(_indicator, stand, row, when)
    values = row.get("waarden") or list(zip(*row["per_wijk"].values(), strict=True))
    periods = reversed(latest(stand.today, row["ritme"], len(values)))
    for begin, value in zip(periods, values, strict=True):
        over = last_day(begin, row["ritme"])
        if when := _after(stand, over + WITHIN, 40):
            yield when, partial(_fill_in, stand, row, begin, value, when)
        if row["ritme"] == KWARTAAL and (when := _after(stand, over + PUBLIC, 50)):
            yield when, partial(_publish, stand, row, begin, when)


def _after(stand: Stand, day: date, minutes: int) -> datetime | None:
    """On this day, or when we began; None when it is still to come."""
    days = max((day - stand.today).days, SINCE)
    return stand.moment(days, minutes) if days <= 0 else None


def _indicator(stand: Stand, row: Row, when: datetime) -> None:
    stand.made["indicator", row["sleutel"]] = actions.make_indicator(
        by=stand.kijker(row["door"]),
        now=when,
        naam=row["naam"],
        ritme=row["ritme"],
        eenheid=row["eenheid"],
        over_inwoners=row.get("over_inwoners", False),
        toelichting=row["toelichting"],
    )


def _fill_in(stand: Stand, row: Row, begin: date, value: Any, when: datetime) -> None:
    each = dict(zip(row["per_wijk"], value, strict=True)) if "per_wijk" in row else {None: value}
    actions.fill_in(
        by=stand.kijker(row["door"]),
        now=when,
        indicator=stand.made["indicator", row["sleutel"]],
        begin=begin,
        versie="",  # each period is filled in once
        waarden={area and stand.areas[area].pk: Decimal(number) for area, number in each.items()},
    )


def _publish(stand: Stand, row: Row, begin: date, when: datetime) -> None:
    indicator = stand.made["indicator", row["sleutel"]]
    actions.publish(by=stand.kijker(row["door"]), now=when, indicator=indicator, begin=begin)


def klok_events(stand: Stand) -> Iterator[Event]:
    """What is counted from the work, as the klok would have done it since it was switched on."""
    for days in (*range(COUNTED, 0, 30), 0):
        when = stand.moment(days, 10)
        yield when, partial(_count, stand, when)


def _count(stand: Stand, when: datetime) -> None:
    for gemeente in stand.gemeenten.values():
        set_gemeente(gemeente.pk)
        actions.publish_from_work(gemeente.pk, when)


# -- what was agreed beforehand


def beoogd_events(stand: Stand, row: Row) -> Iterator[Event]:
    first = {
        "nummer": 1,
        "dagen": row["dagen"],
        "door": row["door"],
        "tekst": "",
        "toelichting": "",
        "rust_op": [],
    }
    ronde = Ronde(
        stand, row["tafel"], {**row, "versies": [first], "houdingen": []}, partial(_agree, stand, row)
    )
    yield from ronde.events()
    if found := row["bevinding"]:
        when = stand.moment(found["dagen"], 60)
        yield when, partial(_find, stand, row, found, when)


def _agree(stand: Stand, row: Row, **round_of: Any) -> Any:
    """The text is made from the fields; nothing rests on words here."""
    given = {name: round_of[name] for name in ("by", "now", "tafel", "gevraagd", "sluitdatum")}
    made = actions.agree_effect(
        **given,
        titel=row["titel"],
        doel=stand.made["doel", row["doel"]],
        indicator=_what(stand, row, given["by"].gemeente_id),
        streefwaarde=Decimal(row["streef"]),
        startwaarde=None if row["start"] is None else Decimal(row["start"]),
        begindatum=stand.on(row["begin_dagen"]),
        einddatum=stand.on(row["eind_dagen"]),
        oordelen=row["oordelen"],
        gebied=stand.areas[row["gebied"]] if row["gebied"] else None,
        opdracht=stand.made["opdracht", row["opdracht"]] if row["opdracht"] else None,
    )
    stand.made["beoogd", row["sleutel"]] = made
    return made.voorstel


def _what(stand: Stand, row: Row, gemeente_id: Any) -> Indicator:
    if "telling" in row:
        return Indicator.objects.get(gemeente_id=gemeente_id, telling=row["telling"])
    found: Indicator = stand.made["indicator", row["indicator"]]
    return found


def _find(stand: Stand, row: Row, found: Row, when: datetime) -> None:
    by = stand.kijker(found["door"])
    beoogd: BeoogdEffect = stand.made["beoogd", row["sleutel"]]
    beoogd = BeoogdEffect.objects.select_related("voorstel").get(gemeente_id=by.gemeente_id, pk=beoogd.pk)
    if found["soort"] == "vraag":
        table = stand.tables[row["tafel"]]
        actions.find_vraag(by=by, now=when, beoogd=beoogd, tekst=found["tekst"], tafel=table)
        return
    day = stand.day(found["wanneer"])
    actions.find_step(by=by, now=when, beoogd=beoogd, tekst=found["tekst"], wanneer=day)
