"""Days, ages and names of the small world."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from vliegwiel.kern.models import Account, Gemeente

# Half past midnight here is the day before in UTC: whoever takes the wrong day is one day off.
NOW = datetime(2026, 2, 28, 23, 30, tzinfo=UTC)
TODAY = date(2026, 3, 1)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
SINCE = date(2025, 1, 1)
DOMEINEN = ("wmo", "jeugd", "jeugdbescherming", "participatie", "schulden", "welzijn")
FIELDS = ("deelt_doelen", "deelt_afspraken", "deelt_inhoud", "deelt_adres")
HOLDS = ((TODAY - 9 * DAY, None), (TODAY, TODAY), (TODAY - 9 * DAY, TODAY + 9 * DAY))
NOT = ((TODAY - 9 * DAY, TODAY - DAY), (TODAY + DAY, None))
PERIODS = HOLDS + NOT
WORKERS = {"kim": "consulent", "pat": "partnermedewerker", "ted": "teamleider", "mo": "consulent"}
# Ages on the edge of 12, 16 and 18: today, and tomorrow. None: nobody knows.
BORN: dict[str, date | None] = {
    "c9": date(2016, 6, 1), "c11": date(2014, 3, 2), "c12": date(2014, 3, 1), "c15": date(2010, 3, 2),
    "c16": date(2010, 3, 1), "c17": date(2008, 3, 2), "c18": date(2008, 2, 29), "c?": None,
}  # fmt: skip
GEZAG = {"none": None, "now": HOLDS[1], "lost": NOT[0], "later": NOT[1]}
SOORTEN = ("", "mentor", "bewindvoerder", "volmacht")


@dataclass
class Klein:
    """What was made."""

    now: datetime = NOW
    gemeenten: dict[str, Gemeente] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    dossiers: dict[Any, list[Any]] = field(default_factory=dict)  # gemeente → its dossiers
    about: dict[str, Any] = field(default_factory=dict)  # the name of a household → its dossier
    mine: dict[str, list[Any]] = field(default_factory=dict)  # a resident → the dossiers to ask about
    tafels: dict[str, set[Any]] = field(
        default_factory=dict
    )  # a colleague → households at whose table they sit
    rond: Any = None  # opdrachten, and who may bid (`klein_rond`)
