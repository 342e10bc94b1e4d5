"""Who is asked to call, and about whom nobody is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.ondersteuning.bel import ending, make_team, noon, open_points, the_point, turn, with_contact
from tests.ondersteuning.gezin import NOW, SINCE, TODAY, block, involve
from vliegwiel.gemeenschap.models import Gebied, Medewerker, Roltoekenning
from vliegwiel.privacy.models import Betrokkenheid


def owner(cast: Cast) -> str:
    point = the_point(cast)
    return str(point.medewerker.naam if point.medewerker else point.team.naam if point.team else point.rol)


def test_the_vaste_contactpersoon_is_asked_first(cast: Cast) -> None:
    row = ending(cast)
    team = make_team(cast, "Team Oost", "lotte")
    involve(row.gezin, team=team, domein="wmo")
    involve(row.gezin, cast.medewerkers["gijs"], "wmo")
    involve(row.gezin, cast.medewerkers["samira"], regie="vaste_contactpersoon")
    turn(cast)
    assert owner(cast) == "Samira Kaya"
    point = the_point(cast)
    assert (point.object, point.dossier, point.domein, point.persoon) == (
        row.pk,
        row.dossier,
        "wmo",
        row.persoon,
    )
    assert point.voor == row.eind


def test_then_who_works_there_in_the_domain_then_a_team_then_the_area(cast: Cast) -> None:
    row, here = ending(cast), cast.here()
    wijk = Gebied.objects.create(gemeente=here, soort="wijk", naam="Oost", begindatum=SINCE)
    buurt = Gebied.objects.create(gemeente=here, soort="buurt", naam="De Hoek", ouder=wijk, begindatum=SINCE)
    make_team(cast, "Aanmeldteam", "lotte")
    turn(cast)
    assert owner(cast) == "Aanmeldteam"  # no area: the first team by name, or the one the gemeente chose
    make_team(cast, "Team Oost", "tarik", gebied=wijk)
    row.gezin.huishouden.gebied = buurt
    row.gezin.huishouden.save()
    turn(cast)
    assert owner(cast) == "Team Oost"
    make_team(cast, "Niemand", gebied=buurt)  # nobody in it: nothing goes there
    involve(row.gezin, team=make_team(cast, "Wmo-team", "gijs"), domein="wmo")
    involve(row.gezin, cast.medewerkers["tarik"], "schulden")  # another domain
    turn(cast)
    assert owner(cast) == "Wmo-team"
    involve(row.gezin, cast.medewerkers["tarik"], "wmo")
    turn(cast)
    assert owner(cast) == "Tarik Aydin"
    assert len(open_points(cast)) == 1


def test_who_is_kept_out_and_a_partner_are_passed_over(cast: Cast) -> None:
    row = with_contact(cast)
    involve(row.gezin, cast.medewerkers["mila"], "wmo")
    block(row.persoon, cast.medewerkers["samira"], "familie")
    make_team(cast, "Team Oost", "tarik")
    turn(cast)
    assert owner(cast) == "Team Oost"


def test_when_the_owner_leaves_it_goes_to_the_next(cast: Cast) -> None:
    row = with_contact(cast)
    involve(row.gezin, cast.medewerkers["tarik"], "wmo")
    turn(cast)
    assert owner(cast) == "Samira Kaya"
    card = the_point(cast)
    Betrokkenheid.objects.filter(medewerker=cast.medewerkers["samira"]).update(beeindigd_op=NOW)
    turn(cast)
    assert (owner(cast), the_point(cast).pk) == ("Tarik Aydin", card.pk)
    Medewerker.objects.filter(pk=cast.medewerkers["tarik"].pk).update(einddatum=TODAY)
    make_team(cast, "Team Oost", "lotte")
    turn(cast, TODAY + timedelta(days=1))
    assert (owner(cast), the_point(cast).pk) == ("Team Oost", card.pk)


def test_a_role_that_ended_does_not_call(cast: Cast) -> None:
    with_contact(cast)
    make_team(cast, "Team Oost", "lotte")
    Roltoekenning.objects.filter(medewerker=cast.medewerkers["samira"]).update(einddatum=TODAY)
    turn(cast, TODAY + timedelta(days=1))
    assert owner(cast) == "Team Oost"


def test_without_any_team_it_is_for_who_leads(cast: Cast) -> None:
    ending(cast)
    turn(cast)
    assert owner(cast) == "teamleider"
    page = cast.client_of("lotte").get("/lindebeek/bel-alvast/").content.decode()
    assert "Bij 1 mens is geen collega en geen team bekend" in page
    assert "Anna" not in page


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("died", {"reden": "02", "gestopt_op": TODAY}),
        ("moved", {"reden": "31", "gestopt_op": TODAY}),
        ("the assignment ended because of a death", {"reden": "w02"}),
        ("withdrawn", {"ingetrokken": True}),
        ("too far away", {"eind": TODAY + timedelta(weeks=8, days=2)}),
        ("no end", {"eind": None}),
        ("long ago", {"eind": TODAY - timedelta(weeks=4, days=1)}),
    ],
)
def test_about_these_nobody_calls(cast: Cast, what: str, fields: dict[str, Any]) -> None:
    row = with_contact(cast)
    type(row).objects.filter(pk=row.pk).update(**fields)
    turn(cast)
    assert open_points(cast) == []


@pytest.mark.parametrize("what", ["died", "moved", "closed"])
def test_when_somebody_dies_or_moves_the_card_goes(cast: Cast, what: str) -> None:
    row = with_contact(cast)
    turn(cast)
    card = the_point(cast)
    if what == "died":
        type(row.persoon).objects.filter(pk=row.persoon.pk).update(overleden_op=TODAY)
    elif what == "moved":
        row.dossier.betrokkenen.update(einddatum=TODAY)
    else:
        type(row.dossier).objects.filter(pk=row.dossier.pk).update(gesloten_op=TODAY)
    turn(cast, TODAY + timedelta(days=1))
    assert open_points(cast) == []
    card.refresh_from_db()
    assert (card.weg, card.weg_op) == ("vervallen", noon(TODAY + timedelta(days=1)))


def test_a_start_on_a_closed_day_moves_to_the_working_day_before(cast: Cast) -> None:
    """Ends on Sunday 31 May: eight weeks before is Easter Sunday, and Good Friday is closed too."""
    with_contact(cast, eind=date(2026, 5, 31))
    turn(cast, date(2026, 4, 1))
    assert open_points(cast) == []
    turn(cast, date(2026, 4, 2))
    point = the_point(cast)
    assert point.vanaf == date(2026, 4, 2)
    assert point.voor == date(2026, 5, 29)  # the last working day before the end


def test_other_weeks_of_one_kind_of_help(cast: Cast) -> None:
    from vliegwiel.gemeenschap.models import Instelling

    for categorie in ("01", "07"):
        with_contact(cast, categorie=categorie, eind=TODAY + timedelta(weeks=10))
    turn(cast)
    assert open_points(cast) == []
    Instelling.objects.create(
        gemeente=cast.here(), code="bel_alvast_weken.wmo.07", waarde=12, vanaf=TODAY + timedelta(days=1)
    )
    turn(cast, TODAY + timedelta(days=1))
    assert the_point(cast).params["categorie"] == "07"


def test_switched_off_no_cards_and_on_again_all_of_them(cast: Cast) -> None:
    from vliegwiel.gemeenschap.models import Instelling

    with_contact(cast)
    turn(cast)
    here, tomorrow = cast.here(), TODAY + timedelta(days=1)
    row = Instelling.objects.create(gemeente=here, code="bel_alvast", waarde=False, vanaf=tomorrow)
    turn(cast, tomorrow)
    assert open_points(cast) == []
    assert cast.client_of("samira").get("/lindebeek/bel-alvast/").status_code == 200  # today it is still on
    cast.here()
    Instelling.objects.create(
        gemeente=here, code="bel_alvast", waarde=True, vanaf=row.vanaf + timedelta(days=3)
    )
    turn(cast, TODAY + timedelta(days=4))
    assert len(open_points(cast)) == 1
