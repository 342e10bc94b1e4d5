"""What a person can be refused about doelen and the sentences of our course; the code says which rule."""

from __future__ import annotations

from typing import Any

from vliegwiel.kern.refusals import Refusal

# Where in its form a refusal belongs.
_FIELDS = {
    "koersdoel_leeg": "naam",
    "koersdoel_botsing": "naam",
    "koersdoel_soort_past_niet": "soort",
    "koersdoel_zelfde": "ander",
    "koersdoel_al_verbonden": "ander",
    "koersdoel_niet_naar_lager": "ander",
    "koersdoel_kring": "ander",
    "toetsvraag_ontbreekt": "toetsvraag",
}


class _WithField(Refusal):
    """The code says to which field of the form its sentence belongs."""

    def __init__(self, code: str | None = None, /, **params: Any) -> None:
        super().__init__(code, **params)
        self.field = _FIELDS.get(self.code)


class CannotKeepDoel(_WithField):
    """koersdoel_leeg, koersdoel_botsing, koersdoel_gestopt, koersdoel_te_veel, koersdoel_soort_past_niet {namen}."""

    code = "koersdoel_gestopt"


class CannotLinkDoelen(_WithField):
    """koersdoel_zelfde, koersdoel_gestopt, koersdoel_al_verbonden, koersdoel_te_veel_verbanden,
    koersdoel_niet_naar_lager {namen}, koersdoel_kring {namen}."""

    code = "koersdoel_al_verbonden"


class CannotKeepZin(_WithField):
    """toetsvraag_ontbreekt; koerszin_geldt_niet: it was let go already, or was never adopted."""

    code = "koerszin_geldt_niet"
