"""Lets the demo grow to a given number of inhabitants, and says what to measure in it.

Run as a program inside the bench's own settings, on a database that holds the demo; prints its progress on stderr
and, as JSON on its last line, a session for each kind of person and the ids of what the pages are about.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import django

HOME = "mevrouw Bakker"
PEOPLE = {
    "strateeg": "wim.terpstra@lindebeek.example",
    "consulent": "samira.kaya@lindebeek.example",
    "inwoner": "mevrouw.bakker@post.example",
    "beheerder": "ravi.ramdin@lindebeek.example",
    "fg": "ellen.brouwers@lindebeek.example",
}
TALKED = "Samen in Oost"  # a table with talks and a proposal where the resident of the measurement sits, too
BROUGHT = "Wat brengen we samen?"
AIM = "Mensen hebben grip op hun post en hun geld"
ASSIGNMENT = "Gewoon dichtbij: steun in de buurt"
FIGURE = "Mensen die hulp bij de post krijgen"  # by wijk and quarter, with small ones hidden


def tell(line: str) -> None:
    print(f"    {line}", file=sys.stderr, flush=True)


def grown(inhabitants: int, tables: int) -> dict[str, str]:
    """As `vliegwiel demo-laden --inwoners`, with tables around it; the ids of the fullest table."""
    from tools.bench.fill import fill
    from vliegwiel.gemeenschap.models import Inwoner, Medewerker
    from vliegwiel.kern.clock import now
    from vliegwiel.kern.database import as_gemeente
    from vliegwiel.kern.models import Gemeente
    from vliegwiel.project.demo.grootte import grow
    from vliegwiel.project.demo.inkijken import looked, shown_in

    gemeente = Gemeente.objects.get(slug="lindebeek")
    with as_gemeente(gemeente.pk):  # those of the demo itself were looked at before, too
        looked(gemeente, now(), shown_in(gemeente), list(Medewerker.objects.filter(gemeente=gemeente)))
    grow(inhabitants, now(), say=tell)
    tell(f"{tables} tafels")
    with as_gemeente(gemeente.pk):
        mails = [PEOPLE["strateeg"], PEOPLE["consulent"]]
        ours = Medewerker.objects.filter(gemeente=gemeente, account__email__in=mails)
        return fill(gemeente, tables, [*ours, Inwoner.objects.get(gemeente=gemeente, naam=HOME)])


def plan() -> dict[str, Any]:
    """Who asks, and for which things of the demo."""
    from tools.bench.fill import session_for
    from vliegwiel.kern.database import as_gemeente
    from vliegwiel.kern.models import Account, Gemeente

    gemeente = Gemeente.objects.get(slug="lindebeek")
    with as_gemeente(gemeente.pk):
        accounts = {name: Account.objects.get(email=mail) for name, mail in PEOPLE.items()}
        return {
            "sessies": {name: session_for(account) for name, account in accounts.items()},
            "ids": {name: str(found) for name, found in _ids({"gemeente": gemeente}).items()},
        }


def _ids(here: dict[str, Any]) -> dict[str, Any]:
    from vliegwiel.effect.models import BeoogdEffect, Indicator
    from vliegwiel.koers.models import Doel
    from vliegwiel.ondersteuning.models import Huishouden
    from vliegwiel.opdracht.models import Opdracht
    from vliegwiel.samenspel.models import Aandachtspunt, Gesprek, Tafel, Voorstel

    calls = Aandachtspunt.objects.filter(**here, code="bel_alvast", weg_op=None)
    assignment = Opdracht.objects.get(**here, titel=ASSIGNMENT)
    figure = Indicator.objects.get(**here, naam=FIGURE)
    return {
        "tafel": Tafel.objects.get(**here, naam=TALKED).pk,
        "tafel_bijdragen": Tafel.objects.get(**here, naam=BROUGHT).pk,
        "gesprek": _first(Gesprek.objects.filter(**here, tafel__naam=TALKED)),
        "voorstel": _first(Voorstel.objects.filter(**here, tafel__naam=TALKED)),
        "doel": Doel.objects.get(**here, naam=AIM).pk,
        "opgave": assignment.opgave_id,
        "opdracht": assignment.pk,
        "indicator": figure.pk,
        "beoogd": BeoogdEffect.objects.get(**here, indicator=figure).pk,
        "plan": Huishouden.objects.get(**here, naam=HOME).dossier_id,
        "belkaart": _first(calls.filter(medewerker__account__email=PEOPLE["consulent"]), "voor"),
    }


def _first(rows: Any, *order: str) -> Any:
    return rows.order_by(*order, "pk").values_list("pk", flat=True)[0]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench.settings")
    django.setup()
    full = grown(int(sys.argv[1]), int(sys.argv[2]))
    found = plan()
    print(json.dumps(found | {"ids": found["ids"] | full}))
