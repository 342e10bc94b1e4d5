"""Periods, what is counted from the work, what may be shown, and what a row of figures says. Free of Django."""

from vliegwiel.effect.rules.beeld import Beeld, draw
from vliegwiel.effect.rules.getal import read_number
from vliegwiel.effect.rules.periode import (
    KWARTAAL,
    MAAND,
    Wrong,
    begin_of,
    code_of,
    is_over,
    last_day,
    latest,
    next_begin,
    read_code,
)
from vliegwiel.effect.rules.publiceren import GEHEEL, of_wijken, protect_inwoners, protect_werk
from vliegwiel.effect.rules.telling import AFGELEIDEN, ONDERWERPEN, Afgeleide, codes_of
from vliegwiel.effect.rules.versie import version_of
from vliegwiel.effect.rules.zien import Punt, Zin, start_value, wat_zien_we

__all__ = [
    "AFGELEIDEN",
    "GEHEEL",
    "KWARTAAL",
    "MAAND",
    "ONDERWERPEN",
    "Afgeleide",
    "Beeld",
    "Punt",
    "Wrong",
    "Zin",
    "begin_of",
    "code_of",
    "codes_of",
    "draw",
    "is_over",
    "last_day",
    "latest",
    "next_begin",
    "of_wijken",
    "protect_inwoners",
    "protect_werk",
    "read_code",
    "read_number",
    "start_value",
    "version_of",
    "wat_zien_we",
]
