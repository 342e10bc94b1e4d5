"""Mijn mensen and contact: what they add to pages below."""

from __future__ import annotations

from vliegwiel.kern import registry
from vliegwiel.kern.registry import NavItem
from vliegwiel.privacy.public import HEEFT_WERK

PRAKTIJK = "mijn_mensen"


def navigation() -> list[NavItem]:
    """Second, after Vandaag: on a phone the bottom bar shows the first two and search."""
    return [
        NavItem(
            code="nav.mijn_mensen",
            url_name="mijn_mensen",
            icoon="mensen",
            rollen=frozenset(HEEFT_WERK),
            praktijk=PRAKTIJK,
        )
    ]


def register() -> None:
    """Add this part to the pages below."""
    registry.navigatie.add("ondersteuning.mijn_mensen", navigation, order=10)
