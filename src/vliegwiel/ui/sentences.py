"""From a code with parameters to a sentence in the reader's language.

Rooms add their own sentences at start-up; a code without one is a mistake that a house test finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vliegwiel.kern.refusals import Refusal

_sentences: dict[str, str | Promise] = {
    "formulier_onbekend": _(
        "Deze pagina was te oud om te versturen. De tekst staat er nog. Verstuur het opnieuw."
    ),
    "niet_bevoegd": _("Dit kan hier niet. Vraag het aan wie de tafel begeleidt, of aan de beheerder."),
    "einde_voor_begin": _("De laatste dag ligt voor de eerste dag. Kies een latere laatste dag."),
}


def add(sentences: Mapping[str, str | Promise]) -> None:
    """Make a room's sentences known."""
    _sentences.update(sentences)


def codes() -> frozenset[str]:
    return frozenset(_sentences)


def sentence(code: str, params: Mapping[str, Any] | None = None) -> str:
    """The sentence for a code, with its parameters filled in."""
    return str(_sentences[code]) % (params or {})


def refusal_sentence(refusal: Refusal) -> str:
    return sentence(refusal.code, refusal.params)
