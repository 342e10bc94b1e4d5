"""The plan page shows each colleague their own part, and nothing else, not even a number.

Every text that may be shown or hidden is a canary: a word that stands nowhere else.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.ondersteuning.gezin import (
    NOW,
    SINCE,
    TODAY,
    Gezin,
    block,
    involve,
    lives,
    make_address,
    make_afspraak,
    make_contact,
    make_deel,
    make_doel,
    make_household,
    make_person,
)

OPEN = {"deel-open", "doel-open", "afspraak-open", "contact-open"}
JEUGD = {"deel-jeugd", "doel-jeugd", "afspraak-jeugd", "contact-jeugd"}
SCHULDEN = {"deel-schulden", "doel-schulden", "afspraak-schulden", "contact-schulden"}
EVERYTHING = (
    OPEN | JEUGD | SCHULDEN | {"Tovervijver", "verzegeld-van-samira", "dicht-van-kind", "Vertrokkene"}
)


def _fill(cast: Any) -> Gezin:
    """A family with parts in two domains and none, a sealed part, one a child closed, and a father who left."""
    gezin = make_household(cast.here())
    for domein, word in (("", "open"), ("jeugd", "jeugd"), ("schulden", "schulden")):
        make_deel(gezin, f"deel-{word}", domein=domein)
        make_doel(gezin, f"doel-{word}", domein=domein, eerste_stap="bellen")
        make_afspraak(gezin, f"afspraak-{word}", domein=domein, doet=gezin["Fatma"])
        make_contact(gezin, f"contact-{word}", domein=domein)
    samira = cast.medewerkers["samira"]
    make_deel(gezin, "verzegeld-van-samira", domein="jeugd", verzegeld=True, maker=samira)
    make_deel(gezin, "dicht-van-kind", domein="jeugd", persoon=gezin["Emir"], afgesloten=True)
    father = make_person(gezin.gemeente, "Vertrokkene Yilmaz")
    lives(gezin, father, einddatum=TODAY - timedelta(days=1))
    make_address(gezin, "Tovervijver")
    return gezin


def page_of(cast: Any, naam: str | None, gezin: Gezin, route: str = "") -> Any:
    return cast.client_of(naam).get(f"/lindebeek/huishoudens/{gezin.dossier.pk}/{route}")


def _blad(cast: Any, naam: str, gezin: Gezin) -> Any:
    """What the page, the print and the copy are all made of."""
    from vliegwiel.kern.codes import Purpose
    from vliegwiel.ondersteuning.queries.plan import read_plan
    from vliegwiel.privacy.inzage import collector

    with collector():
        return read_plan(cast.kijker_of(naam, purpose=Purpose.ONDERSTEUNEN), gezin.dossier.pk, NOW)


def shown(cast: Any, naam: str, gezin: Gezin, route: str = "") -> set[str]:
    answer = page_of(cast, naam, gezin, route)
    assert answer.status_code == 200, answer.status_code
    text = answer.content.decode()
    return {canary for canary in EVERYTHING if canary in text}


def test_who_works_in_a_domain_reads_that_domain(cast: Any) -> None:
    gezin = _fill(cast)
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    expected = OPEN | JEUGD | {"Tovervijver", "verzegeld-van-samira", "dicht-van-kind"}
    assert shown(cast, "samira", gezin) == expected


def test_somebody_elses_sealed_part_is_not_even_a_number(cast: Any) -> None:
    gezin = _fill(cast)
    involve(gezin, cast.medewerkers["tarik"], "jeugd")
    answer = page_of(cast, "tarik", gezin).content.decode()
    assert "verzegeld" not in answer
    assert "dicht-van-kind" in answer


def test_the_regie_sees_goals_and_agreements_of_all_but_no_content_of_a_domain(cast: Any) -> None:
    gezin = _fill(cast)
    involve(gezin, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    goals = {"doel-jeugd", "doel-schulden", "afspraak-jeugd", "afspraak-schulden"}
    assert shown(cast, "tarik", gezin) == OPEN | goals | {"Tovervijver"}


def test_a_domain_is_a_label_only_where_it_may_be_known(cast: Any) -> None:
    gezin = _fill(cast)
    involve(gezin, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    involve(gezin, cast.medewerkers["gijs"], "schulden")
    assert "Geld en schulden" not in page_of(cast, "tarik", gezin).content.decode()
    assert "Geld en schulden" in page_of(cast, "gijs", gezin).content.decode()


def test_who_does_one_thing_sees_that_one_thing_and_for_whom(cast: Any) -> None:
    gezin = _fill(cast)
    mila = cast.medewerkers["mila"]
    make_afspraak(gezin, "taak-van-mila", domein="welzijn", wie="professional", medewerker=mila)
    answer = page_of(cast, "mila", gezin)
    assert "taak-van-mila" in answer.content.decode()
    assert "Fatma" in answer.content.decode()
    assert shown(cast, "mila", gezin) == set()


def test_a_team_leader_sees_agreements_and_no_content(cast: Any) -> None:
    gezin = _fill(cast)
    involve(gezin, cast.medewerkers["lotte"], "jeugd")
    assert shown(cast, "lotte", gezin) == {"afspraak-jeugd", "afspraak-open"}


@pytest.mark.parametrize("naam", ["samira", "mila", "wim", "ravi", "ellen", "bas", "fatima", "bakker"])
def test_a_household_that_is_not_theirs_looks_like_none_and_is_logged(cast: Any, naam: str) -> None:
    from vliegwiel.kern.models import Weigering

    gezin = _fill(cast)
    answer = page_of(cast, naam, gezin)
    assert answer.status_code == 404
    assert gezin.huishouden.naam not in answer.content.decode()
    cast.here()
    assert Weigering.objects.filter(account=cast.accounts[naam].pk).exists()


def test_whoever_is_blocked_by_somebody_here_finds_nothing(cast: Any) -> None:
    gezin = _fill(cast)
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    block(gezin["Fatma"], cast.medewerkers["samira"], "familie")
    assert page_of(cast, "samira", gezin).status_code == 404


def test_when_working_together_ends_the_next_request_is_refused(cast: Any) -> None:
    gezin = _fill(cast)
    involved = involve(gezin, cast.medewerkers["samira"], "jeugd")
    client = cast.client_of("samira")
    href = f"/lindebeek/huishoudens/{gezin.dossier.pk}/"
    assert client.get(href).status_code == 200
    cast.here()
    involved.beeindigd_op = NOW
    involved.save(update_fields=["beeindigd_op"])
    for route in ("", "afdruk/", "pdf/", "mensen/"):
        assert client.get(href + route).status_code == 404, route


def test_a_secret_address_is_known_to_the_regie_alone(cast: Any) -> None:
    gezin = make_household(cast.here())
    make_address(gezin, "Tovervijver", geheim=True)
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    involve(gezin, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    involve(gezin, cast.medewerkers["lotte"], "jeugd")
    said = "Dit adres is geheim"
    for naam, street, told in (("samira", False, True), ("tarik", True, True), ("lotte", False, False)):
        text = page_of(cast, naam, gezin).content.decode()
        assert ("Tovervijver" in text, said in text) == (street, told), naam


def test_a_child_with_two_homes_is_in_both_and_nothing_else_crosses(cast: Any) -> None:
    gemeente = cast.here()
    mother = make_household(gemeente)
    father = make_household(gemeente, "Familie Demir", ["Kemal Demir"])
    lives(father, mother["Emir"])
    make_deel(mother, "bij-moeder", domein="jeugd", persoon=mother["Emir"])
    make_deel(father, "bij-vader", domein="jeugd", persoon=mother["Emir"])
    involve(father, cast.medewerkers["samira"], "jeugd")
    text = page_of(cast, "samira", father).content.decode()
    assert "Emir" in text
    assert "bij-vader" in text
    assert "bij-moeder" not in text
    assert page_of(cast, "samira", mother).status_code == 404


def test_who_moved_out_is_not_named_and_who_is_to_come_neither(cast: Any) -> None:
    gezin = make_household(cast.here())
    left, coming = (make_person(gezin.gemeente, f"{naam} Yilmaz") for naam in ("Vertrokkene", "Komende"))
    lives(gezin, left, einddatum=TODAY - timedelta(days=1))
    lives(gezin, coming, begindatum=TODAY + timedelta(days=1))
    make_afspraak(gezin, "haalt-de-post", doet=left)
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    text = page_of(cast, "samira", gezin).content.decode()
    assert "haalt-de-post" in text
    assert "Vertrokkene" not in text
    assert "Komende" not in text


def test_everybody_on_the_page_is_in_the_log(cast: Any) -> None:
    from vliegwiel.privacy.models import Inzage, Inzageregel

    gezin = _fill(cast)
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    assert page_of(cast, "samira", gezin).status_code == 200
    cast.here()
    event = Inzage.objects.get()
    assert (event.soort, event.doel) == ("plan", "ondersteunen")
    persons = set(Inzageregel.objects.filter(inzage=event).values_list("persoon", "dossier"))
    assert persons == {(gezin[naam].pk, gezin.dossier.pk) for naam in ("Fatma", "Emir")}


def test_who_holds_the_ball_is_said_in_a_sentence(cast: Any) -> None:
    gezin = make_household(cast.here())
    tarik = cast.medewerkers["tarik"]
    make_afspraak(gezin, "Belt de huisarts", doet=gezin["Fatma"], gever=tarik, status="gevraagd")
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    assert "Tarik Aydin houdt de bal tot Fatma ja zegt" in page_of(cast, "samira", gezin).content.decode()


def test_words_beside_a_line_stand_only_where_the_line_is(cast: Any) -> None:
    from vliegwiel.ondersteuning.models import Correctieverzoek, Vraag

    gezin = make_household(cast.here())
    fatma, tarik = gezin["Fatma"], cast.medewerkers["tarik"]
    vraag = Vraag.objects.create(
        gemeente=gezin.gemeente,
        soort="correctie",
        kanaal="eigen_pagina",
        houder=tarik,
        gesteld_op=NOW,
        verloopt_op=date(2026, 4, 10),
    )
    for domein, word in (("jeugd", "weerwoord-jeugd"), ("schulden", "weerwoord-schulden")):
        Correctieverzoek.objects.create(
            gemeente=gezin.gemeente,
            vraag=vraag,
            dossier=gezin.dossier,
            persoon=fatma,
            plandeel=make_deel(gezin, f"deel in {domein}", domein=domein),
            woorden=word,
            gevraagd_op=NOW,
        )
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    text = page_of(cast, "samira", gezin).content.decode()
    assert "weerwoord-jeugd" in text
    assert "weerwoord-schulden" not in text
    said = _blad(cast, "samira", gezin).correcties
    assert [one.woorden for rows in said.values() for one in rows] == ["weerwoord-jeugd"]


def test_the_fridge_shows_no_domain_nothing_sealed_and_nothing_a_child_closed(cast: Any) -> None:
    from vliegwiel.privacy.models import Inzage

    gezin = _fill(cast)
    make_deel(gezin, "open-maar-dicht", afgesloten=True)
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    expected = {"deel-open", "doel-open", "afspraak-open"}
    assert shown(cast, "samira", gezin, "afdruk/") == expected
    text = page_of(cast, "samira", gezin, "afdruk/").content.decode()
    assert "open-maar-dicht" not in text
    assert "Jeugd" not in text
    cast.here()
    assert set(Inzage.objects.values_list("soort", flat=True)) == {"download"}


def test_the_pdf_is_a_pdf_and_is_logged(cast: Any) -> None:
    from vliegwiel.privacy.models import Inzage

    gezin = _fill(cast)
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    answer = page_of(cast, "samira", gezin, "pdf/")
    if answer.status_code == 302:
        pytest.skip("no libraries for PDF on this machine")
    assert answer.content.startswith(b"%PDF")
    cast.here()
    assert Inzage.objects.get().soort == "download"


def test_the_plan_costs_the_same_with_three_parts_and_with_sixty(cast: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    gezin = _fill(cast)
    involve(gezin, cast.medewerkers["tarik"], "jeugd")
    client = cast.client_of("tarik")
    href = f"/lindebeek/huishoudens/{gezin.dossier.pk}/"
    client.get(href)
    counts = []
    for many in (0, 57):
        cast.here()
        for number in range(many):
            make_deel(gezin, f"deel {number}", persoon=gezin["Emir"])
            make_doel(gezin, f"doel {number}", domein="jeugd")
            make_afspraak(gezin, f"afspraak {number}", doet=gezin["Emir"])
            make_contact(gezin, f"contact {number}")
            lives(gezin, make_person(gezin.gemeente, f"Kind{number} Yilmaz"), begindatum=SINCE)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(href).status_code == 200
        counts.append(len([it for it in seen.captured_queries if _counts(it["sql"])]))
    assert counts[0] == counts[1]
    assert counts[0] <= MOST, [it["sql"][:160] for it in seen.captured_queries]


MOST = 12


def _counts(sql: str) -> bool:
    return not sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "SET LOCAL", "PRAGMA"))
