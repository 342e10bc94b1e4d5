"""Who is looking: one account, in one gemeente, for one purpose. Every query starts here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.instellingen import values_for
from vliegwiel.gemeenschap.models import Inwoner, Medewerker, Roltoekenning
from vliegwiel.gemeenschap.rules import Rol, sees_content
from vliegwiel.kern.database import set_account, set_gemeente
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Account, Gemeente


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


def own_rows(model: type[Any], account: Account, slug: str, today: date) -> QuerySet[Any]:
    return model.objects.filter(active(today), account=account, gemeente__slug=slug).select_related(
        "gemeente"
    )


def find_kijker(account: Account, slug: str, purpose: Purpose, today: date) -> Kijker | None:
    """The kijker this account is in the gemeente with this slug, or None when it is nobody there today.

    Leaves the transaction bound to that gemeente: from here on PostgreSQL shows no other.
    """
    set_account(account.pk)
    if account.soort == Account.Soort.INWONER:
        inwoner = own_rows(Inwoner, account, slug, today).first()
        if inwoner is None:
            return None
        set_gemeente(inwoner.gemeente_id)
        settings = values_for(inwoner.gemeente_id, today)
        return Kijker(account, inwoner.gemeente, purpose, inwoner=inwoner, instellingen=settings)
    medewerker = own_rows(Medewerker, account, slug, today).first()
    if medewerker is None:
        return None
    set_gemeente(medewerker.gemeente_id)
    granted = Roltoekenning.objects.filter(
        active(today), gemeente_id=medewerker.gemeente_id, medewerker_id=medewerker.pk
    )
    rollen = frozenset(granted.values_list("rol", flat=True))
    settings = values_for(medewerker.gemeente_id, today)
    return Kijker(
        account, medewerker.gemeente, purpose, medewerker=medewerker, rollen=rollen, instellingen=settings
    )


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
