"""What a kijker may read of figures and beoogde effecten."""

from vliegwiel.effect.queries.beoogd import Getoond, beoogd, findings, with_figures
from vliegwiel.effect.queries.cijfer import (
    Reeks,
    filled,
    indicatoren,
    periods_to_publish,
    points,
    points_of,
    published,
    reads_figures,
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
    "periods_to_publish",
    "points",
    "points_of",
    "published",
    "reads_figures",
    "table_of_quarters",
    "wijken",
    "with_figures",
]
