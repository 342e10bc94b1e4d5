"""Goals in the plans of the demo that serve a Doel of the gemeente: said by the colleague who works with the people.

Sixty plans of different ages, the families with a name first. The others were never linked: nobody asked for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from vliegwiel.kern.codes import Purpose
from vliegwiel.ondersteuning.actions.koppeling import link_doel
from vliegwiel.ondersteuning.models import Plandoel
from vliegwiel.privacy.models import Betrokkenheid
from vliegwiel.project.demo.stand import Event, Row, Stand, read

PLANS = 60


def link_events(stand: Stand, doel_of: Row) -> Iterator[Event]:
    gemeente = stand.gemeenten["lindebeek"]
    named = [goal["tekst"] for family in read("mensen")["gezinnen"] for goal in family["doelen"]]
    goals = Plandoel.objects.filter(gemeente=gemeente, tekst__in=doel_of).select_related("dossier")
    ordered = sorted(goals, key=lambda it: (it.tekst not in named, it.dossier.nummer[-5:], it.tekst))
    plans: set[object] = set()
    for goal in ordered:
        who = _somebody(stand, goal)
        if who is None or (goal.dossier_id not in plans and len(plans) == PLANS):
            continue
        plans.add(goal.dossier_id)
        yield stand.moment(_days(stand, goal), 200), partial(_link, stand, who, goal, doel_of[goal.tekst])


def _days(stand: Stand, goal: Plandoel) -> int:
    """Some weeks after the plan began, as soon as there were doelen."""
    begun = (goal.dossier.geopend_op + timedelta(days=14) - stand.today).days
    return min(max(begun, -325), 0)


def _somebody(stand: Stand, goal: Plandoel) -> str | None:
    """A colleague of this household in the domain of the goal; without a domain its vaste contactpersoon."""
    kind = Betrokkenheid.Soort.UITVOERING if goal.domein else Betrokkenheid.Soort.VASTE_CONTACTPERSOON
    rows = Betrokkenheid.objects.filter(gemeente_id=goal.gemeente_id, dossier_id=goal.dossier_id, soort=kind)
    works = set(rows.filter(domein=goal.domein).values_list("medewerker_id", flat=True))
    return next((key for key, who in stand.people.items() if who.pk in works and _writes(stand, key)), None)


def _writes(stand: Stand, key: str) -> bool:
    return "consulent" in stand.rollen.get(key, ())


def _link(stand: Stand, who: str, goal: Plandoel, doel: str) -> None:
    by, when = stand.kijker(who, Purpose.ONDERSTEUNEN), stand.moment(_days(stand, goal), 200)
    link_doel(by=by, now=when, plandoel=goal, doel=stand.made["doel", doel])
