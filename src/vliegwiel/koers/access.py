"""Who may do what with words, apart from what the state allows."""

from __future__ import annotations

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.refusals import NotAllowed
from vliegwiel.samenspel.public import can_start


def can_bring_word(kijker: Kijker) -> bool:
    """Any colleague who takes part in the content brings a word."""
    return can_start(kijker)


def require_can_bring_word(kijker: Kijker) -> None:
    if not can_bring_word(kijker):
        raise NotAllowed
