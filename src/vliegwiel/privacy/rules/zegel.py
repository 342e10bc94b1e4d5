"""Sealing as arithmetic: what a row says, the root over a batch, and the root over that and what came before.

A Merkle tree as in RFC 6962, section 2.1: leaf and node each have a prefix of their own, so that one can never be
passed off as the other. Our third prefix ties a batch to the one before it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LEAF, NODE, SEAL = b"\x00", b"\x01", b"\x02"
BEGIN = "0" * 64  # the root before the first
SHORT = (
    16  # hexadecimal digits of a leaf kept outside the database: to name what changed; the root is the proof
)


@dataclass(frozen=True)
class Rij:
    """One event of the inzagelog as it is sealed: its own columns, and its lines in order of their id."""

    id: int
    velden: Mapping[str, str | None]
    regels: tuple[tuple[int, str, str | None], ...]  # (id, persoon, dossier)


def canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def leaf(row: Rij) -> bytes:
    return hashlib.sha256(
        LEAF + canonical({"id": row.id, "velden": dict(row.velden), "regels": row.regels})
    ).digest()


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962: split at the largest power of two below the number of leaves."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(NODE + merkle_root(leaves[:split]) + merkle_root(leaves[split:])).digest()


def seal_root(
    *, gemeente: str, nummer: int, vorige: str, moment: str, ids: Sequence[int], tree: bytes
) -> str:
    """The root of a batch: over its rows, its number, its moment, and the root before it."""
    head = {"gemeente": gemeente, "nummer": nummer, "vorige": vorige, "moment": moment, "ids": list(ids)}
    return hashlib.sha256(SEAL + canonical(head) + tree).hexdigest()
