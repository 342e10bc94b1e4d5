"""Facts from messages become provisions: what is stored, folded, told, and in how many questions."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.ondersteuning.feiten import (
    BORN,
    BSN,
    OTHER,
    WIES,
    apply,
    orde,
    pakket,
    toewijzing,
)
from tests.ondersteuning.gezin import TODAY
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Schrijflog
from vliegwiel.ondersteuning.models import Adres, Huishouden, Plan, Voorziening, Voorzieningfeit
from vliegwiel.ondersteuning.rules.pakket import Mens, Pakket, Status, Uitkomst
from vliegwiel.ondersteuning.rules.voorziening import Start, Stop, Toewijzing
from vliegwiel.privacy.models import Betrokkene, Bsn, Dossier, Persoon, Wijziging

pytestmark = pytest.mark.django_db


@pytest.fixture
def bas(cast: Cast) -> Any:
    return cast.kijker_of("bas", purpose=Purpose.BERICHTEN)


def test_somebody_new_gets_a_household_of_their_own_and_no_plan(bas: Any) -> None:
    (outcome,) = apply(bas, pakket(toewijzing()))
    assert outcome.code == Status.NIEUW and outcome.feiten == 1
    row = Voorziening.objects.get()
    assert (row.pk, row.dossier_id) == (outcome.voorziening, outcome.dossier)
    assert (row.persoon.naam, row.domein, row.eind) == ("Wies van der Berg", "wmo", date(2026, 12, 12))
    assert row.persoon.zoektekst and row.persoon.telefoon == "0612345678"
    assert Betrokkene.objects.get().begindatum == TODAY
    home = Huishouden.objects.get()
    assert (home.naam, home.dossier.nummer) == ("Wies van der Berg", "L-2026-00001")
    assert "00001" in home.zoektekst
    assert Adres.objects.get().postcode == "1234AB"
    assert not Plan.objects.exists()
    line = Schrijflog.objects.get(actie="voorziening.ingelezen")
    assert line.parameters == {"feiten": 1, "nieuw": 1}


def test_the_number_is_stored_unreadable_and_found_again(bas: Any) -> None:
    apply(bas, pakket(toewijzing()))
    row = Bsn.objects.get()
    assert BSN not in (row.cijfertekst, row.blind)
    (again,) = apply(bas, pakket(toewijzing(), nummer="300202"))
    assert again.code == Status.BEKEND
    assert Persoon.objects.count() == Dossier.objects.count() == 1
    assert Voorziening.objects.count() == 2


def test_one_person_twice_in_a_batch_is_one_person(bas: Any) -> None:
    first, second = apply(bas, pakket(toewijzing()), pakket(toewijzing(), nummer="300202"))
    assert (first.code, second.code) == (Status.NIEUW, Status.BEKEND)
    assert first.dossier == second.dossier
    assert Persoon.objects.count() == 1


def test_the_same_fact_twice_changes_nothing(bas: Any) -> None:
    apply(bas, pakket(toewijzing()))
    before = Voorziening.objects.values().get()
    (again,) = apply(bas, pakket(toewijzing(), toewijzing()))
    assert again.feiten == 0
    assert Voorziening.objects.values().get() == before
    assert Voorzieningfeit.objects.count() == 1
    assert not Wijziging.objects.exists()


def test_a_stop_changes_the_end_and_the_history_says_so(bas: Any) -> None:
    apply(bas, pakket(toewijzing()))
    stop = Stop(orde(date(2026, 3, 1)), date(2026, 1, 12), date(2026, 2, 27), "19")
    (outcome,) = apply(bas, pakket(stop))
    row = Voorziening.objects.get()
    assert (row.eind, row.gestopt_op, row.reden, row.stand) == (stop.einddatum, stop.einddatum, "19", 2)
    told = dict(Wijziging.objects.values_list("veld", "na"))
    days = {"eind": "2026-02-27", "gestopt_op": "2026-02-27", "begonnen_op": "2026-01-12"}
    assert told == {**days, "reden": "19"}
    assert outcome.code == Status.BEKEND


def test_any_order_of_arrival_comes_to_the_same_state(bas: Any) -> None:
    facts = [
        toewijzing(),
        toewijzing(date(2026, 2, 1), einddatum=date(2026, 8, 1), volume=120, eenheid="04", frequentie="2"),
        Start(orde(date(2026, 1, 14)), date(2026, 1, 13)),
        Stop(orde(date(2026, 3, 1)), date(2026, 1, 12), date(2026, 9, 1), "21"),
    ]
    states = set()
    for number, order in enumerate(itertools.permutations(facts)):
        if not isinstance(order[0], Toewijzing):
            continue  # kept aside until its assignment is there
        for fact in order:
            apply(bas, pakket(fact, nummer=f"9{number}"))
        row = Voorziening.objects.get(toewijzing=f"9{number}")
        states.add((row.eind, row.begonnen_op, row.reden, row.volume, tuple(row.opmerkingen), row.stand))
    assert len(states) == 1


def test_a_stop_without_its_assignment_is_kept_aside(bas: Any) -> None:
    (outcome,) = apply(bas, pakket(Stop(orde(), date(2026, 1, 12), date(2026, 2, 1))))
    assert outcome == Uitkomst(Status.TOEWIJZING_ONBEKEND)
    assert not Persoon.objects.exists()


def test_the_assignment_may_come_in_the_same_batch(bas: Any) -> None:
    first, second = apply(bas, pakket(toewijzing()), pakket(Start(orde(), date(2026, 1, 12))))
    assert first.voorziening == second.voorziening
    assert Voorziening.objects.get().begonnen_op == date(2026, 1, 12)


def test_the_same_number_in_both_acts_is_two_provisions(bas: Any) -> None:
    apply(bas, pakket(toewijzing()), pakket(toewijzing(categorie="48"), wet="jeugd"))
    assert set(Voorziening.objects.values_list("wet", "domein")) == {
        ("wmo", "wmo"),
        ("jeugd", "jeugdbescherming"),
    }


def test_a_start_before_its_assignment_in_one_batch(bas: Any) -> None:
    start, first = apply(bas, pakket(Start(orde(), date(2026, 1, 12))), pakket(toewijzing()))
    assert (start.code, first.code) == (Status.BEKEND, Status.NIEUW)
    assert Voorziening.objects.get().begonnen_op == date(2026, 1, 12)


def test_another_kind_of_help_moves_to_its_domain(bas: Any) -> None:
    apply(bas, pakket(toewijzing(categorie="45"), wet="jeugd"))
    apply(bas, pakket(toewijzing(date(2026, 2, 1), categorie="48"), wet="jeugd"))
    assert Voorziening.objects.get().domein == "jeugdbescherming"
    assert dict(Wijziging.objects.values_list("veld", "domein"))["categorie"] == "jeugdbescherming"


def test_that_it_was_protection_stays_with_who_may_know(bas: Any) -> None:
    """Whoever works in jeugd reads the help that it is now, and not from its history what it was."""
    apply(bas, pakket(toewijzing(categorie="48"), wet="jeugd"))
    apply(bas, pakket(toewijzing(date(2026, 2, 1), categorie="45"), wet="jeugd"))
    assert Voorziening.objects.get().domein == "jeugd"
    assert set(Wijziging.objects.values_list("domein", flat=True)) == {"jeugdbescherming"}
    apply(bas, pakket(toewijzing(date(2026, 2, 2), categorie="45", einddatum=None), wet="jeugd"))
    assert Wijziging.objects.get(veld="eind").domein == "jeugd"


def test_a_file_that_says_the_same_again_is_no_news(bas: Any) -> None:
    mens = Mens(None, BORN, "Wies", "", "Berg")
    apply(bas, pakket(toewijzing(), mens=mens, bron="bestand"))
    later = toewijzing(date(2026, 3, 9))
    (outcome,) = apply(bas, pakket(later, mens=mens, bron="bestand"))
    assert (outcome.code, outcome.feiten) == (Status.BEKEND, 0)
    (outcome,) = apply(bas, pakket(toewijzing(date(2026, 3, 9), einddatum=None), mens=mens, bron="bestand"))
    assert outcome.feiten == 1
    assert Voorziening.objects.get().eind is None


def test_the_provider_is_the_organisation_with_that_code(bas: Any, cast: Cast) -> None:
    from vliegwiel.gemeenschap.models import Agbcode

    brug = cast.deelnames["Welzijn de Brug@lindebeek"]
    Agbcode.objects.create(organisatie=brug.organisatie, code="12341234")
    known, unknown = apply(
        bas, pakket(toewijzing(aanbieder="12341234")), pakket(toewijzing(aanbieder="99999999"), nummer="2")
    )
    assert Voorziening.objects.get(toewijzing="300201").aanbieder == brug
    assert known.opmerkingen == ()
    assert unknown.opmerkingen == ("aanbieder_onbekend",)
    assert Voorziening.objects.get(toewijzing="2").agbcode == "99999999"


def test_an_organisation_of_another_gemeente_is_unknown(bas: Any, cast: Cast) -> None:
    from vliegwiel.gemeenschap.models import Agbcode

    there = cast.deelnames["Gemeente Waterrade@waterrade"]
    Agbcode.objects.create(organisatie=there.organisatie, code="12341234")
    (outcome,) = apply(bas, pakket(toewijzing(aanbieder="12341234")))
    assert outcome.opmerkingen == ("aanbieder_onbekend",)


def test_numbers_go_on_where_they_were(bas: Any, cast: Cast) -> None:
    for nummer in ("L-2026-00041", "L-2025-00900"):
        Dossier.objects.create(gemeente=cast.here(), nummer=nummer, geopend_op=TODAY)
    apply(bas, pakket(toewijzing()), pakket(toewijzing(), mens=Mens(OTHER, BORN, "A", "", "B"), nummer="2"))
    assert set(Dossier.objects.values_list("nummer", flat=True)) >= {"L-2026-00042", "L-2026-00043"}
    for nummer in ("L-2026-99999", "L-2026-100000"):
        Dossier.objects.create(gemeente=cast.here(), nummer=nummer, geopend_op=TODAY)
    apply(bas, pakket(toewijzing(), mens=Mens(None, BORN, "C", "", "D"), nummer="3"))
    assert Dossier.objects.filter(nummer="L-2026-100001").exists()


def many(count: int, start: int = 0) -> list[Pakket]:
    return [
        pakket(
            toewijzing(aanbieder="12341234"),
            mens=Mens(str(100000000 + start + i), BORN, "Wies", "", f"Berg{i}", adres=WIES.adres),
            nummer=f"{start + i}",
        )
        for i in range(count)
    ]


def test_a_fixed_number_of_questions(bas: Any) -> None:
    apply(bas, pakket(toewijzing(), nummer="x"))
    used = []
    for count in (2, 20):
        for batch in (many(count, count * 1000), many(count, count * 1000)):
            with CaptureQueriesContext(
                connection,
            ) as seen:
                apply(bas, *batch)
            used.append(len(seen))
    assert used[0] == used[2]
    assert used[1] == used[3]
    assert max(used) <= 30


def test_the_fact_holds_no_name_and_no_number(bas: Any) -> None:
    apply(bas, pakket(toewijzing()))
    told = str(Voorzieningfeit.objects.values().get()) + str(Schrijflog.objects.values())
    assert not any(word in told for word in (BSN, "Wies", "Berg", "0612345678"))
