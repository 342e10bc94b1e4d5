"""What one load of the demo has made so far, by the short names of the YAML; and what still has to happen, on its day.

Everything in `gegevens` is fictional: gemeenten, organisations, people, what they say, and every amount.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

import yaml

from vliegwiel.gemeenschap.instellingen import values_for
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Deelname, Gebied, Inwoner, Medewerker, Team
from vliegwiel.kern.clock import ZONE, day_of
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Gemeente
from vliegwiel.samenspel.models import Tafel, Uitspraak, Zetel

HERE_FOR = timedelta(days=500)  # everybody has worked here for a while
Row = dict[str, Any]
Act = Callable[[], object]
Event = tuple[datetime, Act]


def read(name: str) -> Any:
    """One of the YAML files."""
    return yaml.load(
        files("vliegwiel.project.demo").joinpath("gegevens", f"{name}.yaml").read_text("utf-8"),
        Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    )


class Stand:
    """One load: what was made so far, and the days of it."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.today = day_of(now)
        self.start = self.today - HERE_FOR
        self.gemeenten: dict[str, Gemeente] = {}
        self.areas: dict[str, Gebied] = {}
        self.deelnames: dict[tuple[str, str], Deelname] = {}
        self.agb: dict[str, str] = {}
        self.teams: dict[str, Team] = {}
        self.people: dict[str, Medewerker | Inwoner] = {}
        self.rollen: dict[str, frozenset[str]] = {}
        self.tables: dict[str, Tafel] = {}
        self.seats: dict[tuple[str, str], Zetel] = {}  # table, who
        self.said: dict[str, Uitspraak] = {}
        self.made: dict[tuple[str, str], Any] = {}  # kind, short name: what the rooms made of the other files
        self._values: dict[UUID, dict[str, Any]] = {}

    def day(self, days: int | None) -> date | None:
        return None if days is None else self.today + timedelta(days=days)

    def on(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def moment(self, days: int, minutes: int = 0) -> datetime:
        """Half past nine on that day and some minutes; never later than now."""
        moment = datetime.combine(self.on(days), time(9, 30), ZONE) + timedelta(minutes=minutes)
        return min(moment, self.now - timedelta(minutes=max(0, 600 - minutes)))

    def kijker(self, key: str, purpose: Purpose = Purpose.SAMEN_BEPALEN) -> Kijker:
        """Somebody of the demo, about to do something; from here on this is about their gemeente."""
        who = self.people[key]
        set_gemeente(who.gemeente_id)
        is_colleague = isinstance(who, Medewerker)
        return Kijker(
            account=who.account,
            gemeente=who.gemeente,
            purpose=purpose,
            medewerker=who if is_colleague else None,
            inwoner=None if is_colleague else who,
            rollen=self.rollen.get(key, frozenset()),
            instellingen=self._settings(who.gemeente_id),
        )

    def _settings(self, gemeente_id: UUID) -> dict[str, Any]:
        if gemeente_id not in self._values:
            self._values[gemeente_id] = values_for(gemeente_id, self.today)
        return self._values[gemeente_id]


def happen(events: Iterable[Event]) -> None:
    """Everything in the order in which it happened."""
    for _when, act in sorted(events, key=lambda event: event[0]):
        act()
