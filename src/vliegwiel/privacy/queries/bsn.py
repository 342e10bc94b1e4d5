"""Finding somebody by number: only among those the kijker may know of. The number itself is shown to nobody else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Purpose, Rol
from vliegwiel.privacy import bsn as stored
from vliegwiel.privacy.beleid import personen
from vliegwiel.privacy.inzage import toon
from vliegwiel.privacy.models import Bsn, Inzage, Persoon
from vliegwiel.privacy.refusals import OnlyForMessages
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


@dataclass(frozen=True)
class Gevonden:
    """Somebody with a known number: what is needed to say whether a message means them."""

    persoon: UUID
    geboortedatum: date | None
    overleden_op: date | None


def require_messages(kijker: Kijker) -> None:
    """Only who reads messages in, on a page or in a job that is for that. Raises OnlyForMessages."""
    if kijker.medewerker is None or kijker.purpose != Purpose.BERICHTEN or not kijker.has(Rol.BACKOFFICE):
        raise OnlyForMessages


def persons_by_bsn(kijker: Kijker, numbers: Collection[str]) -> dict[str, Gevonden]:
    """Who has these numbers (nine digits, checked before), for a message that names them; one query.

    The only place where a number leads to somebody the kijker does not work with: nothing of it is shown, and each
    person found is written in the log of who looked. Raises OnlyForMessages.
    """
    require_messages(kijker)
    if not numbers:
        return {}
    said = {stored.blind(kijker.gemeente_id, nummer): nummer for nummer in numbers}
    rows = Bsn.objects.filter(gemeente_id=kijker.gemeente_id, blind__in=said)
    fields = ("blind", "persoon_id", "persoon__geboortedatum", "persoon__overleden_op")
    found = {said[blind]: Gevonden(*rest) for blind, *rest in rows.values_list(*fields)}
    toon(kijker, Inzage.Soort.ZOEKEN, [(it.persoon, None) for it in found.values()])
    return found


def without_bsn(kijker: Kijker) -> QuerySet[Persoon]:
    """Everybody here whose number we do not have. Raises OnlyForMessages."""
    require_messages(kijker)
    numbered = Bsn.objects.filter(gemeente_id=kijker.gemeente_id, persoon_id=OuterRef("pk"))
    return Persoon.objects.filter(~Exists(numbered), gemeente_id=kijker.gemeente_id)


def with_bsn(kijker: Kijker, persons: Collection[UUID]) -> frozenset[UUID]:
    """Who of these persons has a number at all. Raises OnlyForMessages."""
    require_messages(kijker)
    if not persons:
        return frozenset()
    rows = Bsn.objects.filter(gemeente_id=kijker.gemeente_id, persoon_id__in=persons)
    return frozenset(rows.values_list("persoon_id", flat=True))
