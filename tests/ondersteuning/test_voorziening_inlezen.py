"""Facts from messages become provisions of people: who it is, what is stored, and what never happens by itself."""

from __future__ import annotations

import itertools
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.ondersteuning.gezin import NOW, TODAY, lives, make_household, make_person, make_voorziening
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Schrijflog
from vliegwiel.ondersteuning.actions.voorziening import apply_facts, resolve
from vliegwiel.ondersteuning.models import Adres, Huishouden, Plan, Voorziening, Voorzieningfeit
from vliegwiel.ondersteuning.rules.pakket import Mens, Pakket, Status, Uitkomst, Woonadres
from vliegwiel.ondersteuning.rules.voorziening import Orde, Start, Stop, Toewijzing
from vliegwiel.privacy.models import Betrokkene, Bsn, Dossier, Inzage, Inzageregel, Persoon, Wijziging
from vliegwiel.privacy.public import OnlyForMessages, collecting, persons_by_bsn

pytestmark = pytest.mark.django_db

FILE = UUID(int=7)
BSN, OTHER = "900092319", "900184590"
BORN = date(1948, 5, 6)
WIES = Mens(
    BSN, BORN, "Wies", "van der", "Berg", "0612345678", "", Woonadres("Lindelaan", "4", "1234ab", "Lindebeek")
)


def orde(day: date = date(2026, 1, 5)) -> Orde:
    return Orde(day, time(9, 30), day, "")


def toewijzing(day: date = date(2026, 1, 5), **fields: Any) -> Toewijzing:
    given: dict[str, Any] = {"ingangsdatum": date(2026, 1, 12), "einddatum": date(2026, 12, 12), **fields}
    return Toewijzing(orde(day), given.pop("categorie", "02"), **given)


def pakket(
    *feiten: Any, mens: Mens = WIES, nummer: str = "300201", wet: str = "wmo", **fields: Any
) -> Pakket:
    return Pakket(wet, nummer, feiten, FILE, mens, **fields)


@pytest.fixture
def bas(cast: Cast) -> Any:
    return cast.kijker_of("bas", purpose=Purpose.BERICHTEN)


def apply(bas: Any, *pakketten: Pakket) -> list[Uitkomst]:
    with collecting(route="test"):
        return apply_facts(by=bas, now=NOW, pakketten=pakketten)


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


def resolve_in(bas: Any, one: Pakket, zelfde: Any) -> Uitkomst:
    with collecting(route="test"):
        return resolve(by=bas, now=NOW, pakket=one, zelfde=zelfde)


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


def test_a_start_before_its_assignment_in_one_batch(bas: Any) -> None:
    start, first = apply(bas, pakket(Start(orde(), date(2026, 1, 12))), pakket(toewijzing()))
    assert (start.code, first.code) == (Status.BEKEND, Status.NIEUW)
    assert Voorziening.objects.get().begonnen_op == date(2026, 1, 12)


def test_another_kind_of_help_moves_to_its_domain(bas: Any) -> None:
    apply(bas, pakket(toewijzing(categorie="45"), wet="jeugd"))
    apply(bas, pakket(toewijzing(date(2026, 2, 1), categorie="48"), wet="jeugd"))
    assert Voorziening.objects.get().domein == "jeugdbescherming"
    assert dict(Wijziging.objects.values_list("veld", "domein"))["categorie"] == "jeugdbescherming"


def test_two_alike_without_number_in_one_file_are_not_made_one(bas: Any) -> None:
    mens = Mens(None, BORN, "Wies", "", "Berg")
    first, second = apply(bas, pakket(toewijzing(), mens=mens), pakket(toewijzing(), mens=mens, nummer="2"))
    assert (first.code, second.code, second.kandidaat) == (Status.NIEUW, Status.LIJKT_OP, first.dossier)


def test_a_file_that_says_the_same_again_is_no_news(bas: Any) -> None:
    mens = Mens(None, BORN, "Wies", "", "Berg")
    apply(bas, pakket(toewijzing(), mens=mens, bron="bestand"))
    later = toewijzing(date(2026, 3, 9))
    (outcome,) = apply(bas, pakket(later, mens=mens, bron="bestand"))
    assert (outcome.code, outcome.feiten) == (Status.BEKEND, 0)
    (outcome,) = apply(bas, pakket(toewijzing(date(2026, 3, 9), einddatum=None), mens=mens, bron="bestand"))
    assert outcome.feiten == 1
    assert Voorziening.objects.get().eind is None


def test_who_moved_out_is_not_put_back_in_that_household(bas: Any, cast: Cast) -> None:
    """What a message says of an ex does not come into the dossier they left."""
    left = make_household(cast.here(), "Berg", [])
    wies = make_person(cast.here(), "Wies Berg", BORN)
    lives(left, wies, einddatum=date(2026, 2, 1))
    involved(bas, cast, left, wies)
    (outcome,) = apply(bas, pakket(toewijzing()))
    assert outcome.code == Status.BEKEND
    assert outcome.dossier != left.dossier.pk
    assert Voorziening.objects.get().persoon_id == wies.pk
    assert Huishouden.objects.count() == 2


def involved(bas: Any, cast: Cast, gezin: Any, persoon: Any) -> None:
    from vliegwiel.privacy import bsn as stored
    from vliegwiel.privacy import sleutels

    key, text = sleutels.seal(BSN, about=stored.about(gezin.gemeente.pk, persoon.pk))
    Bsn.objects.create(
        gemeente=gezin.gemeente,
        persoon=persoon,
        sleutel_id=key,
        cijfertekst=text,
        blind=stored.blind(gezin.gemeente.pk, BSN),
    )


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
    involved(bas, cast, elsewhere, elsewhere["Wies"])
    make_voorziening(elsewhere, toewijzing="300201")
    cast.here()
    (outcome,) = apply(bas, pakket(toewijzing()))
    assert outcome.code == Status.NIEUW


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


def test_without_a_first_name_somebody_is_called_by_the_surname(bas: Any) -> None:
    apply(bas, pakket(toewijzing(), mens=Mens(BSN, BORN, "", "van", "Dam")))
    who = Persoon.objects.get()
    assert (who.voornaam, who.achternaam, who.naam) == ("van Dam", "", "van Dam")


def test_the_fact_holds_no_name_and_no_number(bas: Any) -> None:
    apply(bas, pakket(toewijzing()))
    told = str(Voorzieningfeit.objects.values().get()) + str(Schrijflog.objects.values())
    assert not any(word in told for word in (BSN, "Wies", "Berg", "0612345678"))
