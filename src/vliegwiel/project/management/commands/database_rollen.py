"""vliegwiel database-rollen: the SQL that makes the three roles in PostgreSQL, to read and to run."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Toont de SQL voor de drie databaserollen. Gebruik: vliegwiel database-rollen | psql -d naam"
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(files("vliegwiel.project").joinpath("rollen.sql").read_text(encoding="utf-8"))
