"""What a kijker may read of figures and beoogde effecten."""

from vliegwiel.effect.queries.beoogd import Getoond, beoogd, findings, look_at, with_figures
from vliegwiel.effect.queries.cijfer import (
    Reeks,
    filled,
    indicatoren,
    periods_to_publish,
    points,
    points_of,
    table_of_quarters,
    wijken,
)

__all__ = [
    "Getoond",
    "Reeks",
    "beoogd",
    "filled",
    "findings",
    "indicatoren",
    "look_at",
    "periods_to_publish",
    "points",
    "points_of",
    "table_of_quarters",
    "wijken",
    "with_figures",
]
