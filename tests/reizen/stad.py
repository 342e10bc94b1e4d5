"""A demo gemeente on a PostgreSQL database of its own, served by a real gunicorn.

The demo is loaded once, into a template database; every module of journeys gets a fresh copy (0.1 s) and a server.
`Stad.later(190)` starts the same server again with its clock 190 days ahead.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from tests.postgres import address, make_database

TEMPLATE = "reizen_sjabloon"
SECRET = "a key for journeys only, never used to serve a gemeente"
STARTS_WITHIN = 30.0  # seconds


def environment(database: str, data: Path, **extra: str) -> dict[str, str]:
    """What a server or command of Vliegwiel gets: nothing of the pytest process's own settings."""
    other = {name: value for name, value in os.environ.items() if not name.startswith("VLIEGWIEL_")}
    return {
        **other,
        "VLIEGWIEL_MODUS": "demo",
        "VLIEGWIEL_GEHEIM": SECRET,
        "VLIEGWIEL_DATA": str(data),
        "VLIEGWIEL_DATABASE": address(database, "vliegwiel_app"),
        "VLIEGWIEL_DATABASE_MIGRATIE": address(database, "vliegwiel_migratie"),
        "DJANGO_SETTINGS_MODULE": "vliegwiel.project.settings",
        **extra,
    }


def vliegwiel(env: dict[str, str], *words: str) -> str:
    """One of the product's own commands; what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "vliegwiel.project.cli", *words],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"vliegwiel {' '.join(words)}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def make_template(data: Path) -> None:
    """Tables by the role that may make them; the demo by the role that may not."""
    make_database(TEMPLATE)
    env = environment(TEMPLATE, data)
    vliegwiel(env, "migrate", "-v0")
    vliegwiel(env, "demo-laden")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Stad:
    """One served copy of the demo."""

    database: str
    data: Path
    port: int = field(default_factory=free_port)
    settings: dict[str, str] = field(default_factory=dict)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def env(self) -> dict[str, str]:
        return environment(self.database, self.data, VLIEGWIEL_ADRES=self.url, **self.settings)

    @property
    def log(self) -> Path:
        return self.data / f"{self.database}.log"

    def open(self) -> Stad:
        argv = [
            sys.executable, "-m", "gunicorn", "vliegwiel.project.wsgi", "--bind", f"127.0.0.1:{self.port}",
            "--worker-class", "gthread", "--workers", "1", "--threads", "4", "--no-control-socket",
        ]  # fmt: skip
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(argv, env=self.env, stdout=log, stderr=log)
        self._wait()
        return self

    def close(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=20)
            self._process = None

    def later(self, days: int) -> None:
        """The same gemeente, so many days later."""
        self.close()
        self.settings["VLIEGWIEL_DAGEN_VOORUIT"] = str(days)
        self.open()

    def werkt(self) -> None:
        """The worker does all that was asked, and ends."""
        vliegwiel(self.env, "db_worker", "--batch", "--no-startup-delay", "--verbosity", "0")

    def tikt(self) -> None:
        """One turn of the klok."""
        vliegwiel(self.env, "klok", "--verbosity", "0")

    def _wait(self) -> None:
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until:
            assert self._process is not None
            if self._process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/leeft/", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(f"gunicorn does not answer:\n{self.log.read_text()[-4000:]}")


_PASSWORD = """
from vliegwiel.kern.models import Account
account = Account.objects.get(email={email!r})
account.set_password({password!r})
account.save()
"""


def wachtwoord_voor(stad: Stad, email: str, password: str) -> None:
    """Nobody of the demo has a password; this person gets one, to log in by the ordinary form."""
    vliegwiel(stad.env, "shell", "--no-imports", "-c", _PASSWORD.format(email=email, password=password))


_PASSWORDS = """
from django.contrib.auth.hashers import make_password
from vliegwiel.kern.models import Account
found = Account.objects.filter(email__in={emails!r})
assert found.update(password=make_password({password!r})) == {aantal}, "an address nobody has"
"""


def wachtwoorden_voor(stad: Stad, password: str, *emails: str) -> None:
    """The same for more people at once."""
    code = _PASSWORDS.format(emails=list(emails), password=password, aantal=len(emails))
    vliegwiel(stad.env, "shell", "--no-imports", "-c", code)


_RESIDENT = """
from django.db import transaction
from vliegwiel.gemeenschap.models import Inwoner
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.privacy.models import Persoon
with transaction.atomic():
    town = Gemeente.objects.get(slug="lindebeek")
    set_gemeente(town.pk)
    persoon = Persoon.objects.get(gemeente=town, voornaam={voornaam!r}, achternaam={achternaam!r})
    account = Account.objects.create(
        email={email!r}, naam=persoon.naam, soort="inwoner", aangemaakt_op=now(), password={password!r}
    )
    persoon.inwoner = Inwoner.objects.create(
        gemeente=town, account=account, naam=persoon.voornaam, begindatum=today()
    )
    persoon.save(update_fields=["inwoner"])
"""


def account_voor_inwoner(stad: Stad, voornaam: str, achternaam: str, email: str, password: str) -> None:
    """Somebody of a household gets an account of their own. In a gemeente that comes from outside (OIDC)."""
    code = _RESIDENT.format(voornaam=voornaam, achternaam=achternaam, email=email, password=password)
    vliegwiel(stad.env, "shell", "--no-imports", "-c", code)


_SETTING = """
from django.db import transaction
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.kern.clock import today
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.models import Gemeente
with transaction.atomic():
    town = Gemeente.objects.get(slug="lindebeek")
    set_gemeente(town.pk)
    Instelling.objects.create(gemeente=town, code={code!r}, waarde={waarde!r}, vanaf=today())
"""


def instelling(stad: Stad, code: str, waarde: object) -> None:
    """Something this gemeente chose, from today on."""
    vliegwiel(stad.env, "shell", "--no-imports", "-c", _SETTING.format(code=code, waarde=waarde))
