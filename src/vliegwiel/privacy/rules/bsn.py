"""A burgerservicenummer: nine digits that pass the elfproef (Besluit burgerservicenummer, artikel 2)."""

from __future__ import annotations

from collections.abc import Sequence

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def clean_bsn(typed: str) -> str | None:
    """The nine digits of what was typed (spaces, points and dashes may stand between), or None if it cannot be one."""
    digits = "".join(character for character in typed if character not in " .-\u00a0")
    if not (digits.isascii() and digits.isdecimal() and len(digits) in (8, 9)):
        return None
    digits = digits.zfill(9)
    return digits if _passes([int(digit) for digit in digits]) else None


def _passes(digits: Sequence[int]) -> bool:
    total = sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True))
    return any(digits) and total % 11 == 0
