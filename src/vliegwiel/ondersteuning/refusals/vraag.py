"""Why somebody cannot do this with a question, or with a warme overdracht; the sentences are in `sentences.vraag`."""

from __future__ import annotations

from typing import Any

from vliegwiel.kern.refusals import NotAllowed, Refusal


class CannotAnswerQuestions(NotAllowed):
    """Only who answers questions or works with people."""

    code = "vraag_niet_bevoegd"


class CannotMakePlan(NotAllowed):
    """Opening a household is for who works with people."""

    code = "plan_niet_bevoegd"


class NotNow(Refusal):
    """vraag_niet_meer_open, vraag_niet_bij_jou, vraag_al_genomen, overdracht_loopt, overdracht_loopt_al,
    overdracht_voorbij, overdracht_niet_voor_jou, overdracht_aan_niemand."""

    def __init__(self, code: str, /, field: str | None = None, **params: Any) -> None:
        super().__init__(code, **params)
        self.field = field


class NothingSaid(Refusal):
    """There are no words yet."""

    code = "vraag_zonder_woorden"
    field = "woorden"


class WithoutReason(Refusal):
    """Giving back has a reason."""

    code = "teruggeven_zonder_reden"
    field = "reden"


class WrongDay(Refusal):
    """The day of the talk has passed already."""

    code = "gesprek_voorbij"
    field = "gesprek_op"


class PersonUnknown(Refusal):
    """Not somebody this colleague may know of."""

    code = "vraag_persoon_onbekend"
    field = "persoon"


class NoTeam(Refusal):
    """There is no team that answers questions from outside."""

    code = "vraag_zonder_team"


class WrongCorrection(Refusal):
    """A correction is answered, not finished."""

    code = "correctie_eerst_antwoorden"


class NothingAdvised(Refusal):
    """Done, but nobody can read with what."""

    code = "klaar_zonder_advies"
    field = "eerste_advies"


class NotYourQuestion(NotAllowed):
    """Not a question of this kijker."""

    code = "vraag_niet_van_jou"


class NotContact(NotAllowed):
    """Only who is vaste contactpersoon or coordinator hands that on."""

    code = "overdracht_geen_regie"
