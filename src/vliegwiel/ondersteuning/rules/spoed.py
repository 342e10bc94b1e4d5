"""Toegang bij spoed: how long, and by when somebody looks whether it was right (normen.md, Privacy and access)."""

from __future__ import annotations

from datetime import date, timedelta

DUUR = timedelta(minutes=60)
NAKIJKEN = 5  # working days
A_DAY = 5  # households one colleague opens within twenty-four hours; more is a task for whoever is on duty
LANGSTE_DELING = timedelta(days=366)


def working_days_after(day: date, number: int) -> date:
    """The day that lies this many working days (Monday to Friday) later. Holidays count as working days: looking
    back then comes sooner, never later."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day
