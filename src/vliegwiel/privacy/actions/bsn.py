"""Writing down a burgerservicenummer, and putting all of them under a new key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import log
from vliegwiel.privacy import bsn as stored
from vliegwiel.privacy import sleutels
from vliegwiel.privacy.beleid import personen
from vliegwiel.privacy.models import Bsn, Persoon
from vliegwiel.privacy.queries.bsn import require_messages
from vliegwiel.privacy.refusals import BsnNotValid, BsnTaken, NotThisPerson
from vliegwiel.privacy.rules.bsn import clean_bsn


def set_bsn(*, persoon: Persoon, bsn: str, by: Kijker, now: datetime) -> Bsn:
    """Write down somebody's number, or correct it. Raises BsnNotValid, BsnTaken, NotThisPerson."""
    if by.inwoner is not None or not personen(by, now).filter(pk=persoon.pk).exists():
        raise NotThisPerson
    nummer = clean_bsn(bsn)
    if nummer is None:
        raise BsnNotValid
    row = _store(persoon, nummer)
    log.record(by=by, action="bsn_vastgelegd", subject=persoon, now=now)
    return row


def _store(persoon: Persoon, nummer: str) -> Bsn:
    gemeente_id = persoon.gemeente_id
    blind = stored.blind(gemeente_id, nummer)
    same = Bsn.objects.filter(gemeente_id=gemeente_id, blind=blind).exclude(persoon_id=persoon.pk)
    if same.exists():
        raise BsnTaken
    key_id, text = sleutels.seal(nummer, about=stored.about(gemeente_id, persoon.pk))
    row, _ = Bsn.objects.update_or_create(
        gemeente_id=gemeente_id,
        persoon_id=persoon.pk,
        defaults={"sleutel_id": key_id, "cijfertekst": text, "blind": blind},
    )
    return row


def store_bsns(*, numbers: Mapping[UUID, str], by: Kijker) -> None:
    """Write down the numbers of persons a message just made known: nine digits each, checked before, of nobody yet.

    The caller writes the log line of the whole. Raises OnlyForMessages.
    """
    require_messages(by)
    if not numbers:
        return
    gemeente_id = by.gemeente_id
    rows = []
    for persoon_id, nummer in numbers.items():
        key_id, text = sleutels.seal(nummer, about=stored.about(gemeente_id, persoon_id))
        blind = stored.blind(gemeente_id, nummer)
        rows.append(
            Bsn(
                gemeente_id=gemeente_id,
                persoon_id=persoon_id,
                sleutel_id=key_id,
                cijfertekst=text,
                blind=blind,
            )
        )
    Bsn.objects.bulk_create(rows)


def reseal_bsns(*, gemeente_id: UUID, most: int = 200) -> int:
    """Put a batch that is still under an old key under the current one; 0 when none is left. May stop anywhere."""
    old = Bsn.objects.filter(gemeente_id=gemeente_id).exclude(sleutel_id=sleutels.current())
    rows = list(old.select_for_update().order_by("pk")[:most])
    for row in rows:
        about = stored.about(row.gemeente_id, row.persoon_id)
        row.sleutel_id, row.cijfertekst = sleutels.seal(stored.read(row), about=about)
        row.save(update_fields=["sleutel_id", "cijfertekst"])
    return len(rows)


def still_to_reseal(*, gemeente_id: UUID) -> int:
    """How many are still under an older key."""
    return Bsn.objects.filter(gemeente_id=gemeente_id).exclude(sleutel_id=sleutels.current()).count()
