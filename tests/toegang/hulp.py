"""Provisions and what asks attention of them, strewn over a world: what holds, what just does not, and what cannot be.

A card of a team somebody left, a card put off, one that is gone, one of tomorrow, one for a role, one of a rule that
opens nothing, one whose provision is of another dossier, one in a dossier that is closed to whoever has it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.samenspel.models import Aandachtspunt

DAY = timedelta(days=1)
ACTS = {"wmo": ("wmo",), "jeugd": ("jeugd", "jeugdbescherming")}
CODES = ("bel_alvast", "bel_alvast", "bel_alvast", "afspraak_voorbij")


def strew(world: Any, rows: int) -> None:
    """`rows` provisions in each dossier of this gemeente, a card about most, and a few cards without any."""
    made = world._make(
        Voorziening, [_provision(world, dossier, f"{place}.{turn}") for place, dossier in enumerate(world.dossiers)
                      for turn in range(rows)]
    )  # fmt: skip
    cards = [_card(world, row) for row in made for _ in range(world.chance.choice((0, 1, 1, 2)))]
    cards += [_card(world, None) for _ in world.dossiers]
    world._make(Aandachtspunt, cards)


def _provision(world: Any, dossier: Any, number: str) -> dict[str, Any]:
    chance, today = world.chance, world.today
    wet = chance.choice(tuple(ACTS))
    return {
        "dossier": dossier, "persoon": chance.choice(world.personen), "wet": wet, "toewijzing": number,
        "domein": chance.choice(ACTS[wet]), "categorie": chance.choice(("01", "45", "48")),
        "begindatum": date(2025, 6, 1), "ingetrokken": world.sometimes(0.1), "gewijzigd_op": world.world.now,
        "eind": chance.choice((None, today - 30 * DAY, today, today + 20 * DAY, today + 300 * DAY)),
        "aanbieder": chance.choice([None, *world.deelnames]),
    }  # fmt: skip


def _card(world: Any, row: Any) -> dict[str, Any]:
    chance, today = world.chance, world.today
    dossier = row.dossier if row is not None else chance.choice([None, *world.dossiers])
    if row is not None and world.sometimes(0.08):
        dossier = chance.choice(world.dossiers)  # about a provision of somebody else: nobody reads it by that
    who = chance.choice(("medewerker", "medewerker", "team", "team", "rol"))
    holder = {"medewerker": world.medewerkers, "team": world.teams, "rol": ["consulent"]}[who]
    return {
        "code": chance.choice(CODES), "sleutel": str(uuid4()), "object": row.pk if row is not None else uuid4(),
        "dossier": dossier, "domein": row.domein if row is not None else "", who: chance.choice(holder),
        "persoon": row.persoon if row is not None else None, "gemaakt_op": world.world.now - 2 * DAY,
        "vanaf": chance.choice((today - 9 * DAY, today - DAY, today, today, today + DAY)),
        "uitgesteld_tot": chance.choice((None, None, today + 3 * DAY)),
        "weg_op": world.world.now - DAY if world.sometimes(0.2) else None,
    }  # fmt: skip
