"""What a kijker may read of what we ask, and nothing else."""

from vliegwiel.opdracht.queries.blad import (
    Alinea,
    Blad,
    all_terugblikken,
    blad_of,
    has_text,
    linked_words,
    paragrafen,
)
from vliegwiel.opdracht.queries.reading import (
    before_the_wall,
    bidders,
    marks,
    opdrachten,
    opgaven,
    status_of,
    with_rights,
    with_wall,
)
from vliegwiel.opdracht.queries.tafel import (
    bijdragen_to_link,
    doelen_to_rest_on,
    linked_bijdragen,
    may_be_marked,
    seats_to_ask,
    words_to_rest_on,
)

__all__ = [
    "Alinea",
    "Blad",
    "all_terugblikken",
    "before_the_wall",
    "bidders",
    "bijdragen_to_link",
    "blad_of",
    "doelen_to_rest_on",
    "has_text",
    "linked_bijdragen",
    "linked_words",
    "marks",
    "may_be_marked",
    "opdrachten",
    "opgaven",
    "paragrafen",
    "seats_to_ask",
    "status_of",
    "with_rights",
    "with_wall",
    "words_to_rest_on",
]
