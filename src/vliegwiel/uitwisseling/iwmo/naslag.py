"""What a message is checked against: code lists, and schemas when there are any. Loaded once, kept for all files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings

from vliegwiel.uitwisseling.iwmo.bouwplan import Vorm, bouwplan
from vliegwiel.uitwisseling.iwmo.lijsten import Codelijst, codelijsten
from vliegwiel.uitwisseling.iwmo.soorten import Soort


@dataclass(frozen=True, eq=False)
class Naslag:
    lijsten: Mapping[str, Codelijst]
    schemas: Path | None = None
    _forms: dict[Soort, Vorm] = field(default_factory=dict)

    def form(self, soort: Soort) -> Vorm:
        if soort not in self._forms:
            self._forms[soort] = bouwplan(soort, self.lijsten)
        return self._forms[soort]


@cache
def naslag(lijsten: Path | None = None, schemas: Path | None = None) -> Naslag:
    """With what is ours, and what these folders hold besides."""
    return Naslag(codelijsten(lijsten), schemas)


def configured() -> Naslag:
    """As this installation says: CODELIJSTEN and BERICHTSCHEMAS name folders, or nothing."""
    return naslag(getattr(settings, "CODELIJSTEN", None), getattr(settings, "BERICHTSCHEMAS", None))
