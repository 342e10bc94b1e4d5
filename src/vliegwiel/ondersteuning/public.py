"""Front door of ondersteuning: what the pages without a log-in need, and what is read in from messages."""

from vliegwiel.ondersteuning.access.bel_alvast import can_read_effect as can_read_wat_kwam_ervan
from vliegwiel.ondersteuning.actions.beeld import freeze_quarters, quarters_due
from vliegwiel.ondersteuning.actions.voorziening import apply_facts, resolve
from vliegwiel.ondersteuning.actions.vraag import Buiten, ask_openly
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.ondersteuning.queries.tellen import (
    Kwartaaltelling,
    counts_anything,
    goals_reached,
    help_ended,
)
from vliegwiel.ondersteuning.queries.vraag_mensen import vraag_team
from vliegwiel.ondersteuning.rules.pakket import (
    TERZIJDE,
    Mens,
    Pakket,
    Status,
    Uitkomst,
    Woonadres,
    as_json,
    from_json,
    soort_of,
)
from vliegwiel.ondersteuning.rules.voorziening import Feit, Orde, Start, Stop, Toewijzing, Wet, categories

__all__ = [
    "TERZIJDE",
    "Buiten",
    "Feit",
    "Kwartaaltelling",
    "Mens",
    "Orde",
    "Pakket",
    "Start",
    "Status",
    "Stop",
    "Toewijzing",
    "Uitkomst",
    "Voorziening",
    "Wet",
    "Woonadres",
    "apply_facts",
    "as_json",
    "ask_openly",
    "can_read_wat_kwam_ervan",
    "categories",
    "counts_anything",
    "freeze_quarters",
    "from_json",
    "goals_reached",
    "help_ended",
    "quarters_due",
    "resolve",
    "soort_of",
    "vraag_team",
]
