"""A provision (voorziening) is what its messages say of it together: facts, written once, folded into a state.

Free of Django. Every fact carries its place in the order (`Orde`), so that messages may arrive in any order and any
number of times: the fold sorts, forgets doubles and comes to the same state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import KW_ONLY, dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Protocol, TypeVar

import yaml


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
    """What the facts say together.

    `eind` is the last day: of the stop if there is one, else of the toewijzing. `reden` is the code of the stop
    (list 588); where the toewijzing itself was ended it is "w" with the code of the change (list 002); "20" in a
    pause. `gestopt_op` and `pauze_op` are last days with help. `opmerkingen` are codes of OPMERKINGEN.
    """

    toewijzing: Toewijzing
    ingetrokken: bool
    begonnen_op: date | None
    gestopt_op: date | None
    reden: str
    eind: date | None
    pauze_op: date | None
    opmerkingen: tuple[str, ...]

    @property
    def begindatum(self) -> date:
        return self.toewijzing.ingangsdatum


OPMERKINGEN = ("begindatum_anders", "eind_na_toewijzing", "start_buiten_periode", "stop_voor_begin")
INGETROKKEN = "13"  # list 002, Wmo and Jeugd alike: sent by mistake, as if it was never sent
PAUZE = "20"  # list 588, Wmo and Jeugd alike: for a while, not an end
GEWIJZIGD, VERWIJDERD, ONGEWIJZIGD = "2", "3", "9"  # list 467; "1" is the first delivery
ENDING_CHANGES = frozenset("02 03 05 06 07 08 09 10 11 12".split())  # list 002: they end or shorten
# Death and moving away are true whatever the stop says: nobody is to call then.
STRONGEST_CHANGES = frozenset({"02", "07"})

Levering = TypeVar("Levering", Start, Stop)


def fold(feiten: Iterable[Feit]) -> Stand | None:
    """The state that the facts make together; None while there is no toewijzing. Order and doubles do not matter.

    The newest toewijzing counts, and the newest stop that is no pause. A fact that comes late, with a place in the
    order before the newest of its kind, changes neither; a late Start may tell that it began earlier, or that a
    pause was over.
    """
    known = set(feiten)
    toewijzingen = [feit for feit in known if isinstance(feit, Toewijzing)]
    if not toewijzingen:
        return None
    last = max(toewijzingen, key=lambda feit: (feit.orde, repr(feit)))
    starts = _living(feit for feit in known if isinstance(feit, Start))
    stops = _living(feit for feit in known if isinstance(feit, Stop))
    stop = next((feit for feit in reversed(stops) if feit.reden != PAUZE), None)
    pause = None if stop else _pause(starts, stops)
    return Stand(
        toewijzing=last,
        ingetrokken=last.reden_wijziging == INGETROKKEN,
        begonnen_op=min((feit.begindatum for feit in starts or stops), default=None),
        gestopt_op=stop.einddatum if stop else None,
        reden=_reason(last, stop, pause),
        eind=stop.einddatum if stop else last.einddatum,
        pauze_op=pause.einddatum if pause else None,
        opmerkingen=tuple(sorted(_remarks(last, starts, stop or pause, stop))),
    )


def _living(feiten: Iterable[Levering]) -> list[Levering]:
    """What still stands of the starts (or stops), the newest last. A delivery is known by its begindatum.

    A correction of a begindatum never heard of is about the newest: who sent it meant something that stands. On one
    day first deliveries come before corrections, and corrections before removals.
    """
    standing: dict[date, Levering] = {}
    seen: set[date] = set()
    for feit in sorted(feiten, key=_place):
        about = feit.begindatum
        if feit.status == ONGEWIJZIGD:
            continue
        if feit.status in (GEWIJZIGD, VERWIJDERD) and about not in seen and standing:
            about = next(reversed(standing))
        standing.pop(about, None)
        seen |= {about, feit.begindatum}
        if feit.status != VERWIJDERD:
            standing[feit.begindatum] = feit
    return list(standing.values())


def _place(feit: Start | Stop) -> tuple[date, time, date, str, str, str]:
    orde = feit.orde
    return orde.datum, orde.tijd, orde.dagtekening, feit.status, orde.hash, repr(feit)


def _pause(starts: Iterable[Start], stops: Iterable[Stop]) -> Stop | None:
    """The pause that lasts: the newest one without a Start after it."""
    last = max(stops, key=lambda feit: (feit.einddatum, feit.begindatum), default=None)
    if last is None or any(
        last.begindatum < it.begindatum and last.einddatum <= it.begindatum for it in starts
    ):
        return None
    return last


def _reason(toewijzing: Toewijzing, stop: Stop | None, pause: Stop | None) -> str:
    change = toewijzing.reden_wijziging
    if change in STRONGEST_CHANGES or (stop is None and change in ENDING_CHANGES):
        return f"w{change}"
    return stop.reden if stop else PAUZE if pause else ""


def _remarks(
    toewijzing: Toewijzing, starts: list[Start], last: Stop | None, stop: Stop | None
) -> Iterable[str]:
    """What does not fit together: applied all the same, and told. `last` is the stop or the pause."""
    begun = {feit.begindatum for feit in starts}
    end = stop.einddatum if stop else toewijzing.einddatum
    if last and begun and last.begindatum not in begun:
        yield "begindatum_anders"
    if last and toewijzing.einddatum and last.einddatum > toewijzing.einddatum:
        yield "eind_na_toewijzing"
    if last and (last.einddatum < last.begindatum or (begun and last.einddatum < min(begun))):
        yield "stop_voor_begin"
    if any(day < toewijzing.ingangsdatum or (end is not None and day > end) for day in begun):
        yield "start_buiten_periode"


# -- where it stands on a day


class Fase(StrEnum):
    KOMT = "komt"
    LOOPT = "loopt"
    PAUZE = "pauze"
    LOOPT_AF = "loopt_af"
    GESTOPT = "gestopt"
    INGETROKKEN = "ingetrokken"


class StandLike(Protocol):
    """What `fase` reads: a Stand, or a row that keeps one."""

    @property
    def ingetrokken(self) -> bool: ...
    @property
    def begindatum(self) -> date: ...
    @property
    def begonnen_op(self) -> date | None: ...
    @property
    def eind(self) -> date | None: ...
    @property
    def pauze_op(self) -> date | None: ...


def fase(stand: StandLike, today: date, weken: int) -> Fase:
    """Where it stands today. On its last day it still runs; what ends soon ends soon in a pause too."""
    if stand.ingetrokken:
        return Fase.INGETROKKEN
    if stand.eind is not None and stand.eind < today:
        return Fase.GESTOPT
    if today < (stand.begonnen_op or stand.begindatum):
        return Fase.KOMT
    if stand.eind is not None and stand.eind - today <= timedelta(weeks=weken):
        return Fase.LOOPT_AF
    if stand.pauze_op is not None and stand.pauze_op < today:
        return Fase.PAUZE
    return Fase.LOOPT


# -- what codes mean: gegevens/redenen.yaml and gegevens/categorieen.yaml


class Einde(StrEnum):
    """How help ended, in kinds that people know. Their words are `sentences`."""

    VOLGENS_PLAN = "volgens_plan"
    VOORTIJDIG = "voortijdig"
    IN_OVERLEG = "in_overleg"
    PAUZE = "pauze"
    OVERLEDEN = "overleden"
    VERHUISD = "verhuisd"
    GEMEENTE = "gemeente"
    WIJZIGING = "wijziging"
    ANDERE_AANBIEDER = "andere_aanbieder"
    ANDER_DOMEIN = "ander_domein"
    EXTERNE_OORZAAK = "externe_oorzaak"


@dataclass(frozen=True)
class Reden:
    """A reason of ending: its kind, and whether anybody calls about it."""

    soort: Einde
    bellen: bool


@dataclass(frozen=True)
class Categorie:
    """A category of help in words; `engels` for who reads English; the domein decides who may see it."""

    wet: Wet
    code: str
    naam: str
    engels: str
    domein: str


def reden_of(wet: str, reden: str) -> Reden | None:
    """What a `Stand.reden` means under this act; None without a reason, or with one nobody knows."""
    return _redenen().get((Wet(wet), reden))


def kind_of_end(wet: str, reden: str) -> Einde | None:
    known = reden_of(wet, reden)
    return known.soort if known else None


def voortijdig(wet: str, reden: str) -> bool:
    """Ended before its time by one side: Wmo 21 and 22, Jeugd 32 and 33. In agreement (23, 34) is apart."""
    return kind_of_end(wet, reden) is Einde.VOORTIJDIG


def category(wet: str, code: str) -> Categorie:
    """The category in words. One that nobody knows is "andere hulp" in the domein of its act."""
    act = Wet(wet)
    return _categorieen().get((act, code)) or Categorie(act, code, "andere hulp", "other help", act.value)


def categories(wet: str) -> list[Categorie]:
    """Every category of an act, by code."""
    return [it for (act, _), it in sorted(_categorieen().items()) if act == Wet(wet)]


@cache
def _redenen() -> dict[tuple[Wet, str], Reden]:
    return _rows("redenen.yaml", lambda wet, row: Reden(Einde(row["soort"]), row["bellen"]))


@cache
def _categorieen() -> dict[tuple[Wet, str], Categorie]:
    return _rows("categorieen.yaml", lambda wet, row: Categorie(wet, **row))


Row = TypeVar("Row")


def _rows(name: str, make: Callable[[Wet, dict[str, Any]], Row]) -> dict[tuple[Wet, str], Row]:
    text = (files("vliegwiel.ondersteuning") / "gegevens" / name).read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    return {(wet, row["code"]): make(wet, row) for wet in Wet for row in data[wet.value]}
