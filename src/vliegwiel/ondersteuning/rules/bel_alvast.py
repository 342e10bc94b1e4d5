"""Bel alvast: whom to call before help ends, from which day, who does it, and how. Free of Django.

Nothing is remembered here: what a card should be follows from the provision, the last call and the day, so that a
clock that skips a turn or turns twice comes to the same cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from uuid import UUID

import yaml

from vliegwiel.kern.werkdagen import DAY, NONE, on_or_after, on_or_before
from vliegwiel.ondersteuning.rules.voorziening import Einde, Fase, Reden, Wet
from vliegwiel.ondersteuning.rules.vraag import Houder

NOG_BELLEN = timedelta(weeks=4)  # so long after an end a call still helps


class Uitkomst(StrEnum):
    """What came of a call. All but the last conclude it."""

    VERLENGEN = "verlengen"
    ANDERE_HULP = "andere_hulp"
    LOOPT_GOED_AF = "loopt_goed_af"
    NIET_BEREIKT = "niet_bereikt"


@dataclass(frozen=True)
class Gebeld:
    """The last call about a provision: what came of it, about which end, when, and when again."""

    uitkomst: str
    over: date
    op: date
    weer_op: date | None = None

    @property
    def concluded(self) -> bool:
        return self.uitkomst != Uitkomst.NIET_BEREIKT


class Waarom(StrEnum):
    """Why somebody is called now; codes, their sentences are made where they are shown."""

    LOOPT_AF = "loopt_af"  # it ends
    NIEUW_EINDE = "nieuw_einde"  # called about another end before: params eerder
    NOG_NIET_BEREIKT = "nog_niet_bereikt"  # called about this end, nobody answered: params op
    VOORTIJDIG = "voortijdig"  # one side stopped before its time
    AL_VOORBIJ = "al_voorbij"  # it has ended and nobody called


@dataclass(frozen=True)
class Card:
    """A call to make: from which day, at the latest when, and why. Days in `params` are ISO text."""

    vanaf: date
    op_zijn_laatst: date
    waarom: Waarom
    params: dict[str, str] = field(default_factory=dict)


def call_window(eind: date, weken: int, gesloten: Set[date] = NONE) -> date:
    """The first day to call: so many weeks before the end, on a closed day the working day before."""
    return on_or_before(eind - timedelta(weeks=weken), gesloten)


def wants_call(
    *,
    fase: str,
    eind: date | None,
    today: date,
    weken: int,
    begin: date | None = None,
    reden: Reden | None = None,
    weg: bool = False,
    laatste: Gebeld | None = None,
    gesloten: Set[date] = NONE,
) -> Card | None:
    """The card that should be there today, or None: the one open matter of this provision.

    `weg`: the person died or moved away. `begin`: help that is shorter than the weeks before is called about from the
    first working day that it runs. `laatste`: the last call; another end than that call was about is a new matter.

    When the end is past: who stopped last week and was never called is glad to be called still, and a colleague wants
    to hear of it (a stop is often told afterwards). So for four weeks after the end there is a card that says so; after
    that it would be a list of old news, and an import of last year would fill a morning. Nobody is called again about
    help that ends as planned when that was talked through already, though the day turned out different.
    """
    if eind is None or weg or fase in (Fase.INGETROKKEN, Fase.KOMT) or (reden and not reden.bellen):
        return None
    if laatste and laatste.concluded and (laatste.over == eind or _went_as_said(laatste, eind, weken, reden)):
        return None
    vanaf, last = _first_day(eind, weken, begin, laatste, gesloten), _last_day(eind, today, gesloten)
    if not vanaf <= today <= eind + NOG_BELLEN:
        return None
    waarom, params = _why(eind, today, reden, laatste)
    return Card(vanaf, max(vanaf, last), waarom, {"eind": eind.isoformat(), **params})


def _went_as_said(laatste: Gebeld, eind: date, weken: int, reden: Reden | None) -> bool:
    """Ended as planned, and talked through in the weeks before (some more, where the end moved)."""
    planned = reden is not None and reden.soort == Einde.VOLGENS_PLAN
    return planned and laatste.op >= call_window(eind, weken) - NOG_BELLEN


def _first_day(
    eind: date, weken: int, begin: date | None, laatste: Gebeld | None, gesloten: Set[date]
) -> date:
    """The window, or the day to try again: a working day, not after the end; who called on the last working day before
    the end tries once more after it."""
    latest = on_or_before(eind, gesloten)
    if laatste and not laatste.concluded and laatste.over == eind:
        again = on_or_after(laatste.weer_op or laatste.op + DAY, gesloten)
        return min(again, latest) if laatste.op < latest else again
    window = call_window(eind, weken, gesloten)
    return (
        window if begin is None or begin <= window else min(on_or_after(begin, gesloten), max(latest, begin))
    )


def _last_day(eind: date, today: date, gesloten: Set[date]) -> date:
    """The last working day that is not after the end; when it is past, the last one on which a call helps."""
    return on_or_before(eind if today <= eind else eind + NOG_BELLEN, gesloten)


def _why(
    eind: date, today: date, reden: Reden | None, laatste: Gebeld | None
) -> tuple[Waarom, dict[str, str]]:
    if laatste and not laatste.concluded and laatste.over == eind:
        return Waarom.NOG_NIET_BEREIKT, {"op": laatste.op.isoformat()}
    if reden and reden.soort == Einde.VOORTIJDIG:
        return Waarom.VOORTIJDIG, {}
    if eind < today:
        return Waarom.AL_VOORBIJ, {}
    if laatste and laatste.over != eind:
        return Waarom.NIEUW_EINDE, {"eerder": laatste.over.isoformat()}
    return Waarom.LOOPT_AF, {}


# -- who calls


@dataclass(frozen=True)
class Kandidaten:
    """Who may own a card, all of them active today; the caller leaves out who left.

    Whoever has a Betrokkenheid in the domein comes with the day it began: the longest involved first.
    """

    contactpersoon: UUID | None = None
    collegas: Iterable[tuple[date, UUID]] = ()
    teams: Iterable[tuple[date, UUID]] = ()
    gebied_teams: tuple[UUID, ...] = ()  # of the household's gebied first, then of what lies around it
    vraag_team: UUID | None = None


def owner_of(wie: Kandidaten) -> Houder | None:
    """The vaste contactpersoon, else a colleague in the domein, else a team in it, else the team of the gebied, else
    the team for questions. None only when a gemeente has nobody at all: then it is for who runs it."""
    if wie.contactpersoon:
        return Houder(mens=wie.contactpersoon)
    if collega := min(wie.collegas, default=None):
        return Houder(mens=collega[1])
    team = min(wie.teams, default=None)
    found = team[1] if team else next(iter(wie.gebied_teams), wie.vraag_team)
    return Houder(team=found) if found else None


# -- how


class Weg(StrEnum):
    BELLEN = "bellen"
    BRIEF_OF_BEZOEK = "brief_of_bezoek"
    NAVRAGEN = "navragen"  # no number and no address: ask the provider


def call_way(telefoon: str, adres: str = "") -> Weg:
    """How to reach somebody. A number has nine digits at least; a secret address is passed as none."""
    if sum(sign.isdigit() for sign in telefoon) >= 9:
        return Weg.BELLEN
    return Weg.BRIEF_OF_BEZOEK if adres.strip() else Weg.NAVRAGEN


# -- what to say: gegevens/belwijzer.yaml, where a gemeente has no words of its own


@dataclass(frozen=True)
class Wijzer:
    """What to say on the telephone: the first sentence (to the resident), how to go about it, what to ask, and what
    not to promise."""

    opening: str
    tekst: str
    vraag: tuple[str, ...]
    beloof_niet: str


def guide(wet: str, categorie: str) -> Wijzer:
    """The guide of this category, or the general one."""
    wijzers = _wijzers()
    return wijzers.get((str(wet), categorie)) or wijzers["", ""]


@cache
def _wijzers() -> dict[tuple[str, str], Wijzer]:
    text = (files("vliegwiel.ondersteuning") / "gegevens" / "belwijzer.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    rows = [("", {**data["algemeen"], "code": ""}), *((wet, row) for wet in Wet for row in data[wet.value])]
    return {
        (str(wet), row["code"]): Wijzer(row["opening"], row["tekst"], tuple(row["vraag"]), row["beloof_niet"])
        for wet, row in rows
    }
