"""Besluitlog: every refusal with its reason and the version of the policy. What was opened is written with `inzage`."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from vliegwiel.kern.log import current_trace
from vliegwiel.privacy.models import Besluit
from vliegwiel.privacy.rules.beleid import VERSIE


def record_besluit(
    *,
    gemeente_id: UUID,
    account_id: UUID | None,
    route: str,
    reason: str,
    dossier: UUID | None,
    now: datetime,
) -> None:
    """Write that somebody was refused; called by the door, after roll-back, in the refusal's own transaction."""
    Besluit.objects.create(
        gemeente_id=gemeente_id,
        moment=now,
        spoor=current_trace(),
        account=account_id,
        dossier=dossier,
        route=route[:120],
        uitkomst=Besluit.Uitkomst.MAG_NIET,
        reden=reason[:60],
        beleid=VERSIE,
    )
