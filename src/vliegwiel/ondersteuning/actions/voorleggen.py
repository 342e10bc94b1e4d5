"""The plan as a text to agree on, and the end of a plan."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.actions.schrijven import open_plan
from vliegwiel.ondersteuning.models import Huishouden, Plan
from vliegwiel.ondersteuning.queries.plan_lezen import works_with
from vliegwiel.ondersteuning.queries.voorleggen import open_afspraken, open_voorstel_of
from vliegwiel.ondersteuning.refusals.schrijven import CannotClose, CannotPropose, CannotWrite, NotInCharge
from vliegwiel.privacy.public import (
    WERKT,
    Betrokkenheid,
    Deling,
    Relatie,
    record_wijzigingen,
    zicht_op,
)
from vliegwiel.samenspel.public import (
    Tafel,
    Voorstel,
    look_back_now,
    open_voorstel,
    publish_versie,
    start_family_tafel,
)


@transaction.atomic
def lay_before(
    *,
    by: Kijker,
    now: datetime,
    plan: Plan,
    tekst: str,
    gebaseerd_op: int = 0,
    toelichting: str = "",
    sluitdatum: date | None = None,
) -> Voorstel:
    """Lay the plan on the table of the family: as the next version of the text that lies there, or as the first.

    Raises:
        CannotWrite, PlanClosed: the kijker does not work with this household, or its plan is closed.
        CannotPropose: plan_tekst_leeg.
        NoSeat, TableFinished, CannotPublish, CannotPropose of samenspel.
    """
    if not works_with(by, zicht_op(by, [plan.dossier_id], now), plan.dossier_id):
        raise CannotWrite
    row = open_plan(by, plan.dossier_id)
    if not tekst.strip():
        raise CannotPropose("plan_tekst_leeg")
    tafel = row.tafel or _table(by, now, row)
    lying = open_voorstel_of(by, tafel.pk)
    if lying is not None:
        publish_versie(
            by=by,
            now=now,
            voorstel=lying,
            gebaseerd_op=gebaseerd_op,
            tekst=tekst,
            toelichting=toelichting,
        )
        found: Voorstel = lying
    else:
        found = open_voorstel(
            by=by,
            now=now,
            tafel=tafel,
            titel="Ons plan",  # kept with the plan, so Dutch whoever writes it
            tekst=tekst,
            toelichting=toelichting,
            sluitdatum=sluitdatum,
        )
    record(by=by, action="plan.voorgelegd", subject=row, now=now, voorstel=str(found.pk))
    return found


def _table(by: Kijker, now: datetime, plan: Plan) -> Tafel:
    name = Huishouden.objects.get(gemeente_id=by.gemeente_id, dossier_id=plan.dossier_id).naam
    tafel: Tafel = start_family_tafel(
        by=by,
        now=now,
        dossier=plan.dossier,
        naam=name,
        bedoeling="Hier spreken we samen af wat er in het plan staat.",
        mandaat="Het plan vaststellen",
    )
    plan.tafel = tafel
    plan.save(update_fields=["tafel"])
    return tafel


@transaction.atomic
def close_plan(
    *,
    by: Kijker,
    now: datetime,
    plan: Plan,
    reden: str,
    verwachting: str,
    gebeurd: str,
    oordeel: str,
    geleerd: str = "",
) -> Plan:
    """Close the plan: looked back on, no afspraak left open. From this moment nobody is involved any more.

    Raises:
        NotInCharge: only who keeps the overview.
        PlanClosed: plan_gesloten.
        CannotClose: sluiten_zonder_reden, afspraken_open {aantal}.
        CannotLookBack: the codes of `rules.terugblik`.
    """
    stands = zicht_op(by, [plan.dossier_id], now).relaties(plan.dossier_id)
    if Relatie.REGIE not in stands or by.rollen.isdisjoint(WERKT):
        raise NotInCharge
    row = open_plan(by, plan.dossier_id)
    if not reden.strip():
        raise CannotClose("sluiten_zonder_reden")
    if left := open_afspraken(by, row.dossier_id):
        raise CannotClose("afspraken_open", aantal=left)
    row.terugblik = look_back_now(
        by=by,
        now=now,
        dossier=row.dossier,
        verwachting=verwachting,
        gebeurd=gebeurd,
        oordeel=oordeel,
        geleerd=geleerd,
    )
    row.gesloten_op = day_of(now)
    row.versie += 1
    row.save(update_fields=["terugblik", "gesloten_op", "versie"])
    _end_involvement(by, now, row)
    velden: dict[str, tuple[Any, Any]] = {"gesloten": ("", reden.strip())}
    record_wijzigingen(by=by, dossier_id=row.dossier_id, domein="", subject=row, velden=velden, now=now)
    record(by=by, action="plan.gesloten", subject=row, now=now)
    return row


def _end_involvement(by: Kijker, now: datetime, plan: Plan) -> None:
    """The clock of the retention rule starts; who was involved, and whom was shared with, stop seeing it at once."""
    today = day_of(now)
    dossier = plan.dossier
    dossier.gesloten_op = dossier.klok_vanaf = today
    dossier.save(update_fields=["gesloten_op", "klok_vanaf"])
    here = {"gemeente_id": by.gemeente_id, "dossier_id": dossier.pk}
    runs = Q(einddatum__isnull=True) | Q(einddatum__gte=today)
    for ended in Betrokkenheid.objects.filter(runs, **here, beeindigd_op__isnull=True):
        ended.beeindigd_op = now
        ended.save(update_fields=["beeindigd_op"])
        record(by=by, action="betrokkenheid.beeindigd", subject=ended, now=now)
    for share in Deling.objects.filter(runs, **here, ingetrokken_op__isnull=True):
        share.ingetrokken_op = now
        share.save(update_fields=["ingetrokken_op"])
        record(by=by, action="deling.ingetrokken", subject=share, now=now)
