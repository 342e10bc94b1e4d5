"""Beheer in the browser: who gets in, what the pages show, and that every form does its work once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import reverse

from tests.cast import COLLEAGUES, EVERYONE, HERE, THERE, Cast
from tests.forms import key_of, post
from vliegwiel.gemeenschap.models import Medewerker, Roltoekenning, Team
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Account, Formuliersleutel, Schrijflog, Uitgaand, Weigering

PAGES = (
    "beheer",
    "beheer_uitnodigen",
    "beheer_uitnodigingen",
    "beheer_teams",
    "beheer_team_nieuw",
    "beheer_onderdelen",
)
ABOUT = (
    "beheer_collega",
    "beheer_opnieuw",
    "beheer_rollen",
    "beheer_teams_van",
    "beheer_laatste_dag",
    "beheer_stopt",
    "beheer_tweede_stap",
)


def pages(cast: Cast) -> list[str]:
    plain = [reverse(name, args=[HERE]) for name in PAGES]
    return plain + [reverse(name, args=[HERE, cast.medewerkers["wim"].pk]) for name in ABOUT]


@pytest.mark.parametrize("naam", EVERYONE)
def test_only_a_beheerder_of_this_gemeente_gets_in(cast: Cast, naam: str) -> None:
    client = cast.client_of(naam)
    answers = {client.get(path).status_code for path in pages(cast)}
    assert answers == {200 if naam == "ravi" else 404}


def test_a_visitor_is_led_to_the_login(cast: Cast) -> None:
    answer = cast.client_of(None).get(reverse("beheer", args=[HERE]))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_a_refused_visit_is_written_down(cast: Cast) -> None:
    cast.client_of("samira").get(reverse("beheer", args=[HERE]))
    cast.here()
    refusal = Weigering.objects.get(account=cast.accounts["samira"].pk)
    assert (refusal.route, refusal.reden) == ("beheer", "rol")


def test_somebody_of_the_other_gemeente_does_not_exist_here(cast: Cast) -> None:
    path = reverse("beheer_collega", args=[HERE, cast.medewerkers["piet"].pk])
    assert cast.client_of("ravi").get(path).status_code == 404


@pytest.mark.parametrize("name", ["vandaag", "mijn_account"])
@pytest.mark.parametrize("naam", [*COLLEAGUES, "bakker"])
def test_everybody_has_a_today_and_a_page_of_their_own(cast: Cast, name: str, naam: str) -> None:
    answer = cast.client_of(naam).get(reverse(name, args=[HERE]))
    assert answer.status_code == 200
    assert ("/beheer/" in answer.content.decode()) == (naam == "ravi")


def test_the_list_searches_by_name_and_by_organisation(cast: Cast) -> None:
    client = cast.client_of("ravi")
    found = client.get(reverse("beheer", args=[HERE]), {"q": "verhoeven"}).content.decode()
    assert "Mila Verhoeven" in found
    assert "Wim Terpstra" not in found
    brug = client.get(reverse("beheer", args=[HERE]), {"q": "brug"}).content.decode()
    assert "Joke van Dam" in brug
    assert "Niemand gevonden" in client.get(reverse("beheer", args=[HERE]), {"q": "zzz"}).content.decode()


def test_the_list_asks_as_much_for_a_hundred_colleagues(cast: Cast, django_assert_num_queries: Any) -> None:
    client, path = cast.client_of("ravi"), reverse("beheer", args=[HERE])
    few = _queries(client, path)
    deelname = cast.deelnames[f"Gemeente Lindebeek@{HERE}"]
    cast.here()
    for number in range(100):
        account = Account.objects.create(
            email=f"n{number}@x.example", naam="N", aangemaakt_op="2026-01-05T09:00Z"
        )
        person = Medewerker.objects.create(
            gemeente=cast.here(),
            account=account,
            naam=f"Aa {number:03}",
            deelname=deelname,
            begindatum="2026-01-05",
        )
        Roltoekenning.objects.create(
            gemeente=cast.here(), medewerker=person, rol="fg", begindatum="2026-01-05"
        )
    assert _queries(client, path) == few
    assert "Bladzijde 1 van 5" in client.get(path).content.decode()


def _queries(client: Any, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(
        [q for q in captured if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "SET LOCAL"))]
    )


def invitation(cast: Cast, **changed: Any) -> dict[str, Any]:
    return {
        "naam": "Nora Nieuw",
        "email": "Nora@Werk.example",
        "organisatie": str(cast.deelnames[f"Welzijn de Brug@{HERE}"].pk),
        "functie": "sociaal werker",
        "rollen": ["partnermedewerker"],
        **changed,
    }


def test_inviting_makes_a_colleague_a_mail_and_a_line_in_the_log(cast: Cast) -> None:
    answer = post(cast.client_of("ravi"), reverse("beheer_uitnodigen", args=[HERE]), invitation(cast))
    assert answer.status_code == 302
    cast.here()
    person = Medewerker.objects.get(naam="Nora Nieuw")
    assert person.account.email == "nora@werk.example"
    assert Uitgaand.objects.filter(aan="nora@werk.example", soort="uitnodiging").count() == 1
    assert set(Schrijflog.objects.filter(object=person.pk).values_list("actie", flat=True)) == {
        "uitgenodigd",
        "rol_gegeven",
    }


def test_sending_the_same_form_twice_invites_once(cast: Cast) -> None:
    client, path = cast.client_of("ravi"), reverse("beheer_uitnodigen", args=[HERE])
    fields = {**invitation(cast), "_sleutel": key_of(client, path)}
    first, second = client.post(path, fields), client.post(path, fields)
    assert first["Location"] == second["Location"]
    cast.here()
    assert Uitgaand.objects.count() == 1


def test_an_account_that_works_elsewhere_is_tied_with_the_same_words(cast: Cast) -> None:
    client, path = cast.client_of("ravi"), reverse("beheer_uitnodigen", args=[HERE])
    known = post(client, path, invitation(cast, naam="Piet", email="piet@medewerker.example"), follow=True)
    fresh = post(client, path, invitation(cast, naam="Piet", email="iemand@anders.example"), follow=True)
    assert _said(known) == _said(fresh)
    assert Account.objects.filter(email="piet@medewerker.example").count() == 1
    waiting = client.get(reverse("beheer_uitnodigingen", args=[HERE])).content.decode()
    assert "piet@medewerker.example" in waiting  # as long as he has not come in here
    assert "iemand@anders.example" in waiting


def _said(answer: Any) -> str:
    return answer.content.decode().split('id="toasts"')[1].split("</div>")[0]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"email": "wim@medewerker.example"}, "Dit adres is van Wim Terpstra, die werkt hier al."),
        ({"email": "bakker@inwoner.example"}, "Dit adres kunnen we niet gebruiken voor een collega."),
        ({"einddatum": "2020-01-01"}, "Deze dag is al voorbij."),
        ({"naam": ""}, "Vul in hoe je collega heet."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    cast: Cast, changed: dict[str, str], sentence: str
) -> None:
    answer = post(
        cast.client_of("ravi"), reverse("beheer_uitnodigen", args=[HERE]), invitation(cast, **changed)
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in text
    assert "sociaal werker" in text
    cast.here()
    assert not Uitgaand.objects.exists()
    assert not Formuliersleutel.objects.exists()


def test_a_form_key_of_somebody_else_does_nothing(cast: Cast) -> None:
    path = reverse("beheer_team_nieuw", args=[HERE])
    theirs = key_of(cast.client_of("greet"), reverse("beheer_team_nieuw", args=[THERE]))
    answer = cast.client_of("ravi").post(path, {"naam": "team X", "_sleutel": theirs})
    assert answer.status_code == 422
    assert "te oud om te versturen" in answer.content.decode()
    cast.here()
    assert not Team.objects.exists()


def test_teams_are_made_renamed_and_never_double(cast: Cast) -> None:
    client = cast.client_of("ravi")
    post(client, reverse("beheer_team_nieuw", args=[HERE]), {"naam": "lokaal team Oost"})
    cast.here()
    team = Team.objects.get()
    again = post(client, reverse("beheer_team_nieuw", args=[HERE]), {"naam": "lokaal team Oost"})
    assert "Er is al een team met deze naam." in again.content.decode()
    post(client, reverse("beheer_team_naam", args=[HERE, team.pk]), {"naam": "lokaal team West"})
    cast.here()
    assert Team.objects.get().naam == "lokaal team West"


@pytest.mark.parametrize("name", ["beheer_laatste_dag", "beheer_stopt"])
@pytest.mark.parametrize("naam", ["wim", "ravi"])
def test_a_day_that_is_too_far_away_is_said(cast: Cast, name: str, naam: str) -> None:
    path = reverse(name, args=[HERE, cast.medewerkers[naam].pk])
    answer = post(cast.client_of("ravi"), path, {"einddatum": "9999-12-31"})
    assert answer.status_code == 422
    assert "Kies een dag tot en met 2100." in answer.content.decode()


def test_only_who_sees_content_can_take_over(cast: Cast) -> None:
    from vliegwiel.gemeenschap.forms import Stoppen

    by = cast.kijker_of("ravi", purpose=Purpose.BEHEER)
    request = RequestFactory().get("/")
    form = Stoppen(request, by, medewerker=cast.medewerkers["wim"], open_werk=1)
    offered = {person.naam for person in form.fields["opvolger"].queryset}  # type: ignore[attr-defined]
    assert "Fatima El Idrissi" in offered
    assert not offered & {"Wim Terpstra", "Ravi Ramdin", "Ellen Brouwers", "Bas Kuiper"}


def test_a_role_for_oneself_is_refused_in_words(cast: Cast) -> None:
    path = reverse("beheer_rollen", args=[HERE, cast.medewerkers["ravi"].pk])
    answer = post(cast.client_of("ravi"), path, {"rollen": ["beheerder", "strateeg"]})
    assert answer.status_code == 422
    assert "Een rol erbij geef je niet aan jezelf." in answer.content.decode()


def test_a_strange_character_in_a_search_is_no_mistake(cast: Cast) -> None:
    assert cast.client_of("ravi").get(reverse("beheer", args=[HERE]) + "?q=%00wim").status_code == 200


def test_a_large_team_shows_some_names_and_how_many_more(cast: Cast) -> None:
    from vliegwiel.gemeenschap.models import Teamlid

    gemeente = cast.here()
    big, small = (Team.objects.create(gemeente=gemeente, naam=naam) for naam in ("Groot", "Klein"))
    for naam in COLLEAGUES:
        for team in (big, small) if naam == "wim" else (big,):
            Teamlid.objects.create(
                gemeente=gemeente, team=team, medewerker=cast.medewerkers[naam], begindatum="2026-01-05"
            )
    page = cast.client_of("ravi").get(reverse("beheer_teams", args=[HERE])).content.decode()
    assert "Bas Kuiper, Ellen Brouwers" in page
    assert f"en nog {len(COLLEAGUES) - 8}" in page
    assert "Wim Terpstra" in page  # alone in the small team, beyond the few of the big one
