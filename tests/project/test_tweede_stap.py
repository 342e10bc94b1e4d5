"""The second step: obliged where real people work, asked of the session, and stored unreadable."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse

from tests.cast import HERE, PASSWORD, Cast
from tests.project.test_binnenkomen import login
from vliegwiel.gemeenschap import actions
from vliegwiel.kern.clock import now
from vliegwiel.kern.marks import Purpose
from vliegwiel.project import inloggen


def _code_of(secret: str) -> str:
    return str(totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time()))))


def _link_app(client: Any) -> list[str]:
    """Link an app with what the page shows; the recovery codes that come with it."""
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'vliegwiel-sleutel">(\w+)<', page).group(1)  # type: ignore[union-attr]
    answer = client.post(reverse("mfa_activate_totp"), {"code": _code_of(secret)}, follow=True)
    return re.findall(r"<code>(\w+)</code>", answer.content.decode())


@pytest.fixture
def obliged(settings: Any) -> None:
    settings.TWEEDE_FACTOR_VERPLICHT = True


def test_without_a_second_step_nothing_else_opens(cast: Cast, obliged: None) -> None:
    client = cast.client_of(None)
    login(client, "ravi@medewerker.example", PASSWORD)
    for path in (f"/{HERE}/", f"/{HERE}/beheer/", f"/{HERE}/zoeken/", f"/{HERE}/mijn/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_activate_totp"))
    page = client.get(reverse("mfa_activate_totp"))
    assert page.status_code == 200  # at once: the password was typed a moment ago
    assert "data:image/svg+xml;base64," in page.content.decode()


def test_linking_an_app_gives_codes_and_the_next_login_asks_for_one(cast: Cast, obliged: None) -> None:
    client = cast.client_of(None)
    login(client, "ravi@medewerker.example", PASSWORD)
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"}).content.decode()
    assert "Deze code klopt niet." in wrong
    codes = _link_app(client)
    assert len(codes) == 10
    assert client.get(f"/{HERE}/").status_code == 200
    again = cast.client_of(None)
    step = login(again, "ravi@medewerker.example", PASSWORD)
    assert step["Location"].startswith(reverse("mfa_authenticate"))
    assert again.get(f"/{HERE}/").status_code == 302  # a password alone is not in
    inside = again.post(reverse("mfa_authenticate"), {"code": codes[0]}, follow=True)
    assert inside.redirect_chain[-1][0] == f"/{HERE}/"


def test_a_resident_needs_no_second_step(cast: Cast, obliged: None) -> None:
    assert cast.client_of("bakker").get(f"/{HERE}/").status_code == 200


def test_nobody_takes_the_second_step_off_where_it_is_obliged(cast: Cast, obliged: None) -> None:
    client = cast.client_of(None)
    login(client, "ravi@medewerker.example", PASSWORD)
    _link_app(client)
    answer = client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).count() == 1
    assert "Iedereen logt hier in met een tweede stap." in answer.content.decode()


def test_nothing_of_a_second_step_lies_open_in_the_database(cast: Cast, obliged: None, settings: Any) -> None:
    client = cast.client_of(None)
    login(client, "ravi@medewerker.example", PASSWORD)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'vliegwiel-sleutel">(\w+)<', page).group(1)  # type: ignore[union-attr]
    codes = _link_app(client)
    app, reserve = Authenticator.objects.order_by("-type")
    assert secret not in str(app.data)
    stored = app.data["secret"], reserve.data["seed"]
    assert all(value.startswith("gAAAA") for value in stored)  # Fernet, not base32 or hex
    assert reserve.wrap().get_unused_codes() == codes
    settings.SECRET_KEY = "another key: the rows are lost, and no code fits"
    inloggen._vault.cache_clear()
    assert not app.wrap().validate_code(_code_of(secret))
    assert reserve.wrap().get_unused_codes() != codes


@pytest.fixture(autouse=True)
def _own_vault() -> Any:
    yield
    inloggen._vault.cache_clear()


LOCKED = [
    f"/{HERE}/",
    "/account/beveiliging/",
    "/account/beveiliging/codes/",
    "/account/beveiliging/codes/bestand/",
    "/account/beveiliging/codes/nieuw/",
    "/account/beveiliging/app/uit/",
    "/account/wachtwoord/",
]


@pytest.mark.parametrize("path", LOCKED)
def test_a_session_with_only_the_password_stays_out_when_the_owner_links_an_app(
    cast: Cast, obliged: None, path: str
) -> None:
    thief, owner = cast.client_of(None), cast.client_of(None)
    login(thief, "ravi@medewerker.example", PASSWORD)
    login(owner, "ravi@medewerker.example", PASSWORD)
    _link_app(owner)
    answer = thief.get(path)
    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('mfa_reauthenticate')}?next={path}")
    # typing the password once more is no second step
    thief.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert thief.get(path).status_code == 302
    assert owner.get(path).status_code == 200


def test_a_code_opens_an_older_session_where_it_was_going(cast: Cast, obliged: None) -> None:
    older, owner = cast.client_of(None), cast.client_of(None)
    login(older, "ravi@medewerker.example", PASSWORD)
    login(owner, "ravi@medewerker.example", PASSWORD)
    codes = _link_app(owner)
    path = f"/{HERE}/beheer/"
    step = older.get(path)["Location"]
    assert "Ben jij het nog?" in older.get(step).content.decode()
    answer = older.post(step, {"code": codes[0], "next": path})
    assert answer["Location"] == path
    assert older.get(path).status_code == 200


def test_a_reset_second_step_ends_the_sessions_it_opened(cast: Cast, obliged: None) -> None:
    client, path = cast.client_of(None), f"/{HERE}/"
    login(client, "wim@medewerker.example", PASSWORD)
    _link_app(client)
    assert client.get(path).status_code == 200
    by = cast.kijker_of("ravi", purpose=Purpose.BEHEER)
    actions.reset_second_factor(by=by, now=now(), medewerker=cast.medewerkers["wim"])
    assert client.get(path)["Location"] == reverse("mfa_activate_totp")
    owner = cast.client_of(None)
    login(owner, "wim@medewerker.example", PASSWORD)
    _link_app(owner)
    assert client.get(path)["Location"].startswith(reverse("mfa_reauthenticate"))
