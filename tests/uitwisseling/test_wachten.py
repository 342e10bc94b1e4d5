"""What was kept aside is never forgotten, and an answer does what it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.forms import post
from tests.ondersteuning.gezin import lives, make_household, make_person
from tests.uitwisseling.inlezen import NOW, bas, do_work, read, statuses
from tests.uitwisseling.maken import Mens, Start, Toewijzing, bericht
from vliegwiel.kern import clock
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.privacy.models import Persoon
from vliegwiel.uitwisseling.actions import verwerken
from vliegwiel.uitwisseling.actions.klok import destroy_old
from vliegwiel.uitwisseling.actions.ontvangen import Ontvangen, add_files, begin
from vliegwiel.uitwisseling.actions.regels import line
from vliegwiel.uitwisseling.actions.tabel import confirm_table, receive_table
from vliegwiel.uitwisseling.models import Bestand, Inlezing, Terzijde

TABLE = """Achternaam;Voornaam;Voorvoegsel;Geboortedatum;BSN;Wet;Toewijzing;Categorie;Ingangsdatum;Einddatum
Veen;Anna;van der;02-04-1950;{bsn};Wmo;1;01;01-01-2026;31-12-2026
"""


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(NOW):
        yield


def read_table(cast: Cast, text: str) -> Inlezing:
    given = [Ontvangen("hulp.csv", text.encode())]
    inlezing = receive_table(by=bas(cast), now=NOW, bestanden=given)
    confirm_table(by=bas(cast), now=NOW, inlezing=inlezing.pk)
    row = do_work(inlezing)
    assert row.status == "klaar", row.fout
    return inlezing


def test_a_start_that_waited_is_applied_when_a_table_brings_its_assignment(cast: Cast) -> None:
    early = read(cast, bericht(Start(), identificatie="5"))
    assert statuses(early) == ["terzijde"]
    read_table(cast, TABLE.format(bsn=Mens().bsn))
    assert Voorziening.objects.get().begonnen_op == date(2026, 1, 5)
    assert Terzijde.objects.get().uitkomst == "toegepast"
    assert statuses(early) == ["verwerkt"]


def test_what_waited_under_another_spelling_waits_for_nothing_after_the_answer(cast: Cast) -> None:
    """Its assignment is known by the answer: it is applied, or somebody is asked about it; it is not left waiting."""
    home = make_household(cast.here(), "Veen", [("Anna Veen", date(1950, 4, 2))])
    read(cast, bericht(Start(), mens=Mens(achternaam="Veen-Smit"), identificatie="5"))
    read(cast, bericht(Toewijzing()))
    row = Terzijde.objects.get(reden="lijkt_op")
    post(cast.client_of("bas"), reverse("terzijde", args=[HERE, row.pk]), {"antwoord": "zelfde"})
    it = Voorziening.objects.get()
    assert (it.persoon, it.begonnen_op) == (home["Anna"], date(2026, 1, 5))
    assert not Terzijde.objects.filter(klaar_op=None).exists()


def test_a_file_that_breaks_while_it_is_stored_says_of_no_fact_that_it_was_taken_in(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lines(it: verwerken.Gelezen) -> list[Any]:
        if it.afgekeurd:
            return [line(it.bestand, 1, it.vondsten[0])]
        raise ValueError

    monkeypatch.setattr(verwerken, "_lines", lines)
    assert statuses(read(cast, bericht(Toewijzing()))) == ["afgekeurd"]
    assert not Voorziening.objects.exists()
    assert Bestand.objects.get().feiten == 0


def test_files_that_nobody_asked_to_be_read_are_read_after_all(cast: Cast) -> None:
    """Whoever gave them was stopped half-way: nothing is kept for ever, and nothing lost."""
    inlezing = begin(by=bas(cast), now=NOW, soort=Inlezing.Soort.BERICHTEN)
    one = bericht(Toewijzing())
    add_files(by=bas(cast), now=NOW, inlezing=inlezing, bestanden=[Ontvangen(one.naam, one.xml())])
    gemeente, later = cast.here(), NOW + timedelta(days=2)
    assert destroy_old(gemeente.pk, NOW + timedelta(hours=1)) == 0  # somebody may be busy giving them
    assert [destroy_old(gemeente.pk, later) for _ in range(2)] == [1, 0]
    with clock.at(later):
        assert do_work(inlezing).status == "klaar"
    assert statuses(inlezing) == ["met_opmerkingen"]


def test_who_looks_alike_but_lives_nowhere_here_cannot_be_the_same(cast: Cast) -> None:
    """There is nobody to be the same as: no answer may make somebody new and say it was "dezelfde"."""
    left = make_household(cast.here(), "Veen", [])
    lives(left, make_person(cast.here(), "Anna Veen", date(1950, 4, 2)), einddatum=date(2026, 2, 1))
    read(cast, bericht(Toewijzing()))
    row = Terzijde.objects.get(reden="lijkt_op")
    assert row.kandidaat is None
    client, path = cast.client_of("bas"), reverse("terzijde", args=[HERE, row.pk])
    assert "Dit is dezelfde" not in client.get(path).content.decode()
    assert post(client, path, {"antwoord": "zelfde"}).status_code == 422
    assert Persoon.objects.count() == 1 and not Voorziening.objects.exists()
    assert post(client, path, {"antwoord": "ander"}).status_code == 302
    assert Persoon.objects.count() == 2
