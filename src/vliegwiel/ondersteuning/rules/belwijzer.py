"""What to say: the guide that comes with the program (gegevens/belwijzer.yaml). Free of Django."""

from __future__ import annotations


def standard_guide(wet: str, categorie: str, *, english: bool = False) -> tuple[str, ...]:
    """Lines to begin with, for this kind of help. (Being written.)"""
    return ("Vraag eerst hoe het gaat.", "Vertel waarom je belt: de hulp loopt af, en je denkt graag mee.")
