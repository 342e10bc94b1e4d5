"""What stays behind of somebody: on a shared computer, in the log, at the mail server, behind one address."""

from __future__ import annotations

import json
import logging
import logging.config
import time
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.conf import settings as configured
from django.contrib import messages
from django.core import mail
from django.test import RequestFactory
from django.urls import reverse

from tests.cast import HERE, PASSWORD, Cast
from tests.forms import key_of, post
from tests.project.test_opdrachten import production, run
from vliegwiel.kern.models import Account
from vliegwiel.project import omgeving
from vliegwiel.project.logregels import Discreet


def _idle(client: Any, seconds: float) -> None:
    session = client.session
    session["laatst"] = time.time() - seconds
    session.save()


def test_whoever_walked_away_is_logged_out(cast: Cast) -> None:
    client, path = cast.client_of("wim"), f"/{HERE}/"
    assert client.get(path).status_code == 200
    _idle(client, configured.SESSION_IDLE - 60)
    assert client.get(path).status_code == 200
    assert time.time() - client.session["laatst"] < 60  # a click counts
    _idle(client, configured.SESSION_IDLE + 60)
    assert client.get(path)["Location"].startswith(reverse("account_login"))
    assert "_auth_user_id" not in client.session


def test_a_page_that_asks_again_by_itself_keeps_nobody_in(cast: Cast) -> None:
    client = cast.client_of("wim")
    client.get(f"/{HERE}/")
    _idle(client, 1000)
    client.get(f"/{HERE}/", headers={"hx-request": "true"})
    assert time.time() - client.session["laatst"] > 900


def test_text_survives_having_been_away(cast: Cast) -> None:
    client, path = cast.client_of("ravi"), reverse("beheer_team_nieuw", args=[HERE])
    fields = {"naam": "lokaal team Oost", "_sleutel": key_of(client, path)}
    _idle(client, configured.SESSION_IDLE + 1)
    assert client.post(path, fields)["Location"] == f"{reverse('account_login')}?next=/herstel/"
    client.post(reverse("account_login"), {"login": "ravi@medewerker.example", "password": PASSWORD})
    assert "lokaal team Oost" in client.get("/herstel/").content.decode()


def test_a_toast_is_gone_after_logging_out(cast: Cast) -> None:
    client = cast.client_of("ravi")
    post(client, reverse("beheer_team_nieuw", args=[HERE]), naam="Team met een naam")
    assert "messages" not in client.cookies
    client.post(reverse("account_logout"))
    assert "Team met een naam" not in client.get(reverse("account_login")).content.decode()
    request = RequestFactory().get("/")
    request.session = client.session  # type: ignore[attr-defined]
    assert list(messages.storage.default_storage(request)) == []


@pytest.mark.parametrize("path", ["/taal/", "/thema/"])
def test_a_referer_that_is_no_address(cast: Cast, path: str) -> None:
    answer = cast.client_of(None).post(path, {"taal": "en"}, headers={"referer": "http://["})
    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_the_chosen_language_is_the_language_of_the_mail(cast: Cast) -> None:
    client = cast.client_of("wim")
    client.post("/taal/", {"taal": "en"})
    assert Account.objects.get(pk=cast.accounts["wim"].pk).taal == "en"
    client.post("/taal/", {"taal": "xx"})
    assert Account.objects.get(pk=cast.accounts["wim"].pk).taal == "en"


def _forgotten(cast: Cast, email: str) -> str:
    return str(cast.client_of(None).post(reverse("account_reset_password"), {"email": email})["Location"])


