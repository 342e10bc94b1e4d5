"""From the facts, in the order in which they happened, to where each seat stands.

The subtle part is a *nog niet* whose seat has left. The party's next active seat inherits it
(same niveau first, then by seniority) and lets it go by answering, after the leaving, with
anything else; without such a seat the begeleider records why it is let go.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from vliegwiel.kern.clock import day_of
from vliegwiel.samenspel.rules.facts import (
    HoudingFeit,
    Id,
    IntrekkingFeit,
    Keuze,
    VoorstelFeiten,
    VrijgaveFeit,
)

Feit = HoudingFeit | IntrekkingFeit | VrijgaveFeit


@dataclass
class Standen:
    """Where the seats stand: last stance per seat, open *nog niet* per seat, and who is asked by now.

    Asked are the seats that were asked, those that answered as successor, and the present successors.
    """

    laatste: dict[Id, HoudingFeit] = field(default_factory=dict)
    open: dict[Id, HoudingFeit] = field(default_factory=dict)
    vrijgegeven: dict[Id, VrijgaveFeit] = field(default_factory=dict)
    gevraagd: set[Id] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class OpenNogNiet:
    """A *nog niet* that keeps the Voorstel open, and which seat must answer it (None: the begeleider)."""

    zetel: Id
    versie: int
    want: str
    moet_antwoorden: Id | None

    @property
    def wie(self) -> str:
        """Who can let it go, without naming a person: zetel, opvolger or begeleider."""
        if self.moet_antwoorden is None:
            return "begeleider"
        return "zetel" if self.moet_antwoorden == self.zetel else "opvolger"


def standen(feiten: VoorstelFeiten, today: date) -> Standen:
    """Fold all facts into the present stances."""
    it = Standen(gevraagd=set(feiten.gevraagd))
    for feit in _in_order(feiten):
        match feit:
            case HoudingFeit():
                _take_houding(feiten, it, feit)
            case IntrekkingFeit() if feit.zetel in it.open:
                del it.open[feit.zetel], it.laatste[feit.zetel]
            case VrijgaveFeit() if feit.zetel in it.open and _may_release(feiten, feit):
                del it.open[feit.zetel]
                it.vrijgegeven[feit.zetel] = feit
    it.gevraagd |= {heir for key in it.open if (heir := successor(feiten, key, today)) is not None}
    return it


def open_nog_niet(feiten: VoorstelFeiten, today: date) -> list[OpenNogNiet]:
    """Each open *nog niet* with the seat that can let it go."""
    found = []
    for key, houding in standen(feiten, today).open.items():
        zetel = feiten.zetel(key)
        answers = successor(feiten, key, today) if zetel and zetel.has_left(today) else key
        found.append(OpenNogNiet(key, houding.versie, houding.want, answers))
    return found


def successor(feiten: VoorstelFeiten, key: Id, on: date, at: datetime | None = None) -> Id | None:
    """The seat that inherits from a departed seat; None when it has not left or its party has nobody.

    With `at`, as far as was known at that instant.
    """
    left = feiten.zetel(key)
    if left is None or left.partij is None or not left.has_left(on, at):
        return None
    active = [zetel for zetel in feiten.zetels if zetel.partij == left.partij and zetel.is_active(on, at)]
    same_level_first = sorted(active, key=lambda zetel: zetel.niveau != left.niveau)
    return same_level_first[0].id if same_level_first else None


def _in_order(feiten: VoorstelFeiten) -> Iterator[Feit]:
    # Withdrawals and releases come first within one instant, so that none reaches a stance it did not know.
    facts: list[Feit] = [*feiten.intrekkingen, *feiten.vrijgaven, *feiten.houdingen]
    yield from sorted(facts, key=lambda feit: feit.moment)


def _take_houding(feiten: VoorstelFeiten, it: Standen, feit: HoudingFeit) -> None:
    inherited = [key for key in it.open if _inherits(feiten, it.open[key], feit)]
    if not inherited and feit.zetel not in it.gevraagd:
        return  # who was not asked never counts
    before = it.laatste.get(feit.zetel)
    if before is not None and feit.versie < before.versie:
        return  # an answer to an older text takes nothing back
    it.gevraagd.add(feit.zetel)
    it.laatste[feit.zetel] = feit
    it.vrijgegeven.pop(feit.zetel, None)
    if feit.keuze is Keuze.NOG_NIET:
        it.open[feit.zetel] = feit
        return
    for key in (feit.zetel, *inherited):
        it.open.pop(key, None)


def _inherits(feiten: VoorstelFeiten, nog_niet: HoudingFeit, answer: HoudingFeit) -> bool:
    speaker = feiten.zetel(nog_niet.zetel)
    if speaker is None or speaker.periode.einddatum is None:
        return False  # still here, as nearly everybody: no day to work out
    heir = successor(feiten, nog_niet.zetel, day_of(answer.moment), answer.moment)
    return heir == answer.zetel and answer.versie >= nog_niet.versie


def _may_release(feiten: VoorstelFeiten, feit: VrijgaveFeit) -> bool:
    left, on = feiten.zetel(feit.zetel), day_of(feit.moment)
    gone = left is not None and left.has_left(on, feit.moment)
    return gone and bool(feit.reden.strip()) and successor(feiten, feit.zetel, on, feit.moment) is None
