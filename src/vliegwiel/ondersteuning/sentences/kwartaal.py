"""What the codes say. The end of a quarter, when something was counted."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vliegwiel.ui.sentences import sentence

SENTENCES: dict[str, str | Promise] = {
    "kwartaal_eind.1": _("eind maart %(jaar)s"),
    "kwartaal_eind.2": _("eind juni %(jaar)s"),
    "kwartaal_eind.3": _("eind september %(jaar)s"),
    "kwartaal_eind.4": _("eind december %(jaar)s"),
}


def end_words(begin: date) -> str:
    """The end of the quarter that begins on this day: "eind juni 2026"."""
    return sentence(f"kwartaal_eind.{(begin.month + 2) // 3}", {"jaar": begin.year})
