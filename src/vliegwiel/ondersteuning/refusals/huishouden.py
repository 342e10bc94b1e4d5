"""What can be refused about a household and who belongs to it; the sentences are in `sentences.plan`."""

from __future__ import annotations

from vliegwiel.kern.refusals import NotAllowed, Refusal


class CannotOpen(NotAllowed):
    """huishouden_niet_bevoegd: only a colleague who works with people opens a household."""

    code = "huishouden_niet_bevoegd"


class HouseholdIncomplete(Refusal):
    """huishouden_zonder_mensen, huishouden_zonder_betrokkenheid, domein_onbekend."""

    def __init__(self, code: str, /, field: str | None = None, **params: object) -> None:
        super().__init__(code, **params)
        self.field = field


class CannotChange(NotAllowed):
    """mensen_niet_bevoegd: who lives here is kept by who works with this household."""

    code = "mensen_niet_bevoegd"


class WrongTurn(Refusal):
    """woont_er_al, einde_voor_begin, al_vertrokken, dag_in_de_toekomst, zichzelf, persoon_onbekend."""

    def __init__(self, code: str, /, field: str | None = None, **params: object) -> None:
        super().__init__(code, **params)
        self.field = field
