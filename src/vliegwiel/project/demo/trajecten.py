"""Courses of help for the demo: which there were, are and come, and the messages that told of them. All invented.

A Traject is thought up from its end (what stands there today), so that there are as many of each as the YAML says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import Any

from vliegwiel.ondersteuning.rules.voorziening import Feit, Orde, Start, Stop, Toewijzing

Row = dict[str, Any]
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
SOON = 56  # what ends within so many days asks for a call
TWO_YEARS = 728
FIRST_NUMBER = 700_000  # of an assignment
INGETROKKEN, LANGER = "13", "04"  # list 002


@dataclass(frozen=True)
class Traject:
    """One assignment of help: `begin` and `eind` as assigned, `stop` and `reden` as the provider told."""

    soort: Row
    aanbieder: str  # the short name of the organisation
    fase: str
    nummer: str
    begin: date
    eind: date | None
    volume: int
    stop: date | None = None
    reden: str = ""
    eerder: date | None = None  # the end it was assigned for at first, before it was made longer

    @property
    def einde(self) -> date | None:
        """The last day, as far as is known."""
        return self.stop if self.stop and self.reden != "20" else self.eind

    def told(self, today: date) -> date:
        """When the first message came."""
        return min(self.begin - timedelta(days=12), today - timedelta(days=6))

    def facts(self, agb: str, today: date) -> list[tuple[date, Feit]]:
        """What the messages said, each with the day on which it came; none comes later than today."""
        told = self.told(today)
        found: list[tuple[date, Feit]] = [(told, self._assigned(told, agb, self.eerder or self.eind))]
        if self.eerder:
            again = self.eerder - timedelta(days=20)
            found.append((again, self._assigned(again, agb, self.eind, LANGER)))
        if self.fase == "ingetrokken":
            again = told + timedelta(days=4)
            found.append((again, self._assigned(again, agb, self.eind, INGETROKKEN)))
        elif self.begin <= today:
            day = self.begin + timedelta(days=3)
            found.append((day, Start(_place(day), self.begin)))
        if self.stop:
            day = self.stop + timedelta(days=4)
            found.append((day, Stop(_place(day), self.begin, self.stop, self.reden)))
        return [(min(day, today), feit) for day, feit in found]

    def _assigned(self, day: date, agb: str, eind: date | None, reden: str = "") -> Toewijzing:
        return Toewijzing(
            _place(day, time(9, 30)), self.soort["categorie"], code=self.soort["code"], aanbieder=agb,
            ingangsdatum=self.begin, einddatum=eind, reden_wijziging=reden, volume=self.volume,
            eenheid=self.soort["eenheid"], frequentie=self.soort["frequentie"],
        )  # fmt: skip


def _place(day: date, tijd: time = time(0)) -> Orde:
    return Orde(day, tijd, day, "")


class Bedenker:
    """Thinks up Trajecten; the same seed gives the same."""

    def __init__(self, words: Row, today: date, seed: int | str, numbers: int = FIRST_NUMBER) -> None:
        self.words, self.today, self.chance = words, today, Random(seed)
        self._number = numbers

    def number(self) -> str:
        self._number += 1
        return str(self._number)

    def fasen(self) -> list[str]:
        """Every fase as often as it should be; what is over first, for what runs may follow on it."""
        counts = self.words["fasen"]
        past = [name for name, often in counts.items() for _ in range(often) if name not in NOW]
        now = [name for name, often in counts.items() for _ in range(often) if name in NOW]
        self.chance.shuffle(past)
        self.chance.shuffle(now)
        return [*past, *now]

    def some(self, number: int) -> list[str]:
        """So many of them, each about as often as it should be; what is over first."""
        counts = self.words["fasen"]
        found = self.chance.choices(list(counts), list(counts.values()), k=number)
        return sorted(found, key=lambda name: name in NOW)

    def soort(self, wet: str = "") -> Row:
        kinds = [it for it in self.words["soorten"] if wet in ("", it["wet"])]
        return self.chance.choices(kinds, [it["gewicht"] for it in kinds])[0]  # type: ignore[no-any-return]

    def traject(self, fase: str, soort: Row) -> Traject:
        """Thought up from the end: when it ends or ended, then when it began."""
        weeks = self.chance.choice(soort["weken"])
        length = timedelta(weeks=weeks) - DAY
        given = {
            "soort": soort, "fase": fase, "nummer": self.number(), "volume": self.chance.choice(soort["volume"]),
            "aanbieder": self.chance.choice(soort["aanbieders"]),
        }  # fmt: skip
        made = getattr(self, f"_{HOW.get(fase, 'before_its_end')}")(length, soort)
        reasons = self.words["redenen"][soort["wet"]].get(fase)
        return Traject(**given, **made, reden=self.chance.choice(reasons) if reasons else "")

    def next_one(self, before: Traject, gap: int) -> Traject | None:
        """The same help again, from so many days after the end; None when that would not run today."""
        assert before.einde is not None
        begin = before.einde + timedelta(days=1 + gap)
        eind = begin + timedelta(weeks=self.chance.choice(before.soort["weken"])) - DAY
        if begin > self.today or eind <= self.today + timedelta(days=SOON):
            return None
        return Traject(before.soort, before.aanbieder, "loopt", self.number(), begin, eind, before.volume)

    def _in(self, first: int, last: int) -> date:
        return self.today + timedelta(days=self.chance.randint(first, last))

    def _to_come(self, length: timedelta, soort: Row) -> Row:
        begin = self._in(4, 70)
        return {"begin": begin, "eind": begin + length}

    def _running(self, length: timedelta, soort: Row) -> Row:
        if self.chance.random() < soort["open"]:
            return {"begin": self._in(-900, -20), "eind": None}
        eind = self._in(SOON + 1, max(SOON + 2, length.days - 6))
        begin = eind - length
        longer = begin + length / 2 if self.chance.random() < 0.1 else None
        return {"begin": begin, "eind": eind, "eerder": longer}

    def _ending(self, length: timedelta, soort: Row) -> Row:
        eind = self._in(0, SOON)
        return {"begin": eind - length, "eind": eind}

    def _paused(self, length: timedelta, soort: Row) -> Row:
        eind = self._in(SOON + 1, max(SOON + 2, length.days - 60))
        return {"begin": eind - length, "eind": eind, "stop": self._in(-40, -4)}

    def _as_planned(self, length: timedelta, soort: Row) -> Row:
        eind = self._in(-TWO_YEARS, -1)
        return {"begin": eind - length, "eind": eind, "stop": eind}

    def _never_told(self, length: timedelta, soort: Row) -> Row:
        eind = self._in(-60, -1)
        return {"begin": eind - length, "eind": eind}

    def _before_its_end(self, length: timedelta, soort: Row) -> Row:
        stop = self._in(-TWO_YEARS, -2)
        begin = stop - length * self.chance.uniform(0.2, 0.85)
        return {"begin": begin, "eind": begin + length, "stop": stop}

    def _withdrawn(self, length: timedelta, soort: Row) -> Row:
        begin = self._in(-90, 30)
        return {"begin": begin, "eind": begin + length}


NOW = ("komt", "loopt", "loopt_af", "pauze", "ingetrokken")
HOW = {
    "komt": "to_come", "loopt": "running", "loopt_af": "ending", "pauze": "paused", "volgens_plan": "as_planned",
    "zonder_bericht": "never_told", "ingetrokken": "withdrawn",
}  # fmt: skip
