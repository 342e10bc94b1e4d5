"""Bel alvast: who should be called, by whom, as the klok finds it; on Vandaag and in the menu."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, values_for
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Rol
from vliegwiel.kern.registry import NavItem
from vliegwiel.ondersteuning.actions.beeld import freeze_quarters
from vliegwiel.ondersteuning.queries.bel_alvast_feiten import wanted
from vliegwiel.ondersteuning.queries.bel_alvast_vinden import CODE, changed_since, to_look_at
from vliegwiel.ondersteuning.sentences.voorziening import category_words
from vliegwiel.privacy.public import HEEFT_WERK
from vliegwiel.samenspel.public import Aandachtregel, Aandachtspunt, Gevonden, declare_aandacht
from vliegwiel.ui.sentences import sentence

AT_ONCE = 1000
POLICY = frozenset({Rol.BELEIDSMEDEWERKER, Rol.STRATEEG, Rol.BESTUURDER})


def find(gemeente_id: UUID, now: datetime, sinds: datetime | None) -> Iterator[Gevonden]:
    """Whom to call, as far as nobody found that before."""
    settings = values_for(gemeente_id, day_of(now))
    if not settings[CODE]:
        return
    to_look = to_look_at(gemeente_id, settings, now, sinds)
    while ids := set(islice(to_look, AT_ONCE)):
        yield from wanted(gemeente_id, list(ids), settings, day_of(now))


def still(gemeente_id: UUID, rows: Sequence[Aandachtspunt], now: datetime) -> Iterable[Gevonden]:
    """What of this still asks for a call, and whose it is now."""
    settings = values_for(gemeente_id, day_of(now))
    ids = [row.object for row in rows if row.object is not None]
    return wanted(gemeente_id, ids, settings, day_of(now)) if settings[CODE] else ()


def touched(gemeente_id: UUID, now: datetime, sinds: datetime) -> Iterable[UUID]:
    """What changed, or was called about, is looked at again at this turn."""
    return changed_since(gemeente_id, now, sinds)


def sees(kijker: Kijker) -> bool:
    return kijker.aan(CODE) and not kijker.rollen.isdisjoint(HEEFT_WERK)


def href(slug: str, row: Aandachtspunt) -> str:
    """The card; what lies with nobody leads to the list, which says what to do."""
    return reverse("bel_alvast", args=[slug]) if row.rol else reverse("bel_kaart", args=[slug, row.pk])


def describe(
    kijker: Kijker, rows: Sequence[Aandachtspunt], now: datetime
) -> dict[UUID, dict[str, str | int]]:
    """Which help ends, in words; of what lies with a role, who leads hears that it lies there, not which help."""
    return {row.pk: {"wat": _which(row)} for row in rows}


def _which(row: Aandachtspunt) -> str:
    return (
        sentence("bel_alvast.hulp") if row.rol else category_words(row.params["wet"], row.params["categorie"])
    )


def navigation() -> list[NavItem]:
    """After Mijn mensen; for who makes policy what came of it, and for the beheerder the weeks."""
    icon = "telefoon"
    return [
        NavItem("nav.bel_alvast", "bel_alvast", icon, rollen=frozenset(HEEFT_WERK), praktijk=CODE),
        # With the practice of Effect on, that page leads here.
        NavItem("nav.bel_effect", "bel_effect", icon, rollen=POLICY, praktijk=CODE, zonder="praktijk.effect"),
        NavItem("nav.bel_alvast", "bel_wijzers", icon, rollen=frozenset({Rol.BEHEERDER}), praktijk=CODE),
    ]


def register() -> None:
    """Add this part to the pages below."""
    registry.klok.add("ondersteuning.kwartaalbeeld", freeze_quarters, order=590)  # before effect
    registry.navigatie.add("ondersteuning.bel_alvast", navigation, order=6)
    declare_aandacht(
        Aandachtregel(
            code=CODE,
            kwart="ondersteuning",
            weight=13,
            icoon="telefoon",
            find=find,
            still=still,
            touched=touched,
            href=href,
            sees=sees,
            describe=describe,
            opens=True,
        )
    )
