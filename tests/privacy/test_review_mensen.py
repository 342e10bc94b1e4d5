"""What a review found: who reads along writes nothing, and a worry about somebody stays with a colleague.

Each of these went wrong once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.forms import key_of, post
from tests.ondersteuning import gezin as g
from vliegwiel.gemeenschap.models import Roltoekenning
from vliegwiel.kern import clock
from vliegwiel.kern.codes import Purpose
from vliegwiel.ondersteuning.models import Contactmoment, Kaart, Vraag
from vliegwiel.ondersteuning.rules.kaart import LANGST, proposed_end
from vliegwiel.privacy.models import Betrokkenheid, Deling, Spoedtoegang
from vliegwiel.privacy.public import collecting, legal_bases
from vliegwiel.samenspel.actions.afspraak import ask_other

pytestmark = pytest.mark.django_db
CONTACT = {"soort": "telefoon", "uitkomst": "gesproken", "regel": "zq", "domein": "", "wanneer": "nu"}
KAART = {
    "wie": "Henk",
    "taak": "De post",
    "voor": "mevrouw B.",
    "geldig_tot": str(g.TODAY + timedelta(days=20)),
}


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    cache.clear()
    with clock.at(g.NOW):
        yield


@pytest.fixture
def gezin(cast: Any) -> Any:
    home = g.make_household(cast.here())
    g.involve(home, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    g.involve(home, cast.medewerkers["samira"], "wmo")
    return home


def at(gezin: Any, rest: str = "") -> str:
    return f"/lindebeek/huishoudens/{gezin.dossier.pk}/{rest}"


def by_spoed(cast: Any, gezin: Any) -> str:
    """Gijs opens the general part at spoed."""
    fields = {"nummer": gezin.dossier.nummer, "categorie": "kind_onveilig", "reden": "zqreden", "domein": ""}
    assert post(cast.client_of("gijs"), "/lindebeek/spoed/", fields).status_code == 302
    return "gijs"


def by_share(cast: Any, gezin: Any) -> str:
    """With Mila everything general is shared."""
    kinds = dict.fromkeys(["deelt_doelen", "deelt_afspraken", "deelt_inhoud"], True)
    Deling.objects.create(
        gemeente=gezin.gemeente, dossier=gezin.dossier, medewerker=cast.medewerkers["mila"], waarvoor="w",
        grondslag="g", begindatum=g.SINCE, einddatum=g.TODAY, **kinds,
    )  # fmt: skip
    return "mila"


ALONG = pytest.mark.parametrize("along", [by_spoed, by_share])


@ALONG
def test_who_reads_along_makes_it_no_longer_nor_wider(cast: Any, gezin: Any, along: Any) -> None:
    naam = along(cast, gezin)
    before = Deling.objects.count()
    for aan in (cast.medewerkers[naam], cast.medewerkers["joke"].deelname):
        fields = {
            "zoek": naam,
            "aan": str(aan.pk),
            "domein": "",
            "deelt_inhoud": "on",
            "waarvoor": "x",
            "grondslag": legal_bases(g.TODAY)[0][0],
            "einddatum": str(g.TODAY + timedelta(days=300)),
        }
        assert post(cast.client_of(naam), at(gezin, f"toegang/delen/?q={naam}"), fields).status_code == 422
    assert Deling.objects.count() == before


@ALONG
def test_who_reads_along_writes_no_contact_and_reads_nobodys_message(
    cast: Any, gezin: Any, along: Any
) -> None:
    said = g.make_contact(gezin, "zqterug", van_inwoner=True, uitkomst="nog_te_lezen", persoon=gezin["Fatma"])
    client = cast.client_of(along(cast, gezin))
    assert "zqterug" in client.get(at(gezin, "contact/")).content.decode()
    assert post(client, at(gezin, "contact/"), CONTACT).status_code == 422
    key = key_of(client, at(gezin, "contact/"))
    assert client.post(at(gezin, f"contact/{said.pk}/gelezen/"), {"_sleutel": key}).status_code == 422
    said.refresh_from_db()
    assert said.uitkomst == "nog_te_lezen" and Contactmoment.objects.count() == 1


@ALONG
def test_who_reads_along_gives_out_no_link(cast: Any, gezin: Any, along: Any) -> None:
    afspraak = g.make_afspraak(gezin, wie="vrijwilliger", wie_naam="Henk")
    path = f"/lindebeek/afspraken/{afspraak.pk}/kaart/"
    assert cast.client_of(along(cast, gezin)).get(path).status_code == 404
    assert cast.client_of("samira").get(path).status_code == 200
    assert not Kaart.objects.exists()


def test_who_is_kept_out_is_not_told_why_somebody_opened_it(cast: Any, gezin: Any) -> None:
    Betrokkenheid.objects.filter(medewerker=cast.medewerkers["tarik"]).delete()
    g.block(gezin["Fatma"], cast.medewerkers["lotte"], "familie")
    fields = {"nummer": gezin.dossier.nummer, "categorie": "kind_onveilig", "reden": "zqreden", "domein": ""}
    answer = post(cast.client_of("gijs"), "/lindebeek/spoed/", fields)
    told = Spoedtoegang.objects.values_list("gemeld_aan", flat=True)
    assert cast.medewerkers["lotte"].pk not in told and answer.status_code == 422


def test_who_was_told_and_is_kept_out_later_reads_it_no_more(cast: Any, gezin: Any) -> None:
    by_spoed(cast, gezin)
    path = f"/lindebeek/spoed/{Spoedtoegang.objects.get().pk}/"
    assert cast.client_of("tarik").get(path).status_code == 200
    g.block(gezin["Emir"], cast.medewerkers["tarik"])
    assert cast.client_of("tarik").get(path).status_code == 404
    assert path not in cast.client_of("tarik").get("/lindebeek/").content.decode()


@pytest.mark.parametrize("rol", ["beheerder", "fg", "backoffice"])
def test_spoed_is_not_for_who_also_controls_the_system(cast: Any, gezin: Any, rol: str) -> None:
    by_spoed(cast, gezin)
    path = f"/lindebeek/spoed/{Spoedtoegang.objects.get().pk}/"
    for naam in ("gijs", "tarik"):
        Roltoekenning.objects.create(
            gemeente=gezin.gemeente, medewerker=cast.medewerkers[naam], rol=rol, begindatum=g.SINCE
        )
    fields = {"nummer": gezin.dossier.nummer, "categorie": "kind_onveilig", "reden": "x", "domein": "wmo"}
    assert post(cast.client_of("gijs"), "/lindebeek/spoed/", fields).status_code == 422
    assert cast.client_of("tarik").get(path).status_code == 404
    assert Spoedtoegang.objects.count() == 1


def card_of(cast: Any, gezin: Any) -> str:
    afspraak = g.make_afspraak(gezin, wie="vrijwilliger", wie_naam="Henk", persoon=gezin["Fatma"])
    made = post(cast.client_of("samira"), f"/lindebeek/afspraken/{afspraak.pk}/kaart/", KAART)
    found = re.search(r">https?://[^/<]*(/[^<]*/kaart/[^<]+)<", made.content.decode())
    assert found
    return found.group(1)


@pytest.mark.parametrize("path", ["", "wie-doet-wat/", "wie-doet-wat/alles/", "wie-doet-wat/alles.json"])
def test_a_worry_of_somebody_else_is_not_read_by_whom_it_is_about(cast: Any, gezin: Any, path: str) -> None:
    client = g.client_of(g.resident(gezin["Fatma"]))
    link = card_of(cast, gezin)
    assert post(Client(), link, {"woorden": "zqzorg"}).status_code == 302
    assert Vraag.objects.get().persoon_id == gezin["Fatma"].pk
    assert "zqzorg" not in client.get(f"/lindebeek/{path}").content.decode()
    Vraag.objects.update(namens="zelf")
    if path in ("wie-doet-wat/", "wie-doet-wat/alles.json"):
        assert (
            "zqzorg" in client.get(f"/lindebeek/{path}").content.decode()
        )  # their own question they do read


def test_a_worry_goes_to_nobody_who_is_kept_out(cast: Any, gezin: Any) -> None:
    link = card_of(cast, gezin)
    g.block(gezin["Emir"], cast.medewerkers["samira"])
    assert post(Client(), link, {"woorden": "zqzorg"}).status_code == 302
    assert Vraag.objects.get().houder == cast.medewerkers["tarik"]


def test_a_bsn_that_was_typed_is_not_given_back(cast: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.accounts["samira"])
    path = "/lindebeek/mijn-mensen/zoek-bsn/"
    answer = client.post(path, {"_sleutel": key_of(client, path), "bsn": "123456782"})
    assert answer.status_code == 403 and "123456782" not in answer.content.decode()


def test_a_bsn_that_was_typed_waits_in_no_session(cast: Any) -> None:
    client = cast.client_of("samira")
    path = "/lindebeek/mijn-mensen/zoek-bsn/"
    key = key_of(client, path)
    client.logout()
    assert client.post(path, {"_sleutel": key, "bsn": "123456782"}).status_code == 302
    assert "bewaard" not in client.session


def test_what_is_sealed_is_copied_nowhere(cast: Any, gezin: Any) -> None:
    mine = {"maker": cast.medewerkers["samira"]}
    g.make_deel(gezin, "zqopen", **mine)
    g.make_deel(gezin, "zqverzegeld", verzegeld=True, **mine)
    client = cast.client_of("samira")
    assert "zqverzegeld" in client.get(at(gezin)).content.decode()
    copy = client.get(at(gezin, "kopie/")).content.decode()
    assert "zqopen" in copy and "zqverzegeld" not in copy


def test_a_task_far_away_still_has_a_card() -> None:
    assert proposed_end(date.max, g.TODAY) == g.TODAY + LANGST


@pytest.mark.parametrize("maand", ["9999-12", "0001-01", "2026-13", "x"])
def test_a_month_that_cannot_be_sampled_is_the_last_one(cast: Any, maand: str) -> None:
    assert cast.client_of("ellen").get(f"/lindebeek/toezicht/steekproef/?maand={maand}").status_code == 200


def test_the_history_in_the_download_names_no_colleague_and_no_housemate(cast: Any, gezin: Any) -> None:
    afspraak = g.make_afspraak(
        gezin, wie="inwoner", doet=gezin["Emir"], gever=cast.medewerkers["samira"], persoon=gezin["Fatma"]
    )
    by = cast.kijker_of("tarik", purpose=Purpose.ONDERSTEUNEN)
    with collecting(route="proef"):
        ask_other(by=by, now=g.NOW, afspraak=afspraak, wie="vrijwilliger", wie_naam="zqhenk")
    said = g.client_of(g.resident(gezin["Fatma"])).get("/lindebeek/wie-doet-wat/alles.json").content.decode()
    assert "zqhenk" in said
    assert "Emir Yilmaz" not in said and "Samira" not in said
