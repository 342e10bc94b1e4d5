"""The rode draad of one thing: what it comes from and what it leads to, gathered from every room.

Each room says only what the kijker may read there; what is off in a gemeente adds nothing. Asked once per page.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.kern import registry
from vliegwiel.kern.registry import Draad

KWARTEN = ("koers", "opdracht", "ondersteuning", "effect")
MOST = 6  # steps of one kind; a page beside one thing is no list


def draad(kijker: Kijker, thing: Any, now: datetime) -> list[Draad]:
    """The steps of this thing: first where it comes from, then where it leads to, each in the order of the wheel."""
    every = (step for part in registry.rode_draad for step in part(kijker, thing, now))
    once = {
        (it.van, it.kwart, it.code, it.href, it.tekst): it for it in every
    }  # two rooms may give the same step
    return sorted(once.values(), key=lambda it: (not it.van, KWARTEN.index(it.kwart), it.code))


def stappen(
    kwart: str, code: str, found: Iterable[tuple[str, str]], *, van: bool = False, meer: str = ""
) -> list[Draad]:
    """Steps of one kind, from (text, address) pairs; of many the first few, and where all of them are (`meer`)."""
    pairs = list(islice(found, MOST + 1))
    steps = [Draad(kwart, code, tekst, href, van) for tekst, href in pairs[:MOST]]
    if len(pairs) > MOST and meer:
        steps.append(Draad(kwart, code, href=meer, van=van))
    return steps
