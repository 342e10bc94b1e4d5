"""Periode: from a day through a day, both included; without a last day it is open."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from vliegwiel.kern.refusals import Refusal


class EindeVoorBegin(Refusal):
    """The last day lies before the first. Parameters: begindatum, einddatum."""

    code = "einde_voor_begin"
    field = "einddatum"


@dataclass(frozen=True, slots=True)
class Periode:
    """Days from `begindatum` through `einddatum`. Raises EindeVoorBegin."""

    begindatum: date
    einddatum: date | None = None

    def __post_init__(self) -> None:
        if self.einddatum is not None and self.einddatum < self.begindatum:
            raise EindeVoorBegin(begindatum=self.begindatum, einddatum=self.einddatum)

    @classmethod
    def since(cls, begindatum: date) -> Self:
        """The open period that begins on this day."""
        return cls(begindatum, None)

    @property
    def is_open(self) -> bool:
        return self.einddatum is None

    @property
    def days(self) -> int | None:
        """How many days, first and last included; None when open."""
        return None if self.einddatum is None else (self.einddatum - self.begindatum).days + 1

    def contains(self, day: date) -> bool:
        return self.begindatum <= day and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether the last day lies before `day`."""
        return self.einddatum is not None and self.einddatum < day

    def overlaps(self, other: "Periode") -> bool:
        return not self.is_over(other.begindatum) and not other.is_over(self.begindatum)

    def intersect(self, other: "Periode") -> "Periode | None":
        """The days that both hold; None when there are none."""
        if not self.overlaps(other):
            return None
        ends = [end for end in (self.einddatum, other.einddatum) if end is not None]
        return Periode(max(self.begindatum, other.begindatum), min(ends, default=None))
