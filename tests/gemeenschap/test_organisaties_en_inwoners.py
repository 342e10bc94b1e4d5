"""Beheer lets organisations and residents take part: added, changed, ended, each with its line and its refusals."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import COLLEAGUES, EVERYONE, HERE, RESIDENTS, THERE, Cast
from tests.forms import key_of, post
from vliegwiel.gemeenschap import actions, queries, refusals
from vliegwiel.gemeenschap.invitations import invited, resident_link
from vliegwiel.gemeenschap.models import Deelname, Inwoner, Organisatie
from vliegwiel.kern import outbox
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Account, Schrijflog, Uitgaand

BRUG, BUREAU = f"Welzijn de Brug@{HERE}", f"Bureau Kiezelpad@{HERE}"
LONG = "vier heel losse woorden"
SOON = timedelta(days=10)


@pytest.fixture
def ravi(cast: Cast) -> Any:
    return cast.kijker_of("ravi", purpose=Purpose.BEHEER)


def log_of(row: Any) -> list[str]:
    return list(Schrijflog.objects.filter(object=row.pk).order_by("pk").values_list("actie", flat=True))


def pages(cast: Cast) -> list[str]:
    plain = [
        "beheer_organisaties",
        "beheer_organisatie_erbij",
        "beheer_inwoners",
        "beheer_inwoner_uitnodigen",
    ]
    about = {
        cast.deelnames[BRUG].pk: ["beheer_organisatie", "beheer_niveaus", "beheer_organisatie_laatste_dag"],
        cast.inwoners["bakker"].pk: [
            "beheer_inwoner",
            "beheer_inwoner_opnieuw",
            "beheer_inwoner_laatste_dag",
        ],
    }
    found = [reverse(name, args=[HERE]) for name in plain]
    return found + [reverse(name, args=[HERE, pk]) for pk, names in about.items() for name in names]


@pytest.mark.parametrize("naam", EVERYONE)
def test_only_a_beheerder_of_this_gemeente_gets_in(cast: Cast, naam: str) -> None:
    client = cast.client_of(naam)
    assert {client.get(path).status_code for path in pages(cast)} == {200 if naam == "ravi" else 404}


@pytest.mark.parametrize("naam", [naam for naam in COLLEAGUES if naam != "ravi"] + ["bakker"])
def test_every_action_refuses_everybody_else(cast: Cast, naam: str) -> None:
    by = cast.kijker_of(naam, purpose=Purpose.BEHEER)
    brug, bakker = cast.deelnames[BRUG], cast.inwoners["bakker"]
    for action in (
        lambda: actions.add_organisation(by=by, now=now(), naam="N", soort="zorg"),
        lambda: actions.set_levels(by=by, now=now(), deelname=brug, niveaus=[]),
        lambda: actions.end_organisation(by=by, now=now(), deelname=brug, einddatum=today()),
        lambda: actions.invite_resident(by=by, now=now(), naam="N", email="n@x.example"),
        lambda: actions.invite_resident_again(by=by, now=now(), inwoner=bakker),
        lambda: actions.end_resident(by=by, now=now(), inwoner=bakker, einddatum=today()),
    ):
        with pytest.raises(refusals.NotBeheerder):
            action()
    assert not Schrijflog.objects.exists()
    assert not queries.residents(by, today()).exists()
    assert not queries.taking_part(by, today()).exists()


def test_an_organisation_takes_part_from_today(cast: Cast) -> None:
    client, path = cast.client_of("ravi"), reverse("beheer_organisatie_erbij", args=[HERE])
    fields = {"naam": "Stichting Zon", "soort": "zorg", "niveaus": ["bestuur", "uitvoering"]}
    sent = {**fields, "_sleutel": key_of(client, path)}
    first, second = client.post(path, sent), client.post(path, sent)
    assert first["Location"] == second["Location"]
    page = client.get(first["Location"]).content.decode()
    assert "Uitvoering, Bestuur" in page
    assert "zorg en hulp" in page
    assert "Stichting Zon" in client.get(reverse("beheer_uitnodigen", args=[HERE])).content.decode()
    cast.here()
    deelname = Deelname.objects.get(organisatie__naam="Stichting Zon")
    assert (deelname.niveaus, deelname.begindatum) == (["uitvoering", "bestuur"], today())
    assert log_of(deelname) == ["organisatie_erbij"]


def test_an_organisation_that_exists_is_tied_and_nobody_is_told(cast: Cast, ravi: Any) -> None:
    theirs = Organisatie.objects.get(naam="Gemeente Waterrade")
    listed = cast.client_of("ravi").get(reverse("beheer_organisaties", args=[HERE])).content.decode()
    assert "Welzijn de Brug" in listed
    assert "Gemeente Waterrade" not in listed
    tied = actions.add_organisation(by=ravi, now=now(), naam="Gemeente Waterrade", soort="anders")
    assert tied.organisatie_id == theirs.pk
    assert Organisatie.objects.get(pk=theirs.pk).soort == "gemeente"
    with pytest.raises(refusals.AlreadyTakesPart):
        actions.add_organisation(by=ravi, now=now(), naam="Gemeente Waterrade", soort="gemeente")


def test_levels_change_with_a_line_in_the_log(cast: Cast) -> None:
    brug = cast.deelnames[BRUG]
    answer = post(
        cast.client_of("ravi"), reverse("beheer_niveaus", args=[HERE, brug.pk]), {"niveaus": ["management"]}
    )
    assert answer.status_code == 302
    cast.here()
    brug.refresh_from_db()
    assert brug.niveaus == ["management"]
    assert log_of(brug) == ["niveaus_bewaard"]


def test_an_organisation_stops_after_its_people(cast: Cast, ravi: Any) -> None:
    bureau, hanneke = cast.deelnames[BUREAU], cast.medewerkers["hanneke"]
    path = reverse("beheer_organisatie_laatste_dag", args=[HERE, bureau.pk])
    day = {"einddatum": today().isoformat()}
    refused = post(cast.client_of("ravi"), path, day)
    assert refused.status_code == 422
    assert "Er werken na die dag nog collega’s van deze organisatie (1)." in refused.content.decode()
    cast.here()
    actions.set_last_day(by=ravi, now=now(), medewerker=hanneke, einddatum=today())
    assert post(cast.client_of("ravi"), path, day).status_code == 302
    cast.here()
    bureau.refresh_from_db()
    assert bureau.einddatum == today()
    for longer in (None, today() + SOON):
        with pytest.raises(refusals.OrganisationLeaves):
            actions.set_last_day(by=ravi, now=now(), medewerker=hanneke, einddatum=longer)
        with pytest.raises(refusals.OrganisationLeaves):
            actions.invite(
                by=ravi, now=now(), naam="N", email="n@x.example", organisatie=bureau, einddatum=longer
            )
    actions.end_organisation(by=ravi, now=now(), deelname=bureau, einddatum=None)  # it stays after all
    actions.set_last_day(by=ravi, now=now(), medewerker=hanneke, einddatum=None)
    with pytest.raises(refusals.LastDayPassed):
        actions.end_organisation(by=ravi, now=now(), deelname=bureau, einddatum=today() - timedelta(days=1))


def test_an_organisation_that_stopped_is_kept_apart_and_can_come_back(cast: Cast, ravi: Any) -> None:
    bureau = cast.deelnames[BUREAU]
    Deelname.objects.filter(gemeente_id=ravi.gemeente_id, pk=bureau.pk).update(
        einddatum=today() - timedelta(days=1)
    )
    bureau.refresh_from_db()
    client, path = cast.client_of("ravi"), reverse("beheer_organisaties", args=[HERE])
    assert "Bureau Kiezelpad" not in client.get(path).content.decode()
    assert "Bureau Kiezelpad" in client.get(path, {"weg": "1"}).content.decode()
    cast.here()
    with pytest.raises(refusals.OrganisationHasLeft):
        actions.set_levels(by=ravi, now=now(), deelname=bureau, niveaus=[])
    back = actions.add_organisation(by=ravi, now=now(), naam="Bureau Kiezelpad", soort="anders")
    assert (back.pk, back.begindatum, back.einddatum) == (bureau.pk, today(), None)
    assert log_of(back) == ["organisatie_weer_erbij"]


def test_a_resident_is_invited_chooses_a_password_and_comes_in(cast: Cast) -> None:
    client, path = cast.client_of("ravi"), reverse("beheer_inwoner_uitnodigen", args=[HERE])
    sent = {"naam": "Dirk", "email": "Dirk@Thuis.example", "_sleutel": key_of(client, path)}
    first, second = client.post(path, sent), client.post(path, sent)
    assert first["Location"] == second["Location"]
    cast.here()
    dirk, row = Inwoner.objects.get(naam="Dirk"), Uitgaand.objects.get()
    assert (dirk.account.soort, row.aan, row.soort) == (
        "inwoner",
        "dirk@thuis.example",
        "uitnodiging_inwoner",
    )
    mail = outbox.compose(row)
    assert mail.subject == "U bent uitgenodigd om mee te praten in Lindebeek"
    visitor = cast.client_of(None)
    page = visitor.get(mail.pad).content.decode()
    assert "Hoe wilt u heten?" in page
    assert "Je " not in page.split("<main", 1)[1]
    assert visitor.post(mail.pad, {"naam": "Dirk D.", "wachtwoord": LONG}).status_code == 302
    cast.here()
    dirk.refresh_from_db()
    assert dirk.naam == "Dirk D."
    assert log_of(dirk) == ["inwoner_uitgenodigd", "uitnodiging_aangenomen"]
    visitor.force_login(dirk.account)
    assert "Dag Dirk D." in visitor.get(f"/{HERE}/").content.decode()
    assert visitor.get(reverse("beheer", args=[HERE])).status_code == 404
    cast.here()
    assert resident_link(row) == f"/{HERE}/"  # the link has done its work


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("wim@medewerker.example", "Dit adres hoort bij een account voor het werk."),
        ("oscar@medewerker.example", "heeft een tweede e-mailadres nodig."),
        ("bakker@inwoner.example", "Dit adres is van mevrouw Bakker, die heeft hier al toegang."),
        ("geen adres", "Dit is geen e-mailadres."),
    ],
)
def test_whom_one_cannot_invite_as_a_resident(cast: Cast, email: str, sentence: str) -> None:
    path = reverse("beheer_inwoner_uitnodigen", args=[HERE])
    answer = post(cast.client_of("ravi"), path, {"naam": "Iemand", "email": email})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    cast.here()
    assert not Uitgaand.objects.exists()
    assert not Inwoner.objects.filter(naam="Iemand").exists()


def test_a_resident_of_another_gemeente_keeps_one_account(cast: Cast, ravi: Any) -> None:
    greet = cast.kijker_of("greet", purpose=Purpose.BEHEER)
    there = actions.invite_resident(by=greet, now=now(), naam="Bea", email="bakker@inwoner.example")
    assert there.account_id == cast.accounts["bakker"].pk
    assert Account.objects.filter(email="bakker@inwoner.example").count() == 1
    here = queries.resident(cast.kijker_of("ravi", purpose=Purpose.BEHEER), cast.inwoners["bakker"].pk)
    assert here is not None
    assert here.naam == RESIDENTS["bakker"]
    assert queries.resident(ravi, there.pk) is None


def test_a_residents_access_ends_and_can_begin_again(cast: Cast, ravi: Any) -> None:
    bakker, browser = cast.inwoners["bakker"], cast.client_of("bakker")
    path = reverse("beheer_inwoner_laatste_dag", args=[HERE, bakker.pk])
    passed = {"einddatum": (today() - SOON).isoformat()}
    assert "Deze dag is al voorbij." in post(cast.client_of("ravi"), path, passed).content.decode()
    assert browser.get(f"/{HERE}/").status_code == 200
    assert post(cast.client_of("ravi"), path, {"meteen": "on"}).status_code == 302
    assert browser.get(f"/{HERE}/").status_code == 404
    client, listed = cast.client_of("ravi"), reverse("beheer_inwoners", args=[HERE])
    assert "mevrouw Bakker" not in client.get(listed).content.decode()
    assert "mevrouw Bakker" in client.get(listed, {"weg": "1"}).content.decode()
    cast.here()
    bakker.refresh_from_db()
    with pytest.raises(refusals.ResidentHasLeft):
        actions.invite_resident_again(by=ravi, now=now(), inwoner=bakker)
    with pytest.raises(refusals.ResidentHasLeft):
        actions.end_resident(by=ravi, now=now(), inwoner=bakker, einddatum=None)
    back = actions.invite_resident(by=ravi, now=now(), naam="Bea", email="bakker@inwoner.example")
    assert (back.pk, back.naam, back.einddatum) == (bakker.pk, "Bea", None)
    assert log_of(back) == ["inwoner_laatste_dag", "inwoner_weer_uitgenodigd"]
    assert browser.get(f"/{HERE}/").status_code == 200


def test_an_invitation_is_sent_again(cast: Cast) -> None:
    bakker = cast.inwoners["bakker"]
    answer = post(cast.client_of("ravi"), reverse("beheer_inwoner_opnieuw", args=[HERE, bakker.pk]))
    assert answer["Location"] == reverse("beheer_inwoner", args=[HERE, bakker.pk])
    cast.here()
    assert Uitgaand.objects.get().aan == "bakker@inwoner.example"
    assert log_of(bakker) == ["inwoner_opnieuw_uitgenodigd"]


def test_the_list_is_of_names_and_costs_as_much_for_a_hundred(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    from tests.gemeenschap.test_beheer_pages import _queries

    client, path = cast.client_of("ravi"), reverse("beheer_inwoners", args=[HERE])
    few = _queries(client, path)
    page = client.get(path).content.decode()
    assert "Zoek op de hele naam" not in page
    assert "bakker@inwoner.example" not in page
    gemeente = cast.here()
    for number in range(60):
        account = Account.objects.create(
            email=f"i{number}@x.example", naam="I", soort="inwoner", aangemaakt_op="2026-01-05T09:00Z"
        )
        Inwoner.objects.create(
            gemeente=gemeente, account=account, naam=f"Aa {number:03}", begindatum="2026-01-05"
        )
    assert _queries(client, path) == few
    page = client.get(path).content.decode()
    assert "Bladzijde 1 van 3" in page
    assert "Zoek op de hele naam" in page
    assert "Aa 007" in client.get(path, {"q": "aa 007"}).content.decode()
    assert "Hier doet niemand mee" in client.get(path, {"q": "Aa"}).content.decode()  # a whole name only


def test_the_list_of_organisations_costs_as_much_for_many(cast: Cast) -> None:
    from tests.gemeenschap.test_beheer_pages import _queries

    client, path = cast.client_of("ravi"), reverse("beheer_organisaties", args=[HERE])
    few = _queries(client, path)
    gemeente = cast.here()
    for number in range(40):
        organisatie = Organisatie.objects.create(naam=f"Aa {number:03}", soort="iets van vroeger")
        Deelname.objects.create(gemeente=gemeente, organisatie=organisatie, begindatum="2026-01-05")
    assert _queries(client, path) == few
    assert "Bladzijde 1 van 2" in client.get(path).content.decode()


def test_in_production_a_resident_cannot_come_in_yet_and_the_page_says_so(
    cast: Cast, ravi: Any, settings: Any
) -> None:
    dirk = actions.invite_resident(by=ravi, now=now(), naam="Dirk", email="dirk@thuis.example")
    row = Uitgaand.objects.get()
    link = resident_link(row)
    uid, token = link.strip("/").split("/")[1:]
    assert invited(uid, token) == dirk.account
    client = cast.client_of("ravi")
    assert "nog niet inloggen" not in client.get(reverse("beheer_inwoners", args=[HERE])).content.decode()
    settings.PRODUCTION = True
    assert invited(uid, token) is None
    assert resident_link(row) == f"/{HERE}/"
    for name in ("beheer_inwoners", "beheer_inwoner_uitnodigen"):
        assert "nog niet inloggen" in client.get(reverse(name, args=[HERE])).content.decode()


def test_somebody_of_the_other_gemeente_does_not_exist_here(cast: Cast) -> None:
    client = cast.client_of("greet")
    for name, row in (
        ("beheer_inwoner", cast.inwoners["bakker"]),
        ("beheer_organisatie", cast.deelnames[BRUG]),
    ):
        assert client.get(reverse(name, args=[THERE, row.pk])).status_code == 404
