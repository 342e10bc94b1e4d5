"""Two gemeenten full of canaries, and the people who ask: with and without a seat, from here and from there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, models
from django.test import Client

from tests.huis.filler import Filler, account, fill_the_rest
from tests.huis.house import our_models, room_of
from vliegwiel.gemeenschap.models import Deelname, Inwoner, Medewerker, Organisatie, Roltoekenning
from vliegwiel.kern.clock import now
from vliegwiel.kern.database import as_gemeente
from vliegwiel.kern.models import Account, Concept, Gemeente
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opgave
from vliegwiel.project.checks import all_patterns
from vliegwiel.samenspel.models import Partij, Tafel, Zetel

COLLEAGUES = {"zit": "strateeg", "zonder_zetel": "strateeg", "beheerder": "beheerder"}
RESIDENTS = ("inwoner_zit", "inwoner_zonder_zetel")
BIDDER = "inschrijver"  # sits at the same tables in the same role, for an organisation that may bid
AT_THE_TABLE = ("zit", "inwoner_zit", BIDDER)


@dataclass
class Town:
    """One gemeente with its people by what they are, and all its rows."""

    slug: str
    filler: Filler
    people: dict[str, Account] = field(default_factory=dict)
    bidder: Deelname | None = None

    def ids(self, model_name: str = "") -> list[Any]:
        rows = [row for row in self.filler.rows if row._meta.model_name == model_name] or self.filler.rows
        return list(dict.fromkeys(str(row.pk) for row in rows))

    def slugs(self) -> list[str]:
        return [
            getattr(row, f.name)
            for row in self.filler.rows
            for f in row._meta.local_fields
            if isinstance(f, models.SlugField)
        ]


def build_town(slug: str, tag: str) -> Town:
    """An open table and a besloten one, in which `zit` and `inwoner_zit` have a seat; a row in every table."""
    gemeente = Gemeente.objects.create(slug=slug, naam=slug.title(), aangemaakt_op=now())
    town = Town(slug, Filler(tag, gemeente))
    filler = town.filler
    with as_gemeente(gemeente.pk):
        town.bidder = _bidder(town)
        filler.create(Organisatie)
        filler.create(Deelname)
        for name, rol in COLLEAGUES.items():
            town.people[name] = account(filler)
            filler.create(
                Roltoekenning, medewerker=filler.create(Medewerker, account=town.people[name]), rol=rol
            )
        for name in RESIDENTS:
            town.people[name] = account(filler, Account.Soort.INWONER)
            filler.create(Inwoner, account=town.people[name])
        _table(town, Tafel.Openheid.OPEN)
        filler.forget(
            *(model for model in our_models() if room_of(model) in ("samenspel", "koers", "opdracht"))
        )
        filler.phase = "besloten"
        filler.forget(Concept)
        filler.create(Concept, account=town.people["zit"].pk)
        _table(town, Tafel.Openheid.BESLOTEN)
    return town


def _bidder(town: Town) -> Deelname:
    """An organisation of its own, with one colleague."""
    filler = town.filler
    filler.create(Organisatie)
    deelname: Deelname = filler.create(Deelname)
    town.people[BIDDER] = account(filler)
    filler.create(
        Roltoekenning, medewerker=filler.create(Medewerker, account=town.people[BIDDER]), rol="strateeg"
    )
    return deelname


def more(town: Town) -> None:
    """Another open table with all that belongs to it, and a fresh row in every other table."""
    filler = town.filler
    assert filler.gemeente is not None
    with as_gemeente(filler.gemeente.pk):
        filler.phase = ""
        kept = {Deelname: filler.last[Deelname], Organisatie: filler.last[Organisatie]}
        filler.last.clear()
        filler.last.update(kept)
        _table(town, Tafel.Openheid.OPEN)


def _table(town: Town, openheid: str) -> None:
    filler = town.filler
    tafel = filler.create(Tafel, openheid=openheid)
    partij = filler.create(Partij)
    for name in AT_THE_TABLE:
        model = Inwoner if name.startswith("inwoner") else Medewerker
        person = model.objects.get(gemeente=filler.gemeente, account=town.people[name])
        filler.create(Zetel, tafel=tafel, partij=partij, **{model._meta.model_name: person})
    filler.create(MogelijkeInschrijver, opgave=filler.create(Opgave), deelname=town.bidder)
    fill_the_rest(filler)


@dataclass
class World:
    """Two gemeenten, and somebody who belongs to neither."""

    here: Town
    there: Town
    outsider: Account
    outsiders: Filler

    @property
    def towns(self) -> tuple[Town, Town]:
        return self.here, self.there


def build_world() -> World:
    outsiders = Filler("c")
    return World(build_town("kanarie", "a"), build_town("vink", "b"), account(outsiders), outsiders)


def browser(who: Account | None) -> Client:
    """A browser that does not stop at a broken page."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns when it is not there
    client = Client(raise_request_exception=False)
    if who is not None:
        client.force_login(get_user_model().objects.get(pk=who.pk))
    return client


def ask(client: Client, address: str, *, post: bool = False) -> Any:
    """GET (or an empty POST) as a request of its own: nothing of an earlier one is left in the database session."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL vliegwiel.gemeente = ''")
            cursor.execute("SET LOCAL vliegwiel.account = ''")
    return client.post(address, {}) if post else client.get(address)


PART = re.compile(r"<(?:(\w+):)?(\w+)>")


def addresses(world: World) -> list[str]:
    """Every address there is, filled in with the ids of both gemeenten, also crosswise."""
    found: dict[str, None] = {}
    for route, _ in all_patterns():
        if "(?P<" in route:
            continue
        for here, theirs in product(world.towns, world.towns):
            for filled in _filled(route, here, theirs):
                found[f"/{filled}"] = None
            if route.endswith("zoeken/"):
                found[f"/{here.slug}/zoeken/?q=zq{theirs.filler.tag}"] = None
    return list(found)


def _filled(route: str, here: Town, theirs: Town, most: int = 4) -> Iterator[str]:
    options = [_values(kind, name, here, theirs) for kind, name in PART.findall(route)]
    longest = max((len(values) for values in options), default=1)
    for turn in range(min(longest, most if "/<uuid" in route else longest)):
        chosen = iter([values[turn % len(values)] for values in options])
        yield PART.sub(lambda _, chosen=chosen: str(next(chosen)), route)  # type: ignore[misc]


def _values(kind: str, name: str, here: Town, theirs: Town) -> list[Any]:
    if name == "gemeente":
        return [here.slug]
    if kind == "uuid":
        return theirs.ids(name.removesuffix("_id").removesuffix("_pk"))
    if kind == "slug":
        return theirs.slugs() or ["x"]
    return [1] if kind == "int" else ["x"]
