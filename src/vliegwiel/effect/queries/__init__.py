"""What a kijker may read of figures and beoogde effecten."""

from vliegwiel.effect.queries.beoogd import Getoond, agreed, beoogd, findings, with_figures
from vliegwiel.effect.queries.cijfer import (
    Ingevuld,
    Periode,
    Reeks,
    filled,
    filled_in,
    indicatoren,
    periods_to_publish,
    points,
    points_of,
    published,
    reads_figures,
    standing,
    table_of_quarters,
    wijken,
)

__all__ = [
    "Getoond",
    "Ingevuld",
    "Periode",
    "Reeks",
    "agreed",
    "beoogd",
    "filled",
    "filled_in",
    "findings",
    "indicatoren",
    "periods_to_publish",
    "points",
    "points_of",
    "published",
    "reads_figures",
    "standing",
    "table_of_quarters",
    "wijken",
    "with_figures",
]
