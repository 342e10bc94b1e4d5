"""Pieces of a plan in somebody's own words: writing, changing, sealing, taking out, closing for the parents."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.ondersteuning.actions.schrijven import keep, require_change, require_new
from vliegwiel.ondersteuning.models import Plandeel
from vliegwiel.ondersteuning.queries.plan import delen_of
from vliegwiel.ondersteuning.refusals.schrijven import CannotKeepDeel, CannotWrite, NotYourDeel
from vliegwiel.ondersteuning.rules import schrijven as regels
from vliegwiel.privacy.public import (
    Dossier,
    Onderdeel,
    Persoon,
    age_on,
    own_persoon,
    resident_sight,
    zicht_op,
)


@transaction.atomic
def write_deel(
    *,
    by: Kijker,
    now: datetime,
    dossier: Dossier,
    soort: str,
    tekst: str,
    persoon: Persoon | None = None,
    leefgebied: str = "",
    domein: str = "",
    eigen_woorden: bool = False,
) -> Plandeel:
    """Write what goes well, what somebody wants, or a note.

    Raises:
        CannotWrite: the kijker does not work with this household.
        PlanClosed: plan_gesloten.
        CannotKeepDeel: deel_leeg, eigen_woorden_zonder_mens, domein_niet_van_jou, niet_van_dit_huishouden.
    """
    require_new(by, now, Onderdeel.INHOUD, dossier.pk, domein, persoon, CannotKeepDeel)
    if lack := regels.deel_lacks(tekst, eigen_woorden, persoon is not None):
        raise CannotKeepDeel(lack)
    row: Plandeel = Plandeel.objects.create(
        gemeente_id=by.gemeente_id,
        dossier=dossier,
        domein=domein,
        persoon=persoon,
        soort=soort,
        leefgebied=leefgebied,
        tekst=tekst.strip(),
        eigen_woorden=eigen_woorden,
        maker=by.medewerker,
        gemaakt_op=now,
    )
    keep(by, now, row, "deel.geschreven", {"tekst": ("", row.tekst)}, soort=soort)
    return row


@transaction.atomic
def edit_deel(
    *,
    by: Kijker,
    now: datetime,
    deel: Plandeel,
    versie: int,
    tekst: str,
    leefgebied: str = "",
    op_wens: bool = False,
) -> Plandeel:
    """Change a part. When somebody else was earlier nothing is overwritten; one's own words only change when that
    person wishes it, and the first words stay in the history.

    Raises:
        CannotWrite, PlanClosed: as for writing.
        CannotKeepDeel: deel_botsing, deel_leeg, eigen_woorden_wens, deel_vervallen.
    """
    row = _at_hand(by, now, deel)
    if lack := regels.edit_lacks(tekst, versie, row.versie, row.eigen_woorden, op_wens):
        raise CannotKeepDeel(lack, laatste=row.versie)
    was = {"tekst": row.tekst, "leefgebied": row.leefgebied}
    row.tekst, row.leefgebied, row.versie = tekst.strip(), leefgebied, row.versie + 1
    row.save(update_fields=["tekst", "leefgebied", "versie"])
    velden = {name: (old, getattr(row, name)) for name, old in was.items()}
    keep(by, now, row, "deel.veranderd", velden, versie=row.versie, op_wens=op_wens)
    return row


@transaction.atomic
def seal_deel(*, by: Kijker, now: datetime, deel: Plandeel, verzegeld: bool = True) -> Plandeel:
    """Seal a part (or open it again): from then on only who wrote it reads it, and the person it is about.

    Raises:
        NotYourDeel: somebody else wrote it.
        CannotWrite, PlanClosed, CannotKeepDeel: as for changing.
    """
    row = _at_hand(by, now, deel)
    if by.medewerker is None or row.maker_id != by.medewerker.pk:
        raise NotYourDeel
    was, row.verzegeld = row.verzegeld, verzegeld
    row.save(update_fields=["verzegeld"])
    keep(by, now, row, "deel.verzegeld" if verzegeld else "deel.ontzegeld", {"verzegeld": (was, verzegeld)})
    return row


@transaction.atomic
def drop_deel(*, by: Kijker, now: datetime, deel: Plandeel) -> Plandeel:
    """Take a part out of the plan; it stays in the history.

    Raises:
        CannotWrite, PlanClosed, CannotKeepDeel: as for changing.
    """
    row = _at_hand(by, now, deel)
    row.vervallen_op = now
    row.save(update_fields=["vervallen_op"])
    keep(by, now, row, "deel.vervallen", {"vervallen": (False, True)})
    return row


def _at_hand(by: Kijker, now: datetime, deel: Plandeel) -> Plandeel:
    """The part as it is now, if this kijker may read and change it."""
    row: Plandeel = Plandeel.objects.select_for_update().get(gemeente_id=by.gemeente_id, pk=deel.pk)
    zicht = zicht_op(by, [row.dossier_id], now)
    if not delen_of(by, zicht).filter(pk=row.pk).exists():
        raise CannotWrite
    part = Onderdeel.VERZEGELD_DEEL if row.verzegeld else Onderdeel.INHOUD
    require_change(by, now, part, row)
    if row.vervallen_op is not None:
        raise CannotKeepDeel("deel_vervallen")
    return row


# -- a child of 12 to 15 closes their own part for the parents (toegang.md, rows 79 and 80)

_PARTS = {"plandoel": Onderdeel.DOEL, "afspraak": Onderdeel.AFSPRAAK}


@transaction.atomic
def close_for_parents(*, by: Kijker, now: datetime, item: Any) -> Any:
    """A child closes what is about them (a Plandeel, Plandoel, Afspraak or Contactmoment) for the parents.

    Raises:
        CannotWrite: it is not about them, or they are not 12 to 15 years old.
    """
    return _closed(by, now, item, True)


@transaction.atomic
def open_for_parents(*, by: Kijker, now: datetime, item: Any) -> Any:
    """The same child opens it again.

    Raises:
        CannotWrite: as for closing.
    """
    return _closed(by, now, item, False)


def _closed(by: Kijker, now: datetime, item: Any, closed: bool) -> Any:
    row = type(item).objects.select_for_update().get(gemeente_id=by.gemeente_id, pk=item.pk)
    self_ = own_persoon(by)
    child = self_ is not None and 12 <= age_on(self_.geboortedatum, day_of(now)) < 16
    if not child or self_ is None or row.persoon_id != self_.pk or not _reads(by, now, row):
        raise CannotWrite
    was, row.afgesloten = row.afgesloten, closed
    row.save(update_fields=["afgesloten"])
    keep(by, now, row, "afgesloten" if closed else "opengezet", {"afgesloten": (was, closed)})
    return row


def _reads(by: Kijker, now: datetime, row: Any) -> bool:
    zicht = resident_sight(by, now)[0]
    part = _PARTS.get(row._meta.model_name, Onderdeel.INHOUD)
    return bool(type(row).objects.filter(Q(pk=row.pk), zicht.q(part)).exists())
