"""What a word in an opdracht is for the table, and what is no word of it: things said without a household."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.toegang.orakel import Ding
from tests.toegang.rond_effect import KOPPELING
from vliegwiel.opdracht.models import Opdrachtterugblik
from vliegwiel.samenspel.models import Afspraak, Terugblik


def is_judged(row: Any) -> bool:
    """An afspraak of no household, and a look back on a text of a table, are nobody's in the table: no word in them."""
    if isinstance(row, Afspraak):
        return row.dossier_id is not None
    return not isinstance(row, Terugblik) or row.dossier_id is not None or _of_opdracht(row.pk) is not None


@cache
def _of_opdracht(terugblik: Any) -> Any:
    link = Opdrachtterugblik.objects.filter(terugblik_id=terugblik).select_related("opdracht").first()
    return link.opdracht if link else None


def of_terugblik(row: Any) -> Ding:
    if row.dossier_id is None:
        return _in(_of_opdracht(row.pk))
    return Ding("inhoud", row.gemeente_id, row.dossier_id, row.domein, row.persoon_id)


def _in(opdracht: Any) -> Ding:
    """Open to all from the instant it was opened; a draft until then."""
    wat = "opdracht" if opdracht.open_op is not None else "concept"
    return Ding(wat, opdracht.gemeente_id, None, opdracht=opdracht.pk)


def _link(row: Any, *_: Any) -> Iterator[Ding]:
    """A link between a plan goal and a Doel follows the plan goal."""
    goal = row.plandoel
    yield Ding("doel", row.gemeente_id, goal.dossier_id, goal.domein, goal.persoon_id, goal.afgesloten)


THINGS: dict[str, Any] = {
    "Opdracht": lambda row, *_: [_in(row)],
    "Paragraaf": lambda row, *_: [_in(row.opdracht)],
    "Terugblik": lambda row, *_: [of_terugblik(row)],
    "Doelkoppeling": _link,
}


def is_about_people(canary: Any) -> bool:
    return not canary.field.startswith("opdracht_") and any(it.opdracht is None for it in canary.things)


def offered(canary: Any, route: Any) -> bool:
    """A Doel by itself is no secret: its name in a list says nothing; beside a plan it says of whose plan it is."""
    return bool(canary.field == KOPPELING and not route.about_people)
