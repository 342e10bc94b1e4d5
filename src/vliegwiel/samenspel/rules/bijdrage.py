"""A Bijdrage: what somebody brings, offered and not pulled; confirmed by who may promise; what came of it.

Free of Django. Until it is confirmed it is an offer of one person, and that person changes it. From then on it is a
promise of a party: it does not change, becomes Afspraken, and only who may promise takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vliegwiel.samenspel.rules.consent import mandate_lack
from vliegwiel.samenspel.rules.facts import Code, Id, ZetelStand

# state -> {event: next state}
BIJDRAGE_STATES: Mapping[str, Mapping[str, str]] = {
    "aangeboden": {"change": "aangeboden", "confirm": "bevestigd", "retract": "ingetrokken"},
    "bevestigd": {"agree": "bevestigd", "tell": "bevestigd", "retract": "ingetrokken"},
    "ingetrokken": {},
}
MOST = {"euro": 10_000_000_000, "uren": 1_000_000}  # above it somebody typed a wrong figure


@dataclass(frozen=True)
class BijdrageFeit:
    """What the rules need to know: where it stands, which seat offered it, and for which party."""

    status: str
    zetel: Id
    partij: Id | None


@dataclass(frozen=True)
class Inhoud:
    """What somebody brings. Of a range one side may be empty; both empty: no amount is named."""

    inhoud: str
    uren_van: int | None = None
    uren_tot: int | None = None
    euro_van: int | None = None
    euro_tot: int | None = None


@dataclass(frozen=True)
class Totaal:
    """A sum of ranges: `met` of `alle` Bijdragen name an amount. `tot` is None when one of them names no end."""

    van: int
    tot: int | None
    met: int
    alle: int


@dataclass(frozen=True)
class Totalen:
    """What is offered together, and which part of it is confirmed."""

    euro_alle: Totaal
    euro_bevestigd: Totaal
    uren_alle: Totaal
    uren_bevestigd: Totaal


def lacks(it: Inhoud) -> list[Code]:
    """Why this cannot be offered: inhoud_ontbreekt, euro_/uren_omgekeerd, euro_/uren_te_groot."""
    codes = [] if it.inhoud.strip() else [Code("inhoud_ontbreekt")]
    for wat, van, tot in (("uren", it.uren_van, it.uren_tot), ("euro", it.euro_van, it.euro_tot)):
        if any(side is not None and not 0 <= side <= MOST[wat] for side in (van, tot)):
            codes.append(Code(f"{wat}_te_groot"))
        elif van is not None and tot is not None and van > tot:
            codes.append(Code(f"{wat}_omgekeerd"))
    return codes


def can(it: BijdrageFeit, event: str) -> list[Code]:
    """Why its state does not allow this; empty when it does."""
    if event in BIJDRAGE_STATES[it.status]:
        return []
    return [Code(f"bijdrage_is_{it.status}")]


def may_promise(it: BijdrageFeit, seat: ZetelStand | None, today: date) -> list[Code]:
    """Why this seat cannot confirm it: of another party (niet_jouw_partij), without mandaat today (zonder_mandaat)."""
    if seat is None or it.partij is None or seat.partij != it.partij:
        return [Code("niet_jouw_partij")]
    return [Code("zonder_mandaat")] if mandate_lack(seat, today) else []


def may_retract(it: BijdrageFeit, seat: ZetelStand | None, today: date) -> list[Code]:
    """An offer is taken back by who made it; a promise only by who may promise for that party."""
    if it.status == "aangeboden" and seat is not None and seat.id == it.zetel:
        return []
    return may_promise(it, seat, today)


def may_tell(it: BijdrageFeit, seat: ZetelStand | None) -> list[Code]:
    """What came of it is told by its own party, or by who guides the table."""
    if seat is not None and (seat.is_begeleider or (it.partij is not None and seat.partij == it.partij)):
        return []
    return [Code("niet_jouw_partij")]


def totaal(ranges: Iterable[tuple[int | None, int | None]]) -> Totaal:
    """The sum of ranges. Without a beginning it counts from nothing; without an end the sum has none either."""
    rows = list(ranges)
    named = [(van, tot) for van, tot in rows if van is not None or tot is not None]
    open_ended = any(tot is None for _, tot in named)
    return Totaal(
        van=sum(van or 0 for van, _ in named),
        tot=None if open_ended else sum(tot or 0 for _, tot in named),
        met=len(named),
        alle=len(rows),
    )


def bereik(wat: str, van: int | None, tot: int | None) -> Code | None:
    """How a range of euro or uren is said: <wat>.van_tot, .precies, .een, .vanaf, .hoogstens; None when none is."""
    if van is None and tot is None:
        return None
    if tot is None:
        return Code(f"{wat}.vanaf", {"van": van})
    if van == tot == 1 and wat == "uren":
        return Code("uren.een")
    if van == tot:
        return Code(f"{wat}.precies", {"van": van})
    if not van:
        return Code(f"{wat}.hoogstens", {"tot": tot})
    return Code(f"{wat}.van_tot", {"van": van, "tot": tot})


def samen(wat: str, it: Totaal) -> Code | None:
    """How a sum is said; None when no Bijdrage names an amount."""
    return bereik(wat, it.van, it.tot) if it.met else None
