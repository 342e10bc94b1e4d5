"""A provision (voorziening) is what its messages say of it together: facts, written once, folded into a state.

Free of Django. Every fact carries its place in the order (`Orde`), so that messages may arrive in any order and any
number of times: the fold sorts, forgets doubles and comes to the same state.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum


class Wet(StrEnum):
    WMO = "wmo"
    JEUGD = "jeugd"


@dataclass(frozen=True, order=True)
class Orde:
    """The place of a fact among the others; of a 305 or 307 the dagtekening at 00:00."""

    datum: date
    tijd: time
    dagtekening: date
    hash: str


@dataclass(frozen=True)
class Toewijzing:
    orde: Orde
    categorie: str
    _: KW_ONLY
    code: str = ""
    aanbieder: str = ""
    referentie: str = ""
    ingangsdatum: date
    einddatum: date | None = None
    reden_wijziging: str = ""
    volume: int | None = None
    eenheid: str = ""
    frequentie: str = ""
    budget: Decimal | None = None


@dataclass(frozen=True)
class Start:
    orde: Orde
    begindatum: date
    status: str = "1"


@dataclass(frozen=True)
class Stop:
    orde: Orde
    begindatum: date
    einddatum: date
    reden: str = ""
    status: str = "1"


Feit = Toewijzing | Start | Stop


@dataclass(frozen=True)
class Stand:
    toewijzing: Toewijzing
    ingetrokken: bool
    begonnen_op: date | None
    gestopt_op: date | None
    reden: str
    eind: date | None
    pauze_op: date | None
    opmerkingen: tuple[str, ...]


def fold(feiten: Iterable[Feit]) -> Stand | None:
    """The state that the facts make together; None while there is no toewijzing. (Being written.)"""
    toewijzingen = sorted((f for f in feiten if isinstance(f, Toewijzing)), key=lambda f: f.orde)
    if not toewijzingen:
        return None
    last = toewijzingen[-1]
    return Stand(last, False, None, None, "", last.einddatum, None, ())
