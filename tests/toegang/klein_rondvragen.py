"""Who reads which opdracht in the small world, and before whose eyes the wall stands: the room beside the oracle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.toegang.klein_basis import TODAY, Klein
from tests.toegang.klein_zuinig import says_gemeente
from tests.toegang.orakel import Ding, Orakel
from vliegwiel.gemeenschap.kijker import find_kijker
from vliegwiel.gemeenschap.models import Deelname
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import set_gemeente
from vliegwiel.opdracht.models import Opdracht, Opgave


class Rondvragen:
    """What the oracle says of each opdracht to each of them, and what the room says."""

    def __init__(self, world: Klein, orakel: Orakel) -> None:
        self.orakel, self.world, self.askers = orakel, world, []
        for name, slug in world.rond.names:
            account, gemeente = world.accounts[name], world.gemeenten[slug]
            kijker = find_kijker(account, slug, Purpose.SAMEN_BEPALEN, TODAY)
            assert kijker is not None, name
            who = orakel.who(account.pk, gemeente.pk)
            if account.soort == "inwoner":  # who came in as a resident is one, whatever else they are
                who = replace(who, soort="inwoner", medewerker=None, petten=frozenset())
            self.askers.append((kijker, who))
        self.names = {}
        for gemeente in world.gemeenten.values():
            set_gemeente(gemeente.pk)
            rows = Deelname.objects.filter(gemeente=gemeente).values_list("pk", "organisatie__naam")
            self.names.update(rows)

    def differences(self) -> Iterator[str]:
        for kijker, who in self.askers:
            set_gemeente(kijker.gemeente_id)
            for it in self._of(kijker, who):
                yield f"{kijker.account.naam}: {it}"
        for gemeente in self.world.gemeenten.values():
            set_gemeente(gemeente.pk)
            yield from self._asked(gemeente)

    def _of(self, kijker: Any, who: Any) -> Iterator[str]:
        from vliegwiel.opdracht.queries import reading

        field, rows = self.orakel.speelveld, reading.opdrachten(kijker, TODAY)
        right = {row.id for row in self.orakel.rows.opdracht if self._may(who, row)}
        if set(rows.values_list("pk", flat=True)) != right:
            yield "opdrachten"
        if not rows.query.is_empty() and not says_gemeente(rows.query.where, rows.model._meta.db_table):
            yield "opdrachten: no gemeente"
        off = replace(kijker, instellingen={**kijker.instellingen, "praktijk.opdracht": False})
        if reading.opdrachten(off, TODAY).exists() or reading.opgaven(off).exists():
            yield "read where the practice is off"
        yield from self._walls(kijker, who)
        for row in reading.with_rights(rows, kijker, TODAY):
            stands = field.stands(who, row.pk)
            if (row.muur, row.zit) != ("mogelijke_inschrijver" in stands, "aan_tafel" in stands):
                yield "with_rights"
            marked = {self.names[pk] for pk in field.marked[row.opgave_id]}
            if set(row.inschrijvers or ()) != marked:
                yield "with_rights: who may bid"

    def _asked(self, gemeente: Any) -> Iterator[str]:
        """Who is asked about a draft has a voice at its table and may read it."""
        from vliegwiel.opdracht.queries import tafel

        seats: dict[Any, set[Any]] = {}
        for kijker, who in self.askers:
            for seat in self.orakel.speelveld._seats(who):
                if seat.partij_id and kijker.gemeente_id == gemeente.pk:
                    seats.setdefault(seat.tafel_id, set()).add((seat.id, who))
        rows = Opdracht.objects.filter(open_op=None, gemeente=gemeente, tafel__naam="all")
        for row in rows.select_related("tafel"):
            right = {pk for pk, who in seats.get(row.tafel_id, ()) if self._may(who, row)}
            if {it.pk for it in tafel.seats_to_ask(row, TODAY)} != right:
                yield "seats_to_ask"

    def _walls(self, kijker: Any, who: Any) -> Iterator[str]:
        from vliegwiel.opdracht.queries import reading

        here = [row for row in self.orakel.rows.opgave if row.gemeente_id == kijker.gemeente_id]
        mine = self.orakel.speelveld.organisations(who)
        walls = {row.id: bool(self.orakel.speelveld.marked[row.id] & mine) for row in here}
        colleague = who.medewerker is not None and bool(who.petten - {"beheerder", "fg", "backoffice"})
        rows = reading.opgaven(kijker)
        if set(rows.values_list("pk", flat=True)) != (set(walls) if colleague else set()):
            yield "opgaven"
        for row in reading.with_wall(Opgave.objects.filter(pk__in=list(walls)), kijker, TODAY):
            if row.muur != walls[row.pk] or reading.before_the_wall(kijker, row.pk, TODAY) != walls[row.pk]:
                yield "the wall"

    def _may(self, who: Any, row: Any) -> bool:
        wat = "opdracht" if row.open_op is not None else "concept"
        thing = Ding(wat, row.gemeente_id, None, opdracht=row.id)
        return self.orakel.mag(who, Purpose.SAMEN_BEPALEN, thing)
