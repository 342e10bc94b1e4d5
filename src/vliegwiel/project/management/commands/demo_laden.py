"""`vliegwiel demo-laden [--inwoners N] [--seed N]`: the demo gemeenten, of any size. Impossible in production."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from vliegwiel.kern.clock import now
from vliegwiel.kern.database import request_transaction


class Command(BaseCommand):
    help = "Vult een lege database met de demogemeenten (verzonnen mensen en organisaties)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--inwoners",
            type=int,
            default=0,
            help="laat Lindebeek groeien tot zoveel inwoners, zoals 1000, 20000, 200000 of 1000000",
        )
        parser.add_argument("--seed", type=int, default=2, help="een ander getal geeft andere mensen")

    def handle(self, *args: Any, inwoners: int, seed: int, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Dit kan niet in productie: de demo is er alleen om te proberen.")
        from vliegwiel.project.demo.grootte import grow
        from vliegwiel.project.demo.laden import load

        with request_transaction(writes=True):
            made = load(now(), say=self.stdout.write)
        if inwoners:
            grow(inwoners, now(), seed=seed, say=self.stdout.write)
        self.stdout.write("De demogemeenten staan klaar." if made else "De demogemeenten stonden er al.")
