"""Lets the demo grow to a given number of inhabitants, and says what to measure in it.

Run as a program inside the bench's own settings, on a database that holds the demo; prints its progress on stderr
and, as JSON on its last line, the pages and a session for each kind of person.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import django

HOME = "mevrouw Bakker"
PEOPLE = {
    "consulent": "samira.kaya@lindebeek.example",
    "inwoner": "mevrouw.bakker@post.example",
    "strateeg": "wim.terpstra@lindebeek.example",
}


def fill(inhabitants: int) -> dict[str, Any]:
    """As `vliegwiel demo-laden --inwoners`; returns the plan of the measurement."""
    from tools.bench.fill import session_for
    from vliegwiel.gemeenschap.models import Medewerker
    from vliegwiel.kern.clock import now
    from vliegwiel.kern.database import as_gemeente
    from vliegwiel.kern.models import Account, Gemeente
    from vliegwiel.ondersteuning.models import Huishouden
    from vliegwiel.project.demo.grootte import grow
    from vliegwiel.project.demo.inkijken import looked, shown_in

    gemeente = Gemeente.objects.get(slug="lindebeek")
    with as_gemeente(gemeente.pk):  # those of the demo itself were looked at before, too
        looked(gemeente, now(), shown_in(gemeente), list(Medewerker.objects.filter(gemeente=gemeente)))
    grow(inhabitants, now(), say=lambda line: print(line, file=sys.stderr, flush=True))
    with as_gemeente(gemeente.pk):
        accounts = {name: Account.objects.get(email=mail) for name, mail in PEOPLE.items()}
        home = Huishouden.objects.get(gemeente=gemeente, naam=HOME)
        return {
            "sessies": {name: session_for(account) for name, account in accounts.items()},
            "plan": str(home.dossier_id),
            "huishoudens": Huishouden.objects.filter(gemeente=gemeente).count(),
        }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench.settings")
    django.setup()
    print(json.dumps(fill(int(sys.argv[1]))))
