"""A round of a Voorstel in the demo: its versions, how everybody stands, adopting it, and looking back on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from vliegwiel.project.demo.stand import Event, Row, Stand
from vliegwiel.samenspel import actions
from vliegwiel.samenspel.models import Voorstel

Open = Callable[..., Any]  # makes the Voorstel of the first version


class Ronde:
    """One Voorstel from its first version on, as a row of the YAML tells it.

    `open_it` makes it: a round about a word, a sentence of the Koers, an effect; it gets by, now, tafel and the text.
    """

    def __init__(self, stand: Stand, tafel: str, row: Row, open_it: Open) -> None:
        self.stand, self.tafel, self.row, self.open_it = stand, tafel, row, open_it
        self.voorstel: Voorstel | None = None
        self.terugblik: Any = None  # what was expected of it, once that was written down

    def events(self) -> Iterator[Event]:
        moment = self.stand.moment
        for version in self.row["versies"]:
            when = moment(version["dagen"], 120)
            yield when, partial(self._version, version, when)
        yield from self.answers()

    def answers(self) -> Iterator[Event]:
        """Everything after the first text."""
        moment, row = self.stand.moment, self.row
        for minute, stance in enumerate(self.stances(), start=130):
            when = moment(stance["dagen"], minute)
            yield when, partial(self._stance, stance, when)
        if row["aangenomen"]:
            when = moment(row["aangenomen"]["dagen"], 300)
            yield when, partial(self._adopt, row["aangenomen"], when)
        if kept := row.get("gehouden"):
            when = moment(kept["dagen"], 320)
            yield when, partial(self._keep, kept, when)

    def stances(self) -> list[Row]:
        """What is written, and `akkoord` on one day of everybody asked who answered nothing else to the last text."""
        written, last = self.row["houdingen"], self.row["versies"][-1]["nummer"]
        day = self.row.get("akkoord_dagen")
        if day is None:
            return list(written)
        spoke = {it["wie"] for it in written if it["versie"] == last}
        quiet = [key for key in self.row["gevraagd"] if key not in spoke]
        return [
            *written,
            *({"versie": last, "wie": key, "dagen": day, "keuze": "akkoord", "want": None} for key in quiet),
        ]

    def _version(self, version: Row, when: datetime) -> None:
        by = self.stand.kijker(version["door"])
        text = {
            "tekst": version["tekst"],
            "toelichting": version["toelichting"] or "",
            "rust_op": [self.stand.said[key] for key in version["rust_op"]],
        }
        if version["nummer"] == 1:
            self.voorstel = self.open_it(by=by, now=when, **self.asked(), **text)
            return
        actions.publish_versie(
            by=by, now=when, voorstel=self.there, gebaseerd_op=version["nummer"] - 1, **text
        )

    def asked(self) -> Row:
        """At which table, who is asked, and until when."""
        return {
            "tafel": self.stand.tables[self.tafel],
            "sluitdatum": self.stand.day(self.row["sluit_dagen"]),
            "gevraagd": [self.stand.seats[self.tafel, key] for key in self.row["gevraagd"]],
        }

    @property
    def there(self) -> Voorstel:
        assert self.voorstel is not None, self.row
        return self.voorstel

    def _stance(self, stance: Row, when: datetime) -> None:
        actions.answer(
            by=self.stand.kijker(stance["wie"]),
            now=when,
            voorstel=self.there,
            versie=stance["versie"],
            keuze=stance["keuze"],
            want=stance["want"] or "",
        )

    def _adopt(self, adopted: Row, when: datetime) -> None:
        actions.adopt(
            by=self.stand.kijker(adopted["door"]),
            now=when,
            voorstel=self.there,
            terugkijken_op=self.stand.day(adopted["terugkijken_dagen"]),
        )

    def _keep(self, kept: Row, when: datetime) -> None:
        actions.keep_adopted(
            by=self.stand.kijker(kept["door"]),
            now=when,
            voorstel=self.there,
            terugkijken_op=self.stand.day(kept["terugkijken_dagen"]),
        )
