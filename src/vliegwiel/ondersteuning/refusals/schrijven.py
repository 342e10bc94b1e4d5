"""What writing in a plan can be refused for; the code says which rule."""

from __future__ import annotations

from typing import Any

from vliegwiel.kern.refusals import NotAllowed, Refusal

_FIELDS = {
    "deel_leeg": "tekst",
    "deel_botsing": "tekst",
    "doel_leeg": "tekst",
    "doel_botsing": "tekst",
    "eigen_woorden_wens": "op_wens",
    "eigen_woorden_zonder_mens": "persoon",
    "domein_niet_van_jou": "domein",
    "niet_van_dit_huishouden": "persoon",
    "score_buiten": "score",
    "doel_woord_ontbreekt": "woord",
    "sluiten_zonder_reden": "reden",
    "plan_tekst_leeg": "tekst",
    "doel_onbekend": "doel",
}


class PlanRefusal(Refusal):
    """Base of the refusals when writing in a plan."""

    def __init__(self, code: str, /, **params: Any) -> None:
        super().__init__(code, **params)
        self.field = _FIELDS.get(code)


class CannotWrite(NotAllowed):
    """Only who works with this household writes in its plan, in what they may read themselves."""

    code = "plan_niet_schrijven"


class NotYourDeel(NotAllowed):
    """Only who wrote a part seals it."""

    code = "deel_niet_van_jou"


class NotInCharge(NotAllowed):
    """Only who keeps the overview closes a plan."""

    code = "plan_niet_sluiten"


class PlanClosed(PlanRefusal):
    """plan_gesloten."""


class CannotKeepDeel(PlanRefusal):
    """deel_leeg, deel_botsing, eigen_woorden_wens, eigen_woorden_zonder_mens, domein_niet_van_jou,
    niet_van_dit_huishouden, deel_vervallen."""


class CannotKeepDoel(PlanRefusal):
    """doel_leeg, doel_botsing, score_buiten, domein_niet_van_jou, niet_van_dit_huishouden, doel_klaar,
    doel_woord_ontbreekt."""


class CannotLink(PlanRefusal):
    """doel_onbekend."""


class CannotClose(PlanRefusal):
    """sluiten_zonder_reden, afspraken_open."""


class CannotPropose(PlanRefusal):
    """plan_tekst_leeg."""
