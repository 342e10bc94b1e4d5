"""Why what came of a call cannot be written down; the sentences are in `sentences.bel_alvast`."""

from __future__ import annotations

from vliegwiel.kern.refusals import NotAllowed, Refusal


class NotYourCard(NotAllowed):
    """Not something this colleague, or a team of theirs, is asked to call about."""

    code = "belletje_niet_van_jou"


class AlreadyCalled(Refusal):
    """A colleague was first: who, and on which day (naam, dag)."""

    code = "belletje_al_gedaan"


class NoLongerNeeded(Refusal):
    """The cause is gone: another end, or nobody to call."""

    code = "belletje_niet_meer_nodig"


class WrongDay(Refusal):
    """belletje_dag_ontbreekt, belletje_dag_voorbij, belletje_dag_na_eind (dag), belletje_stap_voorbij."""

    field = "weer_dag"

    def __init__(self, code: str, /, field: str = "weer_dag", **params: str) -> None:
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
