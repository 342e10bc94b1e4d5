"""The doelennetwerk as an outline: each doel with what contributes to it below. Free of Django."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vliegwiel.koers.rules.doelennetwerk import Band, Id, Knoop, Net


@dataclass(frozen=True, slots=True)
class Tak:
    """A doel in the outline, with what contributes to it below. `eerder`: it stands higher up with all of that."""

    id: Id
    takken: tuple[Tak, ...] = ()
    eerder: bool = False


def boom(knopen: Iterable[Knoop], banden: Iterable[Band], diepst: int = 6) -> tuple[Tak, ...]:
    """The outline: from what contributes to nothing down. A doel under two others unfolds at its first place; what
    lies deeper than `diepst` stands flat at the last level, so that no chain is too long to show."""
    net = Net(knopen, banden)
    seen: set[Id] = set()
    roots = [it.id for it in net.knopen if not net.boven[it.id]]
    return tuple(_tak(net, one, seen, max(diepst, 2)) for one in roots)


def _tak(net: Net, one: Id, seen: set[Id], levels: int) -> Tak:
    if one in seen:
        return Tak(one, eerder=bool(net.onder[one]))
    seen.add(one)
    if levels == 2:
        again = [Tak(it, eerder=bool(net.onder[it])) for it in net.onder[one] if it in seen]
        return Tak(one, (*again, *(Tak(it) for it in _plat(net, one, seen))))
    return Tak(one, tuple(_tak(net, it, seen, levels - 1) for it in net.onder[one]))


def _plat(net: Net, start: Id, seen: set[Id]) -> list[Id]:
    """All that is below and was not shown yet, in order."""
    below = net.bereik(net.onder, start)
    found = [it.id for it in net.knopen if it.id in below and it.id not in seen]
    seen.update(found)
    return found


@dataclass(frozen=True, slots=True)
class Onder:
    """An effect on the one page of the Koers, with how much hangs below it."""

    id: Id
    resultaten: int
    inspanningen: int


@dataclass(frozen=True, slots=True)
class Kort:
    """A good life (None: no doel of that kind) with the effects that come up to it, near or far."""

    id: Id | None
    effecten: tuple[Onder, ...]


def kort(knopen: Iterable[Knoop], banden: Iterable[Band]) -> tuple[Kort, ...]:
    """The network in short: what it is for, the effects below, and at the end those that come up to nothing."""
    net = Net(knopen, banden)
    kinds = {it.id: it.soort for it in net.knopen}
    under = {it.id: net.bereik(net.onder, it.id) for it in net.knopen if it.soort in ("leven", "effect")}
    effects = [_onder(it.id, under[it.id], kinds) for it in net.knopen if it.soort == "effect"]
    tops = [it.id for it in net.knopen if it.soort == "leven"]
    found = [Kort(top, tuple(it for it in effects if it.id in under[top])) for top in tops]
    loose = tuple(it for it in effects if not any(it.id in under[top] for top in tops))
    return (*found, Kort(None, loose)) if loose else tuple(found)


def _onder(id: Id, below: set[Id], kinds: Mapping[Id, str]) -> Onder:
    count = [kinds[it] for it in below]
    return Onder(id, count.count("resultaat"), count.count("inspanning"))
