"""Ik pak dit op: whoever has the card about help starts to work with that household, in the domain of that help.

A household that came in by a message belongs to nobody yet; the card is how somebody meets it. Nobody lets themselves
into a household by this for which there is no card of theirs.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.models import Huishouden
from vliegwiel.ondersteuning.queries.voorziening import card_of
from vliegwiel.ondersteuning.refusals.voorziening import NotYourCard
from vliegwiel.privacy.public import WERKT, Betrokkenheid


@transaction.atomic
def pick_up(*, by: Kijker, now: datetime, aandachtspunt_id: UUID) -> Betrokkenheid:
    """The kijker works with this household from today; who does so already stays as they are.

    Raises:
        NotYourCard: the card is not theirs nor of a team of theirs, is gone, or the role does not work with people.
    """
    found = None if by.rollen.isdisjoint(WERKT) else card_of(by, aandachtspunt_id, now)
    if found is None or by.medewerker is None:
        raise NotYourCard
    _, row = found
    Huishouden.objects.select_for_update().get(gemeente_id=by.gemeente_id, dossier_id=row.dossier_id)
    mine = Betrokkenheid.objects.filter(
        gemeente_id=by.gemeente_id,
        dossier_id=row.dossier_id,
        medewerker=by.medewerker,
        domein=row.domein,
        einddatum__isnull=True,
        beeindigd_op__isnull=True,
    )
    if there := mine.first():
        return there
    made: Betrokkenheid = Betrokkenheid.objects.create(
        gemeente_id=by.gemeente_id,
        dossier_id=row.dossier_id,
        medewerker=by.medewerker,
        domein=row.domein,
        begindatum=day_of(now),
    )
    record(
        by=by,
        action="betrokkenheid.begonnen",
        subject=made,
        now=now,
        dossier=str(row.dossier_id),
        kaart=str(aandachtspunt_id),
    )
    return made
