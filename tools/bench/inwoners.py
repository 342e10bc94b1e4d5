"""Fills a gemeente of a given number of inhabitants, six in a hundred with a plan, and says what to measure in it.

Run as a program inside the bench's own settings, on a database that holds the demo; prints its progress on stderr
and, as JSON on its last line, the pages and a session for each kind of person.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import timedelta
from typing import Any

import django

WITH_A_PLAN = 0.06
OF_ONE = 80  # households of one consulent
IN_A_TEAM = 10
BATCH = 2_000
LOOKS = 6  # times somebody looked at each household before
HOME = "mevrouw Bakker"
CONSULENT, RESIDENT = "samira.kaya@lindebeek.example", "mevrouw.bakker@post.example"


def _colleagues(gemeente: Any, count: int, begin: Any, now: Any) -> list[Any]:
    """Consulenten of the gemeente, in teams of ten."""
    from vliegwiel.gemeenschap.models import Deelname, Medewerker, Roltoekenning, Team, Teamlid
    from vliegwiel.kern.models import Account

    works_for = Deelname.objects.get(gemeente=gemeente, organisatie__naam="Gemeente Lindebeek")
    accounts = Account.objects.bulk_create(
        Account(email=f"inw{i}@bench.example", naam=f"Collega {i}", password="!", aangemaakt_op=now)
        for i in range(count)
    )
    here = {"gemeente": gemeente, "begindatum": begin}
    people = Medewerker.objects.bulk_create(
        Medewerker(**here, account=it, deelname=works_for, naam=it.naam, functie="consulent")
        for it in accounts
    )
    for rol in ("consulent", "vaste_contactpersoon"):
        Roltoekenning.objects.bulk_create(Roltoekenning(**here, medewerker=who, rol=rol) for who in people)
    teams = Team.objects.bulk_create(
        Team(gemeente=gemeente, naam=f"team {i}") for i in range(len(people) // IN_A_TEAM + 1)
    )
    Teamlid.objects.bulk_create(
        Teamlid(**here, team=teams[i // IN_A_TEAM], medewerker=who) for i, who in enumerate(people)
    )
    return list(zip(people, (teams[i // IN_A_TEAM] for i in range(len(people))), strict=True))


def _looked(gemeente: Any, now: Any, accounts: list[Any]) -> None:
    """A read-log of some age: everybody in a household was shown a few times."""
    from vliegwiel.privacy.models import Betrokkene, Inzage, Inzageregel

    shown: dict[Any, list[Any]] = {}
    for dossier, persoon in Betrokkene.objects.filter(gemeente=gemeente).values_list(
        "dossier_id", "persoon_id"
    ):
        shown.setdefault(dossier, []).append(persoon)
    each = [(number, dossier, look) for number, dossier in enumerate(shown) for look in range(LOOKS)]
    for start in range(0, len(each), BATCH):
        batch = each[start : start + BATCH]
        events = Inzage.objects.bulk_create(
            _look(
                gemeente, now - timedelta(days=look * 9 + 1), accounts[(number + look) % len(accounts)], look
            )
            for number, _, look in batch
        )
        Inzageregel.objects.bulk_create(
            Inzageregel(gemeente=gemeente, inzage_id=event.pk, persoon=persoon, dossier=dossier)
            for event, (_, dossier, _) in zip(events, batch, strict=True)
            for persoon in shown[dossier]
        )


def _look(gemeente: Any, moment: Any, who: Any, turn: int) -> Any:
    from vliegwiel.kern.ids import new_id
    from vliegwiel.privacy.models import Inzage

    return Inzage(
        gemeente=gemeente,
        moment=moment,
        spoor=new_id(),
        account=who.account_id,
        medewerker=who.pk,
        deelname=who.deelname_id,
        route="plan",
        doel="ondersteunen",
        soort="plan" if turn % 2 else "lijst",
    )


def fill(inhabitants: int) -> dict[str, Any]:
    """Households until there are as many as this number of people has plans; returns the plan of the measurement."""
    from tools.bench.fill import session_for
    from vliegwiel.gemeenschap.models import Medewerker
    from vliegwiel.kern.clock import now, today
    from vliegwiel.kern.database import as_gemeente
    from vliegwiel.kern.models import Account, Gemeente
    from vliegwiel.ondersteuning.models import Huishouden
    from vliegwiel.project.demo.huishoudens import Town
    from vliegwiel.project.demo.stand import read

    gemeente = Gemeente.objects.get(slug="lindebeek")
    with as_gemeente(gemeente.pk):
        there = Huishouden.objects.filter(gemeente=gemeente).count()
        more = max(0, int(inhabitants * WITH_A_PLAN) - there)
        pairs = _colleagues(gemeente, max(1, more // OF_ONE), today() - timedelta(days=400), now())
        town = Town(gemeente, read("mensen"), now(), seed=2, start=there)
        for done in town.many(more, lambda turn: pairs[turn // OF_ONE % len(pairs)], []):
            print(f"{done} van {more} huishoudens", file=sys.stderr, flush=True)
        _looked(gemeente, now(), list(Medewerker.objects.filter(gemeente=gemeente)))
        people = {"consulent": CONSULENT, "inwoner": RESIDENT, "strateeg": "wim.terpstra@lindebeek.example"}
        accounts = {name: Account.objects.get(email=mail) for name, mail in people.items()}
        home = Huishouden.objects.get(gemeente=gemeente, naam=HOME)
        plan = {
            "sessies": {name: session_for(account) for name, account in accounts.items()},
            "plan": str(home.dossier_id),
            "huishoudens": there + more,
        }
    return plan


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench.settings")
    django.setup()
    print(json.dumps(fill(int(sys.argv[1]))))
