"""A word that occurs nowhere else in every sensitive text of a world, and what the table calls the thing it stands in.

The fields come from docs/huis/classificatie.yaml: whatever is classed `dossier/<wat>` and is free text gets its own
word. Households, addresses, contacts, questions, requests and cards are added to what `wereld` strewed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.apps import apps
from django.db import models

from tests.huis.classes import class_of
from tests.toegang import kanaries_hulp, rond, rond_dingen, tafels
from tests.toegang.orakel import Ding, Orakel, read_rows
from tests.toegang.wereld import DOMEINEN, Wereld
from vliegwiel.gemeenschap.public import active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.search import stems_of
from vliegwiel.ondersteuning.models import (
    Adres,
    Contactmoment,
    Correctieverzoek,
    Huishouden,
    Kaart,
    Overdracht,
    Plan,
    Plandeel,
    Plandoel,
    Vraag,
)
from vliegwiel.ondersteuning.queries.kaart import hash_of
from vliegwiel.privacy.actions.bsn import _store
from vliegwiel.privacy.models import Bsn, Persoon
from vliegwiel.privacy.rules.bsn import clean_bsn
from vliegwiel.samenspel.models import Afspraak, Terugblik

ROOMS = ("privacy", "ondersteuning", "samenspel", "opdracht")


@dataclass(eq=False)
class Kanarie:
    """One word, the field it stands in, the things it belongs to (any one is enough), and whom it is about."""

    word: str
    field: str
    row: Any
    things: list[Ding] = field(default_factory=list)
    persoon: Any = None  # the person whose name, birth date or address of mail this is
    seats: frozenset[Any] = (
        frozenset()
    )  # of words at a table: the colleagues and residents who sit there today


@dataclass
class Volle:
    """A world with content: its canaries by word, and the links of the cards."""

    world: Wereld
    orakel: Orakel
    words: dict[str, Kanarie]
    links: list[tuple[Any, str, Kaart]]  # gemeente, the key in the link, the card

    def of(self, row: Any, name: str) -> Kanarie | None:
        return self._by_row.get((row.pk, f"{row._meta.db_table}.{name}"))

    def __post_init__(self) -> None:
        self._by_row = {(it.row.pk, it.field): it for it in self.words.values()}


def fill(world: Wereld) -> Volle:
    """Add what pages need, give every private text its word, and say what each word is."""
    links: list[tuple[Any, str, Kaart]] = []
    numbers, words = count(1), dict[str, Kanarie]()
    for gemeente in world.gemeenten:
        set_gemeente(gemeente.pk)
        filler = _Vuller(world, gemeente, random.Random(f"{world.seed}{gemeente.slug}"), numbers)
        links += filler.fill()
        words.update((it.word, it) for it in filler.said)
    orakel = Orakel(read_rows(it.pk for it in world.gemeenten), world.now)
    for gemeente in world.gemeenten:
        set_gemeente(gemeente.pk)
        for canary in _placed(gemeente, numbers):
            words[canary.word] = canary
        _searchable(gemeente)
        for canary in words.values():
            if canary.row.gemeente_id == gemeente.pk:
                canary.things = list(_things(canary.row, canary.field, orakel))
                row = canary.row
                canary.persoon = (
                    row.pk if isinstance(row, Persoon) else row.persoon_id if isinstance(row, Bsn) else None
                )
                canary.seats = _seats(canary.row, day_of(world.now))
    return Volle(world, orakel, words, links)


def _placed(gemeente: Any, numbers: Iterator[int]) -> Iterator[Kanarie]:
    for label in ROOMS:
        for model in apps.get_app_config(label).get_models():
            names = [f for f in model._meta.local_fields if _is_private(f)]
            if not names or not hasattr(model, "gemeente_id") or model in kanaries_hulp.ONCE:
                continue
            rows = list(filter(rond_dingen.is_judged, model._default_manager.filter(gemeente_id=gemeente.pk)))
            for row in rows:
                for f in names:
                    word = f"zq{next(numbers):05d}"
                    setattr(row, f.name, f"{word}@x.example" if isinstance(f, models.EmailField) else word)
                    yield Kanarie(word, f"{model._meta.db_table}.{f.name}", row)
            if rows:
                model._default_manager.bulk_update(rows, [f.name for f in names], batch_size=50)

    yield from _numbered(gemeente, numbers)


def _numbered(gemeente: Any, numbers: Iterator[int]) -> Iterator[Kanarie]:
    """The BSN of everybody: the number itself is the word."""
    for persoon in Persoon.objects.filter(gemeente=gemeente):
        nummer = next(it for it in (clean_bsn(f"{100_000_000 + next(numbers)}") for _ in count()) if it)
        yield Kanarie(nummer, "privacy_bsn.cijfertekst", _store(persoon, nummer))


def _is_private(f: Any) -> bool:
    """Free text about people; not codes, and not the stems that only the search reads."""
    free = isinstance(f, models.CharField | models.TextField) and not f.choices
    if f.max_length is not None and f.max_length < len("zq00000"):
        return False
    codes = ("zoektekst", "grondslag", "veld", "soort", "route", "onderdeel", "bewaarregel", "domein")
    judged = class_of(f) == "concept" or class_of(f).startswith("dossier/")
    return free and judged and f.name not in codes


def _searchable(gemeente: Any) -> None:
    """What `zoektekst` is for: the stems of names, as the actions would have written them."""
    for persoon in Persoon.objects.filter(gemeente=gemeente):
        Persoon.objects.filter(pk=persoon.pk, gemeente=gemeente).update(
            zoektekst=stems_of(persoon.voornaam, persoon.achternaam)
        )
    for row in Huishouden.objects.filter(gemeente=gemeente).select_related("dossier"):
        text = stems_of(row.naam, row.dossier.nummer, row.dossier.referentie)
        Huishouden.objects.filter(pk=row.pk, gemeente=gemeente).update(zoektekst=text)
    rond.searchable(gemeente)
    for adres in Adres.objects.filter(gemeente=gemeente, geheim=False):
        text = stems_of(adres.straat, adres.huisnummer, adres.postcode, adres.plaats)
        Adres.objects.filter(pk=adres.pk, gemeente=gemeente).update(zoektekst=text)


# -- what a word is


def _things(row: Any, name: str, orakel: Orakel) -> Iterator[Ding]:
    maker = THINGS.get(type(row).__name__)
    if maker is not None:
        yield from maker(row, name, orakel)


def _about(wat: str, row: Any, **more: Any) -> Ding:
    domein, persoon = getattr(row, "domein", ""), getattr(row, "persoon_id", None)
    return Ding(
        wat, row.gemeente_id, row.dossier_id, domein, persoon, getattr(row, "afgesloten", False), **more
    )


def _persoon(row: Any, name: str, orakel: Orakel) -> Iterator[Ding]:
    yield Ding("persoon", row.gemeente_id, None, persoon=row.pk)  # themselves, also without a household
    for dossier in {**orakel.ever, **orakel.stands_for}:
        if row.pk in orakel.ever[dossier] | orakel.stands_for[dossier]:
            yield Ding("persoon", row.gemeente_id, dossier, persoon=row.pk)
    if name.endswith(("voornaam", "achternaam")):  # who asked belongs to the question
        for vraag in Vraag.objects.filter(gemeente_id=row.gemeente_id, persoon_id=row.pk):
            yield _vraag(vraag)


def _vraag(row: Any) -> Ding:
    return Ding(
        "vraag", row.gemeente_id, row.dossier_id, "", row.persoon_id, status=row.status, houder=row.houder_id,
        houder_team=row.houder_team_id, vraag=row.pk,
    )  # fmt: skip


def _afspraak(row: Any) -> Ding:
    return _about("afspraak", row, medewerker=row.medewerker_id, status=row.status)


def _deel(row: Any) -> Ding:
    return _about("verzegeld_deel", row, maker=row.maker_id) if row.verzegeld else _about("inhoud", row)


def _correctie(row: Any, name: str, orakel: Orakel) -> Iterator[Ding]:
    """The words beside a line follow that line; they are also the question that somebody holds."""
    line = row.plandeel or row.plandoel or row.afspraak or row.contactmoment
    if line is not None:
        yield from _things(line, name, orakel)
    else:
        yield Ding("inhoud", row.gemeente_id, row.dossier_id, "", row.persoon_id)
    yield _vraag(row.vraag)


def _overdracht(row: Any, name: str, orakel: Orakel) -> Iterator[Ding]:
    if row.vraag is not None:
        yield _vraag(row.vraag)
        return
    for houder in {"houder": row.van_id}, {"houder": row.naar_id}, {"houder_team": row.naar_team_id}:
        yield Ding("vraag", row.gemeente_id, row.dossier_id, status="open", **houder)


def _adres(row: Any, name: str, orakel: Orakel) -> Iterator[Ding]:
    """Where the household lives, lived or will live: a page says which; who may know is the same."""
    yield _about("geheim_adres" if row.geheim else "adres", row)


def _nummer(row: Any, name: str) -> Iterator[Ding]:
    """The number is how the FG and a colleague speak about a dossier without naming anybody: it stands in the log."""
    yield Ding("kader", row.gemeente_id, row.pk)
    if kanaries_hulp.is_candidate(row):
        yield Ding("terzijde", row.gemeente_id, None)
    if name.endswith(".nummer"):
        yield Ding("toezichtlog", row.gemeente_id, None)


def _kaart(row: Any, name: str, orakel: Orakel) -> Iterator[Ding]:
    """For a colleague a card is part of its afspraak; what the link shows is `taak`, judged apart."""
    yield _afspraak(row.afspraak)


def _seats(row: Any, today: date) -> frozenset[Any]:
    tafel = tafels.table_of(row)
    rows = [] if tafel is None else tafel.zetels.filter(active(today))
    return frozenset(pk for seat in rows for pk in (seat.medewerker_id, seat.inwoner_id) if pk)


def _tafel(row: Any, name: str, orakel: Orakel) -> Iterator[Ding]:
    tafel = tafels.table_of(row)
    if tafel is not None:
        yield Ding("tafel", row.gemeente_id, tafel.dossier_id)


THINGS: dict[str, Any] = {
    **dict.fromkeys(("Tafel", "Gesprek", "Uitspraak", "Voorstel", "Versie"), _tafel),
    "Bsn": lambda row, *_: [Ding("bsn", row.gemeente_id, None, persoon=row.persoon_id)],
    "Persoon": _persoon,
    "Huishouden": lambda row, *_: [_about("kader", row)],
    "Dossier": lambda row, name, _: _nummer(row, name),
    "Adres": _adres,
    "Plandeel": lambda row, *_: [_deel(row)],
    "Plandoel": lambda row, *_: [_about("doel", row)],
    "Afspraak": lambda row, *_: [_afspraak(row)],
    "Contactmoment": lambda row, *_: [_about("inhoud", row)],
    "Vraag": lambda row, *_: [_vraag(row)],
    "Overdracht": _overdracht,
    "Correctieverzoek": _correctie,
    "Kaart": _kaart,
    **kanaries_hulp.THINGS,
    **rond_dingen.THINGS,
    "Deling": lambda row, *_: [Ding("deelnemer", row.gemeente_id, row.dossier_id, row.domein)],
    "Spoedtoegang": lambda row, *_: [Ding("inzage", row.gemeente_id, row.dossier_id)],
}


class _Vuller:
    """Adds to one gemeente what `wereld` has no need of."""

    def __init__(self, world: Wereld, gemeente: Any, chance: random.Random, numbers: Iterator[int]) -> None:
        from vliegwiel.gemeenschap.models import Medewerker, Team

        self.world, self.gemeente, self.chance, self.numbers = world, gemeente, chance, numbers
        self.said: list[Kanarie] = []
        self.today = day_of(world.now)
        self.dossiers, self.personen = world.dossiers[gemeente.pk], world.personen[gemeente.pk]
        self.medewerkers = list(Medewerker.objects.filter(gemeente=gemeente).order_by("pk"))
        self.teams = list(Team.objects.filter(gemeente=gemeente).order_by("pk"))

    def make(self, model: Any, **values: Any) -> Any:
        return model.objects.create(gemeente=self.gemeente, **values)

    def with_words(self, model: Any, names: tuple[str, ...], **values: Any) -> Any:
        """A row whose texts cannot change later: its words from the start."""
        words = {name: f"zq{next(self.numbers):05d}" for name in names}
        row = self.make(model, **values, **words)
        self.said += [Kanarie(word, f"{model._meta.db_table}.{name}", row) for name, word in words.items()]
        return row

    def word(self, field: str, row: Any) -> str:
        """A word that stands somewhere else than in a field of its row."""
        self.said.append(Kanarie(f"zq{next(self.numbers):05d}", field, row))
        return self.said[-1].word

    def fill(self) -> list[tuple[Any, str, Kaart]]:
        for dossier in self.dossiers:
            self._household(dossier)
            self._said(dossier)
        self._questions()
        self._objections()
        for dossier in self.dossiers:
            tafels.lay(self, dossier)
        kanaries_hulp.add(self)
        rond.lay(self)
        return [self._card(number) for number in range(4)]

    def _household(self, dossier: Any) -> None:
        huishouden = self.make(Huishouden, dossier=dossier, naam="x")
        self.make(Plan, dossier=dossier, begonnen_op=date(2025, 1, 1))
        long_ago, day = date(2025, 1, 1), timedelta(days=1)
        periods = [(long_ago, None), (long_ago, self.today - day), (self.today + day, None)]
        for begin, end in periods:
            self.make(
                Adres, huishouden=huishouden, dossier=dossier, straat="x", begindatum=begin, einddatum=end,
                geheim=self.chance.random() < 0.4,
            )  # fmt: skip

    def _thing(self, dossier: Any) -> dict[str, Any]:
        return {
            "dossier": dossier, "domein": self.chance.choice(("", *DOMEINEN)),
            "persoon": self.chance.choice([None, *self.personen]),
        }  # fmt: skip

    def _said(self, dossier: Any) -> None:
        for turn in range(6):
            me = self.chance.choice(self.medewerkers)
            self.make(
                Contactmoment, **self._thing(dossier), medewerker=me, soort="telefoon", uitkomst="gesproken",
                moment=self.world.now - timedelta(days=turn), afgesloten=self.chance.random() < 0.3,
            )  # fmt: skip
        for goal in Plandoel.objects.filter(gemeente=self.gemeente, dossier=dossier)[:3]:
            goal.terugblik = self.make(
                Terugblik, dossier=dossier, domein=goal.domein, persoon=goal.persoon, verwachting="x",
                kijken_op=self.today,
            )  # fmt: skip
            goal.save()

    def _questions(self) -> None:
        for _ in range(24):
            team = self.chance.random() < 0.3
            status = self.chance.choice(("open", "open", "open", "plan", "afgerond", "vernietigd"))
            vraag = self.make(
                Vraag, kanaal="telefoon", status=status, gesteld_op=self.world.now - timedelta(days=2),
                persoon=self.chance.choice([None, *self.personen]), dossier=self.chance.choice([None, *self.dossiers]),
                houder=None if team else self.chance.choice(self.medewerkers),
                houder_team=self.chance.choice(self.teams) if team else None,
                verloopt_op=self.today + timedelta(days=9),
            )  # fmt: skip
            if self.chance.random() < 0.5:
                taken = self.chance.choice((None, None, self.world.now - timedelta(days=1)))
                naar = self.chance.choice(self.medewerkers)
                self.make(
                    Overdracht, vraag=vraag, van=self.chance.choice(self.medewerkers),
                    naar=naar, gevraagd_op=self.world.now - timedelta(days=1),
                    aangenomen_op=taken, aangenomen_door=naar if taken else None,
                )  # fmt: skip

    def _objections(self) -> None:
        for dossier in self.dossiers:
            for name, model in (("plandeel", Plandeel), ("plandoel", Plandoel), ("afspraak", Afspraak)):
                line = model.objects.filter(gemeente=self.gemeente, dossier=dossier).order_by("pk").first()
                persoon = line.persoon or self.chance.choice(self.personen)
                vraag = self.make(
                    Vraag, soort="correctie", kanaal="eigen_pagina", persoon=persoon, dossier=dossier,
                    houder=self.chance.choice(self.medewerkers), gesteld_op=self.world.now,
                    verloopt_op=self.today + timedelta(days=28),
                )  # fmt: skip
                self.make(
                    Correctieverzoek, vraag=vraag, dossier=dossier, persoon=persoon, gevraagd_op=self.world.now,
                    **{name: line},
                )  # fmt: skip

    def _card(self, number: int) -> tuple[Any, str, Kaart]:
        """Two that open, one that is over and one that was withdrawn."""
        key = f"sleutel{number}{self.gemeente.slug}{'x' * 32}"
        afspraak = Afspraak.objects.filter(gemeente=self.gemeente).order_by("pk")[number]
        afspraak.wie, afspraak.status = "vrijwilliger", "loopt"
        afspraak.save()
        card = self.make(
            Kaart, afspraak=afspraak, sleutel=hash_of(key), gemaakt_door=self.medewerkers[0],
            gemaakt_op=self.world.now, geldig_tot=self.today + timedelta(days=-1 if number == 2 else 9),
            ingetrokken_op=self.world.now if number == 3 else None,
        )  # fmt: skip
        return self.gemeente, key, card
