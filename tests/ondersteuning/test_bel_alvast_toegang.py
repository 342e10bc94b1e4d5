"""Whose card it is: nobody else finds it, who is kept out loses it at once, and it opens only what it is about."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.cast import Cast
from tests.ondersteuning.bel import ending, make_team, the_point, turn
from tests.ondersteuning.gezin import NOW, TODAY, block, involve, make_address
from tests.ondersteuning.test_bel_alvast_noteren import LIST, path, ready, record
from vliegwiel.ondersteuning.models import Belletje
from vliegwiel.ondersteuning.refusals.bel_alvast import NotYourCard
from vliegwiel.privacy.models import Betrokkenheid


def test_a_team_member_may_take_on_what_follows_and_no_more(cast: Cast) -> None:
    ending(cast)
    make_team(cast, "Team Oost", "samira")
    turn(cast)
    made = record(cast, "samira", stap="Regelt het", stap_dag=TODAY)
    assert made.afspraak is not None
    assert (made.afspraak.medewerker, made.afspraak.domein) == (cast.medewerkers["samira"], "wmo")


@pytest.mark.parametrize("naam", ["tarik", "lotte", "gijs", "mila", "bas", "ravi", "ellen", "wim", "bakker"])
def test_somebody_elses_card_is_not_there(cast: Cast, naam: str) -> None:
    row = ready(cast)
    involve(row.gezin, cast.medewerkers["tarik"], "wmo")
    involve(row.gezin, cast.medewerkers["mila"], "wmo")
    point, client = the_point(cast), cast.client_of(naam)
    for where in (path(point), path(point, "brief/")):
        assert client.get(where).status_code in (403, 404)
        cast.here()
    assert client.post(path(point), {"uitkomst": "verlengen"}).status_code in (403, 404)
    cast.here()
    assert "Anna" not in client.get(LIST).content.decode()
    cast.here()
    if naam != "bakker":
        with pytest.raises(NotYourCard):
            record(cast, naam, point)
    assert Belletje.objects.count() == 0


def test_not_in_another_gemeente(cast: Cast) -> None:
    ready(cast)
    point = the_point(cast)
    client = cast.client_of("greet")
    assert client.get(path(point)).status_code == 404
    assert client.get(path(point).replace("lindebeek", "waterrade")).status_code in (403, 404)


def test_who_is_kept_out_sees_nothing_at_once(cast: Cast) -> None:
    row = ready(cast)
    point, client = the_point(cast), cast.client_of("samira")
    block(row.persoon, cast.medewerkers["samira"])
    assert client.get(path(point)).status_code == 404
    assert "Anna" not in client.get(LIST).content.decode()
    cast.here()
    with pytest.raises(NotYourCard):
        record(cast, point=point)


@pytest.mark.parametrize("what", ["died", "moved"])
def test_nobody_calls_who_died_or_moved_before_the_klok_turned(cast: Cast, what: str) -> None:
    row = ready(cast)
    point, client = the_point(cast), cast.client_of("samira")
    if what == "died":
        type(row.persoon).objects.filter(pk=row.persoon.pk).update(overleden_op=TODAY)
    else:
        row.dossier.betrokkenen.update(einddatum=TODAY - timedelta(days=1))
    assert client.get(path(point)).status_code == 404
    assert "Anna" not in client.get(LIST).content.decode()


def test_a_team_member_sees_it_by_the_card_alone_and_not_after(cast: Cast) -> None:
    row = ending(cast)
    make_address(row.gezin)
    make_team(cast, "Team Oost", "samira", "mila")
    turn(cast)
    point = the_point(cast)
    for naam in ("samira", "mila"):
        page = cast.client_of(naam).get(path(point)).content.decode()
        assert "Anna de Vries" in page
        assert "Lindelaan" not in page  # the address is for who works there
        assert ("Pak het op" in page) == (naam == "samira")
        cast.here()
    made = record(cast, "samira")
    assert cast.client_of("samira").get(path(point)).status_code == 404
    cast.here()
    for naam in ("samira", "mila"):  # settled: no way in any more
        with pytest.raises(NotYourCard):
            record(cast, naam, point, gezien=made.pk)


def test_an_owner_who_left_cannot_write_any_more(cast: Cast) -> None:
    ready(cast)
    point = the_point(cast)
    make_team(cast, "Team Oost", "tarik")
    Betrokkenheid.objects.update(beeindigd_op=NOW)
    turn(cast)
    with pytest.raises(NotYourCard):
        record(cast, "samira", point)
    record(cast, "tarik", point)


def test_what_lies_with_a_role_does_not_say_which_help(cast: Cast) -> None:
    """Who leads hears that a call lies with nobody: of a household that is not theirs, not that it is protection."""
    ending(cast, wet="jeugd", categorie="48", domein="jeugdbescherming")
    turn(cast)
    assert the_point(cast).rol == "teamleider"
    page = cast.client_of("lotte").get("/lindebeek/").content.decode()
    assert "Bel een huishouden alvast" in page and "De hulp, tot en met" in page
    assert "eugdbescherming" not in page
