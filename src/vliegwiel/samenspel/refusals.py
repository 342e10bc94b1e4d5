"""One exception per thing a person can be refused at a table; the code says which rule."""

from __future__ import annotations

from typing import Any

from vliegwiel.kern.refusals import Refusal
from vliegwiel.samenspel.rules import Code

# Where in its form a refusal belongs.
_FIELDS = {
    "want_ontbreekt": "want",
    "tekst_leeg": "tekst",
    "tekst_gelijk": "tekst",
    "versie_botsing": "tekst",
    "reden_ontbreekt": "reden",
    "terugkijken_niet_later": "terugkijken_op",
    "partij_ontbreekt": "partij",
    "groep_is_organisatie": "groep",
    "zit_al_aan_tafel": "wie",
    "sluitdatum_voorbij": "sluitdatum",
}


class TafelRefusal(Refusal):
    """Base of the refusals at a table."""

    def __init__(self, code: str, /, **params: Any) -> None:
        super().__init__(code, **params)
        self.field = _FIELDS.get(code)


class CannotSeat(TafelRefusal):
    """zit_al_aan_tafel, partij_ontbreekt, zetel_niet_actief, laatste_begeleider."""


class CannotPropose(TafelRefusal):
    """niemand_gevraagd, sluitdatum_voorbij, tekst_leeg."""


class CannotPublish(TafelRefusal):
    """The codes of `rules.can_publish`."""


class CannotAnswer(TafelRefusal):
    """The codes of `rules.can_answer` and `rules.can_withdraw_nog_niet`."""


class CannotAsk(TafelRefusal):
    """The codes of `rules.can_ask`."""


class CannotRelease(TafelRefusal):
    """The codes of `rules.can_release`."""


class CannotAdopt(TafelRefusal):
    """The codes of `rules.can_adopt`."""


class CannotRetract(TafelRefusal):
    """The codes of `rules.can_retract`, and reden_ontbreekt."""


class CannotKeep(TafelRefusal):
    """niet_aangenomen, terugkijken_niet_later."""


class CannotFinish(TafelRefusal):
    """voorstel_nog_open."""


def refuse(kind: type[TafelRefusal], codes: list[Code]) -> None:
    """Raise for the first code, if there is one."""
    if codes:
        raise kind(codes[0].code, **codes[0].params)
