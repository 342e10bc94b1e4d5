"""What this room shows on pages below it, through the registries; a file per page."""

from vliegwiel.ondersteuning.home import (
    bel_alvast,
    draad,
    inwoner,
    kaart,
    mensen,
    plan,
    schrijven,
    toegang,
    vraag,
    wiel,
)


def register() -> None:
    """Add every part once, at start-up."""
    for part in (bel_alvast, vraag, plan, schrijven, mensen, inwoner, kaart, toegang, draad, wiel):
        part.register()
