"""Why what came of a call cannot be written down; the sentences are in `sentences.bel_alvast`."""

from __future__ import annotations

from vliegwiel.kern.refusals import NotAllowed, Refusal


class NotYourCard(NotAllowed):
    """Not something this colleague, or a team of theirs, is asked to call about."""

    code = "belletje_niet_van_jou"


class AlreadyCalled(Refusal):
    """A colleague was first (naam, dag), or this colleague was: belletje_zelf_al_gedaan (dag)."""

    code = "belletje_al_gedaan"


class NoLongerNeeded(Refusal):
    """The cause is gone: another end, or nobody to call."""

    code = "belletje_niet_meer_nodig"


class WrongDay(Refusal):
    """belletje_dag_voorbij, belletje_dag_te_laat (dag), belletje_stap_voorbij."""

    def __init__(self, code: str, /, field: str, **params: str) -> None:
        super().__init__(code, **params)
        self.field = field


class CannotKeepGuide(NotAllowed):
    """What to say is written by who leads or makes policy."""

    code = "belwijzer_niet_bevoegd"


class GuideChanged(Refusal):
    """A colleague wrote another version meanwhile; both are on the screen."""

    code = "belwijzer_botsing"


class CannotSetWeeks(NotAllowed):
    """When to call is set by who leads or keeps the system."""

    code = "belweken_niet_bevoegd"
