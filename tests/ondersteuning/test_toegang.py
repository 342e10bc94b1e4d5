"""Letting in, sharing, keeping out, toegang bij spoed: each counts from the next request on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.forms import post
from tests.ondersteuning.gezin import NOW, TODAY, block, involve, make_household
from vliegwiel.kern import clock
from vliegwiel.ondersteuning.rules.spoed import working_days_after
from vliegwiel.privacy.models import Betrokkenheid, Blokkade, Deling, Spoedtoegang

pytestmark = pytest.mark.django_db


@pytest.fixture
def gezin(cast: Any) -> Any:
    home = make_household(cast.here())
    involve(home, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    involve(home, cast.medewerkers["samira"], "wmo")
    return home


def page_of(gezin: Any, rest: str = "") -> str:
    return f"/lindebeek/huishoudens/{gezin.dossier.pk}/toegang/{rest}"


def status(cast: Any, naam: str, gezin: Any) -> int:
    return int(cast.client_of(naam).get(page_of(gezin)).status_code)


def test_who_is_not_involved_finds_nothing(cast: Any, gezin: Any) -> None:
    assert status(cast, "samira", gezin) == 200
    for naam in ("gijs", "mila", "wim", "ravi", "ellen", "piet", "oscar"):
        assert status(cast, naam, gezin) == 404, naam


def test_a_domain_is_named_to_who_works_in_it_only(cast: Any, gezin: Any) -> None:
    involve(gezin, cast.medewerkers["gijs"], "schulden")
    seen = cast.client_of("samira").get(page_of(gezin)).content.decode()
    assert "Gijs Oomen" not in seen and "schulden" not in seen.lower()
    regie = cast.client_of("tarik").get(page_of(gezin)).content.decode()
    assert "Gijs Oomen" in regie and "schulden" not in regie.lower()


def test_letting_somebody_in_and_ending_it_count_at_once(cast: Any, gezin: Any) -> None:
    gijs = cast.medewerkers["gijs"]
    fields = {"zoek": "gijs", "wie": str(gijs.pk), "domein": "jeugd"}
    assert post(cast.client_of("tarik"), page_of(gezin, "meedoen/?q=gijs"), fields).status_code == 302
    row = Betrokkenheid.objects.get(medewerker=gijs)
    assert status(cast, "gijs", gezin) == 200
    assert post(cast.client_of("gijs"), page_of(gezin, f"{row.pk}/stoppen/")).status_code == 302
    assert status(cast, "gijs", gezin) == 404


def test_who_works_in_a_domain_lets_nobody_into_another(cast: Any, gezin: Any) -> None:
    fields = {"zoek": "gijs", "wie": str(cast.medewerkers["gijs"].pk), "domein": "schulden"}
    assert post(cast.client_of("samira"), page_of(gezin, "meedoen/?q=gijs"), fields).status_code == 422
    assert not Betrokkenheid.objects.filter(domein="schulden").exists()


def test_the_last_vaste_contactpersoon_is_handed_on_not_ended(cast: Any, gezin: Any) -> None:
    row = Betrokkenheid.objects.get(soort="vaste_contactpersoon")
    assert post(cast.client_of("tarik"), page_of(gezin, f"{row.pk}/stoppen/")).status_code == 422
    row.refresh_from_db()
    assert row.beeindigd_op is None


def shared(cast: Any, gezin: Any, **other: Any) -> Any:
    fields = {
        "zoek": "mila",
        "aan": str(cast.medewerkers["mila"].pk),
        "domein": "wmo",
        "deelt_afspraken": "on",
        "waarvoor": "Mila gaat op huisbezoek.",
        "grondslag": "wmo_5_1_1",
        "einddatum": str(TODAY + timedelta(days=30)),
        **other,
    }
    return post(cast.client_of("samira"), page_of(gezin, "delen/?q=mila"), fields)


def test_a_disclosure_opens_and_closes(cast: Any, gezin: Any) -> None:
    assert shared(cast, gezin).status_code == 302
    deling = Deling.objects.get()
    assert status(cast, "mila", gezin) == 200
    assert (
        post(cast.client_of("samira"), page_of(gezin, f"delingen/{deling.pk}/intrekken/")).status_code == 302
    )
    assert status(cast, "mila", gezin) == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"domein": "schulden"},
        {"einddatum": str(TODAY - timedelta(days=1))},
        {"einddatum": str(TODAY + timedelta(days=800))},
        {"deelt_afspraken": ""},
        {"grondslag": "wams"},
        {"waarvoor": ""},
    ],
)
def test_what_cannot_be_shared_is_said_at_the_field(cast: Any, gezin: Any, wrong: dict[str, str]) -> None:
    response = shared(cast, gezin, **wrong)
    assert response.status_code == 422 and not Deling.objects.exists()
    assert "waarvoor" in wrong or "Mila gaat op huisbezoek." in response.content.decode()


def test_who_is_kept_out_sees_nothing_any_more(cast: Any, gezin: Any) -> None:
    fields = {
        "zoek": "samira",
        "medewerker": str(cast.medewerkers["samira"].pk),
        "wie": str(gezin["Fatma"].pk),
        "soort": "uitgesloten",
    }
    assert post(cast.client_of("tarik"), page_of(gezin, "uitsluiten/?q=samira"), fields).status_code == 302
    assert Blokkade.objects.get().medewerker == cast.medewerkers["samira"]
    assert status(cast, "samira", gezin) == 404


def spoed(cast: Any, wie: str, gezin: Any, **other: Any) -> Any:
    fields = {
        "nummer": gezin.dossier.nummer,
        "categorie": "kind_onveilig",
        "reden": "Er kwam een melding van school.",
        "domein": "jeugd",
        **other,
    }
    return post(cast.client_of(wie), "/lindebeek/spoed/", fields)


def test_spoed_opens_for_an_hour_and_tells_a_second_person(cast: Any, gezin: Any) -> None:
    assert status(cast, "gijs", gezin) == 404
    assert spoed(cast, "gijs", gezin).status_code == 302
    row = Spoedtoegang.objects.get()
    assert row.gemeld_aan == cast.medewerkers["tarik"]
    assert status(cast, "gijs", gezin) == 200
    with clock.at(NOW + timedelta(minutes=59)):
        assert status(cast, "gijs", gezin) == 200
    with clock.at(NOW + timedelta(minutes=60)):
        assert status(cast, "gijs", gezin) == 404
    assert "bij spoed" in cast.client_of("tarik").get("/lindebeek/").content.decode()


def test_spoed_that_was_not_right_ends_at_once(cast: Any, gezin: Any) -> None:
    spoed(cast, "gijs", gezin)
    row = Spoedtoegang.objects.get()
    path = f"/lindebeek/spoed/{row.pk}/"
    assert cast.client_of("gijs").get(path).status_code == 404  # nobody judges their own
    fields = {"terecht": "nee", "oordeel": "Dit kon morgen."}
    assert post(cast.client_of("tarik"), path, fields).status_code == 302
    assert status(cast, "gijs", gezin) == 404


@pytest.mark.parametrize("wrong", [{"nummer": "bestaat niet"}, {"nummer": ""}, {"reden": ""}])
def test_spoed_needs_to_know_whom_and_why(cast: Any, gezin: Any, wrong: dict[str, str]) -> None:
    assert spoed(cast, "gijs", gezin, **wrong).status_code == 422
    assert not Spoedtoegang.objects.exists()


def test_spoed_by_whole_name_and_date_of_birth(cast: Any, gezin: Any) -> None:
    wrong = {"nummer": "", "naam": "Fatma", "geboortedatum": "1988-04-02"}
    assert spoed(cast, "gijs", gezin, **wrong).status_code == 422
    assert spoed(cast, "gijs", gezin, **{**wrong, "naam": "Fatma Yilmaz"}).status_code == 302


def test_spoed_never_opens_what_is_blocked(cast: Any, gezin: Any) -> None:
    block(gezin["Fatma"], cast.medewerkers["gijs"], "familie")
    assert spoed(cast, "gijs", gezin).status_code == 422
    assert not Spoedtoegang.objects.exists()


@pytest.mark.parametrize("naam", ["mila", "wim", "ravi", "ellen", "bas"])
def test_spoed_is_for_who_works_with_people(cast: Any, gezin: Any, naam: str) -> None:
    assert cast.client_of(naam).get("/lindebeek/spoed/").status_code == 404


def test_five_working_days() -> None:
    assert working_days_after(date(2026, 3, 10), 5) == date(2026, 3, 17)
    assert working_days_after(date(2026, 3, 13), 1) == date(2026, 3, 16)


def involve_by(cast: Any, wie: str, gezin: Any, whom: str, domein: str) -> Any:
    fields = {"zoek": whom, "wie": str(cast.medewerkers[whom].pk), "domein": domein}
    return post(cast.client_of(wie), page_of(gezin, f"meedoen/?q={whom}"), fields)


def test_who_keeps_the_overview_does_not_let_themselves_in(cast: Any, gezin: Any) -> None:
    assert involve_by(cast, "tarik", gezin, "tarik", "jeugdbescherming").status_code == 422
    assert not Betrokkenheid.objects.filter(domein="jeugdbescherming").exists()


def test_inviting_tells_nothing_of_a_domain_one_does_not_know(cast: Any, gezin: Any) -> None:
    involve(gezin, cast.medewerkers["gijs"], "schulden")
    assert involve_by(cast, "tarik", gezin, "gijs", "schulden").status_code == 302
    assert involve_by(cast, "tarik", gezin, "gijs", "jeugd").status_code == 302
    assert Betrokkenheid.objects.filter(domein="schulden").count() == 1


def test_spoed_is_not_tried_again_and_again(cast: Any, gezin: Any) -> None:
    assert spoed(cast, "gijs", gezin).status_code == 302
    assert spoed(cast, "gijs", gezin, domein="schulden").status_code == 422
    others = [make_household(cast.here(), f"Huis {number}", ("Ali Baba",)) for number in range(5)]
    assert [spoed(cast, "gijs", home).status_code for home in others] == [302] * 4 + [422]


def test_who_was_kept_out_can_be_let_in_again(cast: Any, gezin: Any) -> None:
    row = block(gezin["Fatma"], cast.medewerkers["samira"])
    assert status(cast, "samira", gezin) == 404
    path = page_of(gezin, f"uitsluiten/{row.pk}/")
    assert cast.client_of("samira").get(path).status_code == 404
    assert post(cast.client_of("tarik"), path).status_code == 302
    assert status(cast, "samira", gezin) == 200


def test_the_vaste_contactpersoon_hands_over_before_staying_out(cast: Any, gezin: Any) -> None:
    fields = {
        "medewerker": str(cast.medewerkers["tarik"].pk),
        "wie": str(gezin["Fatma"].pk),
        "soort": "familie",
    }
    assert post(cast.client_of("tarik"), page_of(gezin, "uitsluiten/"), fields).status_code == 422
    assert not Blokkade.objects.exists()
