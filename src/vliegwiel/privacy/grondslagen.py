"""Legal bases: dated data with a source (gegevens/grondslagen.yaml), never constants in code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml
from django.utils.translation import get_language


@dataclass(frozen=True)
class Grondslag:
    """On what basis something may be shared; `vanaf` None: not in force. `bevestigd`: a lawyer said so."""

    code: str
    tekst: str
    engels: str
    bron: str
    vanaf: date | None
    bevestigd: bool
    tot: date | None = None

    def counts_on(self, day: date) -> bool:
        return self.vanaf is not None and self.vanaf <= day and (self.tot is None or day <= self.tot)

    def __str__(self) -> str:
        """Its words in the reader's language: they are data with a date, so not in the catalog."""
        return self.engels if (get_language() or "").startswith("en") else self.tekst


@cache
def grondslagen() -> tuple[Grondslag, ...]:
    """Every basis we know, in force or not."""
    text = (files("vliegwiel.privacy") / "gegevens/grondslagen.yaml").read_text(encoding="utf-8")
    return tuple(Grondslag(**row) for row in yaml.safe_load(text))


def legal_bases(today: date) -> list[tuple[str, str]]:
    """Choices for a Deling: code and words of the bases that count today."""
    return [(it.code, str(it)) for it in grondslagen() if it.counts_on(today)]
