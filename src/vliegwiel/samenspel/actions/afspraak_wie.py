"""Who may do what to an Afspraak: who gave it, who does it, who keeps the overview, who divides the work of a team."""

from __future__ import annotations

from datetime import datetime

from vliegwiel.gemeenschap.public import Kijker, Medewerker, Rol
from vliegwiel.kern.clock import day_of
from vliegwiel.privacy.public import WERKT, Relatie, zicht_op
from vliegwiel.samenspel import queries
from vliegwiel.samenspel.models import Afspraak
from vliegwiel.samenspel.rules import afspraak as regels


def is_asked(by: Kijker, it: Afspraak) -> bool:
    return by.medewerker is not None and it.medewerker_id == by.medewerker.pk


def gives(by: Kijker, now: datetime, it: Afspraak) -> bool:
    """Who gave it, or keeps the overview of the household; and whoever works there, of who has no log-in."""
    if by.medewerker is None:
        return False
    if it.gever_id == by.medewerker.pk:
        return True
    if it.dossier_id is None or by.rollen.isdisjoint(WERKT):
        return False
    stands = zicht_op(by, [it.dossier_id], now).relaties(it.dossier_id)
    return Relatie.REGIE in stands or (it.medewerker_id is None and Relatie.IN_DIT_DOMEIN in stands)


def works_on(by: Kijker, now: datetime, it: Afspraak) -> bool:
    return is_asked(by, it) or gives(by, now, it)


def divides(by: Kijker, now: datetime, it: Afspraak, to: Medewerker | None) -> bool:
    """A teamleider may divide what their own team does, within that team."""
    if not by.has(Rol.TEAMLEIDER) or to is None or it.medewerker is None:
        return False
    today = day_of(now)
    return queries.same_team(by.gemeente_id, by.medewerker, to, today) and queries.same_team(
        by.gemeente_id, by.medewerker, it.medewerker, today
    )


def needs_no_yes(by: Kijker, now: datetime, row: Afspraak) -> bool:
    """Whether whoever does it has nothing to accept: they change it themselves, or it stays within the team."""
    me = by.medewerker
    own = queries.same_team(by.gemeente_id, me, row.medewerker, day_of(now))
    return not regels.must_accept(me and me.pk, row.medewerker_id, own)


def may_do(by: Kijker, now: datetime, it: Afspraak) -> frozenset[str]:
    """What this kijker can do to an afspraak they read: nothing is offered that an action would refuse."""
    gave = gives(by, now, it)
    may = {
        "take": is_asked(by, it),
        "give_back": is_asked(by, it) or (it.medewerker_id is None and gave),
        "done": is_asked(by, it) or gave,
        "adapt": is_asked(by, it) or gave,
        "let_go": gave,
        "ask": gave or (by.has(Rol.TEAMLEIDER) and divides(by, now, it, it.medewerker)),
    }
    fact = queries.fact_of(it)
    return frozenset(event for event, yes in may.items() if yes and not regels.can(fact, event, "-"))
