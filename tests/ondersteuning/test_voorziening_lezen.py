"""Help as people read it: on the plan, on Mijn mensen, on the resident's page, in what somebody takes along."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.forms import post
from tests.ondersteuning.gezin import (
    NOW,
    TODAY,
    Gezin,
    client_of,
    involve,
    make_household,
    make_voorziening,
    represents,
    resident,
)
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Schrijflog
from vliegwiel.ondersteuning.models import Plan
from vliegwiel.privacy.models import Betrokkenheid, Inzageregel, Wijziging
from vliegwiel.samenspel.models import Aandachtspunt

pytestmark = pytest.mark.django_db

SOON, LATER = date(2026, 4, 12), date(2026, 12, 12)


@pytest.fixture
def gezin(cast: Cast) -> Gezin:
    gezin = make_household(cast.here())
    brug = cast.deelnames["Welzijn de Brug@lindebeek"]
    make_voorziening(gezin, eind=SOON, categorie="01", aanbieder=brug, volume=3, eenheid="04", frequentie="2")
    make_voorziening(gezin, gezin["Emir"], wet="jeugd", categorie="45", eind=LATER)
    return gezin


def get(cast: Cast, wie: str, gezin: Gezin, page: str = "") -> str:
    response = cast.client_of(wie).get(f"/lindebeek/huishoudens/{gezin.dossier.pk}/{page}")
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def status(cast: Cast, wie: str, path: str) -> int:
    return int(cast.client_of(wie).get(path).status_code)


def test_the_plan_says_which_help_by_whom_until_when(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["samira"], "wmo")
    page = get(cast, "samira", gezin)
    for words in (
        "Hulp die er is",
        "Hulp bij het huishouden",
        "Welzijn de Brug",
        "loopt af op 12 april",
        "3 uur per week",
        "voor Fatma",
    ):
        assert words in page
    assert "Jeugdhulp" not in page


def test_who_keeps_the_overview_sees_all_help(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    page = get(cast, "tarik", gezin)
    assert "Hulp bij het huishouden" in page and "Jeugdhulp" in page


def test_help_that_is_over_is_folded_away_with_its_reason(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["samira"], "wmo")
    make_voorziening(gezin, categorie="07", begindatum=date(2025, 1, 1), eind=date(2026, 2, 1), reden="21")
    page = get(cast, "samira", gezin)
    assert page.index("Hulp die voorbij is (1)") < page.index("Dagbesteding")
    assert "voortijdig gestopt" in page


def test_the_page_of_one_provision_tells_what_changed(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["samira"], "wmo")
    row = make_voorziening(gezin, eind=LATER)
    for veld, voor, na in (
        ("eind", "2026-06-01", "2026-12-12"),
        ("reden", "", "19"),
        ("aanbieder", "x", "y"),
    ):
        Wijziging.objects.create(
            gemeente=gezin.gemeente, dossier=gezin.dossier, domein="wmo", soort="voorziening", object=row.pk,
            veld=veld, voor=voor, na=na, door="Bas Kuiper", moment=NOW, spoor=row.pk,
        )  # fmt: skip
    page = get(cast, "samira", gezin, f"hulp/{row.pk}/")
    assert "1 juni 2026" in page and "12 december 2026" in page
    assert "volgens plan" in page and "Bas Kuiper" in page
    assert str(row.toewijzing) in page
    assert ">x<" not in page
    assert (row.persoon_id, gezin.dossier.pk) in set(Inzageregel.objects.values_list("persoon", "dossier"))


def test_who_moved_out_is_not_named(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.privacy.models import Betrokkene

    involve(gezin, cast.medewerkers["samira"], "wmo")
    row = make_voorziening(gezin)
    assert "Voor Fatma" in get(cast, "samira", gezin, f"hulp/{row.pk}/")
    Betrokkene.objects.filter(persoon=gezin["Fatma"]).update(einddatum=date(2026, 2, 1))
    for page in ("", f"hulp/{row.pk}/", "kopie/"):
        told = get(cast, "samira", gezin, page)
        assert "Hulp bij het huishouden" in told and "Fatma" not in told


def test_help_in_another_domain_is_not_there(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["samira"], "schulden")
    row = make_voorziening(gezin)
    page = get(cast, "samira", gezin)
    assert "Hulp bij het huishouden" not in page and "Hulp die er is" not in page
    assert status(cast, "samira", f"/lindebeek/huishoudens/{gezin.dossier.pk}/hulp/{row.pk}/") == 404


@pytest.mark.parametrize("wie", ["mila", "bas", "ravi", "ellen", "joke", "oscar"])
def test_who_has_nothing_to_do_with_it_sees_nothing(cast: Cast, gezin: Gezin, wie: str) -> None:
    row = make_voorziening(gezin)
    assert status(cast, wie, f"/lindebeek/huishoudens/{gezin.dossier.pk}/hulp/{row.pk}/") in (403, 404)


def test_off_is_nowhere(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.gemeenschap.models import Instelling

    involve(gezin, cast.medewerkers["samira"], "wmo")
    Instelling.objects.create(gemeente=cast.here(), code="voorziening", waarde=False, vanaf=TODAY)
    assert "Hulp bij het huishouden" not in get(cast, "samira", gezin)


def test_mijn_mensen_says_what_ends(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["samira"], "wmo")
    other = make_household(cast.here(), "Aarsman", ["Kim Aarsman"])
    involve(other, cast.medewerkers["samira"], "wmo")
    make_voorziening(other, eind=date(2026, 3, 20))
    quiet = make_household(cast.here(), "Zwart", ["Bo Zwart"])
    involve(quiet, cast.medewerkers["samira"], "wmo")
    make_voorziening(quiet, eind=LATER)
    page = cast.client_of("samira").get("/lindebeek/mijn-mensen/?volgorde=afloop").content.decode()
    assert "Hulp bij het huishouden: loopt af op 12 apr" in page
    assert page.index("Kim Aarsman") < page.index("Fatma Yilmaz") < page.index("Bo Zwart")
    assert "12 dec" not in page


def test_a_kind_of_help_may_have_weeks_of_its_own(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.gemeenschap.models import Instelling

    involve(gezin, cast.medewerkers["samira"], "wmo")
    for code, weeks in (("bel_alvast_weken.wmo.07", 30), ("bel_alvast_weken", 4)):
        Instelling.objects.create(gemeente=cast.here(), code=code, waarde=weeks, vanaf=TODAY)
    day = date(2026, 8, 1)
    make_voorziening(gezin, categorie="02", eind=day)
    page = cast.client_of("samira").get("/lindebeek/mijn-mensen/").content.decode()
    assert "loopt af op" not in page  # not even what ends in five weeks
    make_voorziening(gezin, categorie="07", eind=day)
    page = cast.client_of("samira").get("/lindebeek/mijn-mensen/").content.decode()
    assert "Dagbesteding: loopt af op 1 augustus" in page


def test_mijn_mensen_says_nothing_of_another_domain(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["samira"], "schulden")
    page = cast.client_of("samira").get("/lindebeek/mijn-mensen/?volgorde=afloop").content.decode()
    assert "loopt af" not in page.replace("Loopt het eerst af", "")


def test_one_more_query_and_no_more(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["samira"], "wmo")
    client = cast.client_of("samira")
    counts = {}
    for path in (f"/lindebeek/huishoudens/{gezin.dossier.pk}/", "/lindebeek/mijn-mensen/"):
        client.get(path)
        seen = []
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                client.get(path)
            seen.append(len(queries))
            for _ in range(5):
                make_voorziening(gezin, eind=SOON)
        assert seen[0] == seen[1]
        about = [q for q in queries.captured_queries if "ondersteuning_voorziening" in q["sql"]]
        counts[path] = len(about)
    assert set(counts.values()) == {1}


# -- the resident


def test_a_resident_reads_their_own_help(cast: Cast, gezin: Gezin) -> None:
    page = client_of(resident(gezin["Fatma"])).get("/lindebeek/wie-doet-wat/").content.decode()
    assert "Hulp bij het huishouden" in page
    assert "Van Welzijn de Brug." in page and "Tot en met 12 april." in page
    assert "Jeugdhulp" not in page  # she has no gezag here


def test_a_parent_reads_the_help_of_a_child(cast: Cast, gezin: Gezin) -> None:
    represents(gezin["Fatma"], gezin["Emir"])
    page = client_of(resident(gezin["Fatma"])).get("/lindebeek/wie-doet-wat/").content.decode()
    assert "Jeugdhulp" in page and "Voor Emir." in page


@pytest.mark.parametrize(("soort", "reads"), [("mentor", True), ("bewindvoerder", False), ("volmacht", True)])
def test_who_represents_reads_as_the_policy_gives(cast: Cast, gezin: Gezin, soort: str, reads: bool) -> None:
    other = make_household(cast.here(), "Smit", ["Kim Smit"])
    represents(other["Kim"], gezin["Fatma"], soort)
    page = client_of(resident(other["Kim"])).get("/lindebeek/wie-doet-wat/").content.decode()
    assert ("Hulp bij het huishouden" in page) is reads


def test_a_housemate_does_not(cast: Cast, gezin: Gezin) -> None:
    make_voorziening(gezin, gezin["Emir"], categorie="16", wet="wmo")
    page = client_of(resident(gezin["Fatma"])).get("/lindebeek/wie-doet-wat/").content.decode()
    assert "Opvang" not in page


def test_everything_about_me_holds_my_help_and_its_history(cast: Cast, gezin: Gezin) -> None:
    row = make_voorziening(gezin, eind=LATER, reden="19", gestopt_op=LATER)
    Wijziging.objects.create(
        gemeente=gezin.gemeente, dossier=gezin.dossier, domein="wmo", soort="voorziening", object=row.pk,
        veld="reden", voor="", na="19", door="Bas Kuiper", moment=NOW, spoor=row.pk,
    )  # fmt: skip
    client = client_of(resident(gezin["Fatma"]))
    told = json.loads(client.get("/lindebeek/wie-doet-wat/alles.json").content)["hulp"]
    assert [it["wat"] for it in told] == ["Hulp bij het huishouden"] * 2
    mine = next(it for it in told if it["toewijzing"] == row.toewijzing)
    assert (mine["tot"], mine["reden_einde"]) == ("2026-12-12", "volgens_plan")
    assert mine["geschiedenis"][0]["daarna"] == "volgens plan"
    assert "Bas" not in json.dumps(told)


def test_the_copy_for_the_other_system(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["samira"], "wmo")
    page = get(cast, "samira", gezin, "kopie/")
    assert "HULP DIE ER IS" in page
    assert "Hulp bij het huishouden (Fatma), Welzijn de Brug, 3 uur per week" in page


def test_the_fridge_shows_no_help(cast: Cast, gezin: Gezin) -> None:
    """Help always belongs to a domain, and visitors read a fridge."""
    involve(gezin, cast.medewerkers["samira"], "wmo")
    assert "Hulp bij het huishouden" not in get(cast, "samira", gezin, "afdruk/")


# -- a household that came in by a message


def without_plan(cast: Cast) -> Gezin:
    gezin = make_household(cast.here(), "Wies Berg", [("Wies Berg", date(1948, 5, 6))])
    gezin.plan.delete()
    make_voorziening(gezin, eind=SOON)
    return gezin


def test_without_a_plan_every_page_works_and_one_can_begin(cast: Cast) -> None:
    gezin = without_plan(cast)
    involve(gezin, cast.medewerkers["samira"], "wmo")
    page = get(cast, "samira", gezin)
    assert "Begin een plan" in page and "Er is nog geen plan" in page
    assert "Schrijf iets op" not in page and "Nieuw doel" not in page
    for part in ("contact/", "mensen/", "toegang/", "kopie/"):
        get(cast, "samira", gezin, part)
    assert "Wies Berg" in cast.client_of("samira").get("/lindebeek/mijn-mensen/").content.decode()
    base = f"/lindebeek/huishoudens/{gezin.dossier.pk}/"
    client = cast.client_of("samira")
    for part in ("afdruk/", "pdf/", "familieplan/", "familieplan/tafel/", "delen/nieuw/", "doelen/nieuw/"):
        assert client.get(base + part).status_code in (200, 302, 404), part
    assert post(client, base + "begin/").status_code == 302
    assert Plan.objects.get(dossier=gezin.dossier).begonnen_op == TODAY
    assert "Schrijf iets op" in get(cast, "samira", gezin)


def test_a_plan_begins_once(cast: Cast) -> None:
    from vliegwiel.ondersteuning.actions.voorziening_plan import begin_plan
    from vliegwiel.ondersteuning.refusals.huishouden import CannotChange
    from vliegwiel.ondersteuning.refusals.voorziening import PlanIsThere

    gezin = without_plan(cast)
    samira = cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN)
    with pytest.raises(CannotChange):
        begin_plan(by=samira, now=NOW, dossier_id=gezin.dossier.pk)
    involve(gezin, cast.medewerkers["samira"], "wmo")
    begin_plan(by=samira, now=NOW, dossier_id=gezin.dossier.pk)
    with pytest.raises(PlanIsThere):
        begin_plan(by=samira, now=NOW, dossier_id=gezin.dossier.pk)


# -- ik pak dit op


def card(gezin: Gezin, row: Any, **whose: Any) -> Any:
    return Aandachtspunt.objects.create(
        gemeente=gezin.gemeente,
        code="bel_alvast",
        sleutel=str(row.pk),
        object=row.pk,
        dossier=gezin.dossier,
        domein=row.domein,
        persoon=row.persoon,
        vanaf=TODAY,
        gemaakt_op=NOW,
        **whose,
    )


def test_who_has_the_card_reads_that_one_and_can_pick_it_up(cast: Cast) -> None:
    gezin = without_plan(cast)
    row = make_voorziening(gezin, categorie="07", eind=SOON)
    kaart = card(gezin, row, medewerker=cast.medewerkers["samira"])
    page = get(cast, "samira", gezin)
    assert "Dagbesteding" in page and "Hulp bij het huishouden" not in page

    client = cast.client_of("samira")
    path = f"/lindebeek/oppakken/{kaart.pk}/"
    assert "Ik pak dit op" in client.get(path).content.decode()
    assert post(client, path).status_code == 302
    involved = Betrokkenheid.objects.get(dossier=gezin.dossier)
    assert (involved.medewerker, involved.domein, involved.begindatum) == (
        cast.medewerkers["samira"],
        "wmo",
        TODAY,
    )
    line = Schrijflog.objects.get(actie="betrokkenheid.begonnen")
    assert line.parameters == {"dossier": str(gezin.dossier.pk), "kaart": str(kaart.pk)}
    assert "Hulp bij het huishouden" in get(cast, "samira", gezin)
    assert "Samira Kaya" in get(cast, "samira", gezin, "toegang/")


def test_of_the_team_too(cast: Cast) -> None:
    from vliegwiel.gemeenschap.models import Team, Teamlid

    gezin = without_plan(cast)
    row = make_voorziening(gezin)
    team = Team.objects.create(gemeente=cast.here(), naam="Oost")
    kaart = card(gezin, row, team=team)
    assert status(cast, "samira", f"/lindebeek/oppakken/{kaart.pk}/") == 404
    Teamlid.objects.create(
        gemeente=cast.here(), team=team, medewerker=cast.medewerkers["samira"], begindatum=TODAY
    )
    assert status(cast, "samira", f"/lindebeek/oppakken/{kaart.pk}/") == 200


@pytest.mark.parametrize("wie", ["tarik", "mila", "lotte", "bas"])
def test_nobody_else_lets_themselves_in(cast: Cast, wie: str) -> None:
    from vliegwiel.ondersteuning.actions.voorziening_oppakken import pick_up
    from vliegwiel.ondersteuning.refusals.voorziening import NotYourCard

    gezin = without_plan(cast)
    row = make_voorziening(gezin)
    owner = "samira" if wie == "tarik" else wie  # mila, lotte and bas have the card, in a role that may not
    kaart = card(gezin, row, medewerker=cast.medewerkers[owner])
    kijker = cast.kijker_of(wie, purpose=Purpose.ONDERSTEUNEN)
    with pytest.raises(NotYourCard):
        pick_up(by=kijker, now=NOW, aandachtspunt_id=kaart.pk)
    assert not Betrokkenheid.objects.exists()


def test_a_card_that_is_gone_gives_nothing(cast: Cast) -> None:
    from vliegwiel.ondersteuning.actions.voorziening_oppakken import pick_up
    from vliegwiel.ondersteuning.refusals.voorziening import NotYourCard

    gezin = without_plan(cast)
    kaart = card(gezin, make_voorziening(gezin), medewerker=cast.medewerkers["samira"])
    Aandachtspunt.objects.filter(pk=kaart.pk).update(weg_op=NOW, weg="gedaan")
    with pytest.raises(NotYourCard):
        pick_up(by=cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN), now=NOW, aandachtspunt_id=kaart.pk)


def test_who_is_kept_out_stays_out(cast: Cast) -> None:
    from tests.ondersteuning.gezin import block
    from vliegwiel.ondersteuning.actions.voorziening_oppakken import pick_up
    from vliegwiel.ondersteuning.refusals.voorziening import NotYourCard

    gezin = without_plan(cast)
    kaart = card(gezin, make_voorziening(gezin), medewerker=cast.medewerkers["samira"])
    block(gezin["Wies"], cast.medewerkers["samira"])
    with pytest.raises(NotYourCard):
        pick_up(by=cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN), now=NOW, aandachtspunt_id=kaart.pk)
