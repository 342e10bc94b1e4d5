"""A number as people write it: 12, 12,5 or 1.250,50. Free of Django."""

from __future__ import annotations

import re
from decimal import Decimal

MOST = Decimal(10) ** 11
_DUTCH = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2})?", re.ASCII)
_POINT = re.compile(r"-?[0-9]+\.[0-9]{1,2}", re.ASCII)


def read_number(text: str) -> Decimal:
    """At most two decimals. Raises ValueError for what is no number, or too large."""
    plain = text.strip().replace("\u00a0", "").replace(" ", "")
    if _DUTCH.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif not _POINT.fullmatch(plain):
        raise ValueError("no number")
    number = Decimal(plain)
    if abs(number) >= MOST:
        raise ValueError("too large")
    return number
