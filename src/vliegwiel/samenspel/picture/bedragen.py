"""How much, in words: of one Bijdrage, and of some together. A range stays a range."""

from __future__ import annotations

from dataclasses import dataclass

from vliegwiel.samenspel.models import Bijdrage
from vliegwiel.samenspel.rules.bijdrage import Totaal, Totalen, bereik, samen
from vliegwiel.samenspel.rules.facts import Code
from vliegwiel.ui.filters import getal
from vliegwiel.ui.sentences import sentence


@dataclass(frozen=True)
class Samen:
    """A sum in words, and of how many of how many it is the sum; `bevestigd` the part that is promised."""

    tekst: str
    met: int
    alle: int
    bevestigd: str = ""
    bevestigd_met: int = 0


def amounts_of(it: Bijdrage) -> list[str]:
    """ "40 tot 60 uur", "6.000 euro of meer"; nothing where nothing is named."""
    ranges = (bereik("uren", it.uren_van, it.uren_tot), bereik("euro", it.euro_van, it.euro_tot))
    return [_said(code) for code in ranges if code is not None]


def amounts_together(it: Totalen) -> list[Samen]:
    """What is named at all, hours before euros."""
    pairs = (("uren", it.uren_alle, it.uren_bevestigd), ("euro", it.euro_alle, it.euro_bevestigd))
    return [_together(what, alle, part) for what, alle, part in pairs if alle.met]


def _together(what: str, alle: Totaal, part: Totaal) -> Samen:
    code, promised = samen(what, alle), samen(what, part)
    assert code is not None
    return Samen(
        tekst=_said(code),
        met=alle.met,
        alle=alle.alle,
        bevestigd=_said(promised) if promised else "",
        bevestigd_met=part.met,
    )


def _said(code: Code) -> str:
    return sentence(code.code, {name: getal(value) for name, value in code.params.items()})
