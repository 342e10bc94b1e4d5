"""Who is looking: one account, in one gemeente, for one purpose. Every query starts here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from vliegwiel.gemeenschap.instellingen import as_they_count, dated_settings
from vliegwiel.gemeenschap.models import Inwoner, Medewerker, Roltoekenning
from vliegwiel.gemeenschap.rules import Rol, sees_content
from vliegwiel.kern.database import NOBODY, rows_as_json, set_account, set_gemeente
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.kern.prepared import ask


@dataclass(frozen=True)
class Kijker:
    """An account in one gemeente: as a colleague or as a resident, never both, never in two gemeenten."""

    account: Account
    gemeente: Gemeente
    purpose: Purpose
    medewerker: Medewerker | None = None
    inwoner: Inwoner | None = None
    rollen: frozenset[str] = field(default_factory=frozenset)
    instellingen: Mapping[str, Any] = field(default_factory=dict)
    # What was read of this kijker, in a request that only reads; None where something may change in between.
    onthoudt: dict[str, Any] | None = field(default=None, compare=False, repr=False)

    @property
    def gemeente_id(self) -> UUID:
        return self.gemeente.pk

    @property
    def account_id(self) -> UUID:
        return self.account.pk

    @property
    def naam(self) -> str:
        person = self.medewerker or self.inwoner
        return person.naam if person else self.account.naam

    @property
    def sees_content(self) -> bool:
        """Residents see the content of their own seats; colleagues need a role that has to do with it."""
        return self.inwoner is not None or sees_content(self.rollen)

    def aan(self, praktijk: str) -> bool:
        """Whether this gemeente has switched the practice on; what is off is nowhere on screen."""
        return bool(self.instellingen.get(praktijk))

    def has(self, *rollen: Rol) -> bool:
        return not self.rollen.isdisjoint(rollen)


def active(today: date, prefix: str = "") -> Q:
    """Rows whose period (inclusive) holds this day."""
    begun = Q(**{f"{prefix}begindatum__lte": today})
    return begun & (Q(**{f"{prefix}einddatum__isnull": True}) | Q(**{f"{prefix}einddatum__gte": today}))


def own_rows(model: type[Any], account: UUID, slug: str, today: date) -> QuerySet[Any]:
    rows = model.objects.filter(active(today), account_id=account, gemeente__slug=slug)
    return rows.select_related("gemeente")


# Which gemeente a slug was the last time: only to open that gemeente in the database before asking who is there.
# What comes back says which gemeente it is; nothing is decided by what is remembered here.
_last: dict[str, UUID] = {}


def find_kijker(account: Account, slug: str, purpose: Purpose, today: date) -> Kijker | None:
    """The kijker this account is in the gemeente with this slug, or None when it is nobody there today.

    Leaves the transaction bound to that gemeente: from here on PostgreSQL shows no other. Who they are, their roles
    and the settings are read in one query, afresh in every request.
    """
    set_account(account.pk)
    bound = _last.get(slug)
    if bound is not None:
        set_gemeente(bound)
    person = _person(account, slug, today)
    if person is None:
        set_gemeente(NOBODY)
        return None
    if person.gemeente_id != bound:  # the first time here, or the slug went to another gemeente
        set_gemeente(person.gemeente_id)
        _last[slug] = person.gemeente_id
        person = _person(account, slug, today)
        assert person is not None
    settings = as_they_count(person.dated)
    if isinstance(person, Inwoner):
        return Kijker(account, person.gemeente, purpose, inwoner=person, instellingen=settings)
    rollen = frozenset(person.rollen or ())
    return Kijker(account, person.gemeente, purpose, medewerker=person, rollen=rollen, instellingen=settings)


def _person(account: Account, slug: str, today: date) -> Any:
    """Who this account is here today, with `dated` (their gemeente's settings) and of a colleague `rollen`."""
    build = _inwoner if account.soort == Account.Soort.INWONER else _medewerker
    found = ask(build, account=account.pk, slug=slug, today=today)
    return found[0] if found else None


def _inwoner(*, account: UUID, slug: str, today: date) -> QuerySet[Inwoner]:
    return own_rows(Inwoner, account, slug, today).annotate(dated=_dated(today))


def _medewerker(*, account: UUID, slug: str, today: date) -> QuerySet[Medewerker]:
    granted = Roltoekenning.objects.filter(
        active(today), gemeente_id=OuterRef("gemeente_id"), medewerker_id=OuterRef("pk")
    )
    rows = own_rows(Medewerker, account, slug, today)
    return rows.annotate(dated=_dated(today), rollen=rows_as_json(granted.values("rol")))


def _dated(today: date) -> Subquery:
    return rows_as_json(dated_settings(today).filter(gemeente_id=OuterRef("gemeente_id")))


def own_gemeenten(account: Account, today: date) -> list[Gemeente]:
    """The gemeenten this account may enter today, by name."""
    set_account(account.pk)
    model: type[Any] = Inwoner if account.soort == Account.Soort.INWONER else Medewerker
    rows = (
        model.objects.filter(active(today), account=account)
        .select_related("gemeente")
        .order_by("gemeente__naam")
    )
    return [row.gemeente for row in rows]
