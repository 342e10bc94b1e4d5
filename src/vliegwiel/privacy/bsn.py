"""The burgerservicenummer as it is stored: unreadable, and findable by its blind index only."""

from __future__ import annotations

from uuid import UUID

from vliegwiel.privacy import sleutels
from vliegwiel.privacy.models import Bsn


def about(gemeente_id: UUID, persoon_id: UUID) -> str:
    """What the text is bound to: in another row it does not open."""
    return f"bsn\0{gemeente_id}\0{persoon_id}"


def blind(gemeente_id: UUID, nummer: str) -> str:
    """The index of a number; different in every gemeente, so that nobody compares two databases."""
    return sleutels.blind_index(nummer, about=f"bsn\0{gemeente_id}")


def stored(gemeente_id: UUID, persoon_id: UUID) -> str | None:
    """The number of this person, readable. Raises sleutels.Onleesbaar."""
    row = Bsn.objects.filter(gemeente_id=gemeente_id, persoon_id=persoon_id).first()
    return read(row) if row else None


def read(row: Bsn) -> str:
    return sleutels.unseal(row.sleutel_id, row.cijfertekst, about=about(row.gemeente_id, row.persoon_id))
