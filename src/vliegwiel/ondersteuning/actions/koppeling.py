"""A colleague says which Doel of the gemeente a goal of a plan contributes to, and takes it back. Never demanded."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.koers.public import PRAKTIJK_KOERS, Doel
from vliegwiel.ondersteuning.actions.schrijven import keep, require_change
from vliegwiel.ondersteuning.models import Doelkoppeling, Plandoel
from vliegwiel.ondersteuning.queries.koppeling import to_choose
from vliegwiel.ondersteuning.refusals.schrijven import CannotLink
from vliegwiel.privacy.public import Onderdeel

VELD = "draagt_bij_aan"


@transaction.atomic
def link_doel(*, by: Kijker, now: datetime, plandoel: Plandoel, doel: Doel) -> Doelkoppeling:
    """This goal contributes to this Doel. Said twice is said once.

    Raises:
        CannotWrite, PlanClosed: as for changing the goal.
        CannotLink: doel_onbekend.
    """
    row = _at_hand(by, now, plandoel)
    if not by.aan(PRAKTIJK_KOERS) or all(it.pk != doel.pk for it in to_choose(by, day_of(now))):
        raise CannotLink("doel_onbekend")
    link, made = Doelkoppeling.objects.get_or_create(
        gemeente_id=by.gemeente_id,
        plandoel=row,
        doel=doel,
        defaults={"dossier_id": row.dossier_id, "medewerker": by.medewerker, "moment": now},
    )
    if made:
        keep(by, now, row, "doel.gekoppeld", {VELD: ("", doel.naam)}, doel=str(doel.pk))
    return link


@transaction.atomic
def unlink_doel(*, by: Kijker, now: datetime, koppeling: Doelkoppeling) -> Plandoel:
    """It does not contribute to this Doel after all; the history keeps that it was said.

    Raises:
        CannotWrite, PlanClosed: as for changing the goal.
    """
    row = _at_hand(by, now, koppeling.plandoel)
    links = Doelkoppeling.objects.filter(gemeente_id=by.gemeente_id, pk=koppeling.pk, plandoel_id=row.pk)
    if links.delete()[0]:  # a colleague may have been first
        velden = {VELD: (koppeling.doel.naam, "")}
        keep(by, now, row, "doel.losgekoppeld", velden, doel=str(koppeling.doel_id))
    return row


def _at_hand(by: Kijker, now: datetime, plandoel: Plandoel) -> Plandoel:
    """The goal, held until the transaction ends; one that was reached or let go can be linked too."""
    row: Plandoel = (
        Plandoel.objects.select_for_update(of=("self",))
        .select_related("dossier", "persoon")
        .get(gemeente_id=by.gemeente_id, pk=plandoel.pk)
    )
    require_change(by, now, Onderdeel.DOEL, row)
    return row
