"""Provisions for a town of some size, stored past the reading of messages: the facts, and the state they fold to.

Unlike those of the demo itself nobody in them has a number (BSN): there are not enough test numbers for a large town.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from uuid import UUID

from vliegwiel.kern.clock import ZONE
from vliegwiel.kern.ids import new_id
from vliegwiel.ondersteuning.actions.voorziening import fields_of
from vliegwiel.ondersteuning.models import Voorziening, Voorzieningfeit
from vliegwiel.ondersteuning.rules.pakket import as_json, hash_of, soort_of, with_own_hash
from vliegwiel.ondersteuning.rules.voorziening import fold
from vliegwiel.project.demo.huishoudens import Bewoner, Town
from vliegwiel.project.demo.trajecten import Traject
from vliegwiel.project.demo.voorzieningen import Help

Deelnames = dict[str, UUID]  # by the code by which a message names an organisation


def provide(help_: Help, deelnames: Deelnames) -> dict[tuple[str, str], Voorziening]:
    """Write down every Traject that was thought up; by wet and number."""
    rows = (_one(help_.town, wie, traject, help_.agb, deelnames) for wie, traject, _ in help_.known)
    return {(row.wet, row.toewijzing): row for row in rows}


def _one(
    town: Town, wie: Bewoner, traject: Traject, agb: dict[str, str], deelnames: Deelnames
) -> Voorziening:
    said = []
    for day, feit in traject.facts(agb[traject.aanbieder], town.today):
        soort, gegevens = soort_of(feit), as_json(feit)
        said.append((day, soort, gegevens, hash_of(soort, gegevens), feit))
    stand, wet = fold(with_own_hash(feit, hash_) for *_, hash_, feit in said), traject.soort["wet"]
    assert stand is not None
    days = [day for day, *_ in said]
    row: Voorziening = town.add(
        Voorziening,
        id=new_id(),
        dossier=wie.dossier,
        persoon=wie.persoon,
        wet=wet,
        toewijzing=traject.nummer,
        bron="bericht",
        stand=len(set(days)),
        gewijzigd_op=_moment(town, days),
        **fields_of(stand, wet, deelnames.get(stand.toewijzing.aanbieder)),
    )
    for day, soort, gegevens, hash_, _feit in said:
        town.add(
            Voorzieningfeit,
            voorziening=row,
            dossier=wie.dossier,
            soort=soort,
            hash=hash_,
            gegevens=gegevens,
            bericht=new_id(),
            moment=_moment(town, [day]),
        )
    return row


def _moment(town: Town, days: Iterable[object]) -> datetime:
    """Early on the last of these days, as messages come in."""
    return min(datetime.combine(max(days), time(7, 30), ZONE), town.now)  # type: ignore[call-overload, type-var, no-any-return]
