"""The commands: a new gemeente, the clock, and what production refuses."""

from __future__ import annotations

import base64
import os
import socket
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

from tests.cast import HERE, THERE, Cast
from vliegwiel.gemeenschap import actions
from vliegwiel.gemeenschap.models import Deelname, Medewerker
from vliegwiel.kern import registry
from vliegwiel.kern.clock import now
from vliegwiel.kern.draft import keep, kept
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Account, Formuliersleutel, Gemeente, Schrijflog
from vliegwiel.kern.tasks import send_mail
from vliegwiel.project.demo.views import all_personas
from vliegwiel.project.klok import tick

NEW = {
    "naam": "Beekdal",
    "slug": "beekdal",
    "code": "9903",
    "beheerder_naam": "Bo",
    "beheerder_email": "Bo@b.example",
}


def make(**changed: str) -> str:
    out = StringIO()
    call_command("gemeente_aanmaken", stdout=out, **{**NEW, **changed})
    return out.getvalue()


def test_a_new_gemeente_has_a_beheerder_who_can_come_in(cast: Cast) -> None:
    said = make()
    path = "/" + said.split("http://127.0.0.1:8000/")[1].strip()
    client = cast.client_of(None)
    client.post(path, {"naam": "Bo Beek", "wachtwoord": "vier losse woorden hier"})
    client.post("/account/inloggen/", {"login": "bo@b.example", "password": "vier losse woorden hier"})
    page = client.get("/beekdal/beheer/")
    assert page.status_code == 200
    assert "Wim Terpstra" not in page.content.decode()
    assert Deelname.objects.get(gemeente__slug="beekdal").organisatie.naam == "Gemeente Beekdal"
    assert "gemeente_gemaakt" in Schrijflog.objects.filter(gemeente__slug="beekdal").values_list(
        "actie", flat=True
    )


def test_somebody_who_has_an_account_is_tied(cast: Cast) -> None:
    said = make(beheerder_email="piet@medewerker.example")
    assert said.strip().endswith("/beekdal/welkom/")
    assert Medewerker.objects.get(gemeente__slug="beekdal").account == cast.accounts["piet"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"slug": HERE}, "Er is al een gemeente met het adres /lindebeek/."),
        *[
            ({"slug": word}, "is een adres van Vliegwiel zelf")
            for word in ("account", "demo", "static", "taal", "leeft")
        ],
        ({"slug": "Beek Dal"}, "kleine letters"),
        ({"slug": "b" * 41}, "kleine letters"),
        ({"code": "12"}, "vier cijfers"),
        ({"beheerder_email": "bo"}, "geen e-mailadres"),
        ({"beheerder_email": "bakker@inwoner.example"}, "niet gebruiken voor een collega"),
        ({"naam": " "}, "mag niet leeg zijn"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_leaves_nothing(
    cast: Cast, changed: dict[str, str], said: str
) -> None:
    with pytest.raises(CommandError, match=said):
        make(**changed)
    assert set(Gemeente.objects.values_list("slug", flat=True)) == {HERE, THERE}


# -- the clock


def _jobs() -> list[Any]:
    from django_tasks_db.models import DBTaskResult

    return list(DBTaskResult.objects.order_by("enqueued_at"))


def test_the_clock_asks_for_the_mail_once_and_the_job_holds_ids_only(cast: Cast) -> None:
    by = cast.kijker_of("ravi", purpose=Purpose.BEHEER)
    actions.invite(
        by=by,
        now=now(),
        naam="Nora Nieuw",
        email="nora@werk.example",
        organisatie=cast.deelnames[f"Welzijn de Brug@{HERE}"],
    )
    tick(now())
    tick(now())
    (job,) = _jobs()
    assert job.args_kwargs == {
        "args": [],
        "kwargs": {"gemeente_id": str(by.gemeente_id), "actor": None, "purpose": "beheer"},
    }
    assert send_mail.call(**job.args_kwargs["kwargs"]) == 1  # as the worker does
    job.set_successful(1)
    assert [m.to for m in mail.outbox] == [["nora@werk.example"]]
    tick(now())
    assert len(_jobs()) == 1


def test_the_clock_twice_does_no_more_than_once(cast: Cast) -> None:
    by = cast.kijker_of("wim")
    for days in (31, 2):
        keep(by=by, plek=f"/{days}/", fields={"tekst": "x"}, now=now() - timedelta(days=days))
        Formuliersleutel.objects.create(
            gemeente_id=by.gemeente_id,
            actor=by.account_id,
            route="x",
            sleutel=cast.accounts["wim"].pk,
            moment=now() - timedelta(days=days),
        ) if days == 31 else None
    assert tick(now()) == 2
    assert tick(now()) == 0
    cast.here()
    assert kept(by=by, plek="/2/") == {"tekst": "x"}
    assert kept(by=by, plek="/31/") == {}


def test_a_part_of_a_room_runs_for_every_gemeente_in_its_own_place(cast: Cast) -> None:
    seen: list[Any] = []
    registry.klok.add("test", lambda gemeente_id, moment: seen.append(gemeente_id) or 0)
    try:
        tick(now())
    finally:
        del registry.klok._parts["test"]
    assert set(seen) == {gemeente.pk for gemeente in cast.gemeenten.values()}


# -- what only another process can show


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("VLIEGWIEL_")}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**plain, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def production(tmp_path: Any) -> dict[str, str]:
    return {
        "VLIEGWIEL_MODUS": "productie",
        "VLIEGWIEL_GEHEIM": "g" * 60,
        "VLIEGWIEL_SLEUTELS": f"een:{base64.b64encode(b'e' * 32).decode()}",
        "VLIEGWIEL_ZOEKSLEUTEL": base64.b64encode(b"z" * 32).decode(),
        "VLIEGWIEL_DATA": str(tmp_path),
        "VLIEGWIEL_DATABASE": f"sqlite:////{str(tmp_path).lstrip('/')}/p.sqlite3",
        "VLIEGWIEL_HOSTS": "vliegwiel.gemeente.example",
        "VLIEGWIEL_MAIL": "smtp://mail.gemeente.example",
        "DJANGO_SETTINGS_MODULE": "vliegwiel.project.settings",
    }


