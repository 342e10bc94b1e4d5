"""The picture of who stands behind a text: per party and per level, never per person.

Four ways of not answering are told apart: *niet gevraagd*, *moet nog*, *–* (no such level) and
*eerder: …* (an answer to an earlier version).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vliegwiel.samenspel.rules.consent import silent
from vliegwiel.samenspel.rules.facts import Id, Keuze, Niveau, PartijStand, VoorstelFeiten, ZetelStand
from vliegwiel.samenspel.rules.stances import Standen, standen


class Teken(StrEnum):
    """What a cell can show, in the order within a cell."""

    AKKOORD = "akkoord"
    KAN_ERMEE_LEVEN = "kan_ermee_leven"
    NOG_NIET = "nog_niet"
    EERDER = "eerder"
    MOET_NOG = "moet_nog"


class CelSoort(StrEnum):
    STANDEN = "standen"
    NIET_GEVRAAGD = "niet_gevraagd"
    GEEN_NIVEAU = "geen_niveau"


@dataclass(frozen=True, slots=True)
class Stand:
    """How many seats in one cell stand the same. `keuze` and `versie` belong to *eerder*.

    `want` holds the reasons given, in the order of the seats; `vrijgave` why a *nog niet* of
    departed seats was let go.
    """

    teken: Teken
    aantal: int
    want: tuple[str, ...] = ()
    keuze: Keuze | None = None
    versie: int | None = None
    vrijgave: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cel:
    """One level of a party, or (niveau None) the one cell of a party without levels."""

    niveau: Niveau | None
    soort: CelSoort
    standen: tuple[Stand, ...] = ()


@dataclass(frozen=True, slots=True)
class Rij:
    """A party with three cells or one spanning cell; partij and naam None are seats without a party."""

    partij: Id | None
    naam: str | None
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class DraagvlakTabel:
    """The whole picture for the latest version."""

    versie: int
    rijen: tuple[Rij, ...]

    def count(self, teken: Teken) -> int:
        """How many seats in the whole table show this sign."""
        cells = (cel for rij in self.rijen for cel in rij.cellen)
        return sum(stand.aantal for cel in cells for stand in cel.standen if stand.teken is teken)


def draagvlak(feiten: VoorstelFeiten, today: date) -> DraagvlakTabel:
    """The table for today; for a decided Voorstel the table as it was on the day of the decision."""
    on = feiten.besloten_op or today
    it, quiet = standen(feiten, on), silent(feiten, on)
    found = {zetel.id: stand for zetel in feiten.zetels if (stand := _stand(feiten, it, quiet, zetel, on))}
    known = {partij.id for partij in feiten.partijen}
    rows = [rij for partij in feiten.partijen for rij in _rows(feiten, found, partij)]
    # Nobody's answer may fall out of the picture, also not of a seat without a party.
    loose = [found[z.id] for z in feiten.zetels if z.partij not in known and z.id in found]
    return DraagvlakTabel(
        feiten.laatste, (*rows, *([Rij(None, None, (_cel(None, loose),))] if loose else []))
    )


def _rows(feiten: VoorstelFeiten, found: dict[Id, Stand], partij: PartijStand) -> list[Rij]:
    per_level: dict[Niveau | None, list[Stand]] = {}
    for zetel in feiten.zetels:
        if zetel.partij == partij.id and zetel.id in found:
            per_level.setdefault(zetel.niveau if partij.niveaus else None, []).append(found[zetel.id])
    if not partij.niveaus:
        return [Rij(partij.id, partij.naam, (_cel(None, per_level.get(None, [])),))]
    cells = tuple(_cel(level, per_level.get(level, []), level in partij.niveaus) for level in Niveau)
    rows = [Rij(partij.id, partij.naam, cells)]
    if None in per_level:  # a seat without a level, at a party that has them
        rows.append(Rij(partij.id, partij.naam, (_cel(None, per_level[None]),)))
    return rows


def _cel(niveau: Niveau | None, stands: list[Stand], exists: bool = True) -> Cel:
    if stands:
        return Cel(niveau, CelSoort.STANDEN, _grouped(stands))
    return Cel(niveau, CelSoort.NIET_GEVRAAGD if exists else CelSoort.GEEN_NIVEAU)


def _stand(feiten: VoorstelFeiten, it: Standen, quiet: set[Id], zetel: ZetelStand, on: date) -> Stand | None:
    """How one seat shows. A departed seat keeps its answer; if it was silent it no longer shows."""
    houding = it.laatste.get(zetel.id)
    if houding is None:
        return Stand(Teken.MOET_NOG, 1) if zetel.id in quiet else None
    want = (houding.want.strip(),) if houding.want.strip() else ()
    let_go = houding.keuze is Keuze.NOG_NIET and zetel.id not in it.open
    if houding.versie == feiten.laatste and not let_go:
        return Stand(Teken(houding.keuze.value), 1, want)
    release = it.vrijgegeven.get(zetel.id)
    return Stand(Teken.EERDER, 1, want, houding.keuze, houding.versie, (release.reden,) if release else ())


def _grouped(stands: Iterable[Stand]) -> tuple[Stand, ...]:
    groups: dict[tuple[Teken, int, Keuze | None], list[Stand]] = {}
    for stand in stands:
        groups.setdefault((stand.teken, stand.versie or 0, stand.keuze), []).append(stand)
    signs, choices = list(Teken), [None, *Keuze]
    order = sorted(groups, key=lambda key: (signs.index(key[0]), -key[1], choices.index(key[2])))
    return tuple(_merged(groups[key]) for key in order)


def _merged(same: list[Stand]) -> Stand:
    first = same[0]
    want = tuple(text for stand in same for text in stand.want)
    release = tuple(text for stand in same for text in stand.vrijgave)
    return Stand(first.teken, len(same), want, first.keuze, first.versie, release)
