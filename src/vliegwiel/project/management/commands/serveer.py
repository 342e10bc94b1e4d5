"""vliegwiel serveer: web server, worker and clock together; one Ctrl+C ends them all."""

from __future__ import annotations

import os
import socket
import sys
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import CommandError

from vliegwiel.project.opdracht import Opdracht
from vliegwiel.project.processen import Child, Family

THREADS = 8


class Command(Opdracht):
    help = "Start Vliegwiel: de website, het werk op de achtergrond en de klok."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--poort", type=int, default=8000)
        parser.add_argument("--adres", default="127.0.0.1", help="luister op dit adres")
        parser.add_argument("--processen", type=int, default=2, help="zoveel processen voor de website")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["adres"], options["poort"]
        self.check(tags=[Tags.database], databases=["default"])
        _require_free(host, port)
        url = settings.ADRES if settings.PRODUCTION else f"http://{host}:{port}"
        family = Family(_children(host, port, options["processen"]), {**os.environ, "VLIEGWIEL_ADRES": url})
        sys.exit(family.live(ready=lambda: self._welcome(url, host, port), tell=self.stderr.write))

    def _welcome(self, url: str, host: str, port: int) -> bool:
        """Say where it is, once the server answers. False while it does not."""
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            return False
        self.stdout.write(f"Vliegwiel draait: {url}  (stoppen met Ctrl+C)")
        if settings.DEMO:
            self._personas()
        self.stdout.flush()
        return True

    def _personas(self) -> None:
        from vliegwiel.project.demo.views import accounts_of_personas, all_personas, gemeente_names

        there = accounts_of_personas()
        for slug, naam in gemeente_names():
            people = [p for p in all_personas() if p.gemeente == slug and p.email in there]
            if people:
                self.stdout.write(f"In {naam} kun je zijn:")
            for person in people:
                self.stdout.write(f"  {person.naam}, {person.rol or 'inwoner'}")


def _require_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise CommandError(
                f"Poort {port} is al in gebruik. Kies een andere: vliegwiel serveer --poort {port + 1}"
            ) from None


def _children(host: str, port: int, processes: int) -> list[Child]:
    """The web server keeps connections open in threads; nothing is loaded before it forks, so nothing is shared."""
    own = [sys.executable, "-m", "vliegwiel.project.cli"]
    web = [
        sys.executable,
        "-m",
        "gunicorn",
        "vliegwiel.project.wsgi",
        "--bind",
        f"{host}:{port}",
        "--worker-class",
        "gthread",
        "--workers",
        str(processes),
        "--threads",
        str(THREADS),
        "--keep-alive",
        "30",
        "--no-control-socket",
        "--log-level",
        "warning",
    ]
    return [
        Child("de website", web),
        Child("het werk op de achtergrond", [*own, "db_worker", "--verbosity", "0"]),
        Child("de klok", [*own, "klok", "--elke", "30", "--verbosity", "0"]),
    ]