def test_production_knows_no_persona_no_demo_and_no_debug(tmp_path: Any) -> None:
    done = run(
        "import django; django.setup()\n"
        "from django.conf import settings\n"
        "from django.test import RequestFactory\n"
        "from django.http import Http404\n"
        "from django.urls import NoReverseMatch, Resolver404, resolve, reverse\n"
        "from django.core.management import CommandError, call_command\n"
        "assert settings.PRODUCTION and not settings.DEMO and not settings.DEBUG\n"
        "assert settings.TWEEDE_FACTOR_VERPLICHT and settings.SESSION_COOKIE_SECURE and settings.SECURE_SSL_REDIRECT\n"
        "for name in ('personas', 'persona'):\n"
        "    try: reverse(name); raise SystemExit('reachable: ' + name)\n"
        "    except NoReverseMatch: pass\n"
        "try: resolve('/lindebeek/postvak/'); raise SystemExit('outbox page')\n"
        "except Resolver404: pass\n"
        "from vliegwiel.project import open_views\n"
        "for view in (open_views.personas, open_views.persona):\n"
        "    try: view(RequestFactory().post('/demo/als/', {'persona': 'x'})); raise SystemExit('log-in by persona')\n"
        "    except Http404: pass\n"
        "try: call_command('demo_laden'); raise SystemExit('demo data')\n"
        "except CommandError: pass\n"
        "print('guarded')",
        **production(tmp_path),
    )
    assert (done.stdout.strip(), done.returncode) == ("guarded", 0), done.stderr[-2000:]


def test_production_does_not_start_with_people_of_the_demo(cast: Cast, settings: Any) -> None:
    persona = all_personas()[0]
    settings.PRODUCTION = True
    call_command("check", databases=["default"])  # the cast of the tests is not the demo
    Account.objects.create(email=persona.email, naam=persona.naam, aangemaakt_op=now())
    settings.PRODUCTION = False
    call_command("check", databases=["default"])
    settings.PRODUCTION = True
    with pytest.raises(SystemCheckError, match="people of the demo"):
        call_command("serveer", poort=1)


@pytest.mark.parametrize(
    ("without", "hint"),
    [
        ("VLIEGWIEL_GEHEIM", "50"),
        ("VLIEGWIEL_SLEUTELS", "32 random bytes"),
        ("VLIEGWIEL_ZOEKSLEUTEL", "32 random bytes"),
        ("VLIEGWIEL_HOSTS", "host names"),
        ("VLIEGWIEL_MODUS", "make run"),
    ],
)
def test_a_setting_that_is_missing_is_one_sentence(tmp_path: Any, without: str, hint: str) -> None:
    environment = production(tmp_path)
    del environment[without]
    code = "import sys; sys.argv=['vliegwiel','check']; from vliegwiel.project.cli import main; main()"
    done = run(code, **environment)
    assert done.returncode == 1
    assert hint in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_one_sentence(tmp_path: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code = (
            f"import sys; sys.argv=['vliegwiel','serveer','--poort','{port}'];"
            "from vliegwiel.project.cli import main; main()"
        )
        done = run(code, VLIEGWIEL_MODUS="demo", VLIEGWIEL_DATA=str(tmp_path))
    assert done.returncode == 1
    assert (
        done.stderr.strip()
        == f"Poort {port} is al in gebruik. Kies een andere: vliegwiel serveer --poort {port + 1}"
    )


def test_the_roles_are_shown_to_run_them() -> None:
    out = StringIO()
    call_command("database_rollen", stdout=out)
    assert "CREATE ROLE vliegwiel_app" in out.getvalue()
