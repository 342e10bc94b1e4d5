"""A resident reads who called about their help, and what was agreed; nobody else's."""

from __future__ import annotations

from datetime import date

from tests.cast import Cast
from tests.ondersteuning.bel import make_team, turn, with_contact
from tests.ondersteuning.gezin import TODAY, client_of, lives, make_person, represents, resident
from tests.ondersteuning.test_bel_alvast_noteren import record
from vliegwiel.privacy.models import Inzageregel

PAGE = "/lindebeek/wie-doet-wat/"


def page_of(persoon: object) -> str:
    text: str = client_of(persoon.inwoner).get(PAGE).content.decode()  # type: ignore[attr-defined]
    return text


def test_the_resident_sees_who_called_and_what_was_agreed(cast: Cast) -> None:
    row = with_contact(cast)
    turn(cast)
    resident(row.persoon)
    record(cast, uitkomst="verlengen", regel="Anna wil graag dezelfde hulp houden")
    page = page_of(row.persoon)
    assert "Samira Kaya belde u op 10 maart over: hulp bij het huishouden." in page
    assert "Afgesproken: we regelen een verlenging." in page
    assert "Anna wil graag dezelfde hulp houden" in page
    cast.here()
    assert Inzageregel.objects.filter(persoon=row.persoon.pk, inzage__soort="eigen").exists()


def test_not_reached_says_when_again(cast: Cast) -> None:
    row = with_contact(cast)
    turn(cast)
    resident(row.persoon)
    record(cast, uitkomst="niet_bereikt", weer_op=date(2026, 3, 12))
    page = page_of(row.persoon)
    assert "Samira Kaya probeerde u te bellen op 10 maart" in page
    assert "We proberen het weer op 12 maart." in page


def test_of_one_end_the_last_outcome_counts(cast: Cast) -> None:
    row = with_contact(cast)
    turn(cast)
    resident(row.persoon)
    from tests.ondersteuning.bel import the_point

    point = the_point(cast)
    first = record(cast, uitkomst="loopt_goed_af")
    record(cast, "samira", point, uitkomst="andere_hulp", gezien=first.pk)
    page = page_of(row.persoon)
    assert "Afgesproken: we zoeken hulp die beter past." in page
    assert "want het gaat goed" not in page


def test_a_housemate_does_not_and_who_speaks_for_somebody_does(cast: Cast) -> None:
    row = with_contact(cast)
    make_team(cast, "Team Oost", "lotte")
    turn(cast)
    other = make_person(row.gemeente, "Bram de Vries", date(1950, 1, 1))
    lives(row.gezin, other)
    resident(other)
    record(cast)
    assert "belde" not in page_of(other)
    cast.here()
    represents(other, row.persoon, "volmacht", begindatum=TODAY)
    assert "over hulp voor Anna: hulp bij het huishouden." in page_of(other)


def test_switched_off_it_is_nowhere(cast: Cast) -> None:
    from vliegwiel.gemeenschap.models import Instelling

    row = with_contact(cast)
    turn(cast)
    resident(row.persoon)
    record(cast)
    Instelling.objects.create(gemeente=row.gemeente, code="bel_alvast", waarde=False, vanaf=TODAY)
    assert "belde u" not in page_of(row.persoon)
