"""What a row of figures says, in one sentence, and what it does not. Free of Django.

Under twelve figures nothing can be said. From twelve: the start is the middle of the first six; when the last six are
all on the same side of it, the figure is different from before. That may still be chance, and why it is so the
figures do not say. A figure that is not shown does not count: what nobody sees tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from statistics import median

from vliegwiel.effect.rules.periode import months_in

NODIG, BEGIN, LAATSTE = 12, 6, 6


@dataclass(frozen=True)
class Punt:
    """One figure: the first day of its period and the value; None: not shown."""

    begin: date
    waarde: Decimal | None


@dataclass(frozen=True)
class Zin:
    """A sentence as a code with its parameters."""

    code: str
    params: Mapping[str, int] = field(default_factory=dict)


def shown(punten: Sequence[Punt]) -> list[Decimal]:
    """What is shown, oldest first."""
    return [it.waarde for it in sorted(punten, key=lambda it: it.begin) if it.waarde is not None]


def start_value(punten: Sequence[Punt]) -> Decimal | None:
    """The middle of the first six figures; None as long as there are no six."""
    values = shown(punten)
    return median(values[:BEGIN]) if len(values) >= BEGIN else None


def wat_zien_we(punten: Sequence[Punt], ritme: str) -> Zin:
    """we_zien_het_nog_niet {maanden}, anders_dan_eerst or beweegt_als_altijd."""
    values = shown(punten)
    if len(values) < NODIG:
        return Zin("we_zien_het_nog_niet", {"maanden": (NODIG - len(values)) * months_in(ritme)})
    start: Decimal = median(values[:BEGIN])
    last = values[-LAATSTE:]
    if all(it > start for it in last) or all(it < start for it in last):
        return Zin("anders_dan_eerst")
    return Zin("beweegt_als_altijd")
