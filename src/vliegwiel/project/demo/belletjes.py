"""Calls before help ended, in the demo: who was called in time, who was not, and what came of it. All invented.

Two years ago less than half was called in time, now most are: the practice grew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from vliegwiel.kern.werkdagen import on_or_after, on_or_before
from vliegwiel.ondersteuning.models import Belletje, Contactmoment, Voorziening
from vliegwiel.project.demo.huishoudens import Bewoner, Row, Town
from vliegwiel.project.demo.trajecten import SOON, TWO_YEARS, Traject
from vliegwiel.samenspel.models import Afspraak

OUTCOMES = ("verlengen", "andere_hulp", "loopt_goed_af")
AS_PLANNED, BROKEN_OFF = (42, 18, 40), (15, 50, 35)
NOBODY_CALLS = ("komt", "loopt", "pauze", "ingetrokken", "verhuisd", "overleden")


@dataclass(frozen=True)
class Gebeld:
    """One call: on which day, about which end, what came of it, and when again."""

    dag: date
    over: date
    uitkomst: str
    weer_op: date | None = None


class Beller:
    """Decides what was called; the same seed decides the same."""

    def __init__(self, today: date, seed: int | str) -> None:
        self.today, self.chance = today, Random(seed)

    def calls(self, traject: Traject) -> list[Gebeld]:
        eind = traject.einde
        if eind is None or traject.fase in NOBODY_CALLS:
            return []
        if eind >= self.today:
            return self._about_to_end(eind)
        years = (self.today - eind).days / TWO_YEARS  # 0 is now, 1 is two years ago
        pick = self.chance.random()
        if traject.fase == "voortijdig":
            return self._at(eind, 4, 12, BROKEN_OFF) if pick < 0.75 - years / 2 else []
        if pick < 0.85 - years / 2:
            return self._at(eind, -SOON + 4, -7, AS_PLANNED)
        return self._at(eind, 2, 24, AS_PLANNED) if pick < 0.95 - years / 3 else []

    def _about_to_end(self, eind: date) -> list[Gebeld]:
        pick, yesterday = self.chance.random(), on_or_before(self.today - timedelta(days=1))
        if pick < 0.24:
            return [Gebeld(yesterday, eind, self._outcome(AS_PLANNED))]
        if pick < 0.36:
            again = min(on_or_after(self.today + timedelta(days=self.chance.randint(0, 4))), eind)
            return [Gebeld(yesterday, eind, "niet_bereikt", max(again, self.today))]
        return []

    def _at(self, eind: date, first: int, last: int, weights: tuple[int, ...]) -> list[Gebeld]:
        """One outcome so many days from the end, sometimes after a call that nobody answered."""
        day = on_or_before(eind + timedelta(days=self.chance.randint(first, last)))
        if day >= self.today:
            return []
        found = [Gebeld(day, eind, self._outcome(weights))]
        if self.chance.random() < 0.2:
            found.insert(0, Gebeld(on_or_before(day - timedelta(days=5)), eind, "niet_bereikt", day))
        return found

    def _outcome(self, weights: tuple[int, ...]) -> str:
        return self.chance.choices(OUTCOMES, weights)[0]

    def gap(self, calls: list[Gebeld]) -> int:
        """How many days without help there were before the same help went on."""
        in_time = calls[-1].dag <= calls[-1].over
        if in_time and self.chance.random() < 0.8:
            return 0
        return self.chance.randint(2, 14) if in_time else self.chance.randint(12, 45)


def write_down(
    town: Town, wie: Bewoner, row: Voorziening, calls: list[Gebeld], who: Any, regels: Row
) -> None:
    """Each call as the page leaves it: what came of it, and the contact beside the others."""
    for call in calls:
        reached = call.uitkomst != "niet_bereikt"
        about: Row = {"dossier": wie.dossier, "domein": row.domein, "persoon": wie.persoon}
        line = town.chance.choice(regels[call.uitkomst]) if reached else ""
        moment = town.moment((call.dag - town.today).days, town.chance.randrange(9, 17))
        visit = not wie.persoon.telefoon
        contact = town.add(
            Contactmoment,
            **about,
            medewerker=who,
            soort="bezoek" if visit else "telefoon",
            uitkomst="gesproken" if reached else "niet_bereikt",
            regel=line,
            moment=moment,
        )
        town.add(
            Belletje,
            **about,
            voorziening=row,
            medewerker=who,
            over=call.over,
            weg="bezoek" if visit else "telefoon",
            uitkomst=call.uitkomst,
            regel=line,
            weer_op=call.weer_op,
            contact=contact,
            afspraak=_follow_up(town, about, call, who),
            moment=moment,
        )


def _follow_up(town: Town, about: Row, call: Gebeld, who: Any) -> Afspraak | None:
    """What is still to be done after a call of these weeks: somebody holds it."""
    if call.uitkomst != "verlengen" or call.over < town.today:
        return None
    return town.add(  # type: ignore[no-any-return]
        Afspraak,
        **about,
        tekst="vraagt de verlenging aan",
        wie="gemeente",
        medewerker=who,
        gever=who,
        wanneer=min(call.over, town.day(9)),
        status="loopt",
        gemaakt_op=town.moment(-1),
        aangenomen_op=town.moment(-1),
    )
