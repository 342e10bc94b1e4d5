"""Looking back: what we expected was fixed beforehand, and it is looked back on once. Free of Django."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from vliegwiel.samenspel.rules.facts import Code

OORDELEN = ("houden", "aanpassen", "stoppen")
TERUGBLIK_STATES: Mapping[str, Mapping[str, str]] = {"staat_klaar": {"look_back": "gedaan"}, "gedaan": {}}


def can_fix(verwachting: str, kijken_op: date | None, today: date) -> list[Code]:
    """Why this expectation cannot be written down: it needs words, and a day that is still to come."""
    if not verwachting.strip():
        return [Code("verwachting_ontbreekt")]
    if kijken_op is None:
        return [Code("kijkdag_ontbreekt")]
    return [] if kijken_op > today else [Code("kijkdag_niet_later")]


def can_look_back(done: bool, gebeurd: str, oordeel: str) -> list[Code]:
    """Why one cannot look back now: only once, with what happened and a choice. Earlier than planned is fine."""
    if done:
        return [Code("al_teruggekeken")]
    if not gebeurd.strip():
        return [Code("gebeurd_ontbreekt")]
    return [] if oordeel in OORDELEN else [Code("oordeel_ontbreekt")]
