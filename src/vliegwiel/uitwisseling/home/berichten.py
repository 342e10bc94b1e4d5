"""Messages in the menu; what waits too long asks attention of who reads them in, and is destroyed by the clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, Rol
from vliegwiel.kern import registry
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.registry import NavItem
from vliegwiel.samenspel.public import Aandachtregel, Gevonden, declare_aandacht
from vliegwiel.uitwisseling.actions.klok import destroy_old
from vliegwiel.uitwisseling.queries.terzijde import waits_too_long

CODE = "terzijde_wacht"


def menu() -> list[NavItem]:
    return [
        NavItem(
            "nav.berichten", "berichten", "bericht", rollen=frozenset({Rol.BACKOFFICE}), praktijk="berichten"
        )
    ]


def find(gemeente_id: UUID, now: datetime, since: datetime | None) -> Iterable[Gevonden]:
    """One card for everything that waits too long, with how much and since when."""
    number, oldest = waits_too_long(gemeente_id, now)
    if oldest is None:
        return []
    return [
        Gevonden(
            CODE,
            vanaf=day_of(oldest),
            object=gemeente_id,
            rol=Rol.BACKOFFICE,
            params={"aantal": number, "dag": day_of(oldest).isoformat()},
        )
    ]


def still(gemeente_id: UUID, rows: Sequence[Any], now: datetime) -> Iterable[Gevonden]:
    return find(gemeente_id, now, None)


def touched(gemeente_id: UUID, now: datetime, since: datetime | None) -> Iterable[UUID]:
    return [gemeente_id]


def href(slug: str, row: Any) -> str:
    return reverse("wacht", args=[slug])


def sees(kijker: Kijker) -> bool:
    return kijker.aan("berichten") and kijker.has(Rol.BACKOFFICE)


def register() -> None:
    registry.navigatie.add("uitwisseling.berichten", menu, order=60)
    registry.klok.add("uitwisseling.terzijde", destroy_old, order=510)
    declare_aandacht(
        Aandachtregel(
            code=CODE,
            kwart="ondersteuning",
            weight=40,
            icoon="bericht",
            find=find,
            still=still,
            href=href,
            touched=touched,
            sees=sees,
            anders=Rol.BACKOFFICE,
        )
    )
