"""What a check found in a file: a code, a place, how bad it is. Never anything that stands in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Ernst(StrEnum):
    FOUT = "fout"  # the whole file is refused
    OPMERKING = "opmerking"  # the file is used, and somebody should know


@dataclass(frozen=True)
class Vondst:
    """`plaats` is an element path (or row and column); `params` hold names of elements and lists, limits, lines."""

    code: str
    plaats: str = ""
    ernst: Ernst = Ernst.FOUT
    params: Mapping[str, str | int] = field(default_factory=dict, hash=False)
