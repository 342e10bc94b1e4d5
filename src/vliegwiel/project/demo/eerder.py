"""Goals of plans that are behind us: reached, or let go, each with what became of it. Everybody in it is invented.

A plan of two years has had a few of them; a plan of some weeks none.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from random import Random

from vliegwiel.kern.clock import ZONE
from vliegwiel.ondersteuning.models import Plan, Plandoel
from vliegwiel.privacy.models import Persoon
from vliegwiel.project.demo.huishoudens import Row, Town
from vliegwiel.samenspel.models import Terugblik

SEED = 7
EVERY = 110  # days: about as often a goal is behind a household
REACHED = 0.72


def reach_goals(town: Town, seed: int | str = SEED) -> None:
    """What the ordinary households of this town wanted before, with looking back on it."""
    chance = Random(seed)
    for plan, person, story in town.plans:
        age = (town.today - plan.begonnen_op).days
        for turn in range(age // EVERY):
            day = plan.begonnen_op + timedelta(days=turn * EVERY + chance.randrange(35, EVERY))
            _goal(town, plan, person, story, chance, datetime.combine(day, time(11, 30), ZONE))


def _goal(town: Town, plan: Plan, person: Persoon, story: Row, chance: Random, moment: datetime) -> None:
    before = chance.choice(town.words["eerder"])
    reached = chance.random() < REACHED
    about: Row = {"dossier": plan.dossier, "domein": story["domein"], "persoon": person}
    later = town.add(
        Terugblik,
        **about,
        verwachting=before["verwachting"],
        kijken_op=moment.date() - timedelta(days=chance.randrange(0, 9)),
        gebeurd=before["gelukt" if reached else "niet_gelukt"],
        oordeel="houden" if reached else "stoppen",
        geleerd=before["geleerd"],
        teruggekeken_op=moment,
    )
    town.add(
        Plandoel,
        **about,
        tekst=before["doel"],
        eerste_stap=before["stap"],
        status="gehaald" if reached else "losgelaten",
        terugblik=later,
        gemaakt_op=moment - timedelta(days=chance.randrange(30, 90)),
        klaar_op=moment,
    )
