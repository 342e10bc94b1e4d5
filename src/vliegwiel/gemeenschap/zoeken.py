"""Search over all rooms: each says what it looks for, and what needs no policy of its own is asked in one statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.kern.at_once import at_once
from vliegwiel.kern.registry import Treffer, Zoekvraag

Part = Callable[[Kijker, str], list[Treffer | Zoekvraag]]


def hits(kijker: Kijker, question: str, parts: Iterable[Part]) -> list[Treffer]:
    """What the rooms found, in the order of the rooms."""
    found = [it for part in parts for it in part(kijker, question)]
    answers = iter(at_once(*(it.rows for it in found if isinstance(it, Zoekvraag))))
    return [
        hit for it in found for hit in (map(it.treffer, next(answers)) if isinstance(it, Zoekvraag) else [it])
    ]
