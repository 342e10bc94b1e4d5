"""The rules that rooms declared for what asks attention."""

from __future__ import annotations

from vliegwiel.samenspel.rules.aandachtspunt import Aandachtregel

_declared: dict[str, Aandachtregel] = {}


def declare(regel: Aandachtregel) -> None:
    """Make a rule known; called once by a room at start-up. The same code twice is a mistake in the code."""
    if _declared.setdefault(regel.code, regel) is not regel:
        raise ValueError(f"what asks attention: {regel.code} is there already")


def declared() -> list[Aandachtregel]:
    return [_declared[code] for code in sorted(_declared)]


def opening() -> list[str]:
    """The codes whose Aandachtspunt is for the policy one's own work in a dossier."""
    return [regel.code for regel in declared() if regel.opens]


def regel_of(code: str) -> Aandachtregel | None:
    """The rule that found something; None when its room is gone."""
    return _declared.get(code)
