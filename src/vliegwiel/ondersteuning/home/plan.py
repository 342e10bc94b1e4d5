"""A household and its plan, as it is read; and help that follows its person."""

from vliegwiel.kern import registry
from vliegwiel.ondersteuning.actions.voorziening_verhuizen import follow_moves


def register() -> None:
    """Add this part to the pages below."""
    registry.klok.add("ondersteuning.verhuizen", follow_moves, order=490)
