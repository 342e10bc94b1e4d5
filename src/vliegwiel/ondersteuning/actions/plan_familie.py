"""The family is asked first whether they want to make their own plan (Jeugdwet 4.1.2)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.models import Huishouden, Plan
from vliegwiel.ondersteuning.queries.huishouden import household
from vliegwiel.ondersteuning.refusals.huishouden import CannotChange, WrongTurn
from vliegwiel.privacy.public import record_wijziging
from vliegwiel.samenspel.public import Tafel, start_family_tafel


def _opened(by: Kijker, dossier_id: UUID, now: datetime) -> tuple[Huishouden, Plan]:
    found = household(by, dossier_id, now)
    if found is None:
        raise CannotChange
    plans = Plan.objects.select_for_update().filter(gemeente_id=by.gemeente_id, dossier_id=dossier_id)
    return found[0], plans.get()


@transaction.atomic
def answer_familieplan(*, by: Kijker, now: datetime, dossier_id: UUID, antwoord: str) -> Plan:
    """Keep what the family said.

    Raises:
        CannotChange: it is not theirs.
    """
    _, plan = _opened(by, dossier_id, now)
    before, plan.familieplan = plan.familieplan, antwoord
    plan.save(update_fields=["familieplan"])
    record_wijziging(
        by=by,
        dossier_id=dossier_id,
        domein="",
        subject=plan,
        veld="familieplan",
        voor=before,
        na=antwoord,
        now=now,
    )
    record(by=by, action="familieplan.antwoord", subject=plan, now=now, antwoord=antwoord)
    return plan


@transaction.atomic
def start_plan_tafel(*, by: Kijker, now: datetime, dossier_id: UUID, bedoeling: str) -> Tafel:
    """Start the family's own table; whoever works with them sits there to guide, until they need nobody.

    Raises:
        CannotChange: it is not theirs.
        WrongTurn: familieplan_tafel_is_er.
    """
    huishouden, plan = _opened(by, dossier_id, now)
    if plan.tafel_id is not None:
        raise WrongTurn("familieplan_tafel_is_er")
    tafel = start_family_tafel(
        by=by, now=now, dossier=huishouden.dossier, naam=huishouden.naam[:120], bedoeling=bedoeling
    )
    plan.tafel = tafel
    plan.save(update_fields=["tafel"])
    record(by=by, action="familieplan.tafel", subject=plan, now=now, tafel=str(tafel.pk))
    return tafel
