"""Two beheerders invite one person at the same moment: one account, one colleague, a sentence for the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.cast import HERE, THERE, Cast
from tests.committed import acting, at_once, committed_cast  # noqa: F401
from vliegwiel.gemeenschap import actions, refusals
from vliegwiel.gemeenschap.models import Medewerker
from vliegwiel.kern.clock import now
from vliegwiel.kern.database import request_transaction
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Account


def inviting(cast: Cast, naam: str, slug: str) -> Callable[[], Any]:
    def deed() -> Any:
        with request_transaction(writes=True):
            by = cast.kijker_of(naam, slug, purpose=Purpose.BEHEER)
            organisatie = cast.deelnames[
                f"Welzijn de Brug@{HERE}" if slug == HERE else f"Gemeente Waterrade@{THERE}"
            ]
            return actions.invite(
                by=by, now=now(), naam="Nora", email="nora@werk.example", organisatie=organisatie
            )

    return deed


def test_the_same_address_twice_in_one_gemeente(committed_cast: Cast) -> None:  # noqa: F811
    deed = inviting(committed_cast, "ravi", HERE)
    given = at_once(now(), *[deed] * 4)
    assert sorted(type(it).__name__ for it in given) == ["AlreadyColleague"] * 3 + ["Medewerker"]
    assert isinstance(next(it for it in given if isinstance(it, Exception)), refusals.AlreadyColleague)


def test_the_same_address_in_two_gemeenten(committed_cast: Cast) -> None:  # noqa: F811
    cast = committed_cast
    given = at_once(now(), inviting(cast, "ravi", HERE), inviting(cast, "greet", THERE))
    assert all(isinstance(it, Medewerker) for it in given), given
    with acting(cast):
        assert Account.objects.filter(email="nora@werk.example").count() == 1
