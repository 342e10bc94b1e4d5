"""How many households have a goal that contributes to a Doel, as it may be told. Free of Django.

The number is of now, so two moments could be subtracted: it is told in whole tens, rounded down, and from ten.
"""

STAP = 10


def in_tens(aantal: int) -> int | None:
    """The number rounded down to tens; None when it is not told."""
    return aantal // STAP * STAP or None
