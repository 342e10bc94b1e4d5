"""What these tests stand on: wijken, a figure, a doel, and a beoogd effect at a table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.samenspel.table import Table
from vliegwiel.effect import actions as effect
from vliegwiel.effect import queries
from vliegwiel.effect.models import BeoogdEffect, Indicator
from vliegwiel.gemeenschap.models import Gebied
from vliegwiel.koers.models import Doel
from vliegwiel.samenspel import actions as at_table

K4 = date(2025, 10, 1)  # the last quarter that is over on 2 March 2026
K3 = date(2025, 7, 1)


def wijken(table: Table, *namen: str) -> list[Gebied]:
    gemeente = table.cast.here()
    return [
        Gebied.objects.create(
            gemeente=gemeente, soort=Gebied.Soort.WIJK, naam=naam, begindatum=date(2020, 1, 1)
        )
        for naam in namen or ("Centrum", "Noord", "Zuid")
    ]


def indicator(table: Table, naam: str = "Bezoekers van de huiskamer", **given: Any) -> Indicator:
    wanted = {"ritme": "kwartaal", "eenheid": "mensen", "over_inwoners": True, **given}
    return table.does("fatima", effect.make_indicator, naam=naam, **wanted)


def fill(table: Table, it: Indicator, begin: date, waarden: dict[Any, Any]) -> Indicator:
    values = {key.pk if key else None: Decimal(value) for key, value in waarden.items()}
    _, versie = queries.filled(table.by("fatima"), it, begin)
    return table.does("fatima", effect.fill_in, indicator=it, begin=begin, versie=versie, waarden=values)


def doel(table: Table, naam: str = "Iedereen kent iemand in de buurt") -> Doel:
    gemeente = table.cast.here()
    return Doel.objects.create(
        gemeente=gemeente, naam=naam, soort=Doel.Soort.EFFECT, aangemaakt_op=table.moment
    )


def agree(table: Table, it: Indicator, by: str = "wim", **given: Any) -> BeoogdEffect:
    wanted = {
        "titel": "Meer mensen komen langs",
        "doel": given.pop("doel", None) or doel(table),
        "streefwaarde": Decimal(40),
        "begindatum": date(2026, 4, 1),
        "einddatum": date(2028, 3, 31),
        "oordelen": "Genoeg als het een jaar lang boven de veertig blijft.",
        **given,
    }
    return table.does(by, effect.agree_effect, tafel=table.tafel, indicator=it, **wanted)


def adopt(table: Table, row: BeoogdEffect) -> None:
    for naam in ("wim", "fatima", "mila", "joke", "bakker"):
        table.does(naam, at_table.answer, voorstel=row.voorstel, versie=1, keuze="akkoord")
    table.does("wim", at_table.adopt, voorstel=row.voorstel)
    row.refresh_from_db()
