"""What is counted from the work, and what of it is published together. Free of Django.

Together is what is about the same people: the ends of help of one quarter are one table, so that nobody puts two
tables of the same people beside each other.
"""

from __future__ import annotations

from dataclasses import dataclass

HULP_GEEINDIGD, DOEL_GEHAALD_ONDERWERP = "hulp_geeindigd", "doel_gehaald"
VOLGENS_PLAN, VOORTIJDIG, ANDERS = "volgens_plan", "voortijdig", "anders"
OP_TIJD_GEBELD, DOEL_GEHAALD = "op_tijd_gebeld", "doel_gehaald"
ONBEKEND = ""  # the row of who lives in no known wijk: counted in the whole, never shown apart


@dataclass(frozen=True)
class Afgeleide:
    """A figure counted from the work: its code (`Indicator.telling`), its subject, and in what it counts."""

    code: str
    onderwerp: str
    eenheid: str


AFGELEIDEN = (
    Afgeleide(VOLGENS_PLAN, HULP_GEEINDIGD, "mensen"),
    Afgeleide(VOORTIJDIG, HULP_GEEINDIGD, "mensen"),
    Afgeleide(OP_TIJD_GEBELD, HULP_GEEINDIGD, "mensen"),
    Afgeleide(DOEL_GEHAALD, DOEL_GEHAALD_ONDERWERP, "huishoudens"),
)
ONDERWERPEN = (HULP_GEEINDIGD, DOEL_GEHAALD_ONDERWERP)


def codes_of(onderwerp: str) -> tuple[str, ...]:
    return tuple(it.code for it in AFGELEIDEN if it.onderwerp == onderwerp)
