"""What writing an opgave or an opdracht can be refused for; the code says which rule."""

from __future__ import annotations

from typing import Any

from vliegwiel.kern.refusals import NotAllowed, Refusal

# Where in its form a refusal belongs.
_FIELDS = {
    "opgave_botsing": "vraag",
    "opgave_zonder_titel": "titel",
    "opgave_zonder_vraag": "vraag",
    "budget_buiten": "budget",
    "opdracht_zonder_titel": "titel",
    "paragraaf_botsing": "tekst",
    "paragraaf_leeg": "tekst",
    "paragraaf_zonder_kop": "kop",
    "al_inschrijver": "deelname",
}


class OpdrachtRefusal(Refusal):
    """Base of the refusals in this room."""

    def __init__(self, code: str, /, **params: Any) -> None:
        super().__init__(code, **params)
        self.field = _FIELDS.get(code)


class NotForYou(NotAllowed):
    """An opgave is read by colleagues who take part in the content."""

    code = "opgave_niet_lezen"


class CannotSteer(NotAllowed):
    """An opgave, and who may bid on it, is written by who makes the policy of the gemeente; never by a bidder."""

    code = "opgave_niet_schrijven"


class CannotWriteHere(NotAllowed):
    """An opdracht is written by who sits at its running table, makes policy, and works for no possible bidder."""

    code = "opdracht_niet_schrijven"


class CannotKeepOpgave(OpdrachtRefusal):
    """opgave_botsing, opgave_zonder_titel, opgave_zonder_vraag, budget_buiten."""


class CannotMark(OpdrachtRefusal):
    """al_inschrijver, al_geen_inschrijver."""


class CannotStart(OpdrachtRefusal):
    """opdracht_zonder_titel, opdracht_tafel_van_huishouden."""


class CannotChangeText(OpdrachtRefusal):
    """opdracht_ligt_voor, opdracht_staat_vast, paragraaf_botsing, paragraaf_leeg, paragraaf_zonder_kop,
    paragraaf_weg, opdracht_vol."""


class CannotLayBefore(OpdrachtRefusal):
    """opdracht_ligt_voor, opdracht_staat_vast, opdracht_zonder_tekst, niemand_te_vragen."""


class CannotOpen(OpdrachtRefusal):
    """opdracht_niet_vastgesteld, opdracht_al_open."""


class CannotLookBackYet(OpdrachtRefusal):
    """opdracht_niet_vastgesteld."""


def refuse(kind: type[OpdrachtRefusal], code: str | None, **params: Any) -> None:
    """Raise when there is a code."""
    if code:
        raise kind(code, **params)
