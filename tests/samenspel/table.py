"""A table for the tests: who sits there, in one line each, on a day that stands still.

    wim      Gemeente Lindebeek, uitvoering; started it, guides, has mandaat
    fatima   Gemeente Lindebeek, management
    mila     Welzijn de Brug, uitvoering
    joke     Welzijn de Brug, bestuur; mandaat until day 60
    hanneke  guides, for nobody: is not asked
    bakker   Ervaringsdeskundigen (a resident)

Samira, Gijs and Ton belong to the gemeente and have no seat.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.cast import Cast
from vliegwiel.kern import clock
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.models import Schrijflog
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Gesprek, Houding, Tafel, Uitspraak, Voorstel, Zetel
from vliegwiel.samenspel.queries import Dossier, dossier_of

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # day 0, a Monday
GROEP = "Ervaringsdeskundigen"
SEATED = ("wim", "fatima", "mila", "joke", "hanneke", "bakker")
ASKED = ("wim", "fatima", "mila", "joke", "bakker")
WANT = "ik mis wat dit voor mijn buurvrouw betekent"


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return START.replace(hour=hour, minute=minute) + timedelta(days=day)


def on(day: int) -> date:
    return day_of(at(day))


@dataclass
class Table:
    """One Tafel and what people do there, by their short names."""

    cast: Cast
    tafel: Tafel
    zetels: dict[str, Zetel] = field(default_factory=dict)
    moment: datetime = START

    def by(self, naam: str) -> Any:
        """The kijker; on the day the clock of the test stands."""
        with clock.at(self.moment):
            return self.cast.kijker_of(naam)

    def now(self) -> datetime:
        """A minute later each time: what happened first, comes first."""
        self.moment += timedelta(minutes=1)
        return self.moment

    def go_to(self, day: int) -> None:
        self.moment = at(day)

    @contextmanager
    def on_day(self, day: int) -> Iterator[None]:
        """The clock of the pages stands on this day."""
        self.go_to(day)
        with clock.at(self.moment):
            yield

    def does(self, naam: str, act: Callable[..., Any], /, **given: Any) -> Any:
        return act(by=self.by(naam), now=self.now(), **given)

    # -- the usual

    def seat(self, naam: str, by_: str = "wim", **given: Any) -> Zetel:
        who = self.cast.inwoners.get(naam) or self.cast.medewerkers[naam]
        given.setdefault("deelname", getattr(who, "deelname", None) if "groep" not in given else None)
        self.zetels[naam] = self.does(by_, actions.seat, tafel=self.tafel, wie=who, **given)
        return self.zetels[naam]

    def gesprek(self, naam: str = "wim", **given: Any) -> Gesprek:
        return self.does(
            naam, actions.start_gesprek, **{"tafel": self.tafel, "titel": "Wat bedoelen we?", **given}
        )

    def say(self, naam: str, gesprek: Gesprek, tekst: str, **given: Any) -> Uitspraak:
        return self.does(naam, actions.say, gesprek=gesprek, tekst=tekst, **given)

    def propose(self, naam: str = "wim", **given: Any) -> Voorstel:
        given = {"titel": "normaliseren", "tekst": "Gewoon meedoen, met hulp waar nodig.", **given}
        return self.does(naam, actions.open_voorstel, tafel=self.tafel, **given)

    def publish(self, naam: str, voorstel: Voorstel, based_on: int, tekst: str, **given: Any) -> Any:
        return self.does(
            naam, actions.publish_versie, voorstel=voorstel, gebaseerd_op=based_on, tekst=tekst, **given
        )

    def answer(
        self, naam: str, voorstel: Voorstel, keuze: str = "akkoord", versie: int = 1, want: str = ""
    ) -> Houding:
        want = want or (WANT if keuze == "nog_niet" else "")
        return self.does(naam, actions.answer, voorstel=voorstel, versie=versie, keuze=keuze, want=want)

    def leave(self, naam: str, by: str | None = None) -> Zetel:
        self.zetels[naam].refresh_from_db()
        return self.does(by or naam, actions.end_seat, zetel=self.zetels[naam])

    def adopt(self, naam: str, voorstel: Voorstel, **given: Any) -> Voorstel:
        return self.does(naam, actions.adopt, voorstel=voorstel, **given)

    def agreed(self, **given: Any) -> Voorstel:
        """A text everybody agreed to and that was adopted today."""
        voorstel = self.propose(**given)
        for naam in ASKED:
            self.answer(naam, voorstel)
        return self.adopt("wim", voorstel)

    def dossier(self, voorstel: Voorstel) -> Dossier:
        return dossier_of(Voorstel.objects.get(gemeente_id=voorstel.gemeente_id, pk=voorstel.pk))


def lay_table(
    cast: Cast, openheid: str = "besloten", naam: str = "Samen doen", begin: datetime = START
) -> Table:
    """The table of the top of this page, besloten by default."""
    table = Table(cast, Tafel(), moment=begin)
    table.tafel = table.does(
        "wim", actions.start_tafel, naam=naam, bedoeling="Woorden die we allemaal gebruiken.", openheid=openheid,
        mandaat="de betekenis van woorden vaststellen",
    )  # fmt: skip
    table.zetels["wim"] = Zetel.objects.get(gemeente_id=table.tafel.gemeente_id, tafel=table.tafel)
    table.seat("fatima", niveau="management")
    table.seat("mila", niveau="uitvoering")
    table.seat("joke", niveau="bestuur", mandaat="namens de Brug", mandaat_tot=on(60))
    table.seat("hanneke", deelname=None, is_begeleider=True)
    table.seat("bakker", groep=GROEP)
    return table


def log_of(subject: Any) -> list[str]:
    """What the write log says about one object, in order."""
    rows = Schrijflog.objects.filter(gemeente_id=subject.gemeente_id, object=subject.pk).order_by("id")
    return list(rows.values_list("actie", flat=True))


def last_line() -> Schrijflog:
    return Schrijflog.objects.order_by("-id")[0]


def value_of(page: str, name: str) -> str:
    """The value of a hidden field on a page."""
    field = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
    assert field, f"no field {name}"
    found = re.search(r'value="([^"]*)"', field.group())
    assert found, f"{name} is empty"
    return found.group(1)
