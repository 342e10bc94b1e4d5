"""One card by link: how long it lives, and until when somebody may choose. Free of Django."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

STANDAARD = timedelta(days=14)  # after the day of the task
LANGST = timedelta(days=90)  # from today


@dataclass(frozen=True)
class Kaartstand:
    """What decides whether a link still opens."""

    geldig_tot: date
    ingetrokken: bool
    dossier_gesloten_op: date | None


def is_open(stand: Kaartstand, today: date) -> bool:
    """Not expired, not withdrawn, and the household's dossier is not closed. Its last day still counts."""
    closed = stand.dossier_gesloten_op is not None and stand.dossier_gesloten_op <= today
    return not stand.ingetrokken and not closed and today <= stand.geldig_tot


def proposed_end(task_day: date | None, today: date) -> date:
    """Two weeks after the day of the task (or today), at most ninety days away."""
    last = today + LANGST
    start = min(max(task_day, today), last) if task_day else today
    return min(start + STANDAARD, last)


def end_is_right(chosen: date, today: date) -> bool:
    return today <= chosen <= today + LANGST
