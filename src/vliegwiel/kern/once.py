"""A form does its work once, however often it is sent: double click, back button, a flaky train.

The page carries a key the server made. The key is stored in the transaction of the action, unique on
(gemeente, actor, route, key); a second post finds it and is led to the first result.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core import signing

from vliegwiel.kern.database import insert_unless_there
from vliegwiel.kern.ids import new_id
from vliegwiel.kern.log import Actor
from vliegwiel.kern.models import Formuliersleutel
from vliegwiel.kern.refusals import Refusal

_SALT = "vliegwiel.formulier"


class UnknownKey(Refusal):
    """The form carries no key of ours, or one made for another account."""

    code = "formulier_onbekend"


def new_key(actor: UUID) -> str:
    """A fresh key for one form on one page, readable only as made by us for this actor."""
    return signing.dumps([str(actor), str(new_id())], salt=_SALT)


def read_key(value: str, actor: UUID) -> UUID:
    """The key inside a posted value.

    Raises:
        UnknownKey: it was not made by us, or not for this actor.
    """
    try:
        owner, key = signing.loads(value, salt=_SALT)
    except signing.BadSignature as error:
        raise UnknownKey from error
    if owner != str(actor):
        raise UnknownKey
    return UUID(key)


def is_ours(value: str) -> bool:
    """Whether a posted value is a key that the server made, for whomever."""
    try:
        signing.loads(value, salt=_SALT)
    except signing.BadSignature:
        return False
    return True


def claim(*, by: Actor, actor: UUID, route: str, key: UUID, now: datetime) -> Formuliersleutel | None:
    """Take the key for this transaction, or None when an earlier post already did (then ask `result_of`).

    Whoever posts at the same moment waits here until the first one is done.
    """
    taken = Formuliersleutel(
        gemeente_id=by.gemeente_id, actor=actor, route=route, sleutel=key, resultaat="", moment=now
    )
    return taken if insert_unless_there(taken) else None


def result_of(*, by: Actor, actor: UUID, route: str, key: UUID) -> str:
    """Where the first post with this key led."""
    found = Formuliersleutel.objects.get(gemeente_id=by.gemeente_id, actor=actor, route=route, sleutel=key)
    return found.resultaat
