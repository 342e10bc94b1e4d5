"""One table at a time: what is decided about it is decided on how it is now."""

from __future__ import annotations

from vliegwiel.samenspel.models import Tafel


def locked(tafel: Tafel) -> Tafel:
    """The table as it is now; whoever else acts at it waits until this transaction ends."""
    return Tafel.objects.select_for_update().get(gemeente_id=tafel.gemeente_id, pk=tafel.pk)
