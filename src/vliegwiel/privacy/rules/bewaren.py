"""How long something is kept: arithmetic with a dated rule. An unconfirmed rule never lets anything be destroyed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Bewaartermijn:
    """One row of gegevens/bewaartermijnen.yaml: years or days after the clock began."""

    code: str
    tekst: str
    bron: str
    vanaf: date | None
    bevestigd: bool
    domeinen: tuple[str, ...] = ()
    jaren: int = 0
    dagen: int = 0
    waarschuwing: int = 0
    tot: date | None = None

    def __post_init__(self) -> None:
        """Raises ValueError: a row that is half is no row."""
        if not (self.code and self.tekst and self.bron):
            raise ValueError(f"bewaartermijn {self.code!r}: code, tekst and bron are needed")
        if (self.jaren > 0) == (self.dagen > 0) or min(self.jaren, self.dagen, self.waarschuwing) < 0:
            raise ValueError(f"bewaartermijn {self.code}: give jaren or dagen, more than nothing")
        if self.vanaf and self.tot and self.tot < self.vanaf:
            raise ValueError(f"bewaartermijn {self.code}: ends before it begins")

    def counts_on(self, day: date) -> bool:
        return self.vanaf is not None and self.vanaf <= day and (self.tot is None or day <= self.tot)

    def until(self, begin: date) -> date:
        """The last day on which it is kept. From 29 February it ends on 28 February."""
        if self.dagen:
            return begin + timedelta(days=self.dagen)
        try:
            return begin.replace(year=begin.year + self.jaren)
        except ValueError:
            return begin.replace(year=begin.year + self.jaren, day=28)

    def may_destroy(self, begin: date, today: date) -> bool:
        """Only when the term is confirmed, counts today, and is over."""
        return self.bevestigd and self.counts_on(today) and today > self.until(begin)

    def warns(self, begin: date, today: date) -> bool:
        """In the last days before the end, its holder is told."""
        end = self.until(begin)
        return bool(self.waarschuwing) and end - timedelta(days=self.waarschuwing) <= today <= end


def the_only(rows: Sequence[Bewaartermijn], code: str, day: date) -> Bewaartermijn | None:
    """The row of this code that counts on a day. Raises ValueError when two do."""
    found = [row for row in rows if row.code == code and row.counts_on(day)]
    if len(found) > 1:
        raise ValueError(f"bewaartermijn {code}: two rows count on {day}")
    return found[0] if found else None


def longest(rows: Iterable[Bewaartermijn], domeinen: Iterable[str], day: date) -> str:
    """The code of the rule that keeps a dossier with these domains longest; without any of them: `plan`."""
    wanted = set(domeinen)
    fits = [row for row in rows if row.jaren and row.counts_on(day) and wanted & set(row.domeinen)]
    return max(fits, key=lambda row: row.jaren).code if fits else "plan"
