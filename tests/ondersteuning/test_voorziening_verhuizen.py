"""Help follows its person to the household they move to, and nowhere else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.ondersteuning.gezin import (
    NOW,
    SINCE,
    TODAY,
    Gezin,
    involve,
    lives,
    make_household,
    make_voorziening,
)
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Schrijflog
from vliegwiel.ondersteuning.actions.huishouden_mensen import add_bewoner, end_stay, record_death
from vliegwiel.ondersteuning.actions.voorziening_verhuizen import follow_moves
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.privacy.models import Betrokkene, Wijziging

pytestmark = pytest.mark.django_db


@pytest.fixture
def samira(cast: Cast) -> Any:
    return cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN)


def homes(cast: Cast) -> tuple[Gezin, Gezin]:
    old, new = make_household(cast.here()), make_household(cast.here(), "Smit", ["Kim Smit"])
    for gezin in (old, new):
        involve(gezin, cast.medewerkers["samira"], "jeugd")
    return old, new


def leave(samira: Any, gezin: Gezin, wie: str, day: date = TODAY) -> None:
    stay = Betrokkene.objects.get(dossier=gezin.dossier, persoon=gezin[wie])
    end_stay(by=samira, now=NOW, dossier_id=gezin.dossier.pk, betrokkene_id=stay.pk, einddatum=day)


def where(row: Any) -> Any:
    return Voorziening.objects.get(pk=row.pk).dossier_id


def test_who_left_and_lives_elsewhere_takes_it_along(cast: Cast, samira: Any) -> None:
    old, new = homes(cast)
    row = make_voorziening(old, old["Emir"], wet="jeugd")
    of_mother = make_voorziening(old)
    lives(new, old["Emir"])
    leave(samira, old, "Emir")
    assert where(row) == new.dossier.pk
    assert where(of_mother) == old.dossier.pk
    told = Wijziging.objects.get(object=row.pk)
    assert (told.dossier_id, told.veld, told.na) == (old.dossier.pk, "dossier", new.dossier.nummer)
    assert Schrijflog.objects.get(actie="voorziening.verhuisd").parameters == {"aantal": 1}
    assert Voorziening.objects.get(pk=row.pk).gewijzigd_op == NOW  # the clock looks at it again


def test_also_when_the_new_home_comes_later(cast: Cast, samira: Any) -> None:
    old, new = homes(cast)
    row = make_voorziening(old, old["Emir"], wet="jeugd")
    leave(samira, old, "Emir", TODAY - timedelta(days=3))
    assert where(row) == old.dossier.pk  # nowhere to go
    add_bewoner(
        by=samira, now=NOW, dossier_id=new.dossier.pk, begindatum=TODAY, persoon=_known(cast, old["Emir"])
    )
    assert where(row) == new.dossier.pk


def _known(cast: Cast, persoon: Any) -> Any:
    """Somebody may be added by who knows them: Samira does, from another household."""
    third = make_household(cast.here(), "Oma", ["Truus Bos"])
    involve(third, cast.medewerkers["samira"], "jeugd")
    lives(third, persoon, begindatum=SINCE)
    Betrokkene.objects.filter(dossier=third.dossier, persoon=persoon).update(einddatum=TODAY)
    return persoon


def test_with_two_homes_it_stays(cast: Cast, samira: Any) -> None:
    old, new = homes(cast)
    row = make_voorziening(old, old["Emir"], wet="jeugd")
    third = make_household(cast.here(), "Oma", ["Truus Bos"])
    lives(new, old["Emir"])
    lives(third, old["Emir"])
    leave(samira, old, "Emir")
    assert where(row) == old.dossier.pk


def test_what_is_over_stays_with_where_it_was(cast: Cast, samira: Any) -> None:
    old, new = homes(cast)
    over = make_voorziening(old, old["Emir"], wet="jeugd", eind=TODAY - timedelta(days=1))
    undone = make_voorziening(old, old["Emir"], wet="jeugd", ingetrokken=True)
    lives(new, old["Emir"])
    leave(samira, old, "Emir")
    assert {where(over), where(undone)} == {old.dossier.pk}


def test_who_leaves_on_a_later_day_still_lives_here(cast: Cast, samira: Any) -> None:
    old, new = homes(cast)
    row = make_voorziening(old, old["Emir"], wet="jeugd")
    lives(new, old["Emir"])
    leave(samira, old, "Emir", TODAY + timedelta(days=10))
    assert where(row) == old.dossier.pk


def test_who_died_takes_nothing_along(cast: Cast, samira: Any) -> None:
    old, _ = homes(cast)
    row = make_voorziening(old)
    stay = Betrokkene.objects.get(dossier=old.dossier, persoon=old["Fatma"])
    record_death(by=samira, now=NOW, dossier_id=old.dossier.pk, betrokkene_id=stay.pk, overleden_op=TODAY)
    assert where(row) == old.dossier.pk


def test_on_the_day_that_was_written_down_the_klok_moves_it(cast: Cast, samira: Any) -> None:
    old, new = homes(cast)
    row = make_voorziening(old, old["Emir"], wet="jeugd")
    lives(new, old["Emir"])
    leave(samira, old, "Emir", TODAY + timedelta(days=5))
    assert where(row) == old.dossier.pk
    assert follow_moves(row.gemeente_id, NOW + timedelta(days=5)) == 0
    assert where(row) == old.dossier.pk
    assert follow_moves(row.gemeente_id, NOW + timedelta(days=6)) == 1
    assert where(row) == new.dossier.pk
    assert follow_moves(row.gemeente_id, NOW + timedelta(days=6)) == 0
    told = Wijziging.objects.get(object=row.pk)
    assert (told.dossier_id, told.door) == (old.dossier.pk, "Vliegwiel")
