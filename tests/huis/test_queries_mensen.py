"""The pages about people cost the same in a gemeente with four times the households, and for a longer history.

What a colleague works with stays as it is; what others work with, what was written, asked and looked at grows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.huis.filler import Filler
from tests.huis.test_queries import Cost, counted
from tests.huis.town import ask, browser
from tests.ondersteuning.gezin import Gezin, involve, make_afspraak, make_household, resident
from vliegwiel.gemeenschap.models import Medewerker
from vliegwiel.kern.clock import now
from vliegwiel.kern.database import as_gemeente
from vliegwiel.ondersteuning.models import Contactmoment, Huishouden, Plan, Vraag
from vliegwiel.privacy.models import (
    Betrokkene,
    Betrokkenheid,
    Dossier,
    Inzage,
    Inzageregel,
    Persoon,
)

pytestmark = pytest.mark.django_db
SMALL, LARGE = 250, 1000
OWN = 6
MOST = {"vandaag": 24}  # twelve for all others; Vandaag asks every room


@dataclass
class Work:
    """Somebody who works with a few households, a resident of the first, and a colleague who gets all the others."""

    filler: Filler
    cast: Cast
    own: list[Gezin]
    bewoner: Any  # Inwoner

    @property
    def me(self) -> Medewerker:
        return self.cast.medewerkers["samira"]

    @property
    def other(self) -> Medewerker:
        return self.cast.medewerkers["tarik"]


@pytest.fixture
def work(cast: Cast) -> Work:
    gemeente = cast.here()
    me = cast.medewerkers["samira"]
    own = [make_household(gemeente, f"Huis {i}", [f"Mens Zqnaam{i}"]) for i in range(OWN)]
    for place, gezin in enumerate(own):
        involve(gezin, me, ("wmo", "jeugd")[place % 2])
        make_afspraak(gezin, "Belt", medewerker=me)
    involve(own[0], me, regie="vaste_contactpersoon")
    return Work(Filler("a", gemeente), cast, own, resident(own[0]["Mens"]))


def grow(work: Work, size: int, turn: int) -> None:
    """As many households of others, questions, contacts and looks again."""
    filler, here = work.filler, work.own[0]
    gemeente = {"gemeente": filler.gemeente}
    with as_gemeente(work.cast.here().pk):
        dossiers = filler.many(Dossier, size, lambda i: {**gemeente, "nummer": f"G{turn}-{i}"})
        mensen = filler.many(Persoon, size, lambda i: {**gemeente, "inwoner": None})
        at = lambda i: {**gemeente, "dossier": dossiers[i]}  # noqa: E731
        filler.many(Betrokkene, size, lambda i: {**at(i), "persoon": mensen[i]})
        filler.many(Huishouden, size, at)
        filler.many(Plan, size, at)
        works = {"medewerker": work.other, "soort": "uitvoering", "domein": "wmo"}
        filler.many(Betrokkenheid, size, lambda i: {**at(i), **works})
        filler.many(Vraag, size, lambda i: {**gemeente, "houder": work.other})
        contact = {
            **gemeente,
            "dossier": here.dossier,
            "domein": "wmo",
            "medewerker": work.me,
            "moment": now(),
        }
        filler.many(Contactmoment, size, lambda i: contact)
        looked = {**gemeente, "deelname": work.me.deelname_id, "soort": "plan", "doel": "ondersteunen"}
        events = filler.many(Inzage, size, lambda i: {**looked, "account": work.me.account_id})
        seen = {**gemeente, "persoon": here["Mens"].pk, "dossier": here.dossier.pk}
        filler.many(Inzageregel, size, lambda i: {**seen, "inzage": events[i]})


def costs(work: Work) -> dict[str, Cost]:
    g = HERE
    pages = [
        (name, reverse(name, args=[g]), work.me.account) for name in ("vandaag", "mijn_mensen", "vragen")
    ]
    pages.append(("plan", reverse("plan", args=[g, work.own[0].dossier.pk]), work.me.account))
    pages.append(("zoeken", reverse("zoeken", args=[g]) + "?q=zqnaam", work.me.account))
    own = ("wie_doet_wat", "wie_keek_mee")
    pages += [(name, reverse(name, args=[g]), work.bewoner.account) for name in own]
    found = {}
    for name, address, who in pages:
        client = browser(who)
        assert ask(client, address).status_code == 200, name
        with counted() as cost:
            ask(client, address)
        found[name] = cost
    return found


def test_a_page_about_people_costs_the_same_when_a_gemeente_grows(work: Work) -> None:
    grow(work, SMALL, 1)
    small = costs(work)
    grow(work, LARGE - SMALL, 2)
    large = costs(work)
    for name, cost in large.items():
        print(f"{name:20} {cost.queries:4} queries, rows {small[name].rows} and {cost.rows}")
    assert {name: (small[name], cost) for name, cost in large.items() if small[name] != cost} == {}
    assert {name: it.queries for name, it in large.items() if it.queries > MOST.get(name, 12)} == {}
