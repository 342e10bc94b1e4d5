"""What can be refused about help that was assigned; the sentences are in `sentences.voorziening`."""

from __future__ import annotations

from vliegwiel.kern.refusals import NotAllowed, Refusal


class PlanIsThere(Refusal):
    """Somebody began a plan for this household already."""

    code = "plan_is_er_al"


class NotYourCard(NotAllowed):
    """Only who has the card, or somebody of the team that has it, in a role that works with people."""

    code = "oppakken_niet_van_jou"
