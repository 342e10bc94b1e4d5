"""Messages are read in: what they say is stored once, what is wrong is told, one bad file harms no other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.cast import Cast
from tests.uitwisseling.inlezen import NOW, codes, read, statuses
from tests.uitwisseling.maken import Mens, Start, Stop, Toewijzing, bericht
from vliegwiel.kern import clock
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.uitwisseling.models import Bestand, Terzijde


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(NOW):
        yield


def test_a_301_becomes_a_provision_of_somebody_new(cast: Cast) -> None:
    inlezing = read(cast, bericht(Toewijzing()))
    assert statuses(inlezing) == ["met_opmerkingen"]
    assert codes(inlezing) == [["inlezen_aanbieder_onbekend"]]
    it = Voorziening.objects.select_related("persoon").get()
    assert (it.wet, it.toewijzing, it.categorie, it.eind) == ("wmo", "1", "01", date(2026, 12, 31))
    assert (it.persoon.naam, it.persoon.telefoon) == ("Anna van der Veen", "0612345678")
    assert inlezing.klaar_op == NOW


def test_what_was_read_is_destroyed(cast: Cast) -> None:
    inlezing = read(cast, bericht(Toewijzing()), b"<geen/>")
    rows = Bestand.objects.filter(inlezing=inlezing)
    assert {(row.inhoud, row.sleutel_id) for row in rows} == {(None, "")}
    assert statuses(inlezing) == ["met_opmerkingen", "afgekeurd"]


def test_a_start_before_its_assignment_waits_and_is_applied(cast: Cast) -> None:
    early = read(cast, bericht(Start(), identificatie="5"))
    assert statuses(early) == ["terzijde"]
    waits = Terzijde.objects.get()
    assert "Veen" not in waits.cijfertekst and waits.klaar_op is None
    assert not Voorziening.objects.exists()
    read(cast, bericht(Toewijzing()))
    assert Voorziening.objects.get().begonnen_op == date(2026, 1, 5)
    waits.refresh_from_db()
    assert (waits.uitkomst, waits.cijfertekst, waits.klaar_op) == ("toegepast", "", NOW)
    assert statuses(early) == ["met_opmerkingen"]
    assert Bestand.objects.get(inlezing=early).feiten == 1


def test_in_one_time_the_order_does_not_matter(cast: Cast) -> None:
    inlezing = read(
        cast, bericht(Stop(), identificatie="7"), bericht(Start(), identificatie="5"), bericht(Toewijzing())
    )
    assert "terzijde" not in statuses(inlezing)
    assert Voorziening.objects.get().eind == date(2026, 6, 30)


def test_the_same_message_twice_changes_nothing(cast: Cast) -> None:
    one = bericht(Toewijzing())
    read(cast, one)
    before = Voorziening.objects.values().get()
    assert statuses(read(cast, one, one)) == ["al_bekend", "al_bekend"]
    other = bericht(
        Toewijzing(eind=date(2027, 1, 1), tijd="12:00:00")
    )  # the same number of message, other content
    assert statuses(read(cast, other)) == ["met_opmerkingen"]
    assert Voorziening.objects.values().get() != before


def test_a_message_for_another_gemeente_is_refused(cast: Cast) -> None:
    inlezing = read(
        cast, bericht(Toewijzing(), gemeente="9902"), bericht(Start(), gemeente="0363", mens=Mens.nummer(4))
    )
    assert statuses(inlezing) == ["afgekeurd", "afgekeurd"]
    assert codes(inlezing) == [["inlezen_andere_gemeente"]] * 2
    assert not Voorziening.objects.exists() and not Terzijde.objects.exists()
