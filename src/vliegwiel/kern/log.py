"""The write log: one line per action, in the action's own transaction, so that neither exists without the other."""

from __future__ import annotations

from contextvars import ContextVar
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import models

from vliegwiel.kern.ids import new_id
from vliegwiel.kern.models import Schrijflog, Weigering

_trace: ContextVar[UUID | None] = ContextVar("vliegwiel_trace", default=None)


class Actor(Protocol):
    """Whoever acts: the kijker of a request, or a command that acts for one account."""

    @property
    def gemeente_id(self) -> UUID: ...
    @property
    def account_id(self) -> UUID | None: ...


def start_trace() -> UUID:
    """A new trace id: everything one request or job writes carries the same one."""
    trace = new_id()
    _trace.set(trace)
    return trace


def current_trace() -> UUID:
    return _trace.get() or start_trace()


def record(*, by: Actor, action: str, subject: models.Model, now: datetime, **params: Any) -> Schrijflog:
    """Write who did what to which object. `params` holds codes, numbers and ids; never what people wrote."""
    return Schrijflog.objects.create(
        gemeente_id=by.gemeente_id,
        moment=now,
        account=by.account_id,
        actie=action,
        soort=subject._meta.model_name or "",
        object=subject.pk,
        spoor=current_trace(),
        parameters=params,
    )


def record_refusal(
    *, gemeente_id: UUID, account_id: UUID | None, route: str, reason: str, now: datetime
) -> None:
    """Write that somebody was refused. Called after roll-back, in a transaction of its own."""
    Weigering.objects.create(
        gemeente_id=gemeente_id,
        account=account_id,
        route=route[:120],
        reden=reason,
        moment=now,
        spoor=current_trace(),
    )
