"""What a kijker may read of words, sentences and doelen, and nothing else."""

from vliegwiel.koers.queries.begrip import (
    Ronde,
    adopted,
    adopted_versie,
    begrippen,
    rounds,
    status_of,
    with_meaning,
)
from vliegwiel.koers.queries.doel import doelen, lopend, reads, verbanden
from vliegwiel.koers.queries.koerszin import in_gesprek, koerszinnen

__all__ = [
    "Ronde",
    "adopted",
    "adopted_versie",
    "begrippen",
    "doelen",
    "in_gesprek",
    "koerszinnen",
    "lopend",
    "reads",
    "rounds",
    "status_of",
    "verbanden",
    "with_meaning",
]
