"""vliegwiel sleutels-wisselen: put what is stored unreadable under the current key. May be stopped and run again."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.models import Gemeente
from vliegwiel.privacy.actions.bsn import reseal_bsns, still_to_reseal
from vliegwiel.privacy.sleutels import Onleesbaar
from vliegwiel.project.opdracht import Opdracht


class Command(Opdracht):
    help = "Zet alle burgerservicenummers onder de huidige sleutel. Breek je af, dan gaat het later verder."

    def handle(self, *args: Any, **options: Any) -> None:
        done = 0
        for gemeente in Gemeente.objects.order_by("slug"):
            try:
                done += self._one(gemeente)
            except Onleesbaar:
                raise CommandError(
                    f"{gemeente.naam}: een nummer gaat niet open. Ontbreekt een oude sleutel in VLIEGWIEL_SLEUTELS? "
                    f"{done} nummers zijn klaar."
                ) from None
        self.stdout.write(f"{done} nummers staan nu onder sleutel {next(iter(settings.SLEUTELS))}.")

    def _one(self, gemeente: Gemeente) -> int:
        done = 0
        while True:
            with as_gemeente(gemeente.pk):
                batch = reseal_bsns(gemeente_id=gemeente.pk)
                left = still_to_reseal(gemeente_id=gemeente.pk)
            if not batch:
                return done
            done += batch
            self.stdout.write(f"{gemeente.naam}: {done} gedaan, nog {left}.")
