"""What this room adds to pages below it: a file per noun. Every part is added once, at start-up."""

from vliegwiel.koers.home import doel, draad, wiel
from vliegwiel.koers.home.begrip import PRAKTIJK, about, beside_voorstel, meanings, search
from vliegwiel.koers.home.doel import PRAKTIJK_KOERS

__all__ = ["PRAKTIJK", "PRAKTIJK_KOERS", "about", "beside_voorstel", "meanings", "register", "search"]


def register() -> None:
    """Add every part once, at start-up."""
    for part in (doel, draad, wiel):
        part.register()
