"""Gelijk speelveld for the oracle: how somebody stands to an opdracht, from raw rows and the words of toegang.md."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from tests.toegang.rijen import Rijen, on_day


class Speelveld:
    """Who sits where, for which organisation, and which organisations may bid."""

    def __init__(self, rows: Rijen, today: date) -> None:
        self.rows, self.today = rows, today
        self._known: dict[Any, frozenset[str]] = {}

    def stands(self, who: Any, opdracht: UUID) -> frozenset[str]:
        """The words of *betrokkenheid* that hold between this kijker and this opdracht."""
        key = (who.account, who.gemeente, opdracht)
        if key not in self._known:
            self._known[key] = self._stands(who, opdracht)
        return self._known[key]

    def _stands(self, who: Any, opdracht: UUID) -> frozenset[str]:
        row = self.opdrachten[opdracht]
        found = {"aan_tafel"} if any(it.tafel_id == row.tafel_id for it in self._seats(who)) else set()
        if who.medewerker is not None and row.tafel_id in self.open_tables:
            found.add("open_tafel")
        if self.organisations(who) & self.marked[row.opgave_id]:
            found.add("mogelijke_inschrijver")
        return frozenset(found)

    def organisations(self, who: Any) -> set[UUID]:
        """Where somebody works today, and for whom they sit at a table today, as a colleague or as a resident."""
        me = (who.account, who.gemeente)
        hats = [*self.rows.medewerker, *self.rows.inwoner]
        seats = [it for row in hats if (row.account_id, row.gemeente_id) == me for it in self.seats[row.id]]
        speaks = {self.parties[it.partij_id].deelname_id for it in seats if it.partij_id}
        works = {row.deelname_id for row in self._are(who, self.rows.medewerker)}
        return (speaks | works) - {None}

    def _seats(self, who: Any) -> list[Any]:
        rows = self.rows.medewerker if who.medewerker is not None else self.rows.inwoner
        return [seat for row in self._are(who, rows) for seat in self.seats[row.id]]

    def _are(self, who: Any, rows: list[Any]) -> list[Any]:
        """Who this account is here today, as a colleague or as a resident; an account may be both."""
        key = (who.account, who.gemeente)
        return [row for row in rows if (row.account_id, row.gemeente_id) == key and on_day(row, self.today)]

    @cached_property
    def opdrachten(self) -> dict[UUID, Any]:
        return {row.id: row for row in self.rows.opdracht}

    @cached_property
    def parties(self) -> dict[UUID, Any]:
        return {row.id: row for row in self.rows.partij}

    @cached_property
    def open_tables(self) -> set[UUID]:
        return {row.id for row in self.rows.tafel if row.openheid == "open"}

    @cached_property
    def seats(self) -> dict[UUID, list[Any]]:
        """By colleague or resident: their seats of today."""
        found: dict[UUID, list[Any]] = defaultdict(list)
        for row in self.rows.zetel:
            if on_day(row, self.today):
                found[row.medewerker_id or row.inwoner_id].append(row)
        return found

    @cached_property
    def marked(self) -> dict[UUID, set[UUID]]:
        """By opgave: who may bid, from the day it is known; not when that ended before today."""
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for row in self.rows.mogelijkeinschrijver:
            if row.einddatum is None or row.einddatum >= self.today:
                found[row.opgave_id].add(row.deelname_id)
        return found