def test_a_stranger_gets_no_mail_and_sees_the_same(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        pages = {_forgotten(cast, email) for email in ("wim@medewerker.example", "niemand@nergens.example")}
        # Not while the transaction is open: a silent server would hold the write lock.
        assert mail.outbox == []
    assert len(pages) == 1
    assert [letter.to for letter in mail.outbox] == [["wim@medewerker.example"]]


def test_a_mail_server_that_refuses_tells_nothing(
    cast: Cast,
    django_capture_on_commit_callbacks: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuses(self: Any) -> int:
        raise SMTPRecipientsRefused({"wim@medewerker.example": (550, b"no")})

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuses)
    with django_capture_on_commit_callbacks(execute=True):
        assert _forgotten(cast, "wim@medewerker.example") == _forgotten(cast, "niemand@nergens.example")
    assert "SMTPRecipientsRefused" in caplog.text
    assert "wim@" not in caplog.text


def test_who_has_no_password_is_not_offered_another(cast: Cast) -> None:
    link, client = reverse("account_change_password"), cast.client_of("wim")
    assert link in client.get(f"/{HERE}/mijn/").content.decode()
    cast.accounts["wim"].set_unusable_password()
    cast.accounts["wim"].save()
    client = cast.client_of("wim")
    assert link not in client.get(f"/{HERE}/mijn/").content.decode()


# -- the log


def _line(name: str, message: str, *args: Any, error: Exception | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, args, info)
    return Discreet().format(record)


def test_a_log_line_holds_no_address_of_a_page() -> None:
    said = _line("django.request", "Internal Server Error: %s", "/uitnodiging/AAAA/bbb-ccc/")
    assert "uitnodiging" not in said
    assert said.startswith("ERROR")


def test_a_log_line_holds_no_row_of_the_database() -> None:
    text = (
        'duplicate key value violates unique constraint "x"\n'
        "DETAIL:  Key (email)=(piet@werk.example) already exists.\nmeer van Piet"
    )
    try:
        try:
            raise ValueError(text)
        except ValueError as error:
            raise RuntimeError(text) from error
    except RuntimeError as error:
        said = _line("vliegwiel", "mis", error=error)
    assert "iet" not in said.replace(__file__, "")
    assert "violates unique constraint" in said
    assert "RuntimeError" in said


def test_a_refused_form_is_not_in_the_log(cast: Cast, capfd: pytest.CaptureFixture[str]) -> None:
    logging.config.dictConfig(configured.LOGGING)
    client = cast.client_of(None, enforce_csrf_checks=True)
    client.post("/uitnodiging/AAAA/bbb-ccc/", {"naam": "x"})
    client.get("/", headers={"host": "kwaad.example"})
    assert capfd.readouterr().err == ""


# -- settings


def test_hosts_may_have_spaces_and_a_dot() -> None:
    assert omgeving.hosts("a.nl, .b.nl,") == ["a.nl", ".b.nl"]
    assert omgeving.origins(["a.nl", ".b.nl"]) == ["https://a.nl", "https://*.b.nl"]


SHOW = (
    "import json, django; django.setup()\n"
    "from django.conf import settings as s\n"
    "from django.test import RequestFactory\n"
    "from allauth.core.internal.httpkit import get_client_ip\n"
    "asked = RequestFactory().get('/', headers={'x-forwarded-for': '6.6.6.6, 10.0.0.7'})\n"
    "print(json.dumps([s.EMAIL_TIMEOUT, s.ALLOWED_HOSTS, s.ADRES, get_client_ip(asked)]))"
)


def test_production_waits_for_no_mail_server_and_knows_visitors_apart(tmp_path: Any) -> None:
    environment = {**production(tmp_path), "VLIEGWIEL_HOSTS": ".gemeente.example, b.example"}
    done = run(SHOW, **environment)
    seen = [20, [".gemeente.example", "b.example"], "https://gemeente.example", "10.0.0.7"]
    assert json.loads(done.stdout) == seen, done.stderr[-2000:]
    two = run(SHOW, **environment, VLIEGWIEL_PROXIES="2")
    assert json.loads(two.stdout)[-1] == "6.6.6.6"
    wrong = run(
        "import sys; from vliegwiel.project.cli import main; sys.argv = ['vliegwiel', 'check']; main()",
        **environment,
        VLIEGWIEL_PROXIES="een",
    )
    assert "VLIEGWIEL_PROXIES" in wrong.stderr
    assert "Traceback" not in wrong.stderr
