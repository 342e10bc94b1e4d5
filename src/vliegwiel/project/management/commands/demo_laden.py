"""`vliegwiel demo-laden`: fill an empty database with the demo gemeenten. Impossible in production."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from vliegwiel.kern.clock import now
from vliegwiel.kern.database import request_transaction


class Command(BaseCommand):
    help = "Vult een lege database met de demogemeenten (verzonnen mensen en organisaties)."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Dit kan niet in productie: de demo is er alleen om te proberen.")
        from vliegwiel.project.demo.laden import load

        with request_transaction(writes=True):
            made = load(now(), say=self.stdout.write)
        self.stdout.write("De demogemeenten staan klaar." if made else "De demogemeenten stonden er al.")
