"""The table of a household: its plan group."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vliegwiel.gemeenschap.public import Inwoner, Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.privacy.public import Betrokkene, Dossier, Onderdeel, age_on, zicht_op
from vliegwiel.samenspel.actions.tafel import seat, start_tafel
from vliegwiel.samenspel.models import Tafel
from vliegwiel.samenspel.queries.familie import YOUNGEST
from vliegwiel.samenspel.refusals import NotYourAfspraak


@transaction.atomic
def start_family_tafel(
    *, by: Kijker, now: datetime, dossier: Dossier, naam: str, bedoeling: str, mandaat: str = ""
) -> Tafel:
    """A table of this household, always besloten; who starts it guides. The people of the household who have an
    account and are 12 or older get a seat, together under the name of the table.

    Raises:
        NotAllowed: the kijker does not work with this household.
    """
    if not zicht_op(by, [dossier.pk], now).mag(Onderdeel.KADER, dossier.pk):
        raise NotYourAfspraak
    tafel = start_tafel(by=by, now=now, naam=naam, bedoeling=bedoeling, mandaat=mandaat)
    tafel.dossier = dossier
    tafel.save(update_fields=["dossier"])
    record(by=by, action="tafel.van_huishouden", subject=tafel, now=now, dossier=str(dossier.pk))
    for wie in _family(dossier, now):
        seat(by=by, now=now, tafel=tafel, wie=wie, groep=naam, mandaat=mandaat)
    by.__dict__.pop("_samenspel_familie", None)  # there is one more table to sit at
    return tafel


def _family(dossier: Dossier, now: datetime) -> list[Inwoner]:
    today = day_of(now)
    rows = Betrokkene.objects.filter(
        active(today),
        active(today, "persoon__inwoner__"),
        gemeente_id=dossier.gemeente_id,
        dossier_id=dossier.pk,
        persoon__inwoner__isnull=False,
    )
    living = rows.select_related("persoon__inwoner__account").order_by("volgorde", "id")
    people = [row.persoon for row in living if age_on(row.persoon.geboortedatum, today) >= YOUNGEST]
    return [persoon.inwoner for persoon in people if persoon.inwoner is not None]
