"""Bel alvast in the tests: help that ends within weeks, a turn of the klok, and what stands on whose list."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from tests.cast import Cast
from tests.ondersteuning.gezin import SINCE, TODAY, Gezin, involve, make_household, make_voorziening
from vliegwiel.kern.clock import ZONE

CODE = "bel_alvast"
MORNING = time(8, 0)


def noon(day: date) -> datetime:
    return datetime.combine(day, MORNING, tzinfo=ZONE)


def turn(cast: Cast, day: date = TODAY) -> int:
    """One turn of the klok, early on this day."""
    from vliegwiel.samenspel.public import bring_up_to_date

    gemeente = cast.here()
    done: int = bring_up_to_date(gemeente.pk, noon(day), CODE)
    return done


def make_team(cast: Cast, naam: str, *leden: str, gebied: Any = None) -> Any:
    from vliegwiel.gemeenschap.models import Team, Teamlid

    gemeente = cast.here()
    team = Team.objects.create(gemeente=gemeente, naam=naam, gebied=gebied)
    for lid in leden:
        Teamlid.objects.create(
            gemeente=gemeente, team=team, medewerker=cast.medewerkers[lid], begindatum=SINCE
        )
    return team


def ending(cast: Cast, naam: str = "Anna de Vries", *, eind: date | None = None, **fields: Any) -> Any:
    """A household of one, whose help ends in six weeks; with `.gezin`."""
    gezin = make_household(cast.here(), f"Huishouden {naam}", (naam,))
    row = make_voorziening(gezin, eind=eind or TODAY + timedelta(weeks=6), **fields)
    row.gezin = gezin
    return row


def with_contact(cast: Cast, naam: str = "samira", **fields: Any) -> Any:
    """The same, with a vaste contactpersoon."""
    row = ending(cast, **fields)
    involve(row.gezin, cast.medewerkers[naam], regie="vaste_contactpersoon")
    return row


def open_points(cast: Cast) -> list[Any]:
    from vliegwiel.samenspel.models import Aandachtspunt

    gemeente = cast.here()
    rows = Aandachtspunt.objects.filter(gemeente=gemeente, code=CODE, weg_op__isnull=True)
    return list(rows.order_by("voor", "pk"))


def the_point(cast: Cast) -> Any:
    (point,) = open_points(cast)
    return point


def household_of(row: Any) -> Gezin:
    found: Gezin = row.gezin
    return found
