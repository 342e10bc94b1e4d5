"""A fixed cast for every test: two gemeenten, one colleague per role, residents, and people who must be refused.

`cast.kijker_of("wim")` is how the queries and actions see somebody; `cast.client_of("wim")` is their browser.
On PostgreSQL both leave the transaction bound to that person's gemeente; `cast.here("waterrade")` binds it to another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest

HERE, THERE = "lindebeek", "waterrade"
SINCE = date(2026, 1, 5)
CREATED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
PASSWORD = "vier losse woorden achter elkaar"

# name -> (whole name, organisation, role)
COLLEAGUES: dict[str, tuple[str, str, str]] = {
    "samira": ("Samira Kaya", "Gemeente Lindebeek", "consulent"),
    "tarik": ("Tarik Aydin", "Gemeente Lindebeek", "vaste_contactpersoon"),
    "lotte": ("Lotte Brands", "Gemeente Lindebeek", "teamleider"),
    "gijs": ("Gijs Oomen", "Gemeente Lindebeek", "coordinator"),
    "mila": ("Mila Verhoeven", "Welzijn de Brug", "partnermedewerker"),
    "joke": ("Joke van Dam", "Welzijn de Brug", "partnerbestuurder"),
    "fatima": ("Fatima El Idrissi", "Gemeente Lindebeek", "beleidsmedewerker"),
    "wim": ("Wim Terpstra", "Gemeente Lindebeek", "strateeg"),
    "hanneke": ("Hanneke Roos", "Bureau Kiezelpad", "procesbegeleider"),
    "marijke": ("Marijke Postma", "Gemeente Lindebeek", "bestuurder"),
    "bas": ("Bas Kuiper", "Gemeente Lindebeek", "backoffice"),
    "ravi": ("Ravi Ramdin", "Gemeente Lindebeek", "beheerder"),
    "ellen": ("Ellen Brouwers", "Gemeente Lindebeek", "fg"),
}
RESIDENTS = {"bakker": "mevrouw Bakker", "ton": "Ton"}
# Colleagues of the other gemeente; Joke works in both.
OTHERS: dict[str, tuple[str, str, str]] = {
    "piet": ("Piet Waterman", "Gemeente Waterrade", "strateeg"),
    "greet": ("Greet Dijkstra", "Gemeente Waterrade", "beheerder"),
}
OUTSIDER = "oscar"  # an account without any Medewerker
EVERYONE = (*COLLEAGUES, *RESIDENTS, *OTHERS, OUTSIDER)


@dataclass
class Cast:
    """The people, by their short name."""

    gemeenten: dict[str, Any] = field(default_factory=dict)
    accounts: dict[str, Any] = field(default_factory=dict)
    medewerkers: dict[str, Any] = field(default_factory=dict)
    inwoners: dict[str, Any] = field(default_factory=dict)
    deelnames: dict[str, Any] = field(default_factory=dict)

    def gemeente_of(self, naam: str) -> str:
        return THERE if naam in OTHERS else HERE

    def here(self, slug: str = HERE) -> Any:
        """Bind the transaction to a gemeente (PostgreSQL then shows its rows only)."""
        from vliegwiel.kern.database import set_gemeente

        set_gemeente(self.gemeenten[slug].pk)
        return self.gemeenten[slug]

    def kijker_of(self, naam: str, gemeente: str | None = None, purpose: Any = None) -> Any:
        """How this person looks in a gemeente today; None when they are nobody there."""
        from vliegwiel.gemeenschap.kijker import find_kijker
        from vliegwiel.kern.clock import today
        from vliegwiel.kern.marks import Purpose

        slug = gemeente or self.gemeente_of(naam)
        return find_kijker(self.accounts[naam], slug, purpose or Purpose.SAMEN_BEPALEN, today())

    def client_of(self, naam: str | None, **options: Any) -> Any:
        """A browser in which this person is logged in; None for a visitor."""
        from django.test import Client

        client = Client(**options)
        if naam is not None:
            client.force_login(self.accounts[naam])
        return client


def make_cast() -> Cast:
    """Store the whole cast; call inside a test's transaction."""
    from vliegwiel.kern.models import Gemeente

    cast = Cast()
    for slug, naam, code in ((HERE, "Lindebeek", "9901"), (THERE, "Waterrade", "9902")):
        cast.gemeenten[slug] = Gemeente.objects.create(slug=slug, naam=naam, code=code, aangemaakt_op=CREATED)
    _account(cast, OUTSIDER, "Oscar Buiten")
    _people(cast, HERE, COLLEAGUES)
    _residents(cast)
    _people(cast, THERE, {**OTHERS, "joke": COLLEAGUES["joke"]})
    cast.here(HERE)
    return cast


def _account(cast: Cast, key: str, naam: str, soort: str = "medewerker") -> Any:
    from vliegwiel.kern.models import Account

    if key not in cast.accounts:
        account = Account.objects.create(
            email=f"{key}@{soort}.example", naam=naam, soort=soort, aangemaakt_op=CREATED
        )
        account.password = _hashed()  # hashing once keeps the cast quick
        account.save(update_fields=["password"])
        cast.accounts[key] = account
    return cast.accounts[key]


_hash: list[str] = []


def _hashed() -> str:
    from django.contrib.auth.hashers import make_password

    if not _hash:
        _hash.append(make_password(PASSWORD))
    return _hash[0]


def _people(cast: Cast, slug: str, people: dict[str, tuple[str, str, str]]) -> None:
    from vliegwiel.gemeenschap.models import Medewerker, Roltoekenning

    gemeente = cast.here(slug)
    for key, (naam, organisatie, rol) in people.items():
        medewerker = Medewerker.objects.create(
            gemeente=gemeente,
            account=_account(cast, key, naam),
            naam=naam,
            functie=rol.replace("_", " "),
            deelname=_deelname(cast, slug, organisatie),
            begindatum=SINCE,
        )
        Roltoekenning.objects.create(gemeente=gemeente, medewerker=medewerker, rol=rol, begindatum=SINCE)
        cast.medewerkers[key if key not in cast.medewerkers else f"{key}_{slug}"] = medewerker


def _deelname(cast: Cast, slug: str, naam: str) -> Any:
    from vliegwiel.gemeenschap.models import Deelname, Organisatie

    key = f"{naam}@{slug}"
    if key not in cast.deelnames:
        soort = "gemeente" if naam.startswith("Gemeente") else "welzijn"
        organisatie, _ = Organisatie.objects.get_or_create(naam=naam, defaults={"soort": soort})
        levels = [] if naam.startswith("Bureau") else list(Deelname.NIVEAUS)
        cast.deelnames[key] = Deelname.objects.create(
            gemeente=cast.gemeenten[slug], organisatie=organisatie, niveaus=levels, begindatum=SINCE
        )
    return cast.deelnames[key]


def _residents(cast: Cast) -> None:
    from vliegwiel.gemeenschap.models import Inwoner

    gemeente = cast.here(HERE)
    for key, naam in RESIDENTS.items():
        account = _account(cast, key, naam, "inwoner")
        cast.inwoners[key] = Inwoner.objects.create(
            gemeente=gemeente, account=account, naam=naam, begindatum=SINCE
        )


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody, fresh for this test."""
    return make_cast()
