"""Coming in: invitation, password, log-in. And what happens to text when the session is gone."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from tests.cast import HERE, PASSWORD, THERE, Cast
from tests.forms import key_of, post
from vliegwiel.gemeenschap import actions
from vliegwiel.gemeenschap.invitations import token_path
from vliegwiel.gemeenschap.models import Medewerker, Team
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Account, Schrijflog
from vliegwiel.kern.outbox import send_waiting

LONG = "vier losse woorden hier"


@pytest.fixture
def nora(cast: Cast) -> Medewerker:
    """Somebody who was just invited."""
    return actions.invite(
        by=cast.kijker_of("ravi", purpose=Purpose.BEHEER),
        now=now(),
        naam="Nora Niew",
        email="nora@werk.example",
        organisatie=cast.deelnames[f"Welzijn de Brug@{HERE}"],
        rollen=["partnermedewerker"],
    )


def _link_in_mail() -> str:
    return re.search(r"http://127\.0\.0\.1:8000(/\S+)", str(mail.outbox[-1].body)).group(1)  # type: ignore[union-attr]


def login(client: Any, email: str, password: str, **options: Any) -> Any:
    return client.post(reverse("account_login"), {"login": email, "password": password}, **options)


def test_from_invitation_to_the_first_page(cast: Cast, nora: Medewerker) -> None:
    send_waiting(nora.gemeente_id, now())
    client, path = cast.client_of(None), _link_in_mail()
    assert "Nora Niew" in client.get(path).content.decode()
    short = client.post(path, {"naam": "Nora Nieuw", "wachtwoord": "kort"})
    assert short.status_code == 422
    assert "12 tekens" in short.content.decode()
    done = client.post(path, {"naam": "Nora Nieuw", "wachtwoord": LONG})
    assert done["Location"] == reverse("account_login")
    answer = login(client, "nora@werk.example", LONG, follow=True)
    assert answer.redirect_chain[-1][0] == f"/{HERE}/"
    cast.here()
    assert Medewerker.objects.get(pk=nora.pk).naam == "Nora Nieuw"
    assert Schrijflog.objects.filter(object=nora.pk, actie="uitnodiging_aangenomen").count() == 1


@pytest.mark.parametrize("how", ["used", "old", "changed", "made up"])
def test_a_link_that_does_not_work_says_whom_to_ask(
    cast: Cast, nora: Medewerker, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, path = cast.client_of(None), token_path(nora.account)
    if how == "used":
        client.post(path, {"naam": "Nora", "wachtwoord": LONG})
    elif how == "old":
        from vliegwiel.gemeenschap.invitations import Tokens

        later = Tokens()._now() + timedelta(days=7, seconds=5)  # type: ignore[attr-defined]
        monkeypatch.setattr(Tokens, "_now", lambda self: later)
    elif how == "changed":
        path = path[:-3] + ("aa/" if not path.endswith("aa/") else "bb/")
    else:
        path = "/uitnodiging/AAAA/bbb-ccc/"
    answer = client.get(path)
    assert answer.status_code == 404
    assert "vraag de functioneel beheerder" in answer.content.decode()
    assert client.post(path, {"naam": "X", "wachtwoord": LONG}).status_code == 404


def test_a_link_for_a_forgotten_password_is_no_invitation_and_lasts_an_hour(
    cast: Cast, nora: Medewerker, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vliegwiel.gemeenschap.invitations import tokens
    from vliegwiel.project.inloggen import ForAnHour

    forgotten = ForAnHour()
    token = forgotten.make_token(nora.account)
    assert forgotten.check_token(nora.account, token)
    assert not tokens.check_token(nora.account, token)
    later = forgotten._now() + timedelta(minutes=61)  # type: ignore[attr-defined]
    monkeypatch.setattr(ForAnHour, "_now", lambda self: later)
    assert not forgotten.check_token(nora.account, token)


def test_no_way_round_an_invitation_that_nobody_answered(cast: Cast, nora: Medewerker) -> None:
    """A reset link would let somebody in after the week, and nobody would know that they came."""
    client = cast.client_of(None)
    answer = client.post(reverse("account_reset_password"), {"email": nora.account.email}, follow=True)
    assert "Kijk in je mail" in answer.content.decode()
    assert not mail.outbox


def test_a_forgotten_password(cast: Cast, django_capture_on_commit_callbacks: Any) -> None:
    client = cast.client_of(None)
    with django_capture_on_commit_callbacks(execute=True):
        for email in ("wim@medewerker.example", "niemand@nergens.example"):
            answer = client.post(reverse("account_reset_password"), {"email": email}, follow=True)
            assert "Kijk in je mail" in answer.content.decode()
    letter = next(m for m in mail.outbox if m.to == ["wim@medewerker.example"])
    assert letter.subject == "Nieuw wachtwoord voor Vliegwiel"
    path = re.search(r"http://127\.0\.0\.1:8000(/\S+)", str(letter.body)).group(1)  # type: ignore[union-attr]
    answer = client.get(path, follow=True)
    assert "Kies een nieuw wachtwoord" in answer.content.decode()
    path = answer.redirect_chain[-1][0]
    client.post(path, {"password1": LONG, "password2": LONG})
    assert Account.objects.get(email="wim@medewerker.example").check_password(LONG)


def test_who_works_elsewhere_too_comes_in_by_the_page_itself(cast: Cast) -> None:
    by = cast.kijker_of("ravi", purpose=Purpose.BEHEER)
    piet = actions.invite(
        by=by,
        now=now(),
        naam="Piet",
        email="piet@medewerker.example",
        organisatie=cast.deelnames[f"Welzijn de Brug@{HERE}"],
    )
    send_waiting(by.gemeente_id, now())
    assert _link_in_mail() == f"/{HERE}/welkom/"
    answer = post(cast.client_of("piet"), f"/{HERE}/welkom/")
    assert answer["Location"] == f"/{HERE}/"
    cast.here()
    assert Schrijflog.objects.filter(object=piet.pk, actie="uitnodiging_aangenomen").exists()


def test_whoever_belongs_to_two_gemeenten_chooses(cast: Cast) -> None:
    page = cast.client_of("joke").get("/").content.decode()
    assert f'href="/{HERE}/"' in page
    assert f'href="/{THERE}/"' in page
    assert cast.client_of("wim").get("/")["Location"] == f"/{HERE}/"
    assert "Je bent nu nergens actief" in cast.client_of("oscar").get("/").content.decode()


def test_a_wrong_password_says_so_in_our_words(cast: Cast) -> None:
    answer = login(cast.client_of(None), "wim@medewerker.example", "helemaal verkeerd")
    assert "Dit e-mailadres en wachtwoord horen niet bij elkaar." in answer.content.decode()


def test_in_production_a_resident_does_not_come_in_with_a_password(cast: Cast, settings: Any) -> None:
    settings.PRODUCTION = True
    client = cast.client_of(None)
    answer = login(client, "bakker@inwoner.example", PASSWORD)
    assert answer.status_code == 403
    assert client.get(f"/{HERE}/").status_code == 302


# -- what was typed


def test_text_survives_a_session_that_ended(cast: Cast) -> None:
    client, path = cast.client_of("ravi"), reverse("beheer_team_nieuw", args=[HERE])
    fields = {"naam": "lokaal team Oost", "_sleutel": key_of(client, path)}
    client.logout()
    away = client.post(path, fields)
    assert away["Location"] == f"{reverse('account_login')}?next=/herstel/"
    back = login(client, "ravi@medewerker.example", PASSWORD, follow=False)
    back = client.get("/herstel/")
    text = back.content.decode()
    assert "lokaal team Oost" in text
    assert client.get("/herstel/").content.decode().count("lokaal team Oost")  # a reload loses nothing
    answer = client.post(path, fields)
    assert answer.status_code == 302
    cast.here()
    assert Team.objects.get().naam == "lokaal team Oost"


def test_text_of_one_person_is_never_shown_to_the_next(cast: Cast) -> None:
    client, path = cast.client_of("ravi"), reverse("beheer_team_nieuw", args=[HERE])
    fields = {"naam": "iets van Ravi", "_sleutel": key_of(client, path)}
    client.logout()
    client.post(path, fields)
    client.force_login(cast.accounts["wim"])
    answer = client.get("/herstel/", follow=True)
    assert "iets van Ravi" not in answer.content.decode()


def test_text_survives_a_lost_csrf_cookie(cast: Cast) -> None:
    client, path = cast.client_of("ravi", enforce_csrf_checks=True), reverse("beheer_team_nieuw", args=[HERE])
    fields = {"naam": "lokaal team <Oost>", "_sleutel": key_of(client, path)}
    del client.cookies["csrftoken"]
    answer = client.post(path, fields)
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "lokaal team &lt;Oost&gt;" in text
    fresh = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text).group(1)  # type: ignore[union-attr]
    again = client.post(path, {**fields, "csrfmiddlewaretoken": fresh})
    assert again.status_code == 302


def test_a_form_of_another_site_is_not_offered_again(cast: Cast) -> None:
    client = cast.client_of("ravi", enforce_csrf_checks=True)
    answer = client.post(reverse("beheer_team_nieuw", args=[HERE]), {"naam": "van elders", "_sleutel": "x"})
    assert answer.status_code == 403
    assert "van elders" not in answer.content.decode()


# -- the switches and the library's pages


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_logout",
        "account_reset_password",
        "account_reset_password_done",
        "account_change_password",
        "mfa_index",
        "account_reset_password_from_key_done",
    ],
)
def test_every_page_of_the_library_is_in_our_frame(cast: Cast, name: str) -> None:
    visitor = name in ("account_login", "account_reset_password")
    client = cast.client_of(None if visitor else "wim")
    if name in ("account_change_password",):
        login(client, "wim@medewerker.example", PASSWORD)
    text = client.get(reverse(name), follow=True).content.decode()
    assert 'class="vliegwiel-theme' in text
    assert 'class="vliegwiel-voet"' in text


@pytest.mark.parametrize("name", ["account_signup", "account_email", "socialaccount_connections"])
def test_what_we_do_not_use_is_not_there(cast: Cast, name: str) -> None:
    assert cast.client_of("wim").get(reverse(name)).status_code == 404


def test_the_policy_for_scripts_and_styles_holds(cast: Cast) -> None:
    for path in ("/account/inloggen/", "/privacy/", f"/{HERE}/mijn/"):
        answer = cast.client_of("wim" if HERE in path else None).get(path)
        policy, text = answer["Content-Security-Policy"], answer.content.decode()
        assert "unsafe-inline" not in policy
        assert not re.search(r"<(script|style)(?![^>]*nonce=)[^>]*>", text)
        assert not re.search(r"\sstyle=|\son\w+=", text)


def test_language_and_light_are_kept_in_a_cookie(cast: Cast) -> None:
    client = cast.client_of(None)
    client.post("/taal/", {"taal": "en"})
    assert client.get("/privacy/")["Content-Language"] == "en"
    client.post("/taal/", {"taal": "xx"})
    assert client.get("/privacy/")["Content-Language"] == "en"
    client.post("/thema/", {"thema": "donker"})
    assert 'data-thema="donker"' in client.get("/privacy/").content.decode()
    answer = client.post(
        "/taal/", {"taal": "nl"}, headers={"referer": "https://elders.example//kwaad.example"}
    )
    assert answer["Location"] == "/"
