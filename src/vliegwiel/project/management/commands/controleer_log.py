"""vliegwiel controleer-log: whether the inzagelog is as it was sealed. Exit code 1 when something is found."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import CommandError

from vliegwiel.kern.clock import ZONE, now
from vliegwiel.kern.database import request_transaction, set_gemeente
from vliegwiel.kern.models import Gemeente
from vliegwiel.privacy.queries.zegel import Bevinding, Rapport, check_log
from vliegwiel.privacy.zegel import note_check
from vliegwiel.project.opdracht import Opdracht

FOUND = {
    "rij_anders": "rij {rij} in zegel {zegel} is veranderd",
    "rij_weg": "rij {rij} uit zegel {zegel} ontbreekt",
    "rij_erbij": "rij {rij} is er achteraf bij gezet",
    "verwisseld": "rij {rij} in zegel {zegel} is verwisseld met rij {ander}",
    "regel_los": "regel {rij} hoort bij geen enkele rij",
    "zegel_anders": "zegel {zegel} is veranderd",
    "zegel_weg": "zegel {zegel} ontbreekt",
    "staart_weg": "het einde is afgeknipt: zegel {zegel} ontbreekt",
    "kop_weg": "de kop van zegel {zegel} ontbreekt buiten de database",
}


class Command(Opdracht):
    help = "Rekent de zegels van de inzagelog na en noemt alles wat niet klopt."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--gemeente", help="alleen deze: het eerste deel van het adres")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = Gemeente.objects.order_by("slug")
        if slug := options["gemeente"]:
            rows = rows.filter(slug=slug)
            if not rows.exists():
                raise CommandError(f"Er is geen gemeente met het adres {slug}.")
        wrong = sum(self._one(gemeente) for gemeente in rows)
        if wrong:
            self.stdout.flush()
            sys.exit(1)

    def _one(self, gemeente: Gemeente) -> int:
        moment = now()
        with request_transaction(writes=False):
            set_gemeente(gemeente.pk)
            found = check_log(gemeente.pk, moment)
        self.stdout.write(f"{gemeente.naam}: {found.zegels} zegels over {found.rijen} rijen nagerekend.")
        self.stdout.write(_tail(found))
        for it in found.bevindingen:
            self.stdout.write(f"  NIET GOED: {sentence(it)}.")
        if not found.bevindingen:
            self.stdout.write("  Alles klopt.")
        note_check(gemeente.pk, moment, len(found.bevindingen))
        return len(found.bevindingen)


def sentence(found: Bevinding) -> str:
    return FOUND[found.code].format(zegel=found.zegel, rij=found.rij, ander=found.ander)


def _tail(found: Rapport) -> str:
    if found.vanaf is None:
        return "  Alles is verzegeld."
    since = found.vanaf.astimezone(ZONE).strftime("%d-%m-%Y %H.%M uur")
    return f"  Nog niet verzegeld, dus niet nagerekend: {found.staart} rijen sinds {since}."
