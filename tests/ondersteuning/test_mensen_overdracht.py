"""A colleague leaves: every household they work with gets the successor, and nobody is forgotten."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.cast import Cast
from tests.ondersteuning.gezin import NOW, TODAY, block, involve, make_household
from vliegwiel.gemeenschap.actions.people import end_colleague
from vliegwiel.gemeenschap.models import Medewerker
from vliegwiel.gemeenschap.refusals import SuccessorNeeded
from vliegwiel.kern.marks import Purpose
from vliegwiel.ondersteuning.home.mensen import households_of
from vliegwiel.ondersteuning.refusals.mensen import SuccessorDoesNotFit
from vliegwiel.privacy.models import Betrokkenheid
from vliegwiel.privacy.public import dossiers


def stop(cast: Cast, wie: str, opvolger: Any) -> Medewerker:
    by = cast.kijker_of("ravi", purpose=Purpose.BEHEER)
    return end_colleague(by=by, now=NOW, medewerker=cast.medewerkers[wie], einddatum=TODAY, opvolger=opvolger)


def sees(cast: Cast, wie: str, gezin: Any) -> bool:
    kijker = cast.kijker_of(wie, purpose=Purpose.ONDERSTEUNEN)
    return dossiers(kijker, NOW).filter(pk=gezin.dossier.pk).exists()


def test_regie_and_work_go_to_the_successor_at_once(cast: Cast) -> None:
    gezin = make_household(cast.here())
    tarik, gijs = cast.medewerkers["tarik"], cast.medewerkers["gijs"]
    involve(gezin, tarik, regie="vaste_contactpersoon")
    involve(gezin, tarik, "wmo", einddatum=date(2026, 6, 1))
    involve(gezin, tarik, "jeugd", begindatum=date(2026, 4, 1))
    involve(gezin, tarik, "welzijn", einddatum=date(2026, 2, 1))  # over already
    open_work = households_of(cast.kijker_of("ravi", purpose=Purpose.BEHEER), tarik)
    assert open_work and open_work.aantal == 3
    stop(cast, "tarik", gijs)
    assert not Betrokkenheid.objects.filter(medewerker=tarik, beeindigd_op=None, einddatum=None).exists()
    new = Betrokkenheid.objects.filter(medewerker=gijs).values_list(
        "soort", "domein", "begindatum", "einddatum"
    )
    assert set(new) == {
        ("vaste_contactpersoon", "", TODAY, None),
        ("uitvoering", "wmo", TODAY, date(2026, 6, 1)),
        ("uitvoering", "jeugd", date(2026, 4, 1), None),
    }
    assert sees(cast, "gijs", gezin) and not sees(cast, "tarik", gezin)


def test_without_a_successor_nobody_leaves(cast: Cast) -> None:
    gezin = make_household(cast.here())
    involve(gezin, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    with pytest.raises(SuccessorNeeded):
        stop(cast, "tarik", None)
    assert sees(cast, "tarik", gezin)


@pytest.mark.parametrize("wie", ["wim", "mila", "lotte"])
def test_who_does_not_keep_an_overview_takes_no_regie(cast: Cast, wie: str) -> None:
    gezin = make_household(cast.here())
    involve(gezin, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    with pytest.raises(SuccessorDoesNotFit):
        stop(cast, "tarik", cast.medewerkers[wie])
    assert sees(cast, "tarik", gezin)


def test_who_is_kept_out_takes_nothing_over(cast: Cast) -> None:
    gezin = make_household(cast.here())
    involve(gezin, cast.medewerkers["tarik"], "wmo")
    block(gezin["Fatma"], cast.medewerkers["samira"], "familie")
    with pytest.raises(SuccessorDoesNotFit):
        stop(cast, "tarik", cast.medewerkers["samira"])
    assert sees(cast, "tarik", gezin)


def test_what_the_successor_has_already_is_not_doubled(cast: Cast) -> None:
    gezin = make_household(cast.here())
    for wie in ("tarik", "samira"):
        involve(gezin, cast.medewerkers[wie], "wmo")
    stop(cast, "tarik", cast.medewerkers["samira"])
    assert Betrokkenheid.objects.filter(medewerker=cast.medewerkers["samira"]).count() == 1
