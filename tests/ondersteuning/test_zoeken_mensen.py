"""Search over people, households and addresses: the same on both engines, and only among what one may see."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import NOW, Gezin, block, involve, make_address, make_household, resident
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.search import stems_of
from vliegwiel.ondersteuning.queries.zoeken import find
from vliegwiel.ondersteuning.rules.zoeken import address_words
from vliegwiel.privacy.inzage import collector
from vliegwiel.privacy.models import Inzage, Inzageregel


@pytest.fixture
def gezin(cast: Cast) -> Gezin:
    made = make_household(cast.here(), "Familie Yılmaz-Bakker", ["Fatma Yılmaz", "Emir Bakker"])
    made.dossier.nummer, made.dossier.referentie = "L-2026-00042", "Z/2026/778"
    made.dossier.save()
    made.huishouden.zoektekst = stems_of("Familie Yılmaz-Bakker", "L-2026-00042", "Z/2026/778")
    made.huishouden.save()
    involve(made, cast.medewerkers["samira"], "wmo")
    return made


def hits(cast: Cast, vraag: str, wie: str = "samira") -> list[tuple[str, str]]:
    with collector():
        found = find(cast.kijker_of(wie, purpose=Purpose.OVERZICHT), vraag, NOW)
    return [(hit.soort, hit.titel) for hit in found]


def address(gezin: Gezin, **fields: Any) -> Any:
    row = make_address(gezin, "Lindelaan", **fields)
    row.zoektekst = stems_of(*address_words(row.straat, row.huisnummer, row.postcode, row.plaats))
    row.save()
    return row


FATMA, EMIR = ("mens", "Fatma Yılmaz"), ("mens", "Emir Bakker")
HOME = ("huishouden", "Familie Yılmaz-Bakker")


@pytest.mark.parametrize(
    ("vraag", "found"),
    [
        ("fatma", [FATMA]),
        ("fat", [FATMA]),
        ("FATMA YILMAZ", [FATMA]),
        ("yilm", [FATMA, HOME]),
        ("bakker", [EMIR, HOME]),
        ("emir bak", [EMIR]),
        ("L-2026-00042", [HOME]),
        ("l-2026-0004", [HOME]),
        ("00042", [HOME]),
        ("Z/2026/778", [HOME]),
        ("fatma bakker", []),
        ("", []),
        ("*", []),
    ],
)
def test_people_and_households_are_found(cast: Cast, gezin: Gezin, vraag: str, found: list[Any]) -> None:
    assert sorted(hits(cast, vraag)) == sorted(found)


@pytest.mark.parametrize(
    "vraag", ["lindelaan", "linde", "lindelaan 12", "1234 AB", "1234ab", "1234", "lindelaan lindebeek"]
)
def test_an_address_is_found(cast: Cast, gezin: Gezin, vraag: str) -> None:
    address(gezin)
    assert hits(cast, vraag) == [("adres", "Lindelaan 12")]


def test_a_secret_address_is_found_by_who_keeps_the_overview_only(cast: Cast, gezin: Gezin) -> None:
    address(gezin, geheim=True)
    involve(gezin, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    assert hits(cast, "lindelaan") == []
    assert hits(cast, "lindelaan", "tarik") == [("adres", "Lindelaan 12")]


def test_an_address_of_before_is_not_found(cast: Cast, gezin: Gezin) -> None:
    address(gezin, einddatum=NOW.date().replace(day=9))
    assert hits(cast, "lindelaan") == []


@pytest.mark.parametrize(
    "wie", ["tarik", "lotte", "gijs", "mila", "joke", "wim", "ravi", "ellen", "bas", "bakker"]
)
def test_who_is_not_involved_finds_nobody(cast: Cast, gezin: Gezin, wie: str) -> None:
    address(gezin)
    for vraag in ("fatma", "yilmaz", "L-2026-00042", "lindelaan"):
        assert hits(cast, vraag, wie) == [], vraag


def test_a_partner_finds_people_and_no_address(cast: Cast, gezin: Gezin) -> None:
    address(gezin)
    involve(gezin, cast.medewerkers["mila"], "welzijn")
    assert hits(cast, "fatma", "mila") == [FATMA]
    assert hits(cast, "lindelaan", "mila") == []


def test_who_is_kept_out_finds_nobody(cast: Cast, gezin: Gezin) -> None:
    address(gezin)
    block(gezin["Emir"], cast.medewerkers["samira"])
    for vraag in ("fatma", "emir", "yilmaz", "L-2026-00042", "lindelaan"):
        assert hits(cast, vraag) == [], vraag


def page(cast: Cast, client: Any, vraag: str) -> str:
    answer = client.get(reverse("zoeken", args=[HERE]), {"q": vraag})
    cast.here()
    return answer.content.decode()  # type: ignore[no-any-return]


def test_the_page_leads_to_the_plan_and_logs_whom_it_showed(cast: Cast, gezin: Gezin) -> None:
    shown = page(cast, cast.client_of("samira"), "fatma")
    assert reverse("plan", args=[HERE, gezin.dossier.pk]) in shown
    assert [(row.soort, row.doel) for row in Inzage.objects.all()] == [("zoeken", "overzicht")]
    assert gezin["Fatma"].pk in {row.persoon for row in Inzageregel.objects.all()}


def test_a_household_found_by_number_logs_who_lives_there(cast: Cast, gezin: Gezin) -> None:
    page(cast, cast.client_of("samira"), "L-2026-00042")
    assert {row.persoon for row in Inzageregel.objects.all()} == {gezin["Fatma"].pk, gezin["Emir"].pk}


def test_nothing_found_logs_nobody(cast: Cast, gezin: Gezin) -> None:
    page(cast, cast.client_of("samira"), "nietbestaand")
    assert not Inzage.objects.exists()


def test_a_resident_searches_no_people(cast: Cast, gezin: Gezin) -> None:
    from tests.ondersteuning.gezin import client_of

    shown = page(cast, client_of(resident(gezin["Fatma"])), "emir")
    assert "Emir Bakker" not in shown


def test_the_bsn_page_finds_by_post_only(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.privacy.public import set_bsn

    set_bsn(
        persoon=gezin["Fatma"],
        bsn="123456782",
        by=cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN),
        now=NOW,
    )
    at = reverse("zoek_bsn", args=[HERE])
    for wie, finds in (("samira", True), ("tarik", False)):
        client = cast.client_of(wie)
        assert "Fatma" not in client.get(at, {"bsn": "123456782"}).content.decode()
        found = client.post(at, {"bsn": "123456782"}).content.decode()
        cast.here()
        assert ("Fatma" in found) is finds, wie
    assert [row.persoon for row in Inzageregel.objects.all()] == [gezin["Fatma"].pk]
