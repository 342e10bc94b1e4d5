"""What is stored unreadable: a ring of keys of which the first is the current one, and another key to search by.

AES-256-GCM (authenticated): a text only opens under its own gemeente, person and key. The blind index is an HMAC with
a key of its own, so that whoever has the one cannot do the work of the other. Keys come from the environment
(`project.omgeving`), never from the database.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12  # bytes, random: far below the 2^32 texts per key at which that would start to count


class Onleesbaar(Exception):
    """A stored text does not open: the key is gone, or the row was tampered with. Says nothing about the text."""


def ring() -> Mapping[str, bytes]:
    """Every key we can open with, by id; the first is the one we close with."""
    return settings.SLEUTELS  # type: ignore[no-any-return]


def current() -> str:
    return next(iter(ring()))


def seal(text: str, *, about: str) -> tuple[str, str]:
    """(key id, unreadable text) under the current key. `about` must be said again to open it."""
    key_id, closed = seal_bytes(text.encode(), about=about)
    return key_id, base64.b64encode(closed).decode()


def unseal(key_id: str, text: str, *, about: str) -> str:
    """The readable text. Raises Onleesbaar."""
    try:
        return unseal_bytes(key_id, base64.b64decode(text), about=about).decode()
    except ValueError:
        raise Onleesbaar("text does not open") from None


def seal_bytes(content: bytes, *, about: str) -> tuple[str, bytes]:
    """(key id, unreadable content), of a file for example."""
    key_id, nonce = current(), os.urandom(NONCE)
    return key_id, nonce + AESGCM(ring()[key_id]).encrypt(nonce, content, _bound(key_id, about))


def unseal_bytes(key_id: str, closed: bytes, *, about: str) -> bytes:
    """The readable content. Raises Onleesbaar."""
    if key_id not in ring():
        raise Onleesbaar("key is not on the ring")
    try:
        return AESGCM(ring()[key_id]).decrypt(closed[:NONCE], closed[NONCE:], _bound(key_id, about))
    except (InvalidTag, ValueError):
        raise Onleesbaar("content does not open") from None


def blind_index(text: str, *, about: str) -> str:
    """The same for the same text in the same gemeente, and meaningless without the key."""
    return hmac.new(settings.ZOEKSLEUTEL, f"{about}\0{text}".encode(), hashlib.sha256).hexdigest()


def _bound(key_id: str, about: str) -> bytes:
    return f"vliegwiel\0{key_id}\0{about}".encode()
