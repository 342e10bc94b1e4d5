"""Who may do what with a question. Pairs: `require_can_…` raises, `can_…` asks."""

from __future__ import annotations

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.ondersteuning.refusals.vraag import CannotAnswerQuestions, CannotMakePlan
from vliegwiel.privacy.public import HEEFT_WERK, WERKT, role_sees


def can_answer(kijker: Kijker) -> bool:
    """Colleagues who answer questions: taking one, advising, handing on."""
    has_work = kijker.medewerker is not None and not kijker.rollen.isdisjoint(HEEFT_WERK)
    return has_work and role_sees(kijker.rollen)


def require_can_answer(kijker: Kijker) -> None:
    if not can_answer(kijker):
        raise CannotAnswerQuestions


def can_make_plan(kijker: Kijker) -> bool:
    """Opening a household is for who works with people (as `open_household` says)."""
    return can_answer(kijker) and not kijker.rollen.isdisjoint(WERKT)


def require_can_make_plan(kijker: Kijker) -> None:
    if not can_make_plan(kijker):
        raise CannotMakePlan
