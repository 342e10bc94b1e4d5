"""Rules of the doelennetwerk: what may hang on what, and what can be said about it in words. Free of Django.

A doel contributes to doelen of the same or a higher kind, never in a circle; two doelen can clash. What is found is a
`Zin`: a code with the doelen it is about; the sentence is made where it is shown. What is not in the network (a doel
that was stopped) does not count.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Id: TypeAlias = Hashable
SOORTEN = ("leven", "effect", "resultaat", "inspanning")  # from what it is for, down to what we put in
RANG: Mapping[str, int] = {soort: rang for rang, soort in enumerate(SOORTEN)}
DRAAGT_BIJ, BOTST = "draagt_bij", "botst"
MEEST = 200  # a gemeente has about thirty; more than this is no network anybody reads
MEESTE_BANDEN = 800
MET_INDICATOR = ("effect", "resultaat")


@dataclass(frozen=True, slots=True)
class Knoop:
    """A doel as the rules see it."""

    id: Id
    soort: str
    naam: str = ""
    indicator: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """`van` contributes to `naar`, or the two clash."""

    van: Id
    naar: Id
    soort: str = DRAAGT_BIJ


@dataclass(frozen=True, slots=True)
class Zin:
    """What there is to say (or why something is refused), and about which doelen."""

    code: str
    knopen: tuple[Id, ...] = ()


def volgorde(knopen: Iterable[Knoop]) -> list[Knoop]:
    """In the order in which they are shown: by kind, then by name; always the same."""
    return sorted(knopen, key=lambda it: (RANG[it.soort], it.naam.casefold(), str(it.id)))


class Net:
    """The contributions among these doelen, both ways, each list in the order of showing."""

    def __init__(self, knopen: Iterable[Knoop], banden: Iterable[Band]) -> None:
        self.knopen = volgorde(knopen)
        known = {it.id: place for place, it in enumerate(self.knopen)}
        found = {(it.van, it.naar, it.soort) for it in banden if it.van in known and it.naar in known}
        self.banden = sorted(found, key=lambda it: (known[it[0]], known[it[1]], it[2]))
        self.boven: dict[Id, list[Id]] = {it.id: [] for it in self.knopen}
        self.onder: dict[Id, list[Id]] = {it.id: [] for it in self.knopen}
        for van, naar, soort in self.banden:
            if soort == DRAAGT_BIJ:
                self.boven[van].append(naar)
                self.onder[naar].append(van)

    def botsingen(self) -> list[tuple[Id, Id]]:
        return [(van, naar) for van, naar, soort in self.banden if soort == BOTST]

    def bereik(self, lijnen: Mapping[Id, Sequence[Id]], start: Id) -> set[Id]:
        """Everything one comes to from here, along these lines, directly or further on."""
        seen: set[Id] = set()
        ahead = deque(lijnen[start])
        while ahead:
            one = ahead.popleft()
            if one not in seen:
                seen.add(one)
                ahead.extend(lijnen[one])
        return seen


def zinnen(knopen: Iterable[Knoop], banden: Iterable[Band]) -> list[Zin]:
    """What stands out: what clashes first, then what hangs loose or misses a part."""
    net = Net(knopen, banden)
    said = [Zin("botst", pair) for pair in net.botsingen()]
    said += _botst_onderweg(net)
    for check in (_los, _zonder_doel, _zonder_inspanning, _zonder_indicator):
        said += [Zin(code, (it.id,)) for it in net.knopen if (code := check(net, it))]
    return said


def _botst_onderweg(net: Net) -> list[Zin]:
    """Who contributes, directly or further on, to both sides of a clash."""
    pairs = net.botsingen()
    if not pairs:
        return []
    reach = {it.id: net.bereik(net.boven, it.id) for it in net.knopen}
    return [
        Zin("botst_onderweg", (it.id, one, other))
        for one, other in pairs
        for it in net.knopen
        if one in reach[it.id] and other in reach[it.id]
    ]


def _hangt_los(net: Net, it: Knoop) -> bool:
    return not net.boven[it.id] and not net.onder[it.id]


def _los(net: Net, it: Knoop) -> str:
    return "hangt_los" if _hangt_los(net, it) else ""


def _zonder_doel(net: Net, it: Knoop) -> str:
    """Something contributes to it, and it contributes to nothing itself (a good life is what all is for)."""
    ends = it.soort != "leven" and not net.boven[it.id] and bool(net.onder[it.id])
    return "draagt_nergens_aan_bij" if ends else ""


def _zonder_inspanning(net: Net, it: Knoop) -> str:
    """Nothing anybody puts in comes up to it. What hangs loose says so already."""
    if it.soort == "inspanning" or _hangt_los(net, it):
        return ""
    kinds = {one.id: one.soort for one in net.knopen}
    fed = any(kinds[one] == "inspanning" for one in net.bereik(net.onder, it.id))
    return "" if fed else "zonder_inspanning"


def _zonder_indicator(net: Net, it: Knoop) -> str:
    return "geen_indicator" if it.soort in MET_INDICATOR and not it.indicator else ""
