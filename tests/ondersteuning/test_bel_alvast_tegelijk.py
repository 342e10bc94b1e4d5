"""Two turns of the klok, and two colleagues of one team, at the same moment: one card, one call."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.cast import Cast
from tests.committed import acting, at_once, committed_cast  # noqa: F401
from tests.ondersteuning.bel import ending, make_team, noon, open_points, the_point, turn
from tests.ondersteuning.gezin import NOW, TODAY
from vliegwiel.kern.clock import now
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import as_gemeente, request_transaction
from vliegwiel.ondersteuning.actions.bel_alvast import record_belletje
from vliegwiel.ondersteuning.models import Belletje, Contactmoment
from vliegwiel.samenspel.public import Aandachtspunt, bring_up_to_date


def test_two_turns_at_once_make_one_card_each(committed_cast: Cast) -> None:  # noqa: F811
    cast = committed_cast
    with acting(cast):
        make_team(cast, "Aanmeldteam", "lotte")
        for n in range(6):
            ending(cast, f"Mens{n}", eind=TODAY + timedelta(days=20 + n))
        gemeente = cast.gemeenten["lindebeek"].pk

    def deed() -> Any:
        with as_gemeente(gemeente):
            return bring_up_to_date(gemeente, noon(TODAY), "bel_alvast")

    given = at_once(NOW, *[deed] * 3)
    assert [it for it in given if isinstance(it, Exception)] == []
    with acting(cast):
        points = open_points(cast)
        assert len(points) == len({it.object for it in points}) == 6


def test_two_colleagues_at_once_give_one_call(committed_cast: Cast) -> None:  # noqa: F811
    cast = committed_cast
    with acting(cast):
        ending(cast)
        make_team(cast, "Aanmeldteam", "samira", "tarik", "gijs")
        turn(cast)
        point = the_point(cast)

    def says(naam: str) -> Any:
        def deed() -> Any:
            with request_transaction(writes=True):
                by = cast.kijker_of(naam, purpose=Purpose.ONDERSTEUNEN)
                row = Aandachtspunt.objects.get(gemeente_id=by.gemeente_id, pk=point.pk)
                return record_belletje(by=by, now=now(), punt=row, uitkomst="verlengen", stap="Regelt het")

        return deed

    given = at_once(NOW, *[says(naam) for naam in ("samira", "tarik", "gijs")])
    kinds = sorted(type(it).__name__ for it in given)
    assert kinds == ["AlreadyCalled", "AlreadyCalled", "Belletje"]
    with acting(cast):
        assert (Belletje.objects.count(), Contactmoment.objects.count()) == (1, 1)
