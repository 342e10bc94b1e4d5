"""Areas through the years: a code has rows with days. A new year ends what is gone and what has another name now.

CBS codes change on 1 January. What a file of an older year says is put before what we know already, so that the
order in which years are loaded makes no difference to what is known of a day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vliegwiel.uitwisseling.cbs.lezer import Jaarstand, Plek

_DAY = timedelta(days=1)


@dataclass
class Gebiedsrij:
    """One row: what an area was called and where it lay, from a day until a day."""

    soort: str
    code: str
    naam: str
    ouder: str
    begindatum: date
    einddatum: date | None = None

    def on(self, day: date) -> bool:
        return self.begindatum <= day and (self.einddatum is None or day <= self.einddatum)


def apply_year(rows: Iterable[Gebiedsrij], stand: Jaarstand) -> list[Gebiedsrij]:
    """Everything known, with this year added; rows that were there are changed in place."""
    all_rows = list(rows)
    known: dict[str, list[Gebiedsrij]] = defaultdict(list)
    for row in all_rows:
        known[row.code].append(row)
    day = date(stand.jaar, 1, 1)
    for soort, areas in stand.gebieden.items():
        turns = _turns(all_rows, soort, day)
        for row in all_rows:
            if row.soort == soort and row.code not in areas and row.begindatum < day and row.on(day):
                row.einddatum = day - _DAY
        for code, plek in areas.items():
            new = _put(known[code], turns, soort, code, plek, day)
            all_rows += [new] if new else []
    return all_rows


def _turns(rows: Iterable[Gebiedsrij], soort: str, day: date) -> list[date]:
    """Days after this one on which something of this kind changed: of those we know who was there and who was not."""
    same = [row for row in rows if row.soort == soort]
    begun = {row.begindatum for row in same}
    ended = {row.einddatum + _DAY for row in same if row.einddatum}
    return sorted(it for it in begun | ended if it > day)


def _put(
    rows: list[Gebiedsrij], turns: list[date], soort: str, code: str, plek: Plek, day: date
) -> Gebiedsrij | None:
    """A new row for this code, if what we know does not say it already."""
    now = next((row for row in rows if row.on(day)), None)
    if now is not None:
        return _beside(now, soort, code, plek, day)
    turn = turns[0] if turns else None
    later = next((row for row in rows if row.begindatum == turn), None)
    if later is not None and (later.naam, later.ouder) == plek:
        later.begindatum = day
        return None
    return Gebiedsrij(soort, code, *plek, day, turn - _DAY if turn else None)


def _beside(now: Gebiedsrij, soort: str, code: str, plek: Plek, day: date) -> Gebiedsrij | None:
    if (now.naam, now.ouder) == plek:
        return None
    if now.begindatum == day:  # the same year once more, mended
        now.naam, now.ouder = plek
        return None
    new = Gebiedsrij(soort, code, *plek, day, now.einddatum)
    now.einddatum = day - _DAY
    return new


def merged(rows: Iterable[Gebiedsrij]) -> list[tuple[str, str, int]]:
    """Gemeenten that ended while wijken and buurten of them are still known: (code, name, how many of those)."""
    all_rows = list(rows)
    running = {row.code for row in all_rows if row.soort == "gemeente" and row.einddatum is None}
    ended = {row.code: row.naam for row in all_rows if row.soort == "gemeente" and row.code not in running}
    lie_in = {row.code: row.ouder for row in all_rows if row.soort == "wijk"}
    count: Counter[str] = Counter()
    for row in all_rows:
        if row.soort != "gemeente" and row.einddatum is None:
            count[row.ouder if row.soort == "wijk" else lie_in.get(row.ouder, "")] += 1
    return sorted((code, naam, count[code]) for code, naam in ended.items() if count[code])
