"""The raw rows the oracle reads, of every gemeente, and what a period and a birthday are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

READ = (
    "gemeenschap.Medewerker", "gemeenschap.Roltoekenning", "gemeenschap.Inwoner", "gemeenschap.Teamlid",
    "privacy.Persoon", "privacy.Vertegenwoordiging", "privacy.Dossier", "privacy.Betrokkene", "privacy.Betrokkenheid",
    "privacy.Deling", "privacy.Spoedtoegang", "privacy.Blokkade", "samenspel.Afspraak", "ondersteuning.Overdracht",
    "samenspel.Aandachtspunt", "samenspel.Tafel", "samenspel.Partij", "samenspel.Zetel", "opdracht.Opdracht",
    "opdracht.Opgave", "opdracht.MogelijkeInschrijver",
)  # fmt: skip


@dataclass
class Rijen:
    """Every row the question may hang on, of all gemeenten."""

    tables: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))

    def __getattr__(self, name: str) -> list[Any]:
        return self.tables[name]


def read_rows(gemeenten: Iterable[UUID]) -> Rijen:
    """The rows as they lie in the tables; PostgreSQL shows them one gemeente at a time."""
    from django.apps import apps

    from vliegwiel.kern.database import set_gemeente

    found = Rijen()
    for gemeente in gemeenten:
        set_gemeente(gemeente)
        for label in READ:
            rows = apps.get_model(label)._base_manager.filter(gemeente_id=gemeente).values()
            found.tables[label.split(".")[1].lower()] += [SimpleNamespace(**row) for row in rows]
    return found


def on_day(row: Any, today: date) -> bool:
    """The day lies in the period, first and last day included."""
    return bool(row.begindatum <= today) and (row.einddatum is None or bool(today <= row.einddatum))


def turned(geboren: date | None, years: int, today: date) -> bool:
    """Whether somebody has had that birthday; the 29th of February is on the 1st of March. Unknown: no child."""
    if geboren is None:
        return True
    try:
        birthday = geboren.replace(year=geboren.year + years)
    except ValueError:
        birthday = date(geboren.year + years, 3, 1)
    return birthday <= today
