"""Finding somebody by number: only among those the kijker may know of. The number itself is shown to nobody else."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Purpose
from vliegwiel.privacy import bsn as stored
from vliegwiel.privacy.beleid import personen
from vliegwiel.privacy.models import Bsn, Persoon
from vliegwiel.privacy.relaties import own_persoon
from vliegwiel.privacy.rules.bsn import clean_bsn
from vliegwiel.privacy.rules.vakken import JONG, age_on


def find_by_bsn(kijker: Kijker, bsn: str, now: datetime) -> QuerySet[Persoon]:
    """The person with this number, if the kijker may know of them; empty also for what is no number.

    The caller shows the result and says so with `toon`. By POST only: a number never stands in an address.
    """
    known = personen(kijker, now)
    nummer = clean_bsn(bsn)
    if nummer is None:
        return known.none()
    same = Bsn.objects.filter(gemeente_id=kijker.gemeente_id, blind=stored.blind(kijker.gemeente_id, nummer))
    return known.filter(pk__in=same.values("persoon_id"))


def own_bsn(kijker: Kijker, now: datetime) -> str | None:
    """The resident's own number, for everything that is known about them. No colleague ever gets one (row 10)."""
    if kijker.inwoner is None or kijker.purpose != Purpose.EIGEN_DOSSIER:
        return None
    me = own_persoon(kijker)
    if me is None or age_on(me.geboortedatum, day_of(now)) < JONG:
        return None
    return stored.stored(me.gemeente_id, me.pk)
