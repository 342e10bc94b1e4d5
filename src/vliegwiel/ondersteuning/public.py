"""Front door of ondersteuning: what the pages without a log-in need."""

from vliegwiel.ondersteuning.actions.vraag import Buiten, ask_openly
from vliegwiel.ondersteuning.queries.vraag_mensen import vraag_team

__all__ = ["Buiten", "ask_openly", "vraag_team"]
