"""One exception per thing a person can be refused at a table; the code says which rule."""

from __future__ import annotations

from typing import Any

from vliegwiel.kern.refusals import NotAllowed, Refusal
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
    "woord_ontbreekt": "reden",
    "afspraak_leeg": "tekst",
    "doet_ontbreekt": "doet",
    "naam_ontbreekt": "wie_naam",
    "collega_ontbreekt": "medewerker",
    "collega_onbekend": "medewerker",
    "domein_niet_van_jou": "domein",
    "dag_ontbreekt": "wanneer",
    "verwachting_ontbreekt": "verwachting",
    "kijkdag_ontbreekt": "kijken_op",
    "kijkdag_niet_later": "kijken_op",
    "gebeurd_ontbreekt": "gebeurd",
    "oordeel_ontbreekt": "oordeel",
    "inhoud_ontbreekt": "inhoud",
    "uren_omgekeerd": "uren_tot",
    "uren_te_groot": "uren_tot",
    "euro_omgekeerd": "euro_tot",
    "euro_te_groot": "euro_tot",
    "doener_niet_aan_tafel": "doener",
    "gekomen_ontbreekt": "gekomen",
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


class CannotAgree(TafelRefusal):
    """afspraak_leeg, doet_ontbreekt, naam_ontbreekt, collega_ontbreekt, collega_onbekend, domein_niet_van_jou."""


class CannotChangeAfspraak(TafelRefusal):
    """The codes of `rules.afspraak.can`, and afspraak_botsing."""


class NotYourAfspraak(NotAllowed):
    """Only who gave it, who does it, or who keeps the overview; a teamleider divides within the own team."""

    code = "niet_jouw_afspraak"


class CannotContribute(TafelRefusal):
    """The codes of `rules.bijdrage` and `access.lack_to_offer`, bijdrage_botsing, doener_niet_aan_tafel,
    gekomen_ontbreekt."""


class CannotLookBack(TafelRefusal):
    """The codes of `rules.terugblik`; on a Voorstel also niet_aangenomen and tafel_van_huishouden."""


class NotYourAttention(NotAllowed):
    """What asks attention of others, or is gone."""

    code = "niet_jouw_aandacht"


class CannotPutOff(TafelRefusal):
    """The codes of `rules.aandachtspunt.can_put_off`."""


def refuse(kind: type[TafelRefusal], codes: list[Code]) -> None:
    """Raise for the first code, if there is one."""
    if codes:
        raise kind(codes[0].code, **codes[0].params)
