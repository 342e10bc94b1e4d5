"""The pages about people cost the same in a gemeente with four times the households, and for a longer history.

What a colleague works with stays as it is; what others work with, what was written, asked and looked at grows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.huis.filler import Filler
from tests.huis.test_queries import Cost, counted
from tests.huis.town import ask, browser
from tests.ondersteuning.gezin import (
    Gezin,
    involve,
    make_afspraak,
    make_household,
    make_voorziening,
    resident,
)
from vliegwiel.gemeenschap.models import Medewerker
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.ids import new_id
from vliegwiel.kern.models import Werk
from vliegwiel.ondersteuning.models import (
    Belletje,
    Contactmoment,
    Huishouden,
    Plan,
    Voorziening,
    Voorzieningfeit,
    Vraag,
)
from vliegwiel.privacy.models import (
    Betrokkene,
    Betrokkenheid,
    Dossier,
    Inzage,
    Inzageregel,
    Persoon,
)
from vliegwiel.samenspel.models import Aandachtspunt
from vliegwiel.uitwisseling.models import Bestand, Bevinding, Inlezing, Terzijde

pytestmark = pytest.mark.django_db
SMALL, LARGE = 250, 1000
OWN = 6
MOST = 12


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
    for gezin in own:
        asks_to_call(me, make_voorziening(gezin, eind=today() + timedelta(days=20)))
    return Work(Filler("a", gemeente), cast, own, resident(own[0]["Mens"]))


def asks_to_call(who: Medewerker, row: Voorziening) -> Aandachtspunt:
    return Aandachtspunt.objects.create(gemeente_id=row.gemeente_id, medewerker=who, **_card(row))


def _card(row: Voorziening) -> dict[str, Any]:
    """As the klok makes it."""
    end = str(row.eind or today())
    return {
        "code": "bel_alvast", "sleutel": str(row.pk), "object": row.pk, "dossier_id": row.dossier_id,
        "domein": row.domein, "persoon_id": row.persoon_id, "vanaf": today(), "gemaakt_op": now(), "rol": "",
        "params": {"wet": row.wet, "categorie": row.categorie, "dag_eind": end, "waarom": "loopt_af"},
    }  # fmt: skip


def grow(work: Work, size: int, turn: int) -> None:
    """As many households of others, questions, contacts, provisions, calls, files and looks again."""
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
        _grow_help(work, dossiers, mensen, turn)
        looked = {**gemeente, "deelname": work.me.deelname_id, "soort": "plan", "doel": "ondersteunen"}
        events = filler.many(Inzage, size, lambda i: {**looked, "account": work.me.account_id})
        seen = {**gemeente, "persoon": here["Mens"].pk, "dossier": here.dossier.pk}
        filler.many(Inzageregel, size, lambda i: {**seen, "inzage": events[i]})


def _grow_help(work: Work, dossiers: list[Any], mensen: list[Any], turn: int) -> None:
    """Help in the households of others that ends soon, each with a card, facts, a call; and files that were read."""
    filler, gemeente, size = work.filler, {"gemeente": work.filler.gemeente}, len(dossiers)
    help_ = {"wet": "wmo", "domein": "wmo", "categorie": "01", "eind": today() + timedelta(days=20)}
    of = lambda i: {**gemeente, "dossier": dossiers[i], "persoon": mensen[i]}  # noqa: E731
    rows = filler.many(Voorziening, size, lambda i: {**of(i), **help_, "toewijzing": f"{turn}-{i}"})
    filler.many(Aandachtspunt, size, lambda i: {**gemeente, "medewerker": work.other, **_card(rows[i])})
    fact = lambda i: {**gemeente, "voorziening": rows[i], "dossier": dossiers[i], "soort": "toewijzing"}  # noqa: E731
    filler.many(Voorzieningfeit, size, lambda i: {**fact(i), "hash": f"{turn}-{i}"})
    call = {"medewerker": work.other, "uitkomst": "verlengen", "over": today(), "domein": "wmo"}
    filler.many(Belletje, size, lambda i: {**of(i), **call, "voorziening": rows[i]})
    inlezingen = filler.many(Inlezing, size, lambda i: {**gemeente, "door": work.cast.medewerkers["bas"]})
    files = filler.many(Bestand, size, lambda i: {**gemeente, "inlezing": inlezingen[i], "nummer": 1})
    filler.many(Bevinding, size, lambda i: {**gemeente, "bestand": files[i], "nummer": 1})
    filler.many(Terzijde, size, lambda i: {**gemeente, "bestand": files[i], "reden": "toewijzing_onbekend"})
    filler.many(Werk, size, lambda i: {**gemeente, "object": new_id(), "status": "klaar"})


def costs(work: Work) -> dict[str, Cost]:
    g = HERE
    pages = [
        (name, reverse(name, args=[g]), work.me.account)
        for name in ("vandaag", "mijn_mensen", "vragen", "wiel")
    ]
    pages.append(("plan", reverse("plan", args=[g, work.own[0].dossier.pk]), work.me.account))
    pages += _of_help(work)
    pages.append(("zoeken", reverse("zoeken", args=[g]) + "?q=zqnaam", work.me.account))
    own = ("wie_doet_wat", "wie_keek_mee")
    pages += [(name, reverse(name, args=[g]), work.bewoner.account) for name in own]
    pages.append(("vandaag van een inwoner", reverse("vandaag", args=[g]), work.bewoner.account))
    found = {}
    for name, address, who in pages:
        client = browser(who)
        assert ask(client, address).status_code == 200, name
        with counted() as cost:
            ask(client, address)
        found[name] = cost
    return found


def _of_help(work: Work) -> list[tuple[str, str, Any]]:
    me, bas = work.me.account, work.cast.medewerkers["bas"].account
    row = Voorziening.objects.get(dossier=work.own[0].dossier)
    card = Aandachtspunt.objects.get(object=row.pk)
    return [
        ("bel_alvast", reverse("bel_alvast", args=[HERE]), me),
        ("bel_kaart", reverse("bel_kaart", args=[HERE, card.pk]), me),
        ("voorziening", reverse("voorziening", args=[HERE, row.dossier_id, row.pk]), me),
        ("aandacht_uitgesteld", reverse("aandacht_uitgesteld", args=[HERE]), me),
        ("berichten", reverse("berichten", args=[HERE]), bas),
        ("wacht", reverse("wacht", args=[HERE]), bas),
        ("werk", reverse("werk", args=[HERE]), bas),
    ]


def test_a_page_about_people_costs_the_same_when_a_gemeente_grows(work: Work) -> None:
    grow(work, SMALL, 1)
    small = costs(work)
    grow(work, LARGE - SMALL, 2)
    large = costs(work)
    for name, cost in large.items():
        print(f"{name:20} {cost.queries:4} queries, rows {small[name].rows} and {cost.rows}")
    assert {name: (small[name], cost) for name, cost in large.items() if small[name] != cost} == {}
    assert {name: it.queries for name, it in large.items() if it.queries > MOST} == {}
