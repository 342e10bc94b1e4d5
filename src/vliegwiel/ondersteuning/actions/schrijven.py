"""What every action in a plan checks first: it is open, and this kijker may write here."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.models import Plan
from vliegwiel.ondersteuning.queries.plan_lezen import works_with
from vliegwiel.ondersteuning.queries.schrijven import may_write, writable_domains
from vliegwiel.ondersteuning.refusals.schrijven import CannotWrite, PlanClosed, PlanRefusal
from vliegwiel.privacy.public import Betrokkene, Onderdeel, Persoon, Zicht, record_wijzigingen, zicht_op


def open_plan(by: Kijker, dossier_id: UUID) -> Plan:
    """The plan of this dossier, held until the transaction ends."""
    plan: Plan = (
        Plan.objects.select_for_update(of=("self",))
        .select_related("dossier", "tafel")
        .get(gemeente_id=by.gemeente_id, dossier_id=dossier_id)
    )
    if plan.gesloten_op is not None:
        raise PlanClosed("plan_gesloten")
    return plan


def require_new(
    by: Kijker,
    now: datetime,
    part: Onderdeel,
    dossier_id: UUID,
    domein: str,
    persoon: Persoon | None,
    kind: type[PlanRefusal],
) -> Plan:
    """A new piece: in a domain of theirs or in general, about somebody who lives here."""
    zicht = zicht_op(by, [dossier_id], now)
    if not works_with(by, zicht, dossier_id) or not zicht.domeinen(part, dossier_id):
        raise CannotWrite
    plan = open_plan(by, dossier_id)
    if domein not in writable_domains(zicht, part, dossier_id):
        raise kind("domein_niet_van_jou")
    require_lives_here(by, now, dossier_id, persoon, kind)
    return plan


def require_lives_here(
    by: Kijker, now: datetime, dossier_id: UUID, persoon: Persoon | None, kind: type[PlanRefusal]
) -> None:
    living = Betrokkene.objects.filter(active(day_of(now)), gemeente_id=by.gemeente_id, dossier_id=dossier_id)
    if persoon is not None and not living.filter(persoon_id=persoon.pk).exists():
        raise kind("niet_van_dit_huishouden")


def require_change(by: Kijker, now: datetime, part: Onderdeel, row: Any) -> Zicht:
    """Something that is there: they read it and work in its domain; the plan is open."""
    zicht = zicht_op(by, [row.dossier_id], now)
    if not may_write(by, zicht, part, row.dossier_id, row.domein, row.persoon_id):
        raise CannotWrite
    open_plan(by, row.dossier_id)
    return zicht


def keep(
    by: Kijker, now: datetime, row: Any, action: str, velden: dict[str, tuple[Any, Any]], **codes: Any
) -> None:
    """The history of the dossier and the line of who did it, in one transaction with the change."""
    record_wijzigingen(
        by=by, dossier_id=row.dossier_id, domein=row.domein, subject=row, velden=velden, now=now
    )
    record(by=by, action=action, subject=row, now=now, **codes)
