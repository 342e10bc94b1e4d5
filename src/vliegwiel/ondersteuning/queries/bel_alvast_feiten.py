"""What the rules of bel alvast need to know of many provisions: a fixed number of queries for a thousand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from vliegwiel.gemeenschap.public import active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Rol
from vliegwiel.kern.werkdagen import DAY, on_or_after
from vliegwiel.ondersteuning.models import Belletje, Voorziening
from vliegwiel.ondersteuning.queries.bel_alvast_eigenaar import Eigenaars
from vliegwiel.ondersteuning.queries.bel_alvast_vinden import weken
from vliegwiel.ondersteuning.rules.bel_alvast import Card, Gebeld, call_window, wants_call
from vliegwiel.ondersteuning.rules.voorziening import fase, reden_of
from vliegwiel.ondersteuning.rules.vraag import Houder
from vliegwiel.privacy.public import Betrokkene
from vliegwiel.samenspel.public import Gevonden

NOBODYS = Rol.TEAMLEIDER  # a gemeente without any team: whoever leads makes one


def wanted(
    gemeente_id: UUID, ids: Sequence[UUID], instellingen: Mapping[str, Any], today: date
) -> Iterator[Gevonden]:
    """For each of these provisions the card that should be there today, if there should be one."""
    rows = list(_provisions(gemeente_id, ids, today))
    calls = last_calls(gemeente_id, [row.pk for row in rows])
    asked = [(row, card) for row in rows if (card := _card(row, calls.get(row.pk), instellingen, today))]
    if not asked:
        return
    eigenaars = Eigenaars(gemeente_id, [row for row, _ in asked], instellingen, today)
    for row, card in asked:
        yield _found(row, card, eigenaars.of(row))


def _provisions(gemeente_id: UUID, ids: Sequence[UUID], today: date) -> Any:
    """The provisions, with whether the person lives here and the household is open."""
    lives = Betrokkene.objects.filter(
        active(today),
        gemeente_id=OuterRef("gemeente_id"),
        dossier_id=OuterRef("dossier_id"),
        persoon_id=OuterRef("persoon_id"),
    )
    here = Q(persoon__overleden_op__isnull=True, dossier__gesloten_op__isnull=True)
    rows = Voorziening.objects.filter(here, Exists(lives), gemeente_id=gemeente_id, pk__in=ids)
    return rows.order_by()


def last_calls(gemeente_id: UUID, ids: Sequence[UUID]) -> dict[UUID, Gebeld]:
    """The last call about each of these provisions."""
    rows = Belletje.objects.filter(gemeente_id=gemeente_id, voorziening_id__in=ids).order_by("moment", "pk")
    fields = ("voorziening_id", "uitkomst", "over", "moment", "weer_op")
    return {
        pk: Gebeld(uitkomst, over, day_of(moment), weer_op)
        for pk, uitkomst, over, moment, weer_op in rows.values_list(*fields)
    }


def _card(
    row: Voorziening, laatste: Gebeld | None, instellingen: Mapping[str, Any], today: date
) -> Card | None:
    """The card as the rules say it: today, or on the day that help begins or somebody is called again.

    A card that waits for such a day is there already: whoever has it may be called back before.
    """
    begin, weeks = row.begonnen_op or row.begindatum, weken(instellingen, row.wet, row.categorie)
    for day in _days(begin, laatste, today):
        card = wants_call(
            fase=fase(row, day, weeks),
            eind=row.eind,
            today=day,
            weken=weeks,
            begin=begin,
            reden=reden_of(row.wet, row.reden),
            laatste=laatste,
        )
        if card is not None:
            return _shown_before(card, row, weeks, begin, laatste)
    return None


def _shown_before(card: Card, row: Voorziening, weeks: int, begin: date, laatste: Gebeld | None) -> Card:
    """A card that comes again is the card that was there: who has it put it off, and keeps it."""
    if row.eind is None or laatste is None or laatste.concluded or laatste.over != row.eind:
        return card
    first = max(call_window(row.eind, weeks), begin)
    return replace(card, vanaf=min(card.vanaf, laatste.op, first))


def _days(begin: date, laatste: Gebeld | None, today: date) -> list[date]:
    days = {today, begin, on_or_after(begin)}
    if laatste is not None and not laatste.concluded:
        again = laatste.weer_op or laatste.op + DAY
        days |= {again, on_or_after(again)}
    return sorted(day for day in days if day >= today)


def _found(row: Voorziening, card: Card, houder: Houder | None) -> Gevonden:
    assert row.eind is not None  # without an end nobody calls
    days = {f"dag_{name}": day for name, day in card.params.items()}
    return Gevonden(
        sleutel=f"{row.pk}.{row.eind.isoformat()}",
        vanaf=card.vanaf,
        object=row.pk,
        dossier=row.dossier_id,
        domein=row.domein,
        persoon=row.persoon_id,
        medewerker=houder.mens if houder else None,
        team=houder.team if houder else None,
        rol="" if houder else NOBODYS,
        params={"waarom": str(card.waarom), "wet": row.wet, "categorie": row.categorie, **days},
        voor=card.op_zijn_laatst,
    )
