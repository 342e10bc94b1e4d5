"""Whom a message is about: somebody known, somebody new, or a question. Nobody is merged by itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.cast import Cast
from tests.ondersteuning.feiten import (
    BORN,
    BSN,
    OTHER,
    apply,
    give_number,
    orde,
    pakket,
    resolve_in,
    toewijzing,
)
from tests.ondersteuning.gezin import lives, make_household, make_person, make_voorziening
from vliegwiel.kern.codes import Purpose
from vliegwiel.ondersteuning.models import Huishouden, Voorziening
from vliegwiel.ondersteuning.rules.pakket import Mens, Status, Uitkomst
from vliegwiel.ondersteuning.rules.voorziening import Start
from vliegwiel.privacy.models import Inzage, Inzageregel, Persoon
from vliegwiel.privacy.public import OnlyForMessages, persons_by_bsn

pytestmark = pytest.mark.django_db


@pytest.fixture
def bas(cast: Cast) -> Any:
    return cast.kijker_of("bas", purpose=Purpose.BERICHTEN)


def test_the_number_with_another_birth_date_is_kept_aside(bas: Any) -> None:
    apply(bas, pakket(toewijzing()))
    other = Mens(BSN, date(1999, 1, 1), "Kim", "", "Smit")
    (outcome,) = apply(bas, pakket(toewijzing(), mens=other, nummer="300202"))
    known = Voorziening.objects.get().dossier_id
    assert outcome == Uitkomst(Status.GEBOORTEDATUM_ANDERS, kandidaat=known)
    (inside,) = apply(bas, pakket(Start(orde(), date(2026, 1, 12)), mens=other))
    assert inside == Uitkomst(Status.GEBOORTEDATUM_ANDERS, kandidaat=known)
    assert Voorziening.objects.get().begonnen_op is None


def test_a_known_assignment_of_another_person_is_kept_aside(bas: Any) -> None:
    apply(bas, pakket(toewijzing()))
    other = Mens(OTHER, BORN, "Wies", "van der", "Berg")
    (outcome,) = apply(bas, pakket(toewijzing(date(2026, 2, 2)), mens=other))
    assert outcome.code == Status.GEBOORTEDATUM_ANDERS
    assert Persoon.objects.count() == 1


def test_without_a_number_somebody_alike_is_a_proposal(bas: Any, cast: Cast) -> None:
    home = make_household(cast.here(), "Van den Berg", [("Louise Berg", BORN)])
    nameless = Mens(None, BORN, "Wies", "van der", "Berg-Smit")
    (outcome,) = apply(bas, pakket(toewijzing(), mens=nameless))
    assert (outcome.code, outcome.kandidaat) == (Status.LIJKT_OP, home.dossier.pk)
    assert not Voorziening.objects.exists()

    same = resolve_in(bas, pakket(toewijzing(), mens=nameless), home.dossier.pk)
    assert (same.code, same.dossier) == (Status.BEKEND, home.dossier.pk)
    assert Voorziening.objects.get().persoon_id == home["Louise"].pk


def test_somebody_else_after_all_is_somebody_new(bas: Any, cast: Cast) -> None:
    home = make_household(cast.here(), "Berg", [("Wies Berg", BORN)])
    outcome = resolve_in(bas, pakket(toewijzing(), mens=Mens(None, BORN, "Wies", "", "Berg")), None)
    assert outcome.code == Status.NIEUW
    assert outcome.dossier != home.dossier.pk


def test_the_same_is_only_who_looks_alike(bas: Any, cast: Cast) -> None:
    """An answer about a dossier where nobody alike lives (now) puts nothing there."""
    make_household(cast.here(), "Berg", [("Wies Berg", BORN)])
    elsewhere = make_household(cast.here(), "Smit", [("Kim Smit", date(1999, 1, 1))])
    nameless = Mens(None, BORN, "Wies", "", "Berg")
    assert resolve_in(bas, pakket(toewijzing(), mens=nameless), elsewhere.dossier.pk).code == Status.LIJKT_OP
    assert not Voorziening.objects.exists()


def test_without_number_and_nobody_alike_is_new(bas: Any, cast: Cast) -> None:
    make_household(cast.here(), "Berg", [("Wies Berg", date(1950, 1, 1)), ("Jan Bos", BORN)])
    (outcome,) = apply(bas, pakket(toewijzing(), mens=Mens(None, BORN, "Wies", "", "Berg")))
    assert outcome.code == Status.NIEUW


def test_a_number_of_nobody_and_somebody_alike_without_one_is_a_proposal(bas: Any, cast: Cast) -> None:
    """Households made by hand often have no number: a message about them makes no double of them by itself."""
    home = make_household(cast.here(), "Berg", [("Wies van der Berg", BORN)])
    (outcome,) = apply(bas, pakket(toewijzing()))
    assert (outcome.code, outcome.kandidaat) == (Status.LIJKT_OP, home.dossier.pk)
    same = resolve_in(bas, pakket(toewijzing()), home.dossier.pk)
    assert (same.code, Voorziening.objects.get().persoon_id) == (Status.BEKEND, home["Wies"].pk)
    (again,) = apply(bas, pakket(toewijzing(), nummer="300202"))
    assert (again.code, again.dossier) == (
        Status.BEKEND,
        home.dossier.pk,
    )  # by the number, which is theirs now


def test_or_somebody_else_after_all(bas: Any, cast: Cast) -> None:
    make_household(cast.here(), "Berg", [("Wies van der Berg", BORN)])
    assert resolve_in(bas, pakket(toewijzing()), None).code == Status.NIEUW
    assert Persoon.objects.count() == 2
    (again,) = apply(bas, pakket(toewijzing(), nummer="300202"))
    assert again.code == Status.BEKEND


def test_who_has_another_number_does_not_look_alike(bas: Any) -> None:
    """Twins, or two of one name: a number tells them apart."""
    apply(bas, pakket(toewijzing()))
    twin = Mens(OTHER, BORN, "Loes", "van der", "Berg")
    (outcome,) = apply(bas, pakket(toewijzing(), mens=twin, nummer="300202"))
    assert outcome.code == Status.NIEUW


def test_two_alike_without_number_in_one_file_are_not_made_one(bas: Any) -> None:
    mens = Mens(None, BORN, "Wies", "", "Berg")
    first, second = apply(bas, pakket(toewijzing(), mens=mens), pakket(toewijzing(), mens=mens, nummer="2"))
    assert (first.code, second.code, second.kandidaat) == (Status.NIEUW, Status.LIJKT_OP, first.dossier)


def test_who_moved_out_is_not_put_back_in_that_household(bas: Any, cast: Cast) -> None:
    """What a message says of an ex does not come into the dossier they left."""
    left = make_household(cast.here(), "Berg", [])
    wies = make_person(cast.here(), "Wies Berg", BORN)
    lives(left, wies, einddatum=date(2026, 2, 1))
    give_number(left, wies)
    (outcome,) = apply(bas, pakket(toewijzing()))
    assert outcome.code == Status.BEKEND
    assert outcome.dossier != left.dossier.pk
    assert Voorziening.objects.get().persoon_id == wies.pk
    assert Huishouden.objects.count() == 2


def test_who_was_read_is_logged(bas: Any, cast: Cast) -> None:
    apply(bas, pakket(toewijzing()))
    assert not Inzage.objects.exists()  # nobody was read yet
    apply(bas, pakket(Start(orde(), date(2026, 1, 12))))
    event = Inzage.objects.get()
    assert (event.doel, event.soort) == ("berichten", "zoeken")
    row = Voorziening.objects.get()
    assert Inzageregel.objects.values_list("persoon", "dossier").get() == (row.persoon_id, row.dossier_id)


@pytest.mark.parametrize("wie", ["samira", "lotte", "ravi", "ellen", "joke"])
def test_only_who_reads_messages_in_may(cast: Cast, wie: str) -> None:
    kijker = cast.kijker_of(wie, purpose=Purpose.BERICHTEN)
    with pytest.raises(OnlyForMessages):
        apply(kijker, pakket(toewijzing()))
    with pytest.raises(OnlyForMessages):
        persons_by_bsn(kijker, [BSN])


def test_only_for_that_purpose(cast: Cast) -> None:
    kijker = cast.kijker_of("bas", purpose=Purpose.OVERZICHT)
    with pytest.raises(OnlyForMessages):
        apply(kijker, pakket(toewijzing()))


def test_the_same_number_in_another_gemeente_is_nobody(bas: Any, cast: Cast) -> None:
    there = cast.here("waterrade")
    elsewhere = make_household(there, "Elders", [("Wies Berg", date(1901, 1, 1))])
    give_number(elsewhere, elsewhere["Wies"])
    make_voorziening(elsewhere, toewijzing="300201")
    cast.here()
    (outcome,) = apply(bas, pakket(toewijzing()))
    assert outcome.code == Status.NIEUW


def test_without_a_first_name_somebody_is_called_by_the_surname(bas: Any) -> None:
    apply(bas, pakket(toewijzing(), mens=Mens(BSN, BORN, "", "van", "Dam")))
    who = Persoon.objects.get()
    assert (who.voornaam, who.achternaam, who.naam) == ("van Dam", "", "van Dam")
