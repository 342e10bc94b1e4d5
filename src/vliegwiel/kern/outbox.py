"""Mail: an outbox row in the action's transaction, sent later. It says that something is ready and where; never what.

A room says in `apps.py` how its kind of mail reads (`declare`). The link is made when the mail is sent (or
shown on the demo's outbox page), so a link that opens something is never stored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, models
from django.utils import translation
from django.utils.functional import Promise

from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.models import Uitgaand

ATTEMPTS = 5
# How long after the row was made each attempt may come: a mail server is sometimes away for a while.
WAITS = (
    timedelta(0),
    timedelta(minutes=1),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=6),
)
AT_ONCE = 100  # rows in one go, so that a job ends


@dataclass(frozen=True)
class Kind:
    """How one kind of mail reads. `subject` and `body` take the row's parameters; `path` makes the link."""

    subject: str | Promise
    body: str | Promise
    path: Callable[[Uitgaand], str] = lambda row: row.pad


@dataclass(frozen=True)
class Mail:
    """A mail as it would arrive."""

    row: Uitgaand
    subject: str
    body: str
    link: str
    pad: str


_kinds: dict[str, Kind] = {}


def declare(soort: str, kind: Kind) -> None:
    """Make a kind of mail known; called by a room at start-up."""
    _kinds[soort] = kind


def kinds() -> frozenset[str]:
    return frozenset(_kinds)


def put(
    *,
    gemeente_id: UUID,
    aan: str,
    soort: str,
    now: datetime,
    pad: str = "",
    taal: str = "nl",
    **parameters: Any,
) -> Uitgaand:
    """A mail to be sent, in the transaction of whatever causes it. `parameters` holds names and ids, never content."""
    assert soort in _kinds, soort
    return Uitgaand.objects.create(
        gemeente_id=gemeente_id, aan=aan, soort=soort, pad=pad, taal=taal, parameters=parameters, moment=now
    )


def compose(row: Uitgaand) -> Mail:
    """The mail of a row, in the receiver's language, with a link made now."""
    kind = _kinds[row.soort]
    with translation.override(row.taal):
        pad = kind.path(row)
        link = f"{settings.ADRES}{pad}"
        body = f"{str(kind.body) % row.parameters}\n\n{link}\n"
        return Mail(row, str(kind.subject) % row.parameters, body, link, pad)


def waiting(gemeente_id: UUID, now: datetime) -> models.QuerySet[Uitgaand]:
    """Rows whose next attempt has come."""
    due = models.Q()
    for attempts, wait in enumerate(WAITS):
        due |= models.Q(pogingen=attempts, moment__lte=now - wait)
    return Uitgaand.objects.filter(due, gemeente_id=gemeente_id, status=Uitgaand.Status.WACHT).order_by(
        "moment"
    )


def send_waiting(gemeente_id: UUID, now: datetime) -> int:
    """Send what is due, one by one; the number sent. Called outside a transaction.

    A crash between sending and storing sends a mail twice, with the same Message-ID: mail programs show one.
    """
    with as_gemeente(gemeente_id):
        due = list(waiting(gemeente_id, now).values_list("pk", flat=True)[:AT_ONCE])
    return sum(_send_one(gemeente_id, pk, now) for pk in due)


def _send_one(gemeente_id: UUID, pk: UUID, now: datetime) -> bool:
    """The mail server answers in its own time, or never: no transaction is open while it is asked."""
    with as_gemeente(gemeente_id):
        mail = _claim(waiting(gemeente_id, now).filter(pk=pk))
    if mail is None or not _deliver(mail):
        return False
    with as_gemeente(gemeente_id):
        Uitgaand.objects.filter(gemeente_id=gemeente_id, pk=pk).update(
            status=Uitgaand.Status.VERSTUURD, verstuurd_op=now
        )
    return True


def _claim(rows: models.QuerySet[Uitgaand]) -> Mail | None:
    """Take the row by counting the attempt before it is made; None when another worker has it, or sent it.

    The last attempt is a failure until it succeeded: a crash half-way leaves no row waiting for ever.
    """
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    row = rows.first()
    if row is None:
        return None
    row.pogingen += 1
    if row.pogingen >= ATTEMPTS:
        row.status = Uitgaand.Status.MISLUKT
    row.save(update_fields=["pogingen", "status"])
    return compose(row)


def _deliver(mail: Mail) -> bool:
    host = settings.ADRES.split("://", 1)[1].split(":", 1)[0]
    message = EmailMessage(
        mail.subject, mail.body, to=[mail.row.aan], headers={"Message-ID": f"<{mail.row.pk}@{host}>"}
    )
    try:
        return bool(message.send())
    except OSError:  # no connection, a refusal of the mail server (SMTPException is an OSError)
        return False
