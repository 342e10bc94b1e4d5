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
from vliegwiel.koers.queries.doel import (
    banden_van,
    begrippen_of,
    doelen,
    gebieden,
    lopend,
    reads,
    verbanden,
    with_words,
    words_of,
)
from vliegwiel.koers.queries.koers import Jaar, de_jaren
from vliegwiel.koers.queries.koerszin import (
    MOST,
    in_gesprek,
    koerszinnen,
    ooit_aangenomen,
    with_talk,
)
from vliegwiel.koers.queries.netwerk import Netwerk, netwerk

__all__ = [
    "MOST",
    "Jaar",
    "Netwerk",
    "Ronde",
    "adopted",
    "adopted_versie",
    "banden_van",
    "begrippen",
    "begrippen_of",
    "de_jaren",
    "doelen",
    "gebieden",
    "in_gesprek",
    "koerszinnen",
    "lopend",
    "netwerk",
    "ooit_aangenomen",
    "reads",
    "rounds",
    "status_of",
    "verbanden",
    "with_meaning",
    "with_talk",
    "with_words",
    "words_of",
]
