"""How many households have a plan, and a goal that contributes to a Doel, as it may be kept and told. Free of Django.

Told in whole tens, rounded down, and from ten; what is under ten is not there at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

STAP = 10


def in_tens(aantal: int) -> int | None:
    """The number rounded down to tens; None when it is not told."""
    return aantal // STAP * STAP or None


def as_beeld(plannen: int, per_doel: Mapping[UUID, int]) -> dict[str, Any]:
    """What is kept of a quarter, in its Kwartaalbeeld: nothing that may not be told."""
    told = {str(doel): in_tens(aantal) for doel, aantal in per_doel.items()}
    return {"plannen": in_tens(plannen), "doelen": {doel: aantal for doel, aantal in told.items() if aantal}}
