"""What can be refused about contact; the sentences are in `sentences.mensen`."""

from __future__ import annotations

from vliegwiel.kern.refusals import NotAllowed, Refusal


class CannotLog(NotAllowed):
    """contact_niet_bevoegd: contact is written down by who works with this household, in their own domain."""

    code = "contact_niet_bevoegd"


class NotHere(Refusal):
    """contact_persoon_onbekend: that person does not live here (today), or not for this kijker."""

    code = "contact_persoon_onbekend"
    field = "persoon"


class NotYet(Refusal):
    """contact_later: contact is written down after it happened."""

    code = "contact_later"
    field = "dag"
