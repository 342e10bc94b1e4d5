"""Mijn mensen: what stands on a row, in which order, and what never moves it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.ondersteuning.gezin import NOW, SINCE, block, involve, make_afspraak, make_contact, make_household
from vliegwiel.kern.marks import Purpose
from vliegwiel.ondersteuning.queries.mensen import Lijst, Vraag, my_people
from vliegwiel.ondersteuning.rules.mensen import Rij, Van, Volgorde
from vliegwiel.privacy.inzage import collector
from vliegwiel.privacy.models import Inzage, Inzageregel


def ago(days: int) -> Any:
    return NOW - timedelta(days=days)


def home(cast: Cast, naam: str, *personen: str) -> Any:
    return make_household(cast.here(), naam, personen or (f"Anna {naam}",))


def lijst(cast: Cast, wie: str = "samira", **vraag: Any) -> Lijst:
    with collector():
        return my_people(cast.kijker_of(wie, purpose=Purpose.ONDERSTEUNEN), NOW, Vraag(**vraag))


def rows(cast: Cast, wie: str = "samira", **vraag: Any) -> list[Rij]:
    return list(lijst(cast, wie, **vraag).pagina.object_list)


def names(cast: Cast, wie: str = "samira", **vraag: Any) -> list[str]:
    return [rij.naam for rij in rows(cast, wie, **vraag)]


def team_of(cast: Cast, *leden: str, naam: str = "Team Oost") -> Any:
    from vliegwiel.gemeenschap.models import Team, Teamlid

    here = cast.here()
    team = Team.objects.create(gemeente=here, naam=naam)
    for wie in leden:
        Teamlid.objects.create(gemeente=here, team=team, medewerker=cast.medewerkers[wie], begindatum=SINCE)
    return team


def test_a_row_says_who_the_last_contact_and_the_next_step(cast: Cast) -> None:
    gezin = home(cast, "Familie Yilmaz", "Fatma Yilmaz", "Emir Yilmaz")
    involve(gezin, cast.medewerkers["samira"], "jeugd")
    make_contact(gezin, "Belde", moment=ago(9))
    make_contact(gezin, "Nog eens", moment=ago(2), domein="jeugd", uitkomst="niet_bereikt")
    make_afspraak(gezin, "Later", wanneer=date(2026, 4, 1), medewerker=cast.medewerkers["samira"])
    make_afspraak(
        gezin, "Eerst", wanneer=date(2026, 3, 12), medewerker=cast.medewerkers["tarik"], domein="jeugd"
    )
    make_afspraak(gezin, "Klaar", wanneer=date(2026, 3, 1), status="gedaan")
    (rij,) = rows(cast)
    assert [mens.naam for mens in rij.mensen] == ["Fatma Yilmaz", "Emir Yilmaz"]
    assert rij.contact and (rij.contact.uitkomst, rij.contact.moment) == ("niet_bereikt", ago(2))
    assert rij.stap and (rij.stap.tekst, rij.stap.bal.code, rij.stap.bal.wie) == (
        "Eerst",
        "collega",
        "Tarik Aydin",
    )
    assert rij.mag_noteren


@pytest.mark.parametrize(
    ("fields", "ball"),
    [
        ({"wie": "gemeente", "medewerker": "samira"}, ("jij", "")),
        ({"wie": "gemeente", "medewerker": "samira", "status": "gevraagd"}, ("aan_jou", "")),
        ({"wie": "gemeente", "medewerker": "tarik", "status": "gevraagd"}, ("wacht", "Tarik Aydin")),
        ({"medewerker": "tarik", "gever": "samira", "status": "teruggegeven"}, ("terug_bij_jou", "")),
        ({"medewerker": "samira", "gever": "tarik", "status": "teruggegeven"}, ("terug", "Tarik Aydin")),
        ({"wie": "inwoner", "doet": "Fatma"}, ("ander", "Fatma Yilmaz")),
        ({"wie": "netwerk", "wie_naam": "buurvrouw Ria"}, ("ander", "buurvrouw Ria")),
    ],
)  # fmt: skip
def test_who_has_the_ball(cast: Cast, fields: dict[str, Any], ball: tuple[str, str]) -> None:
    gezin = home(cast, "Familie Yilmaz", "Fatma Yilmaz")
    involve(gezin, cast.medewerkers["samira"], "wmo")
    for name in ("medewerker", "gever"):
        if name in fields:
            fields = {**fields, name: cast.medewerkers[fields[name]]}
    if "doet" in fields:
        fields = {**fields, "doet": gezin[fields["doet"]]}
    make_afspraak(gezin, "Iets", **fields)
    (rij,) = rows(cast)
    assert rij.stap and (rij.stap.bal.code, rij.stap.bal.wie) == ball


def test_a_contact_in_another_domain_is_not_the_last_and_moves_no_row(cast: Cast) -> None:
    eerst, daarna = home(cast, "Aarts"), home(cast, "Bakker")
    for gezin in (eerst, daarna):
        involve(gezin, cast.medewerkers["samira"], "wmo")
    make_contact(eerst, "gezien", moment=ago(30), domein="wmo")
    make_contact(daarna, "gezien", moment=ago(20), domein="wmo")
    before = [(rij.naam, rij.contact) for rij in rows(cast)]
    make_contact(eerst, "schuldhulp", moment=ago(1), domein="schulden")
    make_contact(
        eerst, "schuldhulp", moment=ago(1), domein="schulden", van_inwoner=True, uitkomst="nog_te_lezen"
    )
    make_afspraak(eerst, "Saneren", wanneer=date(2026, 3, 11), domein="schulden")
    after = rows(cast)
    assert [(rij.naam, rij.contact) for rij in after] == before
    assert [rij.naam for rij in after] == ["Aarts", "Bakker"]
    assert not any(rij.berichten or rij.stap for rij in after)
    assert names(cast, volgorde=Volgorde.STAP) == ["Aarts", "Bakker"]


def test_who_keeps_the_overview_sees_no_domain_contact(cast: Cast) -> None:
    gezin = home(cast, "Aarts")
    involve(gezin, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    make_contact(gezin, "wmo", moment=ago(1), domein="wmo")
    make_contact(gezin, "allen", moment=ago(8))
    (rij,) = rows(cast, "tarik")
    assert rij.contact and rij.contact.moment == ago(8)


def test_a_blocked_household_is_not_there(cast: Cast) -> None:
    gezin, ander = home(cast, "Aarts", "Ans Aarts"), home(cast, "Bakker")
    for it in (gezin, ander):
        involve(it, cast.medewerkers["samira"], "wmo")
    block(gezin["Ans"], cast.medewerkers["samira"])
    found = lijst(cast)
    assert [rij.naam for rij in found.pagina] == ["Bakker"]
    assert (found.pagina.paginator.count, found.van_mij) == (1, 1)
    assert names(cast, woorden="aarts") == []


def test_ended_and_future_involvements_give_no_row(cast: Cast) -> None:
    samira = cast.medewerkers["samira"]
    involve(home(cast, "Voorbij"), samira, "wmo", einddatum=date(2026, 3, 9))
    involve(home(cast, "Gestopt"), samira, "wmo", beeindigd_op=ago(0))
    involve(home(cast, "Straks"), samira, "wmo", begindatum=date(2026, 3, 11))
    closed = home(cast, "Gesloten")
    involve(closed, samira, "wmo")
    closed.dossier.gesloten_op = date(2026, 3, 1)
    closed.dossier.save()
    assert names(cast) == []


def test_mine_and_my_teams(cast: Cast) -> None:
    team = team_of(cast, "samira")
    own, shared = home(cast, "Aarts"), home(cast, "Bakker")
    involve(own, cast.medewerkers["samira"], "wmo")
    involve(own, team=team, domein="wmo")
    involve(shared, team=team, domein="wmo")
    assert names(cast) == ["Aarts"]
    assert names(cast, van=Van.TEAM) == ["Bakker"]
    assert (lijst(cast).van_mij, lijst(cast).van_team) == (1, 1)


def test_a_teamleider_sees_the_rows_of_the_team_without_content(cast: Cast) -> None:
    gezin = home(cast, "Aarts", "Ans Aarts")
    involve(gezin, team=team_of(cast, "lotte"), domein="wmo")
    make_contact(gezin, "geheim", moment=ago(1), domein="wmo")
    make_afspraak(gezin, "Langs gaan", domein="wmo", medewerker=cast.medewerkers["samira"])
    found = lijst(cast, "lotte")
    (rij,) = found.pagina.object_list
    assert found.van == Van.TEAM
    assert rij.mensen[0].naam == "Ans Aarts" and rij.stap and rij.stap.tekst == "Langs gaan"
    assert rij.contact is None and not rij.mag_noteren and not rij.ziet_contact


def test_the_longest_silence_comes_first_and_no_contact_before_that(cast: Cast) -> None:
    for naam, days in (("Aarts", 3), ("Bakker", 40), ("Cox", None)):
        gezin = home(cast, naam)
        involve(gezin, cast.medewerkers["samira"], "wmo")
        if days:
            make_contact(gezin, moment=ago(days))
        if naam == "Aarts":
            make_afspraak(gezin, wanneer=date(2026, 3, 11))
        if naam == "Bakker":
            make_afspraak(gezin)
    assert names(cast) == ["Cox", "Bakker", "Aarts"]
    assert names(cast, volgorde=Volgorde.STAP) == ["Aarts", "Bakker", "Cox"]
    assert names(cast, volgorde=Volgorde.NAAM) == ["Aarts", "Bakker", "Cox"]


def test_the_list_is_searched_by_name_number_and_who_lives_there(cast: Cast) -> None:
    een, twee = home(cast, "Aarts", "Ans Aarts", "Zoë Vermeer"), home(cast, "Bakker", "Bo Bakker")
    for gezin in (een, twee):
        involve(gezin, cast.medewerkers["samira"], "wmo")
    assert names(cast, woorden="zoe") == ["Aarts"]
    assert names(cast, woorden="bakker") == ["Bakker"]
    assert names(cast, woorden=twee.dossier.nummer) == ["Bakker"]
    assert names(cast, woorden="aarts bakker") == []


def test_what_a_resident_said_waits_on_the_row(cast: Cast) -> None:
    gezin = home(cast, "Aarts")
    involve(gezin, cast.medewerkers["samira"], "wmo")
    make_contact(gezin, "Ik kom liever dinsdag", van_inwoner=True, uitkomst="nog_te_lezen", soort="bericht")
    make_contact(gezin, "Al gelezen", van_inwoner=True, uitkomst="gelezen", soort="bericht")
    (rij,) = rows(cast)
    assert [bericht.regel for bericht in rij.berichten] == ["Ik kom liever dinsdag"]
    assert rij.contact is None  # what they said is not a contact of ours


def test_who_is_shown_is_logged_once_per_person(cast: Cast) -> None:
    gezin = home(cast, "Aarts", "Ans Aarts", "Bo Aarts")
    involve(gezin, cast.medewerkers["samira"], "wmo")
    cast.client_of("samira").get(reverse("mijn_mensen", args=[HERE]))
    cast.here()
    assert list(Inzage.objects.values_list("soort", "doel")) == [("lijst", "ondersteunen")]
    assert {row.persoon for row in Inzageregel.objects.all()} == {gezin["Ans"].pk, gezin["Bo"].pk}


@pytest.mark.parametrize(
    ("wie", "status"),
    [("samira", 200), ("tarik", 200), ("lotte", 200), ("gijs", 200), ("mila", 200), ("wim", 404), ("joke", 404),
     ("ravi", 404), ("ellen", 404), ("bas", 404), ("bakker", 404), ("oscar", 404)],
)  # fmt: skip
def test_who_has_a_list(cast: Cast, wie: str, status: int) -> None:
    assert cast.client_of(wie).get(reverse("mijn_mensen", args=[HERE])).status_code == status
