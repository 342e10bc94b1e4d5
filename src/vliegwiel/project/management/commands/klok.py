"""vliegwiel klok: the timed work of all gemeenten. `serveer` runs it twice a minute; a cron job may as well."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from vliegwiel.kern.clock import now
from vliegwiel.project.klok import tick


class Command(BaseCommand):
    help = "Doet het werk dat op tijd moet: mail klaarzetten, oude concepten en sleutels opruimen."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--elke", type=int, metavar="SECONDEN", help="blijf draaien en herhaal")

    def handle(self, *args: Any, **options: Any) -> None:
        every = options["elke"]
        while True:
            done = tick(now())
            if options["verbosity"] > 1 or (options["verbosity"] and not every):
                self.stdout.write(f"De klok heeft gelopen: {done} dingen gedaan.")
            if not every:
                return
            close_old_connections()
            time.sleep(every)
