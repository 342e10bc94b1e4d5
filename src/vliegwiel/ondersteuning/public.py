"""Front door of ondersteuning: what the pages without a log-in need."""

from vliegwiel.ondersteuning.actions.vraag import Buiten, ask_openly
from vliegwiel.ondersteuning.queries.vraag_mensen import vraag_team
from vliegwiel.ondersteuning.rules.voorziening import Feit, Orde, Stand, Start, Stop, Toewijzing, Wet, fold

__all__ = [
    "Buiten",
    "Feit",
    "Orde",
    "Stand",
    "Start",
    "Stop",
    "Toewijzing",
    "Wet",
    "ask_openly",
    "fold",
    "vraag_team",
]
