"""A household begins: everything that hangs together is there, and nobody else may make one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.ondersteuning.gezin import NOW, TODAY, make_person
from vliegwiel.kern.codes import Purpose

PEOPLE = [
    {"voornaam": "Fatma", "achternaam": "Yilmaz", "telefoon": "06 12345678"},
    {"voornaam": "Emir", "geboortedatum": date(2017, 9, 1)},
]


def _open(cast: Any, naam: str = "samira", **fields: Any) -> Any:
    from vliegwiel.ondersteuning.actions.huishouden import open_household

    fields = {"personen": PEOPLE, "domeinen": ["jeugd"], "vaste_contactpersoon": True, **fields}
    by = cast.kijker_of(naam, purpose=Purpose.ONDERSTEUNEN)
    return open_household(by=by, now=NOW, naam="Familie Yilmaz", **fields)


def test_everything_of_a_household_is_made_at_once(cast: Any) -> None:
    from vliegwiel.ondersteuning.models import Huishouden, Plan
    from vliegwiel.privacy.models import Betrokkene, Betrokkenheid

    dossier = _open(cast)
    assert dossier.nummer == "L-2026-00001"
    assert Huishouden.objects.get(dossier=dossier).zoektekst
    assert Plan.objects.get(dossier=dossier).begonnen_op == TODAY
    lives = Betrokkene.objects.filter(dossier=dossier).order_by("volgorde")
    assert [row.persoon.voornaam for row in lives] == ["Fatma", "Emir"]
    assert lives[0].persoon.zoektekst == "fatma yilmaz"
    kinds = {(row.soort, row.domein) for row in Betrokkenheid.objects.filter(dossier=dossier)}
    assert kinds == {("uitvoering", "jeugd"), ("vaste_contactpersoon", "")}


def test_numbers_follow_each_other_and_somebody_known_is_not_made_twice(cast: Any) -> None:
    from vliegwiel.privacy.models import Persoon

    known = make_person(cast.here(), "Emir Yilmaz")
    first, second = _open(cast), _open(cast, personen=[{"persoon": known}])
    assert (first.nummer, second.nummer) == ("L-2026-00001", "L-2026-00002")
    assert Persoon.objects.filter(achternaam="Yilmaz", voornaam="Emir").count() == 1


@pytest.mark.parametrize("naam", ["lotte", "mila", "ravi", "ellen", "wim", "bas", "bakker"])
def test_only_who_works_with_people_opens_one(cast: Any, naam: str) -> None:
    from vliegwiel.ondersteuning.refusals.huishouden import CannotOpen

    with pytest.raises(CannotOpen):
        _open(cast, naam)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"personen": []}, "huishouden_zonder_mensen"),
        ({"domeinen": [], "vaste_contactpersoon": False}, "huishouden_zonder_betrokkenheid"),
        ({"domeinen": ["bouwen"]}, "domein_onbekend"),
    ],
)
def test_a_household_without_people_or_without_us_is_refused(cast: Any, fields: Any, code: str) -> None:
    from vliegwiel.ondersteuning.refusals.huishouden import HouseholdIncomplete

    with pytest.raises(HouseholdIncomplete) as refused:
        _open(cast, **fields)
    assert refused.value.code == code
