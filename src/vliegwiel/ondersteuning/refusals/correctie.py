"""Why something about a correction is not possible."""

from vliegwiel.kern.refusals import NotAllowed, Refusal


class NobodyHolds(Refusal):
    """Nobody works with this household: there is nobody to hand the words to."""

    code = "correctie_niemand"
    field = "woorden"


class NotYourCorrection(NotAllowed):
    """Only the holder of the question, or who keeps the overview, answers."""

    code = "correctie_niet_van_jou"


class AlreadyAnswered(Refusal):
    code = "correctie_beantwoord"


class ReasonMissing(Refusal):
    """A refusal has a reason, in words the resident reads."""

    code = "correctie_reden"
    field = "reden"


class NotYourHome(NotAllowed):
    """A resident only speaks about where they live themselves."""

    code = "niet_jouw_huis"
