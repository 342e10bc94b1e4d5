"""Background work of the ground floor. A job carries ids only: gemeente, actor and purpose, never content."""

from __future__ import annotations

from uuid import UUID

from django_tasks import task

from vliegwiel.kern.clock import now
from vliegwiel.kern.outbox import send_waiting


@task()
def send_mail(gemeente_id: str, actor: str | None, purpose: str) -> int:
    """Send the mail of one gemeente that is due; the number sent."""
    return send_waiting(UUID(gemeente_id), now())
