"""Retention terms as dated data with a source (gegevens/bewaartermijnen.yaml), never constants in code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from vliegwiel.privacy.rules import DOMEINEN
from vliegwiel.privacy.rules.bewaren import Bewaartermijn, longest, the_only


@cache
def bewaartermijnen() -> tuple[Bewaartermijn, ...]:
    """Every term we know. Raises ValueError for a row that is wrong: the program does not start with half a law."""
    text = (files("vliegwiel.privacy") / "gegevens/bewaartermijnen.yaml").read_text(encoding="utf-8")
    return parse(text)


def parse(text: str) -> tuple[Bewaartermijn, ...]:
    rows = yaml.safe_load(text)
    if not isinstance(rows, list):
        raise ValueError("bewaartermijnen: a list of rows")
    return tuple(_row(row) for row in rows)


def _row(row: dict[str, Any]) -> Bewaartermijn:
    try:
        found = Bewaartermijn(**{**row, "domeinen": tuple(row.get("domeinen", ()))})
    except TypeError as error:
        raise ValueError(f"bewaartermijn {row.get('code')!r}: {error}") from None
    if unknown := set(found.domeinen) - set(DOMEINEN):
        raise ValueError(f"bewaartermijn {found.code}: no such domain {sorted(unknown)}")
    if not isinstance(found.bevestigd, bool) or not isinstance(found.vanaf, date | None):
        raise ValueError(f"bewaartermijn {found.code}: bevestigd is true or false, vanaf a day or empty")
    return found


def bewaartermijn(code: str, today: date) -> Bewaartermijn | None:
    """The term that counts today; None when none does."""
    return the_only(bewaartermijnen(), code, today)


def retention_rule(domeinen: Iterable[str], today: date) -> str:
    """Which rule a dossier with these domains gets when it is closed (`Dossier.bewaarregel`)."""
    return longest(bewaartermijnen(), domeinen, today)
