"""What may be tied to what in the doelennetwerk, and why not. Free of Django."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from vliegwiel.koers.rules.doelennetwerk import (
    DRAAGT_BIJ,
    MEESTE_BANDEN,
    RANG,
    Band,
    Id,
    Knoop,
    Net,
    Zin,
)


def verbinden_kan_niet(
    knopen: Iterable[Knoop], banden: Iterable[Band], van: Id, naar: Id, soort: str
) -> Zin | None:
    """Why these two cannot be tied so; None when they can."""
    net = Net(knopen, banden)
    if van == naar:
        return Zin("koersdoel_zelfde", (van,))
    if van not in net.boven or naar not in net.boven:
        return Zin("koersdoel_gestopt")
    if any({van, naar} == {one, other} for one, other, _ in net.banden):
        return Zin("koersdoel_al_verbonden", (van, naar))
    if len(net.banden) >= MEESTE_BANDEN:
        return Zin("koersdoel_te_veel_verbanden")
    return _bijdrage_kan_niet(net, van, naar) if soort == DRAAGT_BIJ else None


def _bijdrage_kan_niet(net: Net, van: Id, naar: Id) -> Zin | None:
    kinds = {it.id: it.soort for it in net.knopen}
    if RANG[kinds[naar]] > RANG[kinds[van]]:
        return Zin("koersdoel_niet_naar_lager", (van, naar))
    if way := _weg(net, naar, van):
        return Zin("koersdoel_kring", (van, *way))
    return None


def _weg(net: Net, start: Id, end: Id) -> tuple[Id, ...]:
    """The shortest way from one doel to another along contributions, both included; empty when there is none."""
    came: dict[Id, Id | None] = {start: None}
    ahead = deque([start])
    while ahead:
        one = ahead.popleft()
        if one == end:
            return _terug(came, end)
        for higher in net.boven[one]:
            if higher not in came:
                came[higher] = one
                ahead.append(higher)
    return ()


def _terug(came: Mapping[Id, Id | None], end: Id) -> tuple[Id, ...]:
    way: list[Id] = []
    step: Id | None = end
    while step is not None:
        way.append(step)
        step = came[step]
    return tuple(reversed(way))


def soort_past_niet(knopen: Iterable[Knoop], banden: Iterable[Band], id: Id, soort: str) -> tuple[Id, ...]:
    """With which doelen this one would be tied the wrong way round if it were of this kind."""
    net = Net(knopen, banden)
    kinds = {it.id: RANG[it.soort] for it in net.knopen}
    lower = [one for one in net.boven[id] if kinds[one] > RANG[soort]]
    higher = [one for one in net.onder[id] if kinds[one] < RANG[soort]]
    return (*lower, *higher)
